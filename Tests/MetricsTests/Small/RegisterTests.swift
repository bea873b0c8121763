import Domain
import Metrics
import TestSupport
import Testing

/// Submissions, publications, rectifications and targets.
@Suite(.onEachEngine) struct RegisterTests {
  static let tasks = """
    序号,任务,牵头单位,责任单位,完成时限,状态
    1,甲,甲局、乙局,丁县,2023-12-31,推进中
    2,乙,丙县,,2023-12-31,推进中
    """

  static let submissions = """
    单位,期别,报送日期,退回次数
    甲局,2023-Q1,2023-04-25,0
    乙局,2023-Q1,2023-04-26,1
    丁县,2023-Q1,2023-04-20,0
    甲局,2023-H1,2023-06-01,0
    甲局,2023-X,2023-06-01,0
    """

  /// Of the leads 甲局 reports on the very day, 乙局 a day late, 丙县 not at all; 丁县 owes none.
  @Test(arguments: [
    ("2023-04-24", []), ("2023-04-25", ["2023-Q1 3 1 0 2"]), ("2023-04-26", ["2023-Q1 3 1 1 1"]),
    ("2023-06-25", ["2023-Q1 3 1 1 1", "2023-H1 3 1 0 2"]),
  ])
  func submissionsByPeriod(_ day: String, _ expected: [String]) throws {
    let ledger = SmallLedger(Self.tasks, [.submissions: Self.submissions])
    let rows = try ledger.at(day).moment.table("metrics/submissions_by_period").rows
    expect(
      rows.map { row in [1, 4, 5, 6, 7].map { row[$0].cell }.joined(separator: " ") },
      is: expected)
  }

  @Test func submissionsByUnit() throws {
    let moment = try SmallLedger(Self.tasks, [.submissions: Self.submissions]).at("2023-04-26")
    try expect(
      moment.table("submissions_by_unit", "unit period submitted_on state days_late returned"),
      is: """
        unit  period   submitted_on  state    days_late  returned
        a     2023-Q1  2023-04-25    on_time  ·          0
        b     2023-Q1  2023-04-26    late     1          1
        c     2023-Q1  ·             missing  ·          ·
        """)
    try expect(moment.findings("unknown_period"), is: ["unknown_period warn a 2023-X"])
  }

  @Test(arguments: [
    (Plan.SubmissionDebtors.lead, ["a", "b", "c"]), (.all, ["a", "b", "c", "d", "e"]), (.none, []),
  ])
  func whoOwesReports(_ debtors: Plan.SubmissionDebtors, _ units: [String]) throws {
    var ledger = SmallLedger(Self.tasks, [.submissions: Self.submissions])
    ledger.plan.debtors = debtors
    let rows = try ledger.at("2023-04-25").moment.table("metrics/submissions_by_unit").rows
    expect(rows.map { $0[0].cell }, is: units)
  }

  /// 甲局: a title twice, one unverified, one of the city's level. 丙县 leads and is a county:
  /// the greater quota counts. 丁县: handed in, published after the day. 乙局: nothing.
  @Test func publicationsAgainstTheQuota() throws {
    var ledger = SmallLedger(
      Self.tasks,
      [
        .publications: """
        单位,报送日期,刊发日期,级别,标题,核实
        甲局,2023-03-01,2023-03-02,省级,一,是
        甲局,2023-03-01,2023-03-05,国家级,一,是
        甲局,2023-03-02,2023-03-05,省级,二,否
        甲局,2023-03-03,2023-03-05,市级,三,是
        甲局,2023-03-04,,,四,
        丙县,2023-03-01,2023-04-25,国家级,一,是
        丁县,2023-04-25,2023-04-26,省级,一,是
        丁县,2023-04-26,,,二,
        """
      ])
    ledger.plan.quotas = [.init(group: "县区", items: 2), .init(group: nil, items: 1)]
    ledger.plan.publicationLevels = ["国家级", "省级"]
    let columns = "unit basis quota reported published missing"
    try expect(
      ledger.at("2023-04-25").table("publications_by_unit", columns),
      is: """
        unit  basis  quota  reported  published  missing
        a     lead   1      4         1          0
        b     lead   1      0         0          1
        c     group  2      1         1          1
        d     group  2      1         0          2
        e     group  2      0         0          2
        """)
    ledger.plan.publicationLevels = []
    ledger.plan.quotas = []
    try expect(
      ledger.at("2023-04-26").table("publications_by_unit", columns),
      is: """
        unit  basis  quota  reported  published  missing
        a     ·      0      4         2          0
        c     ·      0      1         1          0
        d     ·      0      2         1          0
        """)
  }

  @Test func targetsByOperatorAndKind() throws {
    let moment = try SmallLedger(
      Self.tasks,
      [
        .targets: """
        编号,任务,指标,口径,目标值,类型,性质,完成值,统计日期,同源指标
        01,1,恰好,≥,90,水平,确保,90,2023-09-25,
        02,1,差一点,不低于,90,水平,确保,89.999999,2023-09-25,
        03,1,恰好上限,≤,3,时限,确保,3,2023-09-01,
        04,1,超上限,不超过,3,时限,确保,3.000001,2023-09-01,
        05,1,计数超出,=,46,累计,确保,47,2023-09-01,
        06,1,计数不足,=,46,累计,确保,45,2023-09-01,
        07,1,清零,=,0,清零,确保,1,2023-09-01,
        08,1,时限内,=,5,时限,折算,4,2023-09-01,
        09,1,未统计,≥,1,累计,确保,,,
        10,1,截止后统计,≥,1,累计,确保,2,2023-09-26,
        11,1,力争,≥,1,累计,力争,2,2023-09-01,
        12,1,结构性,≥,1,累计,结构性,0,2023-09-01,
        13,2,重复,≥,90,水平,确保,90,2023-09-01,01
        """
      ]
    ).at("2023-09-25")
    try expect(
      moment.table("targets", "target number comparison actual state apart same_as"),
      is: """
        target  number  comparison  actual    state         apart  same_as
        01      1       >=          90000000  met           0      ·
        02      1       >=          89999999  missed        0      ·
        03      1       <=          3000000   met           0      ·
        04      1       <=          3000001   missed        0      ·
        05      1       =           47000000  met           0      ·
        06      1       =           45000000  missed        0      ·
        07      1       =           1000000   missed        0      ·
        08      1       =           4000000   met           0      ·
        09      1       >=          ·         not_measured  0      ·
        10      1       >=          2000000   not_measured  0      ·
        11      1       >=          2000000   met           1      ·
        12      1       >=          0         missed        1      ·
        13      2       >=          90000000  met           0      01
        """)
    let key = try moment.moment.table("metrics/key_figures").rows.map { row in
      row.dropFirst().map(\.cell).joined(separator: " ")
    }
    #expect(key.last == "targets_met 4 10")
  }

  @Test func rectifications() throws {
    let moment = try SmallLedger(
      Self.tasks,
      [
        .rectifications: """
        编号,任务,单位,问题,发现日期,时限,完成日期,销号日期
        1,1,甲局,已销号,2023-05-01,2023-06-01,2023-06-02,2023-06-05
        2,1,甲局,完成未销号,2023-05-01,2023-06-01,2023-06-01,
        3,1,乙局,逾期,2023-05-01,2023-06-24,,
        4,1,乙局,当日到期,2023-06-25,2023-06-25,,
        5,1,乙局,截止后完成,2023-05-01,2023-06-20,2023-06-26,2023-06-27
        6,1,丙县,截止后发现,2023-06-26,2023-06-30,,
        7,1,丙县,无时限,2023-05-01,,,
        """
      ]
    ).at("2023-06-25")
    try expect(
      moment.table("rectifications", "rectification unit completed struck_off overdue days"),
      is: """
        rectification  unit  completed  struck_off  overdue  days
        1              a     1          1           0        ·
        2              a     1          0           0        ·
        3              b     0          0           1        1
        4              b     0          0           0        ·
        5              b     0          0           1        5
        7              c     0          0           0        ·
        """)
  }
}
