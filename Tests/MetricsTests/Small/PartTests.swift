import Domain
import Metrics
import TestSupport
import Testing

/// What each unit is judged by.
@Suite(.onEachEngine) struct PartTests {
  /// One task, half done, two leads: 乙局 has finished its part; 丙县 was taken out.
  @Test func anOwnLineSpeaksForItsUnit() throws {
    let ledger = SmallLedger(
      "序号,任务,牵头单位,责任单位,完成时限,状态,进度\n1,甲,甲局、乙局,各县区,2023-06-30,推进中,50%",
      [
        .assignments: """
        任务,单位,角色,状态,进度,完成日期
        1,乙局,牵头,已完成,100%,2023-06-30
        1,丙县,责任,取消,,
        1,丁县,配合,推进中,,
        """
      ])
    let moment = try ledger.at("2023-07-03")
    try expect(
      moment.table(
        "unit_task_list",
        "unit role own_line status counted completed due_items on_time overdue gap"),
      is: """
        unit  role         own_line  status       counted  completed  due_items  on_time  overdue  gap
        a     lead         0         in_progress  1        0          1          0        1        -500000
        b     lead         1         completed    1        1          1          1        0        0
        c     responsible  1         cancelled    0        0          0          0        0        ·
        d     responsible  1         in_progress  1        0          1          0        1        ·
        """)
    try expect(
      moment.table("completion_by_unit", "unit tasks in_force completed overdue overdue_days"),
      is: """
        unit  tasks  in_force  completed  overdue  overdue_days
        a     1      1         0          1        3
        b     1      1         1          0        0
        """)
    // The plan counts the task once, as the task stands.
    try expect(
      moment.completion("tasks completed overdue overdue_days"),
      is: "tasks=1 completed=0 overdue=1 overdue_days=3")
    try expect(
      moment.table("completion_by_group", "ranking_group units tasks completed overdue"),
      is: """
        ranking_group  units  tasks  completed  overdue
        部门           2      2      1          1
        """)
  }

  /// Task 1 is completed though 丁县 has a line that is open: its part is not expected any more. Task 2
  /// is to be completed by the period's end, and so is each part of it.
  @Test func anOpenPartIsExpectedWithItsTask() throws {
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,责任单位,完成时限,状态,完成日期,预计完成日期
      1,已完成,甲局,丁县,2023-06-30,已完成,2023-06-20,
      2,预计完成,甲局,丁县,2023-06-30,推进中,,2023-06-28
      3,有困难,甲局,丁县,2023-06-30,推进中,,2023-07-28
      """,
      [
        .assignments: """
        任务,单位,角色,状态
        1,丁县,责任,推进中
        2,丁县,责任,推进中
        3,丁县,责任,推进中
        """
      ])
    try expect(
      ledger.at("2023-06-25").table("unit_task_list", "unit number completed expected"),
      is: """
        unit  number  completed  expected
        a     1       1          1
        a     2       0          1
        a     3       0          0
        d     1       0          0
        d     2       0          1
        d     3       0          0
        """)
  }

  /// A task that is ongoing, or not in force, is so for all of its units.
  @Test func aPartOfATaskThatIsNotCountedIsNotCounted() throws {
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,开始日期,完成时限,状态
      1,长期,甲局,,2023-06-30,长期坚持
      2,取消,甲局,,2023-06-30,取消
      3,未开始,甲局,2023-08-01,2023-12-31,未启动
      """,
      [
        .assignments:
          "任务,单位,角色,状态,进度\n1,甲局,牵头,推进中,10%\n2,甲局,牵头,推进中,10%\n3,甲局,牵头,推进中,10%"
      ])
    try expect(
      ledger.at("2023-07-03").table(
        "completion_by_unit", "unit tasks in_force ongoing due overdue filled"),
      is: """
        unit  tasks  in_force  ongoing  due  overdue  filled
        a     3      0         1        0    0        0
        """)
  }

  @Test func milestonesOfOneUnit() throws {
    let ledger = SmallLedger(
      "序号,任务,牵头单位,责任单位,完成时限,状态\n1,甲,甲局,丙县、丁县,2023-12-31,推进中",
      [
        .milestones: """
        任务,节点,单位,时限,完成日期
        1,通用,,2023-03-31,2023-03-31
        1,建成,丙县,2023-06-30,
        1,建成,丁县,2023-06-30,2023-06-30
        """
      ])
    let moment = try ledger.at("2023-07-03")
    try expect(
      moment.table("unit_task_list", "unit due_items due_completed on_time overdue days"),
      is: """
        unit  due_items  due_completed  on_time  overdue  days
        a     1          1              1        0        ·
        c     2          1              1        1        3
        d     2          2              2        0        ·
        """)
    try expect(
      moment.completion("due due_completed overdue"), is: "due=3 due_completed=2 overdue=1")
    try expect(
      moment.table("overdue_and_behind", "kind task milestone days"),
      is: """
        kind     task  milestone    days
        overdue  1     建成 · 丙县  3
        """)
  }

  /// 戊县 left on 30 June; a collective within a collective; one without members.
  @Test func collectivesStandForTheirMembersOfTheDay() throws {
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,责任单位,完成时限,状态
      1,县区,各县区,甲局,2023-12-31,推进中
      2,全体,乙局,各地各部门,2023-12-31,推进中
      3,不明,各单位,,2023-12-31,推进中
      4,兼任,丙县,各县区,2023-12-31,推进中
      """)
    func parts(_ day: String) throws -> String {
      try ledger.at(day).table("unit_task_list", "unit task role")
    }
    try expect(
      parts("2023-06-30"),
      is: """
        unit  task  role
        a     1     responsible
        a     2     responsible
        b     2     lead
        c     1     lead
        c     2     responsible
        c     4     lead
        d     1     lead
        d     2     responsible
        d     4     responsible
        e     1     lead
        e     2     responsible
        e     4     responsible
        n     3     lead
        """)
    #expect(try !parts("2023-07-01").contains("\ne "))
    try expect(
      ledger.at("2023-07-01").findings("collective"),
      is: ["collective_without_members warn n 各单位"])
  }

  /// Who leads where no lead is named.
  @Test(arguments: [
    (Plan.LeadPolicy.named, "a 1", ["no_lead warn 2 无牵头"]),
    (.firstListed, "a 1, c 2", []), (.common, "a 1, c 2, d 2", []),
  ])
  func leadPolicies(_ policy: Plan.LeadPolicy, _ leads: String, _ findings: [String]) throws {
    var ledger = SmallLedger(
      """
      序号,任务,牵头单位,责任单位,完成时限,状态
      1,有牵头,甲局,丙县、丁县,2023-12-31,推进中
      2,无牵头,,丙县、丁县,2023-12-31,推进中
      """)
    ledger.plan.leadPolicy = policy
    let moment = try ledger.at("2023-06-25")
    let table = try moment.moment.table("metrics/unit_task_list")
    let rows = table.rows.map { Row(table: table, values: $0) }.filter {
      $0.text("role") == "lead"
    }
    expect(rows.map { "\($0.text("unit")) \($0.text("task"))" }.joined(separator: ", "), is: leads)
    try expect(moment.findings("no_lead"), is: findings)
  }

  @Test func aUnitOutOfOffice() throws {
    let ledger = SmallLedger(
      "序号,任务,牵头单位,完成时限,状态\n1,甲,甲局,2023-12-31,推进中",
      [.units: SmallLedger.units.replacing("a,甲局,部门,1,", with: "a,甲局,部门,1,2024-12-31")])
    try expect(ledger.at("2024-12-31").findings("out_of_office"), is: [])
    try expect(
      ledger.at("2025-01-01").findings("out_of_office"),
      is: ["unit_out_of_office warn 1 a 甲局"])
  }
}
