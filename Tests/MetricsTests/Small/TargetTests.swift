import Domain
import Metrics
import TestSupport
import Testing

/// Quantified targets: by kind and direction, each counted once.
@Suite(.onEachEngine) struct TargetTests {
  static let targets = """
    编号,任务,指标,口径,目标值,类型,性质,基数,完成值,统计日期,同源指标,时限
    01,1,恰好,≥,90,水平,确保,80,90,2023-09-25,,2023-09-25
    02,1,差一点,不低于,90,水平,确保,,89.999999,2023-09-25,,2023-09-25
    03,1,恰好上限,≤,3,时限,确保,,3,2023-09-01,,2023-09-25
    04,1,超上限,不超过,3,时限,确保,,3.000001,2023-09-01,,2023-09-25
    05,1,计数超出,=,46,累计,确保,,47,2023-09-01,,2023-09-25
    06,1,计数不足,=,46,累计,确保,,45,2023-09-01,,2023-09-25
    07,1,清零,=,0,清零,确保,,1,2023-09-01,,2023-09-25
    08,1,时限内,=,5,时限,折算,,4,2023-09-01,,2023-09-25
    09,1,未统计,≥,1,累计,确保,,,,,2023-09-25
    10,1,截止后统计,≥,1,累计,确保,,2,2023-09-26,,2023-09-25
    11,1,力争,≥,1,累计,力争,,2,2023-09-01,,2023-09-25
    12,1,结构性,≥,1,累计,结构性,,0,2023-09-01,,2023-09-25
    13,2,重复,≥,90,水平,确保,,90,2023-09-01,01,2023-09-25
    """

  private func moment(_ targets: String = targets) throws -> OpenMoment {
    try SmallLedger(RegisterTests.tasks, [.targets: targets]).at("2023-09-25")
  }

  @Test func eachTarget() throws {
    try expect(
      moment().table(
        "target_list", "target number comparison actual state own_state apart same_as"),
      is: """
        target  number  comparison  actual    state         own_state     apart  same_as
        01      1       >=          90000000  met           met           0      ·
        02      1       >=          89999999  missed        missed        0      ·
        03      1       <=          3000000   met           met           0      ·
        04      1       <=          3000001   missed        missed        0      ·
        05      1       =           47000000  met           met           0      ·
        06      1       =           45000000  missed        missed        0      ·
        07      1       =           1000000   missed        missed        0      ·
        08      1       =           4000000   met           met           0      ·
        09      1       >=          ·         not_measured  not_measured  0      ·
        10      1       >=          2000000   not_measured  not_measured  0      ·
        11      1       >=          2000000   met           met           1      ·
        12      1       >=          0         missed        missed        1      ·
        13      2       >=          90000000  repeats       met           0      01
        """)
  }

  @Test func thoseThatRepeatAndThoseApartAreNoKeyFigure() throws {
    let key = try moment().moment.table("metrics/key_figures").rows.map { row in
      row.dropFirst().map(\.cell).joined(separator: " ")
    }
    #expect(key.suffix(2) == ["targets_met 4 10", "targets_on_schedule 0 0"])
  }

  @Test func byKindAndNature() throws {
    try expect(
      moment().table("targets_by_kind", "kind nature targets met missed not_measured"),
      is: """
        kind        nature        targets  met  missed  not_measured
        cumulative  binding       4        1    1       2
        deadline    binding       2        1    1       0
        level       binding       2        1    1       0
        zero        binding       1        0    1       0
        deadline    converted     1        1    0       0
        cumulative  aspirational  1        1    0       0
        cumulative  structural    1        0    1       0
        """)
  }

  @Test func byDirection() throws {
    try expect(
      moment().table("targets_by_direction", "direction apart targets met missed not_measured"),
      is: """
        direction  apart  targets  met  missed  not_measured
        at_least   0      4        1    1       2
        at_most    0      2        1    1       0
        exactly    0      4        2    2       0
        at_least   1      2        1    1       0
        """)
  }

  /// 湖政办发〔2019〕9号 says 17.6万人 among the tasks and 17.62万人 among the livelihood items: one
  /// indicator, shown in both lists, counted in one, even where only one of the two is reached.
  @Test func oneIndicatorInTwoLists() throws {
    let open = try moment(
      """
      编号,任务,指标,口径,目标值,计量单位,类型,性质,时限,完成值,统计日期,同源指标
      29-1,1,城镇新增就业,≥,17.6,万人,累计,确保,2023-09-01,17.61,2023-09-01,
      民5-1,2,城镇新增就业,≥,17.62,万人,累计,确保,2023-09-01,17.61,2023-09-01,29-1
      """)
    try expect(
      open.table("target_list", "target number target_value measure state own_state"),
      is: """
        target  number  target_value  measure  state    own_state
        29-1    1       17600000      万人     met      met
        民5-1   2       17620000      万人     repeats  missed
        """)
    try expect(
      open.table("targets_by_kind", "kind nature targets met"),
      is: """
        kind        nature   targets  met
        cumulative  binding  1        1
        """)
  }

  @Test func byUnitAndRole() throws {
    let open = try moment(
      """
      编号,任务,单位,指标,口径,目标值,时限,完成值,统计日期,同源指标
      01,1,,甲,≥,90,2023-09-25,90,2023-09-25,
      02,2,,乙,≥,90,2023-09-25,80,2023-09-25,
      03,2,,甲,≥,90,2023-09-25,90,2023-09-25,01
      04,1,乙局,丙,≥,90,,90,2023-09-25,
      05,2,各县区,丁,≥,90,,90,2023-09-25,
      """)
    try expect(
      open.table("unit_target_list", "unit role target number state"),
      is: """
        unit  role         target  number  state
        a     lead         01      1       met
        b     lead         01      1       met
        b     lead         04      1       not_due
        c     lead         02      2       missed
        c     lead         03      2       repeats
        c     lead         05      2       not_due
        d     responsible  01      1       met
        d     responsible  05      2       not_due
        """)
  }

  /// Until it is due a cumulative target is held against its scheduled value, all others wait. Task 1
  /// is due at the end of the year, 2 on 30 September; progress on 25 June is to be 50 %.
  static let pending = """
    编号,任务,指标,口径,目标值,类型,基数,时限,完成值,统计日期
    01,1,达序时,≥,100,累计,,,50,2023-06-01
    02,1,欠序时,≥,100,累计,,,49.999999,2023-06-01
    03,1,取整,≥,101,累计,,,50,2023-06-01
    04,1,有基数,≥,200,累计,100,,149,2023-06-01
    05,1,下降,≤,20,累计,101,,60,2023-06-01
    06,1,下降不足,≤,20,累计,101,,60.5,2023-06-01
    07,1,负数,≥,-11,累计,-30,,-21,2023-06-01
    08,1,已到期,≥,100,累计,,2023-06-25,80,2023-06-01
    09,1,未统计,≥,100,累计,,,,
    10,1,水平,≥,100,水平,,,80,2023-06-01
    11,1,增长,≥,6,增长,,,5,2023-06-01
    12,1,清零,=,0,清零,,,3,2023-06-01
    13,1,时限,≤,5,时限,,,9,2023-06-01
    14,1,未分类型,≥,100,,,,80,2023-06-01
    15,1,水平已到期,≥,100,水平,,2023-06-24,80,2023-06-01
    16,3,明年任务,≥,100,累计,,,0,2023-06-01
    17,2,最大值,≥,9000000000000,累计,,,4500000000000,2023-06-01
    """

  @Test func beforeTheyAreDue() throws {
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,开始日期,完成时限,状态
      1,甲,甲局,,2023-12-31,推进中
      2,乙,乙局,,2023-12-31,推进中
      3,丙,乙局,2023-07-01,2023-12-31,未启动
      """, [.targets: Self.pending])
    let open = try ledger.at("2023-06-25")
    try expect(
      open.table("target_list", "target due scheduled_value state"),
      is: """
        target  due         scheduled_value      state
        01      2023-12-31  50000000             on_schedule
        02      2023-12-31  50000000             below_schedule
        03      2023-12-31  50000000             on_schedule
        04      2023-12-31  150000000            below_schedule
        05      2023-12-31  60000000             on_schedule
        06      2023-12-31  60000000             below_schedule
        07      2023-12-31  -21000000            on_schedule
        08      2023-06-25  ·                    missed
        09      2023-12-31  50000000             not_measured
        10      2023-12-31  ·                    not_due
        11      2023-12-31  ·                    not_due
        12      2023-12-31  ·                    not_due
        13      2023-12-31  ·                    not_due
        14      2023-12-31  ·                    not_due
        15      2023-06-24  ·                    missed
        17      2023-12-31  4500000000000000000  on_schedule
        16      2023-12-31  0                    on_schedule
        """)
    let figures = try open.moment.table("metrics/key_figures").rows.suffix(2).map { row in
      row.dropFirst().map(\.cell).joined(separator: " ")
    }
    #expect(figures == ["targets_met 0 2", "targets_on_schedule 6 10"])
    // At the end of the year all are judged against their values.
    let last = try ledger.at("2023-12-31").table("target_list", "target state")
    #expect(!last.contains("schedule") && !last.contains("not_due"), "\(last)")
  }

  /// The schedule is that of the task by the plan's rule; milestones give way to the nominal progress.
  @Test(arguments: [
    (Plan.ScheduleRule.nominal, "500000000 500000000"),
    (.months, "416000000 833000000"), (.days, "482000000 972000000"),
    (.milestones, "500000000 500000000"),
  ])
  func byTheRuleOfThePlan(_ rule: Plan.ScheduleRule, _ expected: String) throws {
    var ledger = SmallLedger(
      "序号,任务,牵头单位,完成时限,状态\n1,甲,甲局,2023-12-31,推进中\n2,乙,乙局,2023-06-30,推进中",
      [
        .targets:
          "编号,任务,指标,口径,目标值,类型,完成值,统计日期\n01,1,甲,≥,1000,累计,0,2023-06-01\n02,2,乙,≥,1000,累计,0,2023-06-01",
        .milestones: "任务,节点,时限\n1,甲,2023-01-31\n1,乙,2023-12-31",
      ])
    ledger.plan.scheduleRule = rule
    let table = try ledger.at("2023-06-25").moment.table("metrics/target_list")
    let column = try #require(table.index(of: "scheduled_value"))
    #expect(table.rows.map { $0[column].cell }.joined(separator: " ") == expected)
  }

  /// Reach runs in the direction of the target; limits, 清零 and 时限 have none.
  @Test func reach() throws {
    let open = try moment(
      """
      编号,任务,单位,指标,口径,目标值,类型,时限,完成值,统计日期
      01,1,甲局,超额,≥,100,水平,,120,2023-09-01
      02,1,甲局,计数超出,=,10,累计,,12,2023-09-01
      03,1,甲局,上限未守,≤,10,水平,,12,2023-09-01
      04,1,甲局,上限守住,≤,10,水平,,5,2023-09-01
      05,1,甲局,清零,=,1,清零,,3,2023-09-01
      06,1,甲局,清零写作下限,≥,1,清零,,3,2023-09-01
      07,1,甲局,时限,=,5,时限,,6,2023-09-01
      08,1,甲局,未分类型,≥,100,,,120,2023-09-01
      09,1,甲局,未统计,≥,100,水平,,,
      10,1,甲局,到期,≥,100,水平,2023-09-25,90,2023-09-01
      """)
    try expect(
      open.moment.table("scoring/targets").text(
        "target state reach_num reach_den met_num met_den on_schedule_num"),
      is: """
        target  state           reach_num  reach_den  met_num  met_den  on_schedule_num
        01      not_due         120000000  100000000  ·        ·        ·
        02      on_schedule     12000000   10000000   ·        ·        1
        03      not_due         ·          ·          ·        ·        ·
        04      not_due         ·          ·          ·        ·        ·
        05      not_due         ·          ·          ·        ·        ·
        06      not_due         ·          ·          ·        ·        ·
        07      not_due         ·          ·          ·        ·        ·
        08      not_due         120000000  100000000  ·        ·        ·
        09      not_due         ·          ·          ·        ·        ·
        10      missed          90000000   100000000  0        1        ·
        """.replacing("state         ", with: "state      ").replacing(
          "on_schedule     1", with: "on_schedule  1"
        )
        .replacing("not_due         ", with: "not_due      ").replacing(
          "missed          ", with: "missed       "))
  }

  @Test func withoutTargets() throws {
    let open = try SmallLedger(RegisterTests.tasks).at("2023-09-25")
    for metric in ["target_list", "targets_by_kind", "targets_by_direction"] {
      #expect(try open.moment.table("metrics/\(metric)").rows.isEmpty)
    }
  }
}
