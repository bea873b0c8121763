import Domain
import TestSupport
import Testing

/// Tasks that are judged by their milestones.
@Suite(.onEachEngine) struct MilestoneTests {
  static let tasks = """
    序号,分类,任务,牵头单位,完成时限,状态,完成日期
    1,一,有节点,甲局,2023-12-31,推进中,
    2,一,末个节点随延期,甲局,2023-06-30,推进中,
    3,一,节点无完成日期,甲局,2023-12-31,已完成,2023-08-01
    4,二,节点在次年,甲局,2023-08-31,推进中,
    5,二,无节点,甲局,2023-09-25,推进中,
    """
  static let milestones = """
    任务,节点,时限,完成日期
    1,甲,2023-03-31,2023-03-30
    1,乙,2023-06-30,
    1,丙,2024-03-31,
    2,甲,2023-03-31,2023-03-31
    2,乙,2023-06-30,
    3,甲,2023-05-31,
    4,甲,2024-05-31,
    """

  private let ledger = SmallLedger(
    tasks,
    [
      .milestones: milestones,
      .extensions: "任务,申请日期,批准日期,新时限\n2,2023-06-20,2023-06-28,2023-09-30",
    ])

  @Test func milestonesStandForTheTask() throws {
    let moment = try ledger.at("2023-09-25")
    try expect(
      moment.tasks("due due_items due_completed on_time overdue days original_days"),
      is: """
        task  due         due_items  due_completed  on_time  overdue  days  original_days
        1     2023-12-31  2          1              1        1        87    87
        2     2023-09-30  1          1              1        0        ·     87
        3     2023-12-31  1          1              0        0        ·     ·
        4     2023-08-31  1          0              0        1        25    25
        5     2023-09-25  1          0              0        0        ·     ·
        """)
    try expect(moment.completion("late late_days"), is: "late=1 late_days=62")
    try expect(
      moment.table("due_in_period", "section due completed open overdue"),
      is: """
        section  due  completed  open  overdue
        一       5    3          2     1
        二       2    0          2     1
        """)
    try expect(
      moment.table("overdue_and_behind", "kind task milestone due days"),
      is: """
        kind     task  milestone  due         days
        overdue  1     乙         2023-06-30  87
        overdue  4                2023-08-31  25
        """)
  }

  /// Before the extension was approved the milestone stood where the task did.
  @Test func aMilestoneOnTheDueDateMovesWithIt() throws {
    try expect(ledger.at("2023-06-27").completion("due overdue"), is: "due=3 overdue=1")
    let later = try ledger.at("2023-10-01").tasks("due_items overdue days")
    #expect(later.contains("\n2     2          1        1\n"))
  }

  @Test func checksOfMilestones() throws {
    let moment = try ledger.at("2023-12-31")
    try expect(
      moment.findings("milestone"),
      is: [
        "last_milestone_before_due warn 3 节点无完成日期",
        "milestone_after_due warn 1 丙 2024-03-31",
        "milestone_after_due warn 4 甲 2024-05-31",
      ])
  }
}
