import Foundation
import TestSupport
import Testing

/// A store of version 2 whose targets had 单位, 时限 and 备注 as own columns: that these are the
/// register's now is said, once, and changes nothing.
@Suite struct TakenColumnsTests {
  private static let said = "unit, 单位, due_on, 时限, note, 备注 of targets, so far columns of your own"

  /// The ledger that the store keeps.
  private static let ledger: [String: String] = [
    "units": """
    编号,名称,别名,考核分组,排序,集体,成员
    u1,市发改委,发改委;市发展改革委,部门,1,否,
    u2,市教育局,,部门,2,否,
    u3,高新区,,部门,3,否,
    all,各部门,,,,是,u1;u2

    """,
    "ledger": "方案,任务编号,序号,分类,任务,牵头领导,牵头单位,开始日期,完成时限,状态,进度,完成日期,专班,备考\n"
      + ["p,,1", "p,,2", "p,,3", "q,,1", "q,,2", "q,,3", "q,编4,"].map { key in
        let number = key.last.flatMap { Int(String($0)) } ?? 4
        let title = "任务\(number)" + (key == "p,,2" ? "（改）" : "")
        let state =
          number == 1 ? "已完成,\(10 * number + 15)%,2023-06-20" : "推进中,\(10 * number + 15)%,"
        let own = number == 3 ? "," : "第\(number)组,é"
        return "\(key),一、经济,\(title),张三,市发改委,2023-01-01,2023-12-31,\(state),\(own)\n"
      }.joined(),
    "milestones": "方案,任务,节点,时限,完成日期\np,1,开工,2023-03-31,2023-03-30\n",
  ]

  /// Its targets; t2's own columns hold no unit and no day, so they stay what they were.
  private static let targets =
    "方案,编号,任务,指标,口径,目标值,计量单位,类型,完成值,单位,时限,备注,专班\n"
    + "p,t1,1,指标t1,≥,100,个,累计,3,发改委,2023-06-30,按季报,第一组\n"
    + "p,t3,1,指标t3,≥,100,个,累计,,市教育局,2023-09-30,见附件,\n"
    + "p,t4,1,指标t4,≥,100,个,累计,,,,,\n"

  private func office(statement: String = "") throws -> SmallOffice {
    let folder = try Repository.temporaryFolder("taken") + "/west"
    let office = try SmallOffice(at: folder)
    let store = "\(folder)/jibao.sqlite"
    try FileManager.default.removeItem(atPath: store)
    let made = try Program.launch(
      Program.python,
      [
        "-c",
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
          + "c.executescript(open(sys.argv[2], encoding='utf-8').read()); "
          + "c.execute('PRAGMA application_id = 1785291361'); "
          + "c.execute('PRAGMA user_version = 2'); c.execute(sys.argv[3]); c.commit(); c.close()",
        store,
        "\(Repository.folder)/Tests/StoreTests/Loading/version-2.sql", statement,
      ])
    #expect(made.status == 0, "\(made)")
    for (register, text) in Self.ledger { try office.write(register, text) }
    try office.write("targets", Self.targets)
    for plan in ["p", "q"] {
      try office.write("title: 甲\noffice: 乙\nyears: [2023]\n", to: "plans/\(plan)/plan.yaml")
    }
    try office.configure("reports", "[]")
    return office
  }

  @Test func isSaidOnceByRun() throws {
    let office = try office()
    let first = try office.run(["run", "--accept-loss", "targets"], at: "2024-01-05")
    #expect(first.errors.contains(Self.said), "\(first)")
    #expect(first.status == 0, "\(first)")
    let second = try office.run(["run"], at: "2024-01-06")
    #expect(!second.errors.contains(Self.said), "\(second)")
  }

  /// A ledger that did not change is not stored, and nothing is said of it but that.
  @Test func isSaidOnceOfALedgerThatDidNotChange() throws {
    let office = try office(statement: "DELETE FROM target_version WHERE target = 't2'")
    // The store is migrated by what writes; who only reads cannot compare before that.
    let first = try office.run(["run"], at: "2024-01-05")
    #expect(first.status == 0, "\(first)")
    #expect(first.errors.components(separatedBy: Self.said).count == 2, "\(first)")
    #expect(try office.history().count == 3)
    let checked = try office.run(["check"], at: "2024-01-05")
    #expect(checked.status == 0 && checked.errors.contains(Self.said), "\(checked)")
    let second = try office.run(["run"], at: "2024-01-06")
    #expect(second.status == 0 && second.errors.isEmpty, "\(second)")
  }
}
