import Domain
import Metrics
import TestSupport
import Testing

/// The lines that rules weigh, each with the row of the ledger that it comes from.
@Suite(.onEachEngine) struct ScoringLineTests {
  static let tasks = """
    序号,任务,牵头单位,责任单位,完成时限,状态,进度,完成日期
    1,甲,甲局、乙局,丁县,2023-03-31,推进中,50,
    2,乙,甲局,,2023-05-31,已完成,100,2023-04-20
    3,丙,丙县,,2023-03-31,已完成,100,2023-04-10
    4,丁,乙局,,2023-12-31,推进中,,
    """
  static let assignments = """
    任务,单位,角色,状态,进度,完成日期
    1,乙局,牵头,已完成,100,2023-03-01
    """

  private func lines(
    _ query: String, _ columns: String, _ others: [Register: String] = [:],
    on day: String = "2023-04-25"
  ) throws -> String {
    let ledger = SmallLedger(Self.tasks, others.merging([.assignments: Self.assignments]) { $1 })
    return try ledger.at(day).moment.table("scoring/\(query)").text("unit task " + columns)
  }

  /// 乙局 is judged by its own line; 丁县 is no lead, which the rules' role policy sees.
  @Test func partsByRole() throws {
    try expect(
      lines("completion", "role_code qty_num qty_den source_file source_line"),
      is: """
        unit  task  role_code  qty_num  qty_den  source_file      source_line
        a     1     1          0        1        ledger.csv       2
        a     2     1          1        1        ledger.csv       3
        b     1     1          1        1        assignments.csv  2
        b     4     1          0        1        ledger.csv       5
        c     3     1          1        1        ledger.csv       4
        d     1     3          0        1        ledger.csv       2
        """)
    try expect(
      lines("on_time", "qty_num qty_den"),
      is: """
        unit  task  qty_num  qty_den
        a     1     0        1
        b     1     1        1
        c     3     0        1
        d     1     0        1
        """)
    try expect(
      lines("not_filled", "source_line"), is: "unit  task  source_line\nb     4     5")
  }

  @Test func overdueLateAndEarly() throws {
    try expect(
      lines("overdue", "due days workdays source_line"),
      is: """
        unit  task  due         days  workdays  source_line
        a     1     2023-03-31  25    17        2
        d     1     2023-03-31  25    17        2
        """)
    try expect(
      lines("late", "done_on days"), is: "unit  task  done_on     days\nc     3     2023-04-10  10")
    try expect(
      lines("early", "done_on days source_file"),
      is: """
        unit  task  done_on     days  source_file
        a     2     2023-04-20  41    ledger.csv
        b     1     2023-03-01  30    assignments.csv
        """)
  }

  /// Gaps in percentage points: 50 % where 100 % should be, by the due date.
  @Test func behind() throws {
    try expect(
      lines("behind", "qty_num qty_den"),
      is: """
        unit  task  qty_num  qty_den
        a     1     500000   10000
        d     1     500000   10000
        """)
  }

  /// A milestone's row is its own; one of a unit counts for that unit alone.
  @Test func milestones() throws {
    let milestones = """
      任务,节点,单位,时限,完成日期
      4,方案,,2023-02-01,2023-02-11
      4,试点,,2023-03-01,
      """
    try expect(
      lines("overdue", "occasion days source_file source_line", [.milestones: milestones]),
      is: """
        unit  task  occasion  days  source_file     source_line
        a     1     ·         25    ledger.csv      2
        b     4     试点      55    milestones.csv  3
        d     1     ·         25    ledger.csv      2
        """.replacing("a     1     · ", with: "a     1       ")
          .replacing("d     1     · ", with: "d     1       "))
    try expect(
      lines("late", "occasion days", [.milestones: milestones]),
      is: """
        unit  task  occasion  days
        b     4     方案      10
        c     3               10
        """)
  }

  @Test func events() throws {
    let events = """
      单位,任务,日期,类别,数量,依据
      甲局,1,2023-04-01,通报批评,,某号通报
      甲局,,2023-04-25,退办,2,
      乙局,,2023-04-26,退办,1,
      """
    try expect(
      lines("events", "kind qty_num qty_den occasion source_file source_line", [.events: events]),
      is: """
        unit  task  kind      qty_num  qty_den  occasion  source_file  source_line
        a     1     通报批评  1000000  1000000  某号通报  events.csv   2
        a           退办      2000000  1000000            events.csv   3
        """)
  }

  /// 丙县 has not sent anything: there is no row to lead to.
  @Test func submissions() throws {
    let submissions = """
      单位,期别,报送日期,退回次数
      甲局,2023-Q1,2023-04-25,1
      乙局,2023-Q1,2023-04-26,0
      """
    try expect(
      lines(
        "submissions", "occasion state on_time late missing days returned source_line",
        [.submissions: submissions], on: "2023-04-26"),
      is: """
        unit  task  occasion  state    on_time  late  missing  days  returned  source_line
        a           一季度    on_time  1        0     0        ·     1         2
        b           一季度    late     0        1     0        1     0         3
        c           一季度    missing  0        0     1        ·     ·         ·
        """)
  }

  @Test func publicationsAndItems() throws {
    var ledger = SmallLedger(
      Self.tasks,
      [
        .publications: """
        单位,报送日期,刊发日期,级别,标题,核实
        甲局,2023-03-01,2023-03-09,省级,一,是
        甲局,2023-03-01,2023-03-05,国家级,一,是
        甲局,2023-03-02,2023-03-05,省级,二,否
        丁县,2023-03-02,2023-03-05,市级,三,是
        """
      ])
    ledger.plan.quotas = [.init(group: nil, items: 2)]
    let moment = try ledger.at("2023-04-25").moment
    try expect(
      moment.table("scoring/publications").text("unit qty_num qty_den missing beyond"),
      is: """
        unit  qty_num  qty_den  missing  beyond
        a     1        2        1        0
        b     0        2        2        0
        c     0        2        2        0
        """)
    try expect(
      moment.table("scoring/quota").text("unit occasion qty_num qty_den source_line"),
      is: """
        unit  occasion  qty_num  qty_den  source_line
        a     一        1        0        3
        a               0        2        ·
        b               0        2        ·
        c               0        2        ·
        """)
    try expect(
      moment.table("scoring/published_items").text("unit occasion published_on level source_line"),
      is: """
        unit  occasion  published_on  level   source_line
        a     一        2023-03-05    国家级  3
        d     三        2023-03-05    市级    5
        """)
  }

  @Test func rectificationsAndTargets() throws {
    let rectifications = """
      编号,单位,问题,发现日期,时限,完成日期,销号日期
      01,甲局,甲,2023-01-01,2023-02-01,2023-01-20,2023-01-25
      02,甲局,乙,2023-01-01,2023-02-01,2023-03-20,
      03,乙局,丙,2023-01-01,2023-04-20,,
      04,乙局,丁,2023-01-01,2023-04-25,,
      05,乙局,戊,2023-05-01,2023-05-25,,
      """
    try expect(
      lines(
        "rectifications", "occasion state accepted overdue days", [.rectifications: rectifications]),
      is: """
        unit  task  occasion  state      accepted  overdue  days
        a     ·     甲        accepted   1         0        ·
        a     ·     乙        completed  0         0        ·
        b     ·     丙        overdue    0         1        5
        b     ·     丁        open       0         0        ·
        """)
    let targets = """
      编号,任务,指标,口径,目标值,类型,性质,时限,完成值,统计日期,同源指标
      01,2,增长,≥,10,水平,确保,2023-04-20,11,2023-04-01,
      02,2,同上,≥,10,水平,确保,2023-04-20,11,2023-04-01,01
      03,4,不足,≥,10,水平,力争,2023-04-20,9.5,2023-04-01,
      04,4,未统计,≥,10,水平,确保,2023-04-20,,,
      05,4,未到期,≥,10,水平,确保,2023-12-20,9.5,2023-04-01,
      """
    try expect(
      lines(
        "targets", "occasion state met_num met_den apart reach_num reach_den",
        [.targets: targets]),
      is: """
        unit  task  occasion  state         met_num  met_den  apart  reach_num  reach_den
        a     2     增长      met           1        1        0      11000000   10000000
        b     4     不足      missed        0        1        1      9500000    10000000
        b     4     未统计    not_measured  0        1        0      ·          ·
        b     4     未到期    not_due       ·        ·        0      9500000    10000000
        """)
  }
}
