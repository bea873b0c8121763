import Definitions
import Domain
import Metrics
import TestSupport
import Testing

/// Parent tasks and their parts, milestones, and what awaits acceptance.
@Suite(.onEachEngine) struct ParentTests {
  static let tasks = """
    序号,任务,上级任务,牵头单位,完成时限,状态,进度,完成日期,销号日期
    1,总任务,,甲局,2023-12-31,已完成,,2023-06-01,
    2,分项一,1,甲局,2023-06-24,推进中,80%,,
    3,分项二,1,乙局,2023-06-25,已完成,,2023-06-20,2023-06-22
    4,分项二之一,3,乙局,2023-09-30,取消,,,
    5,独立,,丙县,2023-06-25,已完成,,2023-06-25,
    """

  @Test func partsAndTheirParts() throws {
    let open = try SmallLedger(Self.tasks).at("2023-06-25")
    try expect(
      open.table(
        "parent_tasks", "number status parts in_force completed accepted overdue last_due"),
      is: """
        number  status     parts  in_force  completed  accepted  overdue  last_due
        1       completed  3      2         1          1         1        2023-06-25
        3       completed  1      0         0          0         0        ·
        """)
    // Each is a task of its own in the plan's figures.
    try expect(open.completion("tasks in_force completed"), is: "tasks=5 in_force=4 completed=3")
    try expect(
      open.findings("parent_before_parts"), is: ["parent_before_parts warn 2 分项一 < 总任务"])
  }

  @Test func withoutParents() throws {
    let open = try SmallLedger(RegisterTests.tasks).at("2023-06-25")
    #expect(try open.moment.table("metrics/parent_tasks").rows.isEmpty)
    #expect(try open.findings("parent_before_parts").isEmpty)
  }

  @Test func theLongestWaitingForAcceptance() throws {
    let open = try SmallLedger(Self.tasks).at("2023-06-25")
    try expect(
      open.table("awaiting_acceptance", "ordinal number done_on days"),
      is: """
        ordinal  number  done_on     days
        1        1       2023-06-01  24
        2        5       2023-06-25  0
        """)
  }

  /// Due on the day, done on the day, done late, on a leap day, with an extension asked for on the
  /// due date; those of next year do not count yet.
  @Test func milestonesOnEdgeDays() throws {
    var ledger = SmallLedger(
      "序号,任务,牵头单位,完成时限,状态\n1,甲,甲局,2024-02-29,推进中\n2,乙,甲局,2025-12-31,推进中",
      [
        .milestones: """
        任务,节点,单位,时限,完成日期
        1,当日完成,,2024-01-31,2024-01-31
        1,迟一日,,2024-01-31,2024-02-01
        1,闰日,,2024-02-29,
        2,上年,,2023-12-31,
        2,今年,,2024-12-31,
        2,明年,,2025-12-31,
        """
      ])
    ledger.plan = .standard(id: "p", year: 2024)
    let columns = "number milestone due done_on state days in_period"
    try expect(
      ledger.at("2024-02-29").table("milestone_list", columns),
      is: """
        number  milestone  due         done_on     state    days  in_period
        1       当日完成   2024-01-31  2024-01-31  done     ·     1
        1       迟一日     2024-01-31  2024-02-01  late     1     1
        1       闰日       2024-02-29  ·           open     ·     1
        2       上年       2023-12-31  ·           overdue  60    0
        2       今年       2024-12-31  ·           open     ·     0
        """)
    try expect(
      ledger.at("2024-03-01").table("milestone_list", "milestone state days"),
      is: """
        milestone  state    days
        当日完成   done     ·
        迟一日     late     1
        闰日       overdue  1
        上年       overdue  61
        今年       open     ·
        """)
    try expect(
      ledger.at("2024-02-28").table("timetable", "number month mark"),
      is: ledger.at("2024-02-29").table("timetable", "number month mark"))
  }

  /// Asked for on the due date itself an extension counts, a day later it does not.
  @Test(arguments: [
    ("2024-02-29", "due         state\n2024-03-31  open"),
    ("2024-03-01", "due         state\n2024-02-29  overdue"),
  ])
  func anExtensionAskedForOnTheDueDate(_ asked: String, _ expected: String) throws {
    var ledger = SmallLedger(
      "序号,任务,牵头单位,完成时限,状态\n1,甲,甲局,2024-02-29,推进中",
      [
        .milestones: "任务,节点,时限,完成日期\n1,闰日,2024-02-29,",
        .extensions: "任务,申请日期,批准日期,新时限\n1,\(asked),2024-03-05,2024-03-31",
      ])
    ledger.plan = .standard(id: "p", year: 2024)
    try expect(ledger.at("2024-03-10").table("milestone_list", "due state"), is: expected)
  }
}
