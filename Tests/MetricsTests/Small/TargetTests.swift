import Domain
import Metrics
import TestSupport
import Testing

/// Quantified targets: by kind and direction, each counted once.
@Suite(.onEachEngine) struct TargetTests {
  static let targets = """
    编号,任务,指标,口径,目标值,类型,性质,基数,完成值,统计日期,同源指标
    01,1,恰好,≥,90,水平,确保,80,90,2023-09-25,
    02,1,差一点,不低于,90,水平,确保,,89.999999,2023-09-25,
    03,1,恰好上限,≤,3,时限,确保,,3,2023-09-01,
    04,1,超上限,不超过,3,时限,确保,,3.000001,2023-09-01,
    05,1,计数超出,=,46,累计,确保,,47,2023-09-01,
    06,1,计数不足,=,46,累计,确保,,45,2023-09-01,
    07,1,清零,=,0,清零,确保,,1,2023-09-01,
    08,1,时限内,=,5,时限,折算,,4,2023-09-01,
    09,1,未统计,≥,1,累计,确保,,,,
    10,1,截止后统计,≥,1,累计,确保,,2,2023-09-26,
    11,1,力争,≥,1,累计,力争,,2,2023-09-01,
    12,1,结构性,≥,1,累计,结构性,,0,2023-09-01,
    13,2,重复,≥,90,水平,确保,,90,2023-09-01,01
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
    #expect(key.last == "targets_met 4 10")
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
      编号,任务,指标,口径,目标值,计量单位,类型,性质,完成值,统计日期,同源指标
      29-1,1,城镇新增就业,≥,17.6,万人,累计,确保,17.61,2023-09-01,
      民5-1,2,城镇新增就业,≥,17.62,万人,累计,确保,17.61,2023-09-01,29-1
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
      编号,任务,指标,口径,目标值,完成值,统计日期,同源指标
      01,1,甲,≥,90,90,2023-09-25,
      02,2,乙,≥,90,80,2023-09-25,
      03,2,甲,≥,90,90,2023-09-25,01
      """)
    try expect(
      open.table("unit_target_list", "unit role target number state"),
      is: """
        unit  role         target  number  state
        a     lead         01      1       met
        b     lead         01      1       met
        c     lead         02      2       missed
        c     lead         03      2       repeats
        d     responsible  01      1       met
        """)
  }

  @Test func withoutTargets() throws {
    let open = try SmallLedger(RegisterTests.tasks).at("2023-09-25")
    for metric in ["target_list", "targets_by_kind", "targets_by_direction"] {
      #expect(try open.moment.table("metrics/\(metric)").rows.isEmpty)
    }
  }
}
