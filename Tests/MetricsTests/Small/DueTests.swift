import Definitions
import Domain
import Metrics
import TestSupport
import Testing

/// When an item is due, overdue, on time and late.
@Suite struct DueTests {
  @Test func theDayItselfIsDueAndNotOverdue() throws {
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,完成时限,状态,完成日期
      1,当日到期,甲局,2023-09-25,推进中,
      2,前日到期,甲局,2023-09-24,推进中,
      3,次日到期,甲局,2023-09-26,推进中,
      4,当日完成,甲局,2023-09-20,已完成,2023-09-20
      5,次日完成,甲局,2023-09-20,已完成,2023-09-21
      6,截止后完成,甲局,2023-09-20,已完成,2023-09-26
      """)
    let moment = try ledger.at("2023-09-25")
    try expect(
      moment.tasks("completed due_items due_completed on_time overdue days workdays"),
      is: """
        task  completed  due_items  due_completed  on_time  overdue  days  workdays
        1     0          1          0              0        0        ·     ·
        2     0          1          0              0        1        1     1
        3     0          0          0              0        0        ·     ·
        4     1          1          1              1        0        ·     ·
        5     1          1          1              0        0        ·     ·
        6     0          1          0              0        1        5     3
        """)
    try expect(
      moment.completion("due due_completed on_time overdue overdue_days late late_days"),
      is: "due=5 due_completed=2 on_time=1 overdue=2 overdue_days=6 late=1 late_days=1")
  }

  @Test func theLastOfFebruary() throws {
    var ledger = SmallLedger(
      "序号,任务,牵头单位,完成时限,状态\n1,闰日到期,甲局,2024-02-29,推进中")
    ledger.plan = .standard(id: "p", year: 2024)
    let columns = "due due_items overdue days workdays"
    try expect(
      ledger.at("2024-02-29").tasks(columns),
      is: """
        task  due         due_items  overdue  days  workdays
        1     2024-02-29  1          0        ·     ·
        """)
    try expect(
      ledger.at("2024-03-01").tasks(columns),
      is: """
        task  due         due_items  overdue  days  workdays
        1     2024-02-29  1          1        1     1
        """)
  }

  @Test func theYearsEnd() throws {
    let ledger = SmallLedger(
      "序号,任务,牵头单位,完成时限,状态\n1,年底到期,甲局,2023-12-31,推进中")
    let columns = "due_items overdue days workdays"
    try expect(
      ledger.at("2023-12-31").tasks(columns),
      is: """
        task  due_items  overdue  days  workdays
        1     1          0        ·     ·
        """)
    // New Year's day is a holiday.
    try expect(
      ledger.at("2024-01-02").tasks(columns),
      is: """
        task  due_items  overdue  days  workdays
        1     1          1        2     1
        """)
  }

  /// Due dates and days, and how many working days lie between them, the last one counted.
  @Test(arguments: [
    // The Dragon Boat holidays: Thursday to Saturday off, Sunday 25 June worked.
    ("2023-06-21", "2023-06-25", 4, 1), ("2023-06-24", "2023-06-25", 1, 1),
    ("2023-06-21", "2023-06-24", 3, 0),
    // National Day: off from Friday 29 September to 6 October, the weekend after worked.
    ("2023-09-28", "2023-10-06", 8, 0), ("2023-09-28", "2023-10-09", 11, 3),
    // An ordinary weekend, and one across the years.
    ("2023-09-08", "2023-09-11", 3, 1), ("2023-12-29", "2024-01-02", 4, 1),
  ])
  func workingDays(_ due: String, _ day: String, _ days: Int, _ workdays: Int) throws {
    let ledger = SmallLedger("序号,任务,牵头单位,完成时限,状态\n1,甲,甲局,\(due),推进中")
    try expect(
      ledger.at(day).table("overdue", "overdue days workdays").split(separator: "\n").last,
      is: TextTable(rows: [["overdue", "days", "workdays"], ["1", "\(days)", "\(workdays)"]])
        .text.split(separator: "\n").last)
  }

  @Test func aYearWithoutCalendarIsAFinding() throws {
    var ledger = SmallLedger(
      """
      序号,任务,牵头单位,责任单位,完成时限,状态,进度
      1,甲,甲局,各单位,2023-12-29,推进中,90%
      2,乙,甲局,,2023-12-31,已取消,
      """)
    ledger.calendarYears = 2023...2023
    let moment = try ledger.at("2024-01-03")
    try expect(
      moment.tasks("overdue days workdays"),
      is: """
        task  overdue  days  workdays
        1     1        5     ·
        2     0        ·     ·
        """)
    try expect(
      moment.findings(),
      is: ["missing_calendar_year fail 2024", "collective_without_members warn n 各单位"])
    try expect(ledger.at("2023-12-31").findings(" fail "), is: [])
  }

  @Test func dueInThePeriod() throws {
    let moment = try SmallLedger(
      """
      序号,分类,任务,牵头单位,完成时限,状态,完成日期,预计完成日期,完成预期
      1,一,期初,甲局,2023-01-01,已完成,2023-01-01,,
      2,一,期末,甲局,2023-06-30,推进中,,,能确保
      3,一,逾期,甲局,2023-06-24,推进中,,2023-06-30,
      4,二,预计期后,甲局,2023-06-26,推进中,,2023-07-01,有困难
      5,二,期外,甲局,2023-07-01,推进中,,2023-06-28,
      6,二,前一年,甲局,2022-12-31,推进中,,2023-06-30,
      """
    ).at("2023-06-25")
    try expect(
      moment.table("due_in_period", "section due completed open overdue expected"),
      is: """
        section  due  completed  open  overdue  expected
        一       3    1          2     1        2
        二       1    0          1     0        0
        """)
    // Of all in force: 1 is done; 2, 3, 5 and 6 are expected.
    try expect(
      moment.completion("in_force completed expected"), is: "in_force=6 completed=1 expected=5")
  }

  @Test(arguments: [
    (["2023-09-20"], "1  5  5  5  1"), (["2023-09-20", "2023-09-15"], "2  15  10  15  2"),
    (["2023-09-20", "2023-09-15", "2023-08-26"], "3  45  30  10  1"),
    (["2023-09-20", "2023-09-20", "2023-09-15", "2023-08-26"], "4  50  30  15  2"),
    ([], "0  0  0  0  0"),
  ])
  func theMedianOfDaysOverdue(_ dues: [String], _ expected: String) throws {
    let rows = dues.enumerated().map { "\n\($0 + 1),任务\($0),甲局,\($1),推进中" }
    let ledger = SmallLedger(
      "序号,任务,牵头单位,完成时限,状态" + rows.joined() + "\n9,未到期,甲局,2023-12-31,推进中")
    let moment = try ledger.at("2023-09-25").moment
    let row = try moment.table("metrics/overdue").rows[0]
    let cells = [row[0], row[1], row[3], row[4], row[5]].map(\.cell)
    #expect(cells.joined(separator: "  ") == expected)
  }
}
