import Definitions
import Domain
import Foundation
import Pages
import TestSupport
import Testing

@testable import Layout

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
    #expect(fault.line == 28)
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
    #expect(try fault(replacing: "- charts:", with: "- chart:")?.line == 43)
  }

  @Test func sumsOfLinesThatAreShown() throws {
    func fault(_ sum: String) throws -> DefinitionFault.Problem? {
      try self.fault(
        replacing: "key: [unit]\n",
        with: "key: [unit]\n          sums: {table: list, \(sum)}\n")?.problem
    }
    let theirs = ["task", "light", "due_on", "progress", "gap", "due", "done", "key"]
    let own = ["unit", "due", "done"]
    #expect(
      try fault("where: {task: unit}, only: {done: 1}, columns: {due: due, done: '*'}") == nil)
    #expect(
      try fault("where: {task: unit}, columns: {due: dew}")
        == .unknownReference("dew", known: theirs))
    #expect(
      try fault("where: {tusk: unit}, columns: {due: due}")
        == .unknownReference("tusk", known: theirs))
    #expect(
      try fault("where: {task: unite}, columns: {due: due}")
        == .unknownReference("unite", known: own))
    #expect(
      try fault("where: {task: unit}, columns: {dew: due}") == .unknownReference("dew", known: own))
    #expect(
      try fault("only: {tusk: x}, columns: {due: {by: unit, words: {}}}")
        == .unknownReference("tusk", known: theirs))
  }

  /// Whole columns are added up: what else stands in them would count, too.
  static let obstacles: [(String, String, DefinitionFault.LayoutRule.Obstacle)] = [
    ("key: [task]", "key: [task]\n          first: 1", .notAllRows),
    (
      "key: [task]\n          large: \"{place}清单.xlsx\"",
      "key: [task]\n          total: {label: 合计}",
      .ownSums
    ),
    (
      "    blocks:\n      - table:\n          query: list",
      "    blocks:\n      - table: {query: all, columns: [{column: due, heading: 到期, format: integer}]}\n"
        + "      - table:\n          query: list", .otherTables
    ),
  ]

  @Test(arguments: obstacles)
  func sumsOverASheetWithMoreThanTheLines(
    _ part: String, _ with: String, _ problem: DefinitionFault.LayoutRule.Obstacle
  ) throws {
    let yaml = Sample.yaml
      .replacingOccurrences(
        of: "large: \"{place}清单.xlsx\"\n          key: [task]",
        with: "key: [task]\n          large: \"{place}清单.xlsx\""
      )
      .replacingOccurrences(
        of: "key: [unit]\n",
        with: "key: [unit]\n          sums: {table: list, columns: {due: due}}\n")
    try Sample.report(yaml).check { Sample.columns[$0] }
    let fault = #expect(throws: DefinitionFault.self) {
      try Sample.report(yaml.replacingOccurrences(of: part, with: with))
        .check { Sample.columns[$0] }
    }
    #expect(fault?.problem == .layout(.sumsOver(table: "list", problem)))
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
    #expect(matrix?.problem == .layout(.largeOfAllRows))
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
    #expect(try report.fileName.filled(with: ["place": "天水市"]) == "天水市简报.xlsx")
    #expect(throws: DefinitionFault.self) { try report.fileName.filled(with: ["palce": ""]) }
  }
}
