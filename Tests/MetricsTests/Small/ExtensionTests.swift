import Domain
import TestSupport
import Testing

/// Which applications for a later date count.
@Suite(.onEachEngine) struct ExtensionTests {
  static let tasks =
    "序号,任务,牵头单位,完成时限,状态\n"
    + (1...6).map { "\($0),任务\($0),甲局,2023-06-30,推进中" }.joined(separator: "\n")

  static let extensions = """
    任务,申请日期,批准日期,新时限
    1,2023-06-20,2023-06-28,2023-09-30
    2,2023-06-30,2023-07-05,2023-09-30
    3,2023-07-01,2023-07-05,2023-09-30
    4,2023-06-20,2023-11-02,2023-09-30
    5,2023-06-20,2023-06-28,2023-09-30
    5,2023-09-30,2023-10-08,2023-11-30
    6,2023-06-20,2023-07-10,2023-09-30
    6,2023-07-05,2023-07-12,2023-10-30
    """

  /// 1 and 2 in time, 2 on the last day; 3 too late; 4 not yet approved; 5 two in a row; 6 asked
  /// for a second time before the first was approved, and after the date then in force.
  @Test func whatCounts() throws {
    let moment = try SmallLedger(Self.tasks, [.extensions: Self.extensions]).at("2023-10-31")
    try expect(
      moment.tasks("original_due due overdue days original_days"),
      is: """
        task  original_due  due         overdue  days  original_days
        1     2023-06-30    2023-09-30  1        31    123
        2     2023-06-30    2023-09-30  1        31    123
        3     2023-06-30    2023-06-30  1        123   123
        4     2023-06-30    2023-06-30  1        123   123
        5     2023-06-30    2023-11-30  0        ·     123
        6     2023-06-30    2023-09-30  1        31    123
        """)
    try expect(
      moment.completion("overdue overdue_days original_overdue original_overdue_days"),
      is: "overdue=5 overdue_days=339 original_overdue=6 original_overdue_days=738")
    try expect(
      moment.findings("extension"),
      is: [
        "extension_not_counted warn 3 申请 2023-07-01，拟延至 2023-09-30",
        "extension_not_counted warn 4 申请 2023-06-20，拟延至 2023-09-30",
        "extension_not_counted warn 6 申请 2023-07-05，拟延至 2023-10-30",
      ])
  }

  @Test func approvalsCountFromTheirDayOn() throws {
    let ledger = SmallLedger(Self.tasks, [.extensions: Self.extensions])
    try expect(
      ledger.at("2023-06-27").tasks("due"),
      is: """
        task  due
        1     2023-06-30
        2     2023-06-30
        3     2023-06-30
        4     2023-06-30
        5     2023-06-30
        6     2023-06-30
        """)
    try expect(
      ledger.at("2023-07-05").tasks("due"),
      is: """
        task  due
        1     2023-09-30
        2     2023-09-30
        3     2023-06-30
        4     2023-06-30
        5     2023-09-30
        6     2023-06-30
        """)
  }

  /// The list shows a date that was refused: it is the one in force, and a check says so.
  @Test func aListedDateThatMovedByItself() throws {
    let moved = """
      序号,任务,牵头单位,完成时限,状态,变更依据
      1,自行调整,甲局,2023-09-30,推进中,
      2,有依据,甲局,2023-09-30,推进中,市政府会议纪要
      3,提前,甲局,2023-05-31,推进中,
      """
    var ledger = SmallLedger(
      """
      序号,任务,牵头单位,完成时限,状态
      1,自行调整,甲局,2023-06-30,推进中
      2,有依据,甲局,2023-06-30,推进中
      3,提前,甲局,2023-06-30,推进中
      """)
    ledger.add(
      on: "2023-07-10", moved,
      [.extensions: "任务,申请日期,批准日期,新时限\n1,2023-07-01,2023-07-05,2023-09-30"])
    let moment = try ledger.at("2023-09-25")
    try expect(
      moment.tasks("original_due due overdue days original_days"),
      is: """
        task  original_due  due         overdue  days  original_days
        1     2023-06-30    2023-09-30  0        ·     87
        2     2023-06-30    2023-09-30  0        ·     87
        3     2023-06-30    2023-05-31  1        117   87
        """)
    try expect(
      moment.findings("extension"),
      is: [
        "due_moved_without_extension warn 1 2023-06-30 → 2023-09-30"
      ])
    // Before the ledger of July there was nothing to move.
    try expect(ledger.at("2023-07-09").tasks("due").contains("2023-09-30"), is: false)
  }

  @Test func anApplicationForNoLaterDayIsSaid() throws {
    let moment = try SmallLedger(
      Self.tasks,
      [
        .extensions: """
        任务,申请日期,批准日期,新时限
        1,2023-06-20,2023-06-28,2023-06-30
        2,2023-06-20,2023-06-28,2023-07-01
        3,2023-06-20,2023-06-28,2022-09-30
        """
      ]
    ).at("2023-06-30")
    try expect(
      moment.findings("earlier"),
      is: [
        "extension_to_earlier_date warn 1 2023-06-30 → 2023-06-30",
        "extension_to_earlier_date warn 3 2023-06-30 → 2022-09-30",
      ])
  }
}
