import Domain
import Metrics
import TestSupport
import Testing

/// 时间表 and 责任表: tasks by months, and units by tasks.
@Suite(.onEachEngine) struct TimetableTests {
  /// Task 1 by milestones, the last one on its due date; 2 with a due date of its own behind its
  /// milestone; 3 by its due date; 4 completed; 5 not yet begun; 6 over two years; 7 goes on and on.
  static let ledger = SmallLedger(
    """
    序号,任务,牵头单位,责任单位,开始日期,完成时限,状态,完成日期
    1,节点,甲局,,,2023-06-30,推进中,
    2,节点在前,甲局,,,2023-09-30,推进中,
    3,无节点,甲局,各县区,,2023-02-28,推进中,
    4,已完成,乙局,,,2023-06-30,已完成,2023-02-01
    5,未开始,乙局,,2023-07-01,2023-10-31,未启动,
    6,跨年,乙局,,,2024-12-31,推进中,
    7,长期,乙局,,,,长期坚持,
    8,取消,乙局,,,2023-03-31,取消,
    """,
    [
      .milestones: """
      任务,节点,时限,完成日期
      1,一,2023-01-31,2023-01-31
      1,二,2023-03-31,
      1,三,2023-06-30,
      2,一,2023-03-01,2023-02-28
      2,二,2023-03-15,
      5,一,2023-08-31,
      6,今年,2023-12-31,
      6,明年,2024-12-31,
      """
    ])

  private func marks(_ day: String) throws -> String {
    let table = try Self.ledger.at(day).moment.table("metrics/timetable")
    let rows = table.rows.map { Row(table: table, values: $0) }
    return Dictionary(grouping: rows) { $0.text("number") }.sorted { $0.key < $1.key }
      .map { number, rows in
        let marks = rows.map { row in
          let mark = row["mark"].text ?? ""
          return mark.isEmpty ? "." : "\(mark) \(row.text("open"))/\(row.text("items"))"
        }
        return "\(number) " + marks.joined(separator: " | ")
      }.joined(separator: "\n")
  }

  @Test func everyTaskHasTwelveMonths() throws {
    let table = try Self.ledger.at("2023-03-01").moment.table("metrics/timetable")
    let rows = table.rows.map { Row(table: table, values: $0) }
    #expect(rows.count == 7 * 12)
    #expect(Set(rows.map { $0.text("month") }).count == 12)
    #expect(rows.prefix(2).map { $0.text("month") } == ["2023-01", "2023-02"])
    #expect(rows.prefix(12).map { $0.text("month_number") } == (1...12).map(String.init))
  }

  @Test func whatFallsDueInEachMonth() throws {
    try expect(
      marks("2023-03-01"),
      is: """
        1 done 0/1 | . | milestone 1/1 | . | . | due 1/1 | . | . | . | . | . | .
        2 . | . | milestone 1/2 | . | . | . | . | . | due 1/1 | . | . | .
        3 . | overdue 1/1 | . | . | . | . | . | . | . | . | . | .
        4 . | . | . | . | . | done 0/1 | . | . | . | . | . | .
        5 . | . | . | . | . | . | . | milestone 1/1 | . | due 1/1 | . | .
        6 . | . | . | . | . | . | . | . | . | . | . | milestone 1/1
        7 . | . | . | . | . | . | . | . | . | . | . | .
        """)
  }

  /// On the very day nothing is overdue; the day after it is.
  @Test(arguments: [
    ("2023-02-28", "3 . | due 1/1 | . | . | . | . | . | . | . | . | . | ."),
    ("2023-03-31", "1 done 0/1 | . | milestone 1/1 | . | . | due 1/1 | . | . | . | . | . | ."),
    ("2023-04-01", "1 done 0/1 | . | overdue 1/1 | . | . | due 1/1 | . | . | . | . | . | ."),
  ])
  func edges(_ day: String, _ expected: String) throws {
    #expect(try marks(day).split(separator: "\n").contains(Substring(expected)))
  }

  @Test func dutiesOfUnits() throws {
    try expect(
      Self.ledger.at("2023-03-01").table("duty_table", "unit role number due status light"),
      is: """
        unit  role         number  due         status       light
        a     lead         1       2023-06-30  in_progress  未填报
        a     lead         2       2023-09-30  in_progress  未填报
        a     lead         3       2023-02-28  in_progress  逾期
        b     lead         4       2023-06-30  completed    已完成
        b     lead         5       2023-10-31  not_started  ·
        b     lead         6       2024-12-31  in_progress  未填报
        b     lead         7       ·           ongoing      ·
        b     lead         8       2023-03-31  cancelled    ·
        c     responsible  3       2023-02-28  in_progress  逾期
        d     responsible  3       2023-02-28  in_progress  逾期
        e     responsible  3       2023-02-28  in_progress  逾期
        """)
  }

  /// A unit with a line of its own has the light of that line.
  @Test func lightsOfOwnLines() throws {
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,责任单位,完成时限,状态,进度,进展情况,滞后原因
      1,甲,甲局,各县区、乙局,2023-06-30,推进中,60%,总体推进,资金未到
      """,
      [
        .assignments: """
        任务,单位,角色,状态,进度,完成日期,进展情况
        1,丙县,责任,已完成,100%,2023-06-01,已办结
        1,丁县,责任,推进中,50%,,
        1,乙局,责任,取消,,,
        """
      ])
    try expect(
      ledger.at("2023-07-01").table(
        "unit_task_list", "unit is_lead own_line light progress_note delay_reason days"),
      is: """
        unit  is_lead  own_line  light   progress_note  delay_reason  days
        a     1        0         逾期    总体推进       资金未到      1
        b     0        1         ·       总体推进       资金未到      ·
        c     0        1         已完成  已办结         资金未到      ·
        d     0        1         逾期    总体推进       资金未到      1
        """)
    try expect(
      ledger.at("2023-06-30").table("duty_table", "unit status light"),
      is: """
        unit  status       light
        a     in_progress  严重滞后
        b     cancelled    ·
        c     completed    已完成
        d     in_progress  严重滞后
        e     in_progress  严重滞后
        """)
  }
}
