import Domain
import Metrics
import TestSupport
import Testing

/// What is slow, why, what is to be coordinated, and what each unit has to do next.
@Suite(.onEachEngine) struct ListTests {
  static let ledger = SmallLedger(
    """
    序号,任务,牵头单位,责任单位,配合单位,完成时限,状态,进度,完成日期,滞后原因,原因性质,下一步措施,需协调事项,提请层级
    1,逾期,甲局,,丁县,2023-06-24,推进中,60%,,人手不足,主观,加派人手,借调两人,市政府分管领导
    2,久逾期,甲局、乙局,,,2023-05-31,推进中,60%,,汛期停工,客观,抢工,,
    3,滞后,甲局,,,2023-12-31,推进中,10%,,,,,协调用地,联席会议
    4,更滞后,乙局,,,2023-12-31,推进中,5%,,审批未下,客观,,统一口径,
    5,当日到期,丙县,,,2023-06-25,推进中,60%,,,,,,
    6,已完成,丙县,甲局,,2023-06-25,已完成,,2023-06-25,,,,已协调,联席会议
    7,未填报,丙县,,,2023-12-31,推进中,,,,,,,
    """)

  @Test func theWorstFirst() throws {
    let open = try Self.ledger.at("2023-06-25")
    try expect(
      open.table("slow_items", "ordinal number kind days gap light delay_reason next_step"),
      is: """
        ordinal  number  kind     days  gap      light     delay_reason  next_step
        1        2       overdue  25    -400000  逾期      汛期停工      抢工
        2        1       overdue  1     -400000  逾期      人手不足      加派人手
        3        4       behind   ·     -450000  严重滞后  审批未下      ·
        4        3       behind   ·     -400000  严重滞后  ·             ·
        5        5       behind   ·     -400000  严重滞后  ·             ·
        """)
    try expect(
      open.table("overdue_by_unit", "ordinal unit overdue overdue_days behind"),
      is: """
        ordinal  unit  overdue  overdue_days  behind
        1        a     2        26            3
        2        b     1        25            2
        3        c     0        0             1
        """)
  }

  @Test func reasonsOfDelay() throws {
    try expect(
      Self.ledger.at("2023-06-25").table(
        "delay_reasons", "reason_kind tasks overdue behind explained"),
      is: """
        reason_kind  tasks  overdue  behind  explained
        subjective   1      1        0       1
        objective    2      1        1       2
                     2      0        2       0
        """)
  }

  @Test func itemsToBeCoordinated() throws {
    let open = try Self.ledger.at("2023-06-25")
    try expect(
      open.table("coordination", "number needs_coordination escalate_to light"),
      is: """
        number  needs_coordination  escalate_to     light
        1       借调两人            市政府分管领导  逾期
        3       协调用地            联席会议        严重滞后
        4       统一口径            ·               严重滞后
        """)
    try expect(
      open.table("coordination_by_level", "escalate_to tasks"),
      is: """
        escalate_to     tasks
                        1
        市政府分管领导  1
        联席会议        1
        """)
  }

  @Test func whatEachUnitHasToDoNext() throws {
    try expect(
      Self.ledger.at("2023-06-25").table("unit_next_due", "unit number role due days_left"),
      is: """
        unit  number  role     due         days_left
        a     2       lead     2023-05-31  -25
        a     1       lead     2023-06-24  -1
        a     3       lead     2023-12-31  189
        b     2       lead     2023-05-31  -25
        b     4       lead     2023-12-31  189
        c     5       lead     2023-06-25  0
        c     7       lead     2023-12-31  189
        d     1       support  2023-06-24  -1
        """)
  }

  /// A milestone of one county is not the others' to do.
  @Test func milestonesOfSingleUnits() throws {
    let ledger = SmallLedger(
      "序号,任务,牵头单位,责任单位,完成时限,状态\n1,甲,甲局,丙县、丁县,2023-12-31,推进中",
      [
        .milestones: """
        任务,节点,单位,时限,完成日期
        1,报送,丙县,2023-06-30,
        1,报送,丁县,2023-06-30,2023-06-20
        1,验收,,2023-12-31,
        """
      ])
    try expect(
      ledger.at("2023-06-25").table("unit_next_due", "unit milestone milestone_unit due"),
      is: """
        unit  milestone  milestone_unit  due
        a     验收                       2023-12-31
        c     报送       c               2023-06-30
        c     验收                       2023-12-31
        d     验收                       2023-12-31
        """)
  }

  /// Up to the cut-off, its own day included.
  @Test func whatWasNotedForTheAssessment() throws {
    let ledger = SmallLedger(
      RegisterTests.tasks,
      [
        .events: """
        单位,任务,日期,类别,数量,依据
        丙县,2,2023-06-25,批示表扬,,示例
        甲局,,2023-05-01,退回,2,
        甲局,,2023-06-26,约谈,1,
        """
      ])
    try expect(
      ledger.at("2023-06-25").table("event_list", "unit occurred_on kind number quantity basis"),
      is: """
        unit  occurred_on  kind      number  quantity  basis
        a     2023-05-01   退回      ·       2000000
        c     2023-06-25   批示表扬  2       1000000   示例
        """)
  }

  /// 丁县 supports task 1; collectives and units out of office are not listed.
  @Test func unitsAndWhatTheySupport() throws {
    let open = try Self.ledger.at("2023-06-25")
    try expect(
      open.table("unit_list", "unit tasks lead_tasks"),
      is: """
        unit  tasks  lead_tasks
        a     4      3
        b     2      2
        c     3      3
        d     1      0
        """)
    try expect(
      open.table("completion_by_support_unit", "unit tasks in_force overdue overdue_days"),
      is: """
        unit  tasks  in_force  overdue  overdue_days
        d     1      1         1        1
        """)
    let collective = SmallLedger(
      "序号,任务,牵头单位,责任单位,完成时限,状态\n1,甲,甲局,各县区、各单位,2023-12-31,推进中")
    try expect(
      collective.at("2023-07-01").table("unit_list", "unit tasks"),
      is: "unit  tasks\na     1\nc     1\nd     1")
  }

  /// Who owes a report or a news item is listed without a task, too.
  @Test func unitsThatOweWithoutTasks() throws {
    var ledger = SmallLedger("序号,任务,牵头单位,完成时限,状态\n1,甲,甲局,2023-12-31,推进中")
    ledger.plan.quotas = [.init(group: "县区", items: 1)]
    try expect(
      ledger.at("2023-07-01").table("unit_list", "unit tasks lead_tasks"),
      is: "unit  tasks  lead_tasks\na     1      1\nc     0      0\nd     0      0")
  }
}
