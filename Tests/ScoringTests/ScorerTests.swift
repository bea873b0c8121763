import Definitions
import Domain
import Scoring
import Testing

/// What each kind of rule makes of lines. The last row of a table is the score, the sum of the others.
@Suite struct ScorerTests {
  private func expect(
    _ rules: String, _ lines: String, is table: String, unit: String = "a",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let actual = try Scored(rules, lines).lines(of: unit)
    #expect("\n" + actual == "\n" + table, sourceLocation: sourceLocation)
  }

  /// A district's rules: base 100, 10 off for each report that is missing, 5 for a poor one.
  @Test func baseAndDeductions() throws {
    try expect(
      """
      base: 100
      parts:
        - part: 报送
          rules:
            - {rule: missing, name: 未报, query: scoring/submissions, per_item: -10}
            - {rule: poor, name: 质量差, query: scoring/submissions, per_item: -5}
      """,
      """
      missing a 1 上半年
      missing a 1 前三季度
      poor a 1 一季度
      missing b 1 一季度
      """,
      is: """
        base  基础分  ·    100.00
        rule  未报    1/1  -10.00
        rule  未报    1/1  -10.00
        rule  质量差  1/1  -5.00
                           75.00
        """)
  }

  /// A rate is one line over all its items, rounded once, half away from zero.
  @Test(arguments: [
    ("rate a 1/3\nrate a 1/3", "2/6", "13.33"), ("rate a 2/3", "2/3", "26.67"),
    ("rate a 0/1", "0/1", "0.00"), ("rate a 11/8", "11/8", "55.00"),
    ("rate a 1/3200", "1/3200", "0.01"),
  ])
  func rates(_ lines: String, _ quantity: String, _ points: String) throws {
    try expect(
      """
      parts:
        - part: 完成
          rules:
            - {rule: rate, name: 完成率, query: scoring/completion, per_rate: 40, empty: none}
      """, lines,
      is: "rule  完成率  \(quantity)  \(points)\n"
        + String(repeating: " ", count: 16 + quantity.count) + points)
  }

  @Test(arguments: [("full", "40.00"), ("none", "0.00")])
  func theRuleSaysWhatAnEmptyDenominatorIsWorth(_ empty: String, _ points: String) throws {
    let scored = try Scored(
      """
      parts:
        - part: 完成
          rules:
            - {rule: rate, name: 到期办结率, query: scoring/due_completion, per_rate: 40, empty: \(empty)}
      """, "rate b 1/1")
    #expect(scored.scores.first?.points.points == points)
    #expect(scored.scores.first?.lines.first?.quantity == Ratio(0, 0))
  }

  /// 扣完为止: a rule's floor, then its part's; the whole has a cap.
  @Test func capsAndFloorsAreLines() throws {
    try expect(
      """
      base: 90
      cap: 100
      parts:
        - part: 报送
          base: 10
          floor: 0
          rules:
            - {rule: late, name: 迟报, query: scoring/submissions, per_item: -3, floor: -5}
            - {rule: missing, name: 未报, query: scoring/submissions, per_item: -10}
        - part: 加分
          rules:
            - {rule: praise, name: 表扬, query: scoring/events, per_item: 4, cap: 15}
      """,
      """
      late a 1 一季度
      late a 1 上半年
      missing a 1 前三季度
      praise a 5
      """,
      is: """
        base   基础分    ·    90.00
        base   基础分    ·    10.00
        rule   迟报      1/1  -3.00
        rule   迟报      1/1  -3.00
        floor  迟报保底  ·    1.00
        rule   未报      1/1  -10.00
        floor  报送保底  ·    5.00
        rule   表扬      5/1  20.00
        cap    表扬封顶  ·    -5.00
        cap    总分封顶  ·    -5.00
                              100.00
        """)
  }

  /// Yellow card twice −1 (广元): the card that makes a pair bears the point.
  @Test func fullSets() throws {
    try expect(
      """
      parts:
        - part: 督办
          rules:
            - {rule: yellow, name: 黄牌, query: scoring/events, per_item: -1, every: 2}
      """, "yellow a 1 四月\nyellow a 1 五月\nyellow a 3 六月",
      is: """
        rule  黄牌  1/1  0.00
        rule  黄牌  1/1  -1.00
        rule  黄牌  3/1  -1.00
                         -2.00
        """)
  }

  /// Days, and points of the schedule gap with decimals.
  @Test func daysAndPoints() throws {
    try expect(
      """
      parts:
        - part: 进度
          rules:
            - {rule: days, name: 逾期, query: scoring/overdue, per_day: -0.05}
            - {rule: gap, name: 滞后, query: scoring/behind, per_point: -0.1}
      """, "days a 21\ngap a 216667/10000",
      is: """
        rule  逾期  21/1          -1.05
        rule  滞后  216667/10000  -2.17
                                  -3.22
        """)
  }

  /// A month early +1, two months +2; workload +3/+5; below 60 % −5.
  @Test func steps() throws {
    try expect(
      """
      parts:
        - part: 加减
          rules:
            - rule: early
              name: 提前
              query: scoring/early
              quantity: days
              line_steps: [{from: 30, points: 1}, {from: 60, points: 2}]
            - rule: load
              name: 任务量
              query: scoring/workload
              unit_steps: [{from: 3, points: 3}, {from: 6, points: 5}]
            - rule: rate
              name: 完成率
              query: scoring/completion
              rate_steps: [{from: 0, points: -5}, {from: 0.6, points: 0}]
      """,
      """
      early a 29
      early a 30
      early a 61
      load a 1
      load a 1
      load a 1
      rate a 1/2
      rate a 1/2
      """,
      is: """
        rule  提前    30/1  1.00
        rule  提前    61/1  2.00
        rule  任务量  3/1   3.00
        rule  完成率  2/4   -5.00
                            1.00
        """)
  }

  /// Deductions doubled for the counties: what they gain is not.
  @Test func doubling() throws {
    let rules = """
      parts:
        - part: 督办
          rules:
            - {rule: minus, name: 退办, query: scoring/events, per_item: -2}
            - {rule: plus, name: 批示, query: scoring/events, per_item: 1}
      multiples:
        - {name: 扣分加倍, factor: 2, of: deductions, groups: [县区]}
      """
    let lines = "minus d 3\nplus d 1\nminus a 3"
    try expect(
      rules, lines,
      is: """
        rule      退办      3/1  -6.00
        multiple  扣分加倍  ·    -6.00
        rule      批示      1/1  1.00
                                 -11.00
        """, unit: "d")
    try expect(rules, lines, is: "rule  退办  3/1  -6.00\n                 -6.00")
  }

  /// The workload's coefficient is a line of its own.
  @Test func workload() throws {
    try expect(
      """
      base: 80.5
      parts: []
      workload:
        name: 工作量系数
        query: scoring/workload
        steps: [{from: 2, factor: 1.05}, {from: 9, factor: 1.1}]
      """, "workload a 1\nworkload a 1",
      is: """
        base      基础分      ·    80.50
        workload  工作量系数  2/1  4.03
                                   84.53
        """)
  }

  @Test func aFlagIsAWordWithoutPoints() throws {
    let scored = try Scored(
      """
      base: 100
      parts:
        - part: 否决
          rules:
            - {rule: veto, name: 弄虚作假, query: scoring/events, flag: 取消评优资格}
      """, "veto a 1 通报\nveto a 1 通报\nveto b 0")
    #expect(scored.scores.first?.flags == ["取消评优资格"])
    #expect(scored.scores.map(\.points.points) == ["100.00", "100.00", "100.00", "100.00"])
    #expect(scored.scores[1].flags == [])
  }

  @Test func whatCannotBeCountedIsAFault() throws {
    let rules = """
      parts:
        - part: 一
          rules:
            - {rule: r, name: 一, query: scoring/events, per_item: 900000}
      """
    #expect(throws: ScoringFault.emptyDenominator(rule: "r", unit: "a")) {
      try Scored(rules, "r a 1/0")
    }
    for (rule, line) in [
      (rules, "r a 1112"), (rules, "r a 9223372036854775807"),
      (rules.replacing("per_item: 900000", with: "flag: 否决"), "r a 9223372036854775807"),
      (
        rules.replacing("per_item: 900000", with: "per_rate: 1, empty: none"),
        "r a 9223372036854775807\nr a 1"
      ),
    ] {
      #expect(throws: ScoringFault.tooLarge(rule: "r", unit: "a")) { try Scored(rule, line) }
    }
  }
}
