import Domain
import TestSupport
import Testing

/// What is looked up in earlier states: only what was known then, and by the numbers of then.
@Suite(.onEachEngine) struct LookingBackTests {
  private static let heading = "序号,任务,牵头单位,完成时限,状态\n"

  /// An export of before all others, loaded last, changes what is known, not what was.
  @Test func anExportLoadedLateWasNotKnownBefore() throws {
    var ledger = SmallLedger(Self.heading + "1,开通专线,甲局,2023-06-30,推进中")
    ledger.add(on: "2023-09-25", Self.heading + "1,开通专线,甲局,2023-11-30,推进中")
    ledger.add(
      on: "2022-12-31",
      Self.heading + "1,开通专线,甲局,2023-03-31,推进中\n2,清理证明,乙局,2023-03-31,推进中")
    let now = try ledger.at("2023-09-25")
    try expect(
      now.tasks("original_due"),
      is: """
        task  original_due
        1     2023-03-31
        """)
    #expect(try now.findings("gone_task") == ["gone_task warn 2 清理证明"])
    let then = try ledger.at("2023-09-25", known: 2)
    try expect(
      then.tasks("original_due"),
      is: """
        task  original_due
        1     2023-06-30
        """)
    #expect(try then.findings("gone_task") == [])
  }

  /// A task put in at the top: every number below it is another task's.
  @Test func renumberedTasksKeepTheirOriginalDueDates() throws {
    var ledger = SmallLedger(
      Self.heading + "1,开通专线,甲局,2023-06-30,推进中\n2,清理证明,乙局,2023-07-31,推进中")
    ledger.add(
      on: "2023-08-01",
      Self.heading
        + "1,新增事项,甲局,2023-12-31,推进中\n2,开通专线,甲局,2023-10-31,推进中\n3,清理证明,乙局,2023-07-31,推进中",
      renumbered: [("1", nil), ("2", "1"), ("3", "2")])
    let moment = try ledger.at("2023-09-25")
    try expect(
      moment.tasks("title original_due"),
      is: """
        task  title     original_due
        1     新增事项  2023-12-31
        2     开通专线  2023-06-30
        3     清理证明  2023-07-31
        """)
    #expect(try moment.findings("gone_task") == [])
  }

  /// Numbers that change twice, and an old one that another task takes over.
  @Test func numbersAreFollowedFromOneToTheNext() throws {
    var ledger = SmallLedger(Self.heading + "1,开通专线,甲局,2023-06-30,推进中")
    ledger.add(
      on: "2023-08-01", Self.heading + "5,开通专线,甲局,2023-07-31,推进中",
      renumbered: [("5", "1")])
    ledger.add(
      on: "2023-09-01",
      Self.heading + "7,开通专线,甲局,2023-08-31,推进中\n1,另一事项,乙局,2023-12-31,推进中",
      renumbered: [("7", "5")])
    let moment = try ledger.at("2023-09-25")
    try expect(
      moment.tasks("original_due"),
      is: """
        task  original_due
        1     2023-12-31
        7     2023-06-30
        """)
    #expect(try moment.findings("gone_task") == [])
  }
}
