import Definitions
import Domain
import Foundation
import Testing

@testable import Rendering

@Suite struct ReportDefinitionTests {
  /// The line and problem of the fault that a changed sample has.
  private func fault(
    replacing text: String, with other: String
  ) throws -> (line: Int, problem: DefinitionFault.Problem)? {
    do {
      let report = try Sample.report(Sample.yaml.replacingOccurrences(of: text, with: other))
      try report.check { Sample.columns[$0] }
      return nil
    } catch let fault as DefinitionFault { return (fault.place.line, fault.problem) }
  }

  @Test func theSampleIsSound() throws {
    try Sample.report().check { Sample.columns[$0] }
    #expect(try Sample.report().tables.map(\.columns.count) == [10, 4])
  }

  @Test func unknownKeysNameTheirLine() throws {
    let fault = try #require(try fault(replacing: "footing: true", with: "foting: true"))
    #expect(fault.line == 13)
    guard case .unknownKey("foting", let known) = fault.problem else {
      Issue.record("\(fault.problem)")
      return
    }
    #expect(known.contains("footing"))
  }

  @Test func unknownColumnsNameThoseThereAre() throws {
    let fault = try #require(try fault(replacing: "column: gap", with: "column: gup"))
    #expect(fault.line == 27)
    let known = ["task", "light", "due_on", "progress", "gap", "extra", "due", "done", "key"]
    #expect(fault.problem == .unknownReference("gup", known: known))
  }

  @Test func aRatioNeedsItsPartsBesideIt() throws {
    let fault = try #require(
      try fault(replacing: "    - {column: done, heading: 办结, format: integer}\n", with: ""))
    guard case .unknownReference("done", _) = fault.problem else {
      Issue.record("\(fault.problem)")
      return
    }
  }

  @Test func formatsFitTheirColumns() throws {
    let fault = try #require(
      try fault(replacing: "heading: 时限, format: date", with: "heading: 时限, format: integer"))
    #expect(fault.problem == .unknownWord("integer", known: ["date"]))
  }

  @Test func unknownQueriesAndTables() throws {
    #expect(
      try fault(replacing: "query: all", with: "query: al")?.problem
        == .unknownReference("al", known: []))
    #expect(
      try fault(replacing: "table: units", with: "table: unit")?.problem
        == .unknownReference("unit", known: ["units"]))
  }

  @Test func blocksOfNoKind() throws {
    #expect(try fault(replacing: "- charts:", with: "- chart:")?.line == 42)
  }

  @Test func sumsOfLinesThatAreShown() throws {
    func fault(_ sum: String) throws -> DefinitionFault.Problem? {
      try self.fault(
        replacing: "    - {column: due, heading: 到期, format: integer}\n",
        with: """
              - {column: due, heading: 到期, format: integer, sum_of: {table: units, \(sum)}}

          """)?.problem
    }
    #expect(try fault("values: due, key: done") == nil)
    #expect(
      try fault("values: dew, key: done")
        == .unknownReference("dew", known: ["unit", "due", "done"]))
    #expect(
      try fault("values: due, key: light")
        == .unknownReference("light", known: ["unit", "due", "done"]))
  }

  @Test func sheetsForPlansWithRulesOrWithout() throws {
    let yaml = Sample.yaml.replacingOccurrences(
      of: "  - name: 合计\n", with: "  - name: 合计\n    scored: true\n")
    let report = try Sample.report(yaml)
    #expect(report.applying(isScored: true).sheets.map(\.name) == ["清单", "合计"])
    #expect(report.applying(isScored: false).sheets.map(\.name) == ["清单"])
  }

  @Test func placeholders() throws {
    let report = try Sample.report()
    #expect(try report.workbook.filled(with: ["place": "天水市"]) == "天水市简报.xlsx")
    #expect(throws: DefinitionFault.self) { try report.workbook.filled(with: ["palce": ""]) }
  }
}
