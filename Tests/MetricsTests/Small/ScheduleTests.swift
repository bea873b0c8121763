import Domain
import Metrics
import TestSupport
import Testing

/// Scheduled progress under the four rules.
@Suite(.onEachEngine) struct ScheduleTests {
  /// Scheduled progress of each task under each rule, in millionths.
  private func scheduled(_ ledger: SmallLedger, on day: String) throws -> [[String]] {
    var ledger = ledger
    let columns = try Plan.ScheduleRule.allCases.map { rule in
      ledger.plan.scheduleRule = rule
      let table = try ledger.at(day).moment.table("metrics/task_list")
      let column = try #require(table.index(of: "scheduled"))
      return table.rows.map { $0[column].cell }
    }
    return columns[0].indices.map { row in columns.map { $0[row] } }
  }

  private func table(_ rows: [[String]], heading: String) -> String {
    TextTable(rows: [[heading, "nominal", "months", "days", "milestones"]] + rows).text
  }

  /// Source: domain.md, 序时进度: on the deadlines the rules differ by up to 33 points.
  @Test func aYearsTaskOnTheDeadlines() throws {
    let ledger = SmallLedger(
      "序号,任务,牵头单位,完成时限,状态\n1,全年任务,甲局,2023-12-31,推进中",
      [.milestones: "任务,节点,时限\n1,甲,2023-04-25\n1,乙,2023-06-26\n1,丙,2023-12-31"])
    let days = [
      "2023-01-01", "2023-04-24", "2023-04-25", "2023-06-25", "2023-09-25", "2023-11-25",
      "2023-11-30", "2023-12-30", "2023-12-31",
    ]
    let rows = try days.map { day in [day] + (try scheduled(ledger, on: day)[0]) }
    #expect(
      table(rows, heading: "day") == """
        day         nominal  months   days     milestones
        2023-01-01  0        0        2740     0
        2023-04-24  0        250000   312329   0
        2023-04-25  250000   250000   315068   333333
        2023-06-25  500000   416667   482192   333333
        2023-09-25  750000   666667   734247   666667
        2023-11-25  900000   833333   901370   666667
        2023-11-30  900000   916667   915068   666667
        2023-12-30  900000   916667   997260   666667
        2023-12-31  1000000  1000000  1000000  1000000
        """)
  }

  /// Without milestones a task is judged by its due date, and its schedule runs by the day.
  @Test func startsAndDueDatesWithinTheYear() throws {
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,开始日期,完成时限,状态
      1,今日开始,甲局,2023-09-25,2023-12-31,推进中
      2,明日开始,甲局,2023-09-26,2023-12-31,未启动
      3,月中到月中,甲局,2023-03-15,2023-11-14,推进中
      4,不足一月,甲局,2023-09-20,2023-10-05,推进中
      5,今日到期,甲局,2023-03-01,2023-09-25,推进中
      6,已过期,甲局,2023-03-01,2023-06-30,推进中
      7,无时限,甲局,,,推进中
      8,上年开始,甲局,2022-07-01,2023-12-31,推进中
      9,跨到次年,甲局,,2024-12-31,推进中
      """)
    let rows = try scheduled(ledger, on: "2023-09-25").enumerated().map { ["\($0 + 1)"] + $1 }
    #expect(
      table(rows, heading: "task") == """
        task  nominal  months   days     milestones
        1     750000   0        10204    10204
        2     ·        ·        ·        ·
        3     750000   750000   795918   795918
        4     750000   0        375000   375000
        5     1000000  1000000  1000000  1000000
        6     1000000  1000000  1000000  1000000
        7     ·        ·        ·        ·
        8     750000   777778   823315   823315
        9     750000   333333   366621   366621
        """)
  }

  /// Source: domain.md: 53.3 % in the third quarter is 低 21.7 个百分点 (连云港).
  @Test func theGapIsInPoints() throws {
    let moment = try SmallLedger(
      """
      序号,任务,牵头单位,完成时限,状态,进度,完成日期
      1,甲,甲局,2023-12-31,推进中,53.3%,
      2,乙,甲局,2023-12-31,推进中,75%,
      3,丙,甲局,2023-12-31,推进中,90%,
      4,丁,甲局,2023-12-31,推进中,0,
      5,戊,甲局,2023-12-31,推进中,,
      6,己,甲局,2023-12-31,已完成,,2023-09-01
      7,庚,甲局,,推进中,10%,
      """
    ).at("2023-09-25")
    try expect(
      moment.tasks("progress scheduled gap"),
      is: """
        task  progress  scheduled  gap
        1     533000    750000     -217000
        2     750000    750000     0
        3     900000    750000     150000
        4     0         750000     -750000
        5     ·         750000     ·
        6     ·         750000     250000
        7     100000    ·          ·
        """)
    try expect(
      moment.completion("filled behind ahead gap_sum"),
      is: "filled=5 behind=2 ahead=2 gap_sum=-567000")
    try expect(
      moment.table("overdue_and_behind", "ordinal kind task gap"),
      is: """
        ordinal  kind    task  gap
        1        behind  4     -750000
        2        behind  1     -217000
        """)
    try expect(moment.findings("no_due"), is: ["no_due_date warn 7 庚"])
  }
}
