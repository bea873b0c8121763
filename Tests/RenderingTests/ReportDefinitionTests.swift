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
        replacing: "key: [task]\n",
        with: "key: [task]\n          sums: {table: units, \(sum)}\n")?.problem
    }
    let (theirs, own) = (["unit", "due", "done"], ["task", "light", "due_on", "progress", "gap"])
    let all = own + ["due", "done", "key"]
    #expect(
      try fault("where: {unit: task}, only: {done: 1}, columns: {due: due, done: '*'}") == nil)
    #expect(
      try fault("where: {unit: task}, columns: {due: dew}")
        == .unknownReference("dew", known: theirs))
    #expect(
      try fault("where: {unite: task}, columns: {due: due}")
        == .unknownReference("unite", known: theirs))
    #expect(
      try fault("where: {unit: tusk}, columns: {due: due}") == .unknownReference("tusk", known: all)
    )
    #expect(
      try fault("where: {unit: task}, columns: {dew: due}") == .unknownReference("dew", known: all))
    #expect(
      try fault("only: {unity: x}, columns: {due: {by: kind, words: {}}}")
        == .unknownReference("unity", known: theirs))
    // A sum over the first rows alone would not be the query's.
    let partly = Sample.yaml
      .replacingOccurrences(
        of: "key: [task]\n",
        with: "key: [task]\n          sums: {table: units, columns: {due: due}}\n"
      ).replacingOccurrences(of: "query: units\n", with: "query: units\n          first: 1\n")
    #expect(throws: DefinitionFault.self) {
      try Sample.report(partly).check { Sample.columns[$0] }
    }
  }

  @Test func linksAndMatricesNameWhatThereIs() throws {
    func fault(_ column: String) throws -> DefinitionFault.Problem? {
      try self.fault(
        replacing: "{column: task, heading: 任务}",
        with: "{column: task, heading: 任务, \(column)}")?.problem
    }
    #expect(try fault("link: {table: units, key: due}") == nil)
    #expect(
      try fault("link: {table: unit, key: due}")
        == .unknownReference("unit", known: ["list", "units"]))
    #expect(
      try fault("link: {table: units, key: task}")
        == .unknownReference("task", known: ["unit", "due", "done"]))
    let matrix = try self.fault(
      replacing: "{column: light, heading: 灯, format: light}",
      with: "{spread: {by: task, value: due}, heading: \"{value}\"}")
    guard case .contract = matrix?.problem else { throw CancellationError() }
  }

  @Test func sheetsForPlansWithRulesOrWithout() throws {
    let yaml = Sample.yaml.replacingOccurrences(
      of: "  - name: 合计\n", with: "  - name: 合计\n    scored: true\n")
    let report = try Sample.report(yaml)
    #expect(report.applying(isScored: true).sheets.map(\.name) == ["清单", "合计"])
    #expect(report.applying(isScored: false).sheets.map(\.name) == ["清单"])
  }

  @Test func sheetsOnWhatChangedSinceTheLastReport() throws {
    func report(_ list: String, _ since: String) throws -> ReportDefinition {
      try Sample.report(
        Sample.yaml.replacingOccurrences(of: "  - name: 合计\n", with: "  - name: 合计\n\(since)")
          .replacingOccurrences(of: "query: list", with: "query: \(list)"))
    }
    let since = "    since: last_report\n"
    #expect(try report("list", since).leavingOutLastReport().sheets.map(\.name) == ["清单"])
    #expect(try !report("list", "").looksAtLastReport)
    #expect(throws: DefinitionFault.self) { try report("list", "    since: last_week\n") }
    // A report that looks at one earlier moment does not look at another.
    func check(_ report: ReportDefinition) throws {
      try report.check { Sample.columns[$0 == "changes/list" ? "list" : $0] }
    }
    try check(report("changes/list", ""))
    #expect(throws: DefinitionFault.self) { try check(report("changes/list", since)) }
  }

  @Test func placeholders() throws {
    let report = try Sample.report()
    #expect(try report.workbook.filled(with: ["place": "天水市"]) == "天水市简报.xlsx")
    #expect(throws: DefinitionFault.self) { try report.workbook.filled(with: ["palce": ""]) }
  }
}
