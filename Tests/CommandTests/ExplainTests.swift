import Foundation
import TestSupport
import Testing

/// `jibao explain` on the example plan.
@Suite(.onEachEngine) struct ExplainTests {
  /// A reader's view: the unit by an alias, each line with its row of the ledger, then the sum.
  @Test func aScoreLineByLine() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25"])
    let result = try workspace.run("explain", "市招商局", "--period", "2023-H1")
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "天水市招商局 (ts-zsj, 市直部门): tianshui-2023 as of 2023-06-25")
    #expect(lines[1] == "Rules: 示例-1 (example rules), from 2023-01-01: 示例，无文件依据")
    // Its task is 5 points below schedule: not 滞后 by the plan's lights, and no line.
    #expect(lines[2].hasPrefix("Score 79, place "))
    #expect(!lines.contains { $0.contains("滞后") })
    #expect(lines[2].hasSuffix(", with few tasks (1)"))
    let missing = try #require(lines.first { $0.contains("未报") })
    #expect(missing.contains(" -5 ") && missing.contains("一季度"))
    let criticised = try #require(lines.first { $0.contains("通报批评") })
    #expect(criticised.contains(" -3  events.csv:4 (2023-06-25)"))
    #expect(lines.last.map { $0.split(separator: " ") } == ["total", "79"])
  }

  /// The row that a line names is the row that it comes from.
  @Test func placesLeadToTheLedger() throws {
    let workspace = try ExampleWorkspace()
    let result = try workspace.run("explain", "ts-maiji", "--period", "2023-final", "--csv")
    var found = 0
    for line in result.output.split(separator: "\r\n").dropFirst() {
      // Before the basis, the only text with commas, and after it.
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let (task, occasion) = (fields[4], fields[6])
      let (file, number, day) = (
        fields[fields.count - 4], fields[fields.count - 3], fields[fields.count - 2]
      )
      guard let number = Int(number) else { continue }
      #expect(fields.last == "\(number)")
      let ledger = "\(ExampleWorkspace.ledgers)/\(day)/\(file)"
      let row = try String(contentsOfFile: ledger, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)[number - 1]
      let cells = row.split(separator: ",").map(String.init)
      #expect(cells.contains(task.isEmpty ? occasion : task), "\(line): \(row)")
      found += 1
    }
    #expect(found > 20)
  }

  private struct Report: Decodable {
    struct Line: Decodable { let points: String }
    struct Difference: Decodable { let change: String }
    struct Origins: Decodable { let tasks, performance, rules: String }
    struct Comparison: Decodable {
      let points: String
      let differences: [Difference]
      let origins: Origins?
    }
    struct Range: Decodable { let best, worst: Int }
    let points: String
    let lines: [Line]
    let isExample: Bool
    let comparison: Comparison?
    let range: Range?

    enum CodingKeys: String, CodingKey {
      case points, lines, comparison, range
      case isExample = "is_example"
    }
  }

  private func report(_ workspace: ExampleWorkspace, _ arguments: String...) throws -> Report {
    let result = try workspace.program.run(
      ["explain", "--workspace", workspace.folder, "--json"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
  }

  private func sum(_ points: [String]) -> Decimal {
    points.reduce(0) { $0 + (Decimal(string: $1) ?? .nan) }
  }

  @Test func theLinesAreTheScoreAndTheDifferencesTheChange() throws {
    let workspace = try ExampleWorkspace()
    let explained = try report(
      workspace, "市自然资源局", "--as-of", "2023-09-25", "--compare-with", "2023-06-25")
    #expect(explained.isExample && explained.range == nil && explained.comparison?.origins == nil)
    #expect(sum(explained.lines.map(\.points)) == sum([explained.points]))
    let comparison = try #require(explained.comparison)
    #expect(
      sum(comparison.differences.map(\.change)) == sum([explained.points])
        - sum([comparison.points]))
  }

  /// New rules from July: what is past keeps its rules, and the change is told apart.
  @Test func rulesOfTheirDay() throws {
    let workspace = try ExampleWorkspace()
    let rules = "\(workspace.folder)/plans/tianshui-2023/rules"
    let first = try String(contentsOfFile: "\(rules)/2023-01-01.yaml", encoding: .utf8)
    try first.replacing("effective: 2023-01-01", with: "effective: 2023-07-01")
      .replacing("version: 示例-1", with: "version: 示例-2")
      .replacing("per_rate: 30", with: "per_rate: 25")
      .write(toFile: "\(rules)/2023-07-01.yaml", atomically: true, encoding: .utf8)
    let explained = try report(
      workspace, "市自然资源局", "--as-of", "2023-09-25", "--compare-with", "2023-06-25",
      "--analysis")
    // 4 of 5 due items were completed: 5 points less for all of them are 4 less.
    let origins = try #require(explained.comparison?.origins)
    #expect(origins.rules == "-4")
    #expect(
      sum([origins.tasks, origins.performance, origins.rules])
        == sum([explained.points]) - sum([explained.comparison?.points ?? ""]))
    #expect(explained.range != nil)
    let folder = try workspace.report("--period", "2023-H1")
    let manifest = try String(contentsOfFile: "\(folder)/manifest.json", encoding: .utf8)
    #expect(manifest.contains(#""id" : "tianshui-2023/2023-01-01""#))
    #expect(!manifest.contains("2023-07-01"))
  }

  @Test func withoutRulesThereAreNoScores() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let rules = "plans/tianshui-2023/rules"
    try FileManager.default.removeItem(atPath: "\(workspace.folder)/\(rules)")
    // That rules are gone is confirmed, or else stops the report.
    let stopped = try workspace.run("report", "--period", "2023-Q1")
    #expect(
      stopped.status == 2 && stopped.errors.contains("\(rules)/2023-01-01.yaml"), "\(stopped)")
    let confirmed = try workspace.run(
      "snapshot", "--from", "\(Repository.folder)/Examples/tianshui-2023/2023-04-25",
      "--effective-on", "2023-04-25", "--accept-loss", "file:\(rules)/2023-01-01.yaml")
    #expect(confirmed.status == 0, "\(confirmed)")
    let folder = try workspace.report("--period", "2023-Q1")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/csv")
    #expect(names.contains("单位完成情况.csv") && !names.contains("得分明细.csv"))
    let table = try String(contentsOfFile: folder + "/csv/单位完成情况.csv", encoding: .utf8)
    #expect(!table.contains("得分"))
    let result = try workspace.run("explain", "市招商局", "--period", "2023-Q1")
    #expect(result.status == 2)
    #expect(
      result.errors == """
        jibao: error: tianshui-2023 has no scoring rules in force on 2023-04-25: \
        add plans/tianshui-2023/rules/<date>.yaml

        """)
  }

  /// A group that no unit has is not a fault of the file, but a doubt of the data.
  @Test func namesThatTheRegisterDoesNotKnow() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let path = "\(workspace.folder)/plans/tianshui-2023/rules/2023-01-01.yaml"
    let rules = try String(contentsOfFile: path, encoding: .utf8)
    try rules.replacing("groups: [县区]", with: "groups: [县市区]")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let folder = try workspace.report("--period", "2023-Q1")
    let findings = try String(contentsOfFile: folder + "/csv/数据核查.csv", encoding: .utf8)
    #expect(findings.contains("评分规则所列名称不存在,县市区,提醒"))
  }

  @Test func faultsAreNamed() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let unit = try workspace.run("explain", "市招商", "--period", "2023-Q1")
    #expect(unit.status == 2)
    #expect(
      unit.errors.hasPrefix("jibao: error: no single unit is called '市招商'; nearest: 市招商局"))
    let both = try workspace.run("explain", "x", "--period", "2023-Q1", "--as-of", "2023-04-25")
    #expect(both.errors == "jibao: error: --period and --as-of exclude each other\n")
    let path = "\(workspace.folder)/plans/tianshui-2023/rules/2023-01-01.yaml"
    let rules = try String(contentsOfFile: path, encoding: .utf8)
    for (old, new, message) in [
      ("small_tasks: 2", "small_task: 2", ":12:1: unknown key 'small_task'; known: "),
      ("small_tasks: 2", "small_task: 2", "; nearest: small_tasks\n"),
      ("scoring/overdue", "scoring/overdu", "'scoring/overdu' does not exist; there are: "),
      ("scoring/overdue", "scoring/overdu", "; nearest: scoring/overdue\n"),
      ("floor: -6", "floor: 6", "expected a floor below 0, on a rule that deducts\n"),
    ] {
      try rules.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
      let result = try workspace.run("check")
      #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
      #expect(result.errors.contains("rules/2023-01-01.yaml:"))
    }
  }
}
