import Domain
import Metrics
import TestSupport
import Testing

/// Submissions and publications.
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
    try expect(
      moment.table("submissions_not_in_time", "unit period submitted_on state days_late returned"),
      is: """
        unit  period   submitted_on  state    days_late  returned
        b     2023-Q1  2023-04-26    late     1          1
        c     2023-Q1  ·             missing  ·          ·
        """)
    try expect(moment.findings("unknown_period"), is: ["unknown_period warn a 2023-X"])
  }

  /// Of the newest period alone: 乙局 was late for the first, and 甲局 in time for both.
  @Test(arguments: [
    ("2023-04-24", "unit  period_name  submit_by  state  days_late"),
    (
      "2023-04-26",
      """
      unit  period_name  submit_by   state    days_late
      b     一季度       2023-04-25  late     1
      c     一季度       2023-04-25  missing  ·
      """
    ),
    (
      "2023-06-25",
      """
      unit  period_name  submit_by   state    days_late
      b     上半年       2023-06-25  missing  ·
      c     上半年       2023-06-25  missing  ·
      """
    ),
  ])
  func notReported(_ day: String, _ expected: String) throws {
    let ledger = SmallLedger(Self.tasks, [.submissions: Self.submissions])
    try expect(
      ledger.at(day).table("not_reported", "unit period_name submit_by state days_late"),
      is: expected)
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

  /// 己局 follows 甲局 on 1 May: each owes the reports of its own time, on the first and the last day
  /// of it, too.
  @Test(arguments: [
    ("2023-05-01", ["a 2023-Q1 on_time", "f 2023-H1 missing"]),
    ("2023-04-25", ["a 2023-Q1 on_time", "f 2023-Q1 missing", "f 2023-H1 missing"]),
    ("2023-06-25", ["a 2023-Q1 on_time", "f 2023-H1 missing"]),
    ("2023-06-26", ["a 2023-Q1 on_time"]),
  ])
  func aSuccessorOwesItsOwnReports(_ from: String, _ expected: [String]) throws {
    let units = """
      编号,名称,考核分组,排序,起,止,继任
      a,甲局,部门,1,,2023-04-30,f
      f,己局,部门,2,\(from),,
      """
    var ledger = SmallLedger(
      "序号,任务,牵头单位,完成时限,状态\n1,甲,己局,2023-12-31,推进中",
      [.units: units, .submissions: "单位,期别,报送日期\n甲局,2023-Q1,2023-04-25"])
    ledger.plan.debtors = .all
    let table = try ledger.at("2023-06-26").moment.table("metrics/submissions_by_unit")
    expect(
      table.rows.map { row in [0, 4, 9].map { row[$0].cell }.joined(separator: " ") },
      is: expected)
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
    try expect(
      ledger.at("2023-04-25").table(
        "publications_by_group", "ranking_group basis units met quota published missing"),
      is: """
        ranking_group  basis  units  met  quota  published  missing
        部门           lead   2      1    2      1          1
        县区           group  3      0    6      1          5
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
}
