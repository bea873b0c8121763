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
}
