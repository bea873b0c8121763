import Domain
import TestSupport
import Testing

/// Which tasks are counted, and what their status says.
@Suite(.onEachEngine) struct StatusTests {
  static let tasks = """
    序号,任务,牵头领导,牵头单位,开始日期,完成时限,状态,进度,完成日期,销号日期,完成预期
    1,未启动,张三,甲局,,2023-12-31,未启动,,,,
    2,推进中,张三、李四（协助）,甲局,2023-09-25,2023-12-31,推进中,0%,,,能确保
    3,已完成,李四,甲局,,2023-12-31,已完成,100%,2023-09-25,,
    4,已销号,李四,甲局,,2023-12-31,已销号,100%,2023-06-30,2023-07-05,
    5,截止后销号,,甲局,,2023-12-31,已销号,,2023-06-30,2023-09-26,
    6,暂停,,乙局,,2023-06-30,暂停,40%,,,
    7,取消,,乙局,,2023-06-30,取消,40%,,,
    8,转办,,乙局,,2023-06-30,转办,40%,,,
    9,长期坚持,,乙局,,2023-06-30,长期坚持,40%,,,
    10,未到开始日期,,乙局,2023-09-26,2023-12-31,未启动,,,,
    """

  @Test func whatIsCounted() throws {
    let moment = try SmallLedger(Self.tasks).at("2023-09-25")
    try expect(
      moment.tasks("status counted completed accepted due_items overdue scheduled gap light"),
      is: """
        task  status       counted  completed  accepted  due_items  overdue  scheduled  gap      light
        1     not_started  1        0          0         0          0        750000     ·        未填报
        2     in_progress  1        0          0         0          0        750000     -750000  严重滞后
        3     completed    1        1          0         0          0        750000     250000   已完成
        4     accepted     1        1          1         0          0        750000     250000   已完成
        5     accepted     1        1          0         0          0        750000     250000   已完成
        6     suspended    1        0          0         1          1        1000000    -600000  暂停
        7     cancelled    0        0          0         0          0        ·          ·        ·
        8     transferred  0        0          0         0          0        ·          ·        ·
        9     ongoing      0        0          0         0          0        ·          ·        ·
        10    not_started  0        0          0         0          0        ·          ·        ·
        """)
    try expect(
      moment.completion("tasks in_force completed accepted ongoing suspended expected"),
      is: "tasks=10 in_force=6 completed=3 accepted=1 ongoing=1 suspended=1 expected=4")
  }

  @Test func emptyProgressIsNotFilledAndNeverZero() throws {
    let moment = try SmallLedger(Self.tasks).at("2023-09-25")
    try expect(
      moment.completion("filled behind ahead gap_sum"),
      is: "filled=5 behind=2 ahead=3 gap_sum=-600000")
    try expect(moment.findings("not_filled"), is: ["not_filled warn 1 未启动"])
    try expect(
      moment.table("key_figures", "figure numerator denominator").split(separator: "\n")
        .filter { $0.hasPrefix("not_filled") || $0.hasPrefix("schedule") },
      is: [
        "schedule_behind        2          5", "not_filled             1          6",
      ])
  }

  @Test func byLeaderAndUnit() throws {
    let moment = try SmallLedger(Self.tasks).at("2023-09-25")
    try expect(
      moment.table("completion_by_leader", "leader tasks assisting in_force completed accepted"),
      is: """
        leader  tasks  assisting  in_force  completed  accepted
        张三    2      0          2         0          0
        李四    3      1          3         2          1
        """)
    try expect(
      moment.table("leader_task_list", "leader task assisting counted completed accepted"),
      is: """
        leader  task  assisting  counted  completed  accepted
        张三    1     0          1        0          0
        张三    2     0          1        0          0
        李四    2     1          1        0          0
        李四    3     0          1        1          0
        李四    4     0          1        1          1
        """)
    try expect(
      moment.table(
        "completion_by_unit", "unit tasks in_force completed accepted ongoing suspended overdue"),
      is: """
        unit  tasks  in_force  completed  accepted  ongoing  suspended  overdue
        a     5      5         3          1         0        0          0
        b     5      1         0          0         1        1          1
        """)
  }

  @Test func lightsFollowThePlansOrder() throws {
    let moment = try SmallLedger(Self.tasks).at("2023-09-25")
    try expect(
      moment.table("lights", "ordinal light colour tasks in_force"),
      is: """
        ordinal  light     colour  tasks  in_force
        1        已完成    blue    3      6
        2        暂停      grey    1      6
        3        逾期      red     0      6
        4        严重滞后  red     1      6
        5        滞后      yellow  0      6
        6        未填报    grey    1      6
        7        正常      green   0      6
        """)
  }

  /// Thirty points behind is already far behind; due within fifteen days counts the last of them.
  @Test func theThresholdsOfLightsBelongToThem() throws {
    var ledger = SmallLedger(
      """
      序号,任务,牵头单位,完成时限,状态,进度
      1,甲,甲局,2023-12-31,推进中,45%
      2,乙,甲局,2023-12-31,推进中,45.1%
      3,丙,甲局,2023-12-31,推进中,65%
      4,丁,甲局,2023-12-31,推进中,65.1%
      5,戊,甲局,2023-10-10,推进中,75%
      6,己,甲局,2023-10-11,推进中,75%
      7,庚,甲局,2023-09-25,推进中,99%
      8,辛,甲局,2023-09-24,推进中,99%
      """)
    ledger.plan.lights.insert(
      Plan.Light(word: "临期", colour: .orange, condition: .dueWithin, threshold: 15), at: 5)
    try expect(
      ledger.at("2023-09-25").tasks("gap light"),
      is: """
        task  gap      light
        1     -300000  严重滞后
        2     -299000  滞后
        3     -100000  滞后
        4     -99000   正常
        5     0        临期
        6     0        正常
        7     -10000   临期
        8     -10000   逾期
        """)
  }

  @Test func aTaskThatIsGone() throws {
    let heading = "序号,任务,牵头单位,状态,完成日期\n"
    var ledger = SmallLedger(
      heading + "1,留,甲局,推进中,\n2,去,甲局,推进中,\n3,完成后去,甲局,已完成,2023-03-01\n4,取消后去,甲局,取消,")
    ledger.add(on: "2023-06-25", heading + "1,留,甲局,推进中,")
    try expect(ledger.at("2023-06-24").findings("gone"), is: [])
    try expect(ledger.at("2023-06-25").findings("gone"), is: ["gone_task warn 2 去"])
    try expect(ledger.at("2023-06-25").completion("tasks"), is: "tasks=1")
  }

  /// 0.85 is 0.85 %, as it is written; who means 85 is told. 1 % and none at all are in order.
  @Test func aFractionForAPercentageIsSaid() throws {
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,完成时限,状态,进度
      1,小数,甲局,2023-09-25,推进中,0.85
      2,百分之一,甲局,2023-09-25,推进中,1
      3,未动,甲局,2023-09-25,推进中,0
      4,分工,甲局、乙局,2023-09-25,推进中,50
      """,
      [.assignments: "任务,单位,角色,状态,进度\n4,乙局,牵头,推进中,0.5\n"])
    try expect(
      ledger.at("2023-06-30").findings("below_one"),
      is: [
        "progress_below_one_per_cent warn 1 小数", "progress_below_one_per_cent warn 4 b 分工",
      ])
  }
}
