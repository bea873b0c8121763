import Database
import Domain
import Metrics
import TestSupport
import Testing

/// Words that group are one where they look the same, and are shown as they stand first.
@Suite(.onEachEngine) struct WordTests {
  static let tasks = """
    序号,分类,任务,牵头领导,牵头单位,完成时限,状态,需协调事项,提请层级
    1,简政　放权（一）,甲,张　三,甲局,2023-12-31,推进中,要钱,市 级
    2,简政放权(一),乙,张三,乙局,2023-12-31,推进中,要人,市级
    3,简政放权\u{200B}（一）,丙,"张三、李四",丙县,2023-12-31,推进中,,
    4,简政放权(二),丁,Ｌｉ　Ｓｉ,甲局,2023-12-31,推进中,,
    5,简政放权(二),戊,"Li Si、张\u{200B}三",甲局,2023-12-31,推进中,,
    """

  static let units = """
    编号,名称,考核分组,排序
    a,甲局,市直　部门,1
    b,乙局,市直部门,2
    c,丙县,县区,3
    d,丁县,县\u{200B}区,4
    e,戊县,县 区,5
    """

  private func moment(_ others: [Register: String] = [:]) throws -> OpenMoment {
    var ledger = SmallLedger(Self.tasks, [.units: Self.units].merging(others) { $1 })
    ledger.plan.quotas = [Plan.Quota(group: "县　区", items: 8)]
    ledger.plan.publicationLevels = ["国家级", "省 级"]
    return try ledger.at("2023-06-25")
  }

  @Test func sections() throws {
    try expect(
      moment().table("completion_by_section", "section tasks"),
      is: """
        section           tasks
        简政　放权（一）  3
        简政放权(二)      2
        """)
  }

  @Test func leaders() throws {
    try expect(
      moment().table("completion_by_leader", "leader tasks"),
      is: """
        leader      tasks
        张　三      4
        李四        1
        Ｌｉ　Ｓｉ  2
        """)
  }

  @Test func groups() throws {
    try expect(
      moment().table("completion_by_group", "ranking_group units tasks"),
      is: """
        ranking_group  units  tasks
        市直　部门     2      4
        县区           1      1
        """)
  }

  @Test func levelsOfEscalation() throws {
    try expect(
      moment().table("coordination_by_level", "escalate_to tasks"),
      is: """
        escalate_to  tasks
        市 级        2
        """)
  }

  /// A quota is owed by its group, an item counts by its level and once by its title.
  @Test func quotasAndNews() throws {
    let news = """
      单位,报送日期,刊发日期,级别,标题,核实
      丙县,2023-02-01,2023-02-03,省级,一窗受理,是
      丙县,2023-02-01,2023-02-04,省　级,一窗 受理,是
      丙县,2023-02-01,2023-02-05,市级,一网通办,是
      丙县,2023-02-01,2023-02-06,国家\u{200B}级,跨省通办,是
      """
    let moment = try moment([.publications: news])
    try expect(
      moment.table("publications_by_unit", "unit quota reported published"),
      is: """
        unit  quota  reported  published
        c     8      3         2
        d     8      0         0
        e     8      0         0
        """)
    try expect(
      moment.moment.table("scoring/published_items").text("unit occasion"),
      is: """
        unit  occasion
        c     一窗受理
        c     跨省通办
        """)
  }

  /// What only looks the same has not changed between two moments.
  @Test func isNoChange() throws {
    var ledger = SmallLedger(
      "序号,分类,任务,牵头领导,牵头单位,完成时限,状态\n1,甲 类,新 建（一）,张　三,甲局,2023-12-31,推进中\n2,甲类,乙事,李四,甲局,2023-12-31,推进中"
    )
    ledger.add(
      on: "2023-06-25",
      "序号,分类,任务,牵头领导,牵头单位,完成时限,状态\n1,甲类,新建(一),张三,甲局,2023-12-31,推进中\n2,乙类,乙 事,王五,甲局,2023-12-31,推进中")
    let moment = try ledger.at("2023-06-25", since: "2023-04-25")
    try expect(
      moment.changes("reworded", "task field old_text new_text"),
      is: """
        task  field    old_text  new_text
        2     leaders  李四      王五
        2     section  甲 类     乙类
        """)
    try expect(moment.summary(), is: "reworded=2")
  }

  /// The first is the first as people count: 1.2 stands before 1.10.
  @Test func theFirstAsPeopleCount() throws {
    let ledger = SmallLedger(
      "序号,分类,任务,牵头单位,完成时限,状态\n1.10,甲　类,甲,甲局,2023-12-31,推进中\n1.2,甲类,乙,甲局,2023-12-31,推进中")
    try expect(
      ledger.at("2023-06-25").table("completion_by_section", "section tasks"),
      is: """
        section  tasks
        甲类     2
        """)
  }

  /// Who leads and assists under two spellings leads.
  @Test func oneLeaderTwiceInATask() throws {
    let ledger = SmallLedger(
      "序号,任务,牵头领导,牵头单位,完成时限,状态\n1,甲,张三(协助)、张　三,甲局,2023-12-31,推进中\n2,乙,张三,甲局,2023-12-31,推进中")
    try expect(
      ledger.at("2023-06-25").table("completion_by_leader", "tasks assisting"),
      is: """
        tasks  assisting
        2      0
        """)
  }

  /// Where nothing is spelled twice, nothing is in the table.
  @Test func plainWordsCostNothing() throws {
    let plain = SmallLedger(
      "序号,分类,任务,牵头领导,牵头单位,完成时限,状态\n1,甲类,甲,张三,甲局,2023-12-31,推进中\n2,乙类,乙,李四,乙局,2023-12-31,推进中")
    let open = try plain.at("2023-06-25")
    #expect(try open.connection.firstRow(of: "SELECT count(*) FROM word")?[0] == .integer(0))
    #expect(
      try open.connection.firstRow(of: "SELECT count(*) FROM written_word")?[0] == .integer(6))
  }
}
