import TestSupport
import Testing

/// A score stands beside what it is made of, and only where there is something to score.
@Suite(.onEachEngine) struct ScoredFigureTests {
  private static let rules = """
    version: "2023-1"
    effective: 2023-01-01
    basis: 某办发〔2023〕1号
    example: false
    places: 2
    roles: {otherwise: [lead], 县区: [lead, responsible]}
    base: 60
    parts:
      - part: 任务落实
        rules:
          - {rule: due, name: 到期办结率, query: scoring/due_completion, per_rate: 40, empty: full}
    """

  @Test func whatAScoreStandsOn() throws {
    let office = try SmallOffice()
    try office.write(Self.rules, to: "plans/p/rules/2023-01-01.yaml")
    try office.write(
      "units",
      "编号,名称,考核分组,排序\na,甲局,部门,1\nb,乙局,部门,2\nc,丙县,县区,3\nd,丁局,,4\n")
    try office.write(
      "ledger",
      """
      序号,任务,牵头单位,责任单位,配合单位,完成时限,状态,进度,完成日期
      1,任务一,甲局,丙县,乙局,2023-03-31,已完成,100%,2023-03-30
      2,任务二,甲局,丙县,丁局,2023-03-31,推进中,20%,

      """)
    #expect(try office.run(["snapshot"]).status == 0)
    let result = try office.run(["query", "metrics/scores_by_unit", "--csv"])
    let lines = result.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let headings = try #require(lines.first, "\(result)")
    func figures(_ unit: String) throws -> [String] {
      let row = try #require(lines.first { $0.first == unit }, "\(result)")
      return try [
        "points", "place", "remark", "scored_tasks", "scored_completed", "scored_due",
        "scored_due_completed",
      ].map { name in row[try #require(headings.firstIndex(of: name))] }
    }
    #expect(try figures("a") == ["80000000", "1", "", "2", "1", "2", "1"])
    #expect(try figures("c") == ["80000000", "1", "", "2", "1", "2", "1"])
    // 乙局 only supports: base points and a full rate would be 100, above a first place of 80.
    #expect(try figures("b") == ["", "", "no_tasks", "0", "0", "0", "0"])
    let scored = try office.run(["query", "metrics/score_lines", "--csv"]).output
    #expect(scored.contains(",a,甲局,") && !scored.contains(",b,乙局,"))
  }

  /// What is too great to be scored exactly is said by `check`, not on the day of the report.
  @Test(arguments: [
    ("scoring/targets", "reach", "9000000000000", "0.000001", true),
    ("scoring/targets", "reach", "1100", "1000", false),
    ("scoring/events", "qty", "9000000000000", "1", true),
    ("scoring/events", "qty", "3", "1", false),
  ])
  func scoresThatAreTooGreatAreFound(
    _ query: String, _ quantity: String, _ actual: String, _ value: String, _ isFound: Bool
  ) throws {
    let office = try SmallOffice()
    let rule = "{rule: r, name: 加分, query: \(query), quantity: \(quantity), per_item: 1}"
    try office.write(
      Self.rules.replacing(
        "{rule: due, name: 到期办结率, query: scoring/due_completion, per_rate: 40, empty: full}",
        with: rule),
      to: "plans/p/rules/2023-01-01.yaml")
    try office.write("units", "编号,名称,考核分组\na,甲局,部门\n")
    try office.write("ledger", "序号,任务,牵头单位,完成时限,状态\n1,任务一,甲局,2023-12-31,推进中\n")
    try office.write(
      "targets",
      "编号,任务,单位,指标,口径,目标值,完成值,统计日期\nt,1,甲局,办件量,≥,\(value),\(actual),2023-04-20\n")
    try office.write("events", "单位,日期,类别,数量\n甲局,2023-04-20,表扬,\(actual)\n")
    for isStored in [false, true] {
      let check = try office.run(["check"])
      #expect(check.status == (isFound ? 2 : 0), "\(check)")
      #expect(check.errors.contains("rule 'r'") == isFound, "\(check)")
      if !isStored { #expect(try office.run(["snapshot"]).status == 0) }
    }
    let query = try office.run(["query", "metrics/scores_by_unit"])
    #expect(query.status == (isFound ? 2 : 0), "\(query)")
  }

  /// A code that no query makes would count nothing, in silence.
  @Test(arguments: [
    ("state: missng", "missing"), ("state: [late, misssing]", "missing"), ("state: missing", ""),
  ])
  func codesThatNoQueryMakesAreNamed(_ only: String, _ known: String) throws {
    let office = try SmallOffice()
    try office.write(
      Self.rules.replacing(
        "query: scoring/due_completion, per_rate: 40, empty: full}",
        with: "query: scoring/submissions, only: {\(only)}, per_item: -2}"),
      to: "plans/p/rules/2023-01-01.yaml")
    try office.write("units", "编号,名称,考核分组\na,甲局,部门\n")
    try office.write("ledger", "序号,任务,牵头单位,完成时限,状态\n1,任务一,甲局,2023-12-31,推进中\n")
    let check = try office.run(["check"])
    #expect(check.status == (known.isEmpty ? 0 : 2), "\(check)")
    if !known.isEmpty {
      #expect(check.errors.contains("2023-01-01.yaml:11:"), "\(check)")
      #expect(check.errors.contains(known), "\(check)")
    }
  }
}
