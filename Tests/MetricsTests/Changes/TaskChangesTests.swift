import Domain
import Metrics
import Store
import TestSupport
import Testing

/// Tasks that came and went, their units and their words.
@Suite(.onEachEngine) struct TaskChangesTests {
  /// 1 stays, 2 goes open, 3 goes done, 4 and 5 come.
  static func ledger() -> SmallLedger {
    var ledger = SmallLedger(
      """
      序号,分类,任务,牵头领导,牵头单位,责任单位,配合单位,完成时限,状态,进度,完成日期
      1,甲类,老任务,张市长,甲局,乙局,丙县,2023-12-31,推进中,30%,
      2,甲类,未完成而消失,张市长,甲局,,,2023-12-31,推进中,80%,
      3,甲类,完成后消失,张市长,甲局,,,2023-03-31,已完成,,2023-03-20
      """)
    ledger.add(
      on: "2023-06-25",
      """
      序号,分类,任务,牵头领导,牵头单位,责任单位,配合单位,完成时限,状态,进度,完成日期,变更依据
      1,乙类,改名任务,,甲局,丙县,,2023-12-31,推进中,30%,,会议纪要
      4,甲类,新任务,张市长,乙局,,,2023-09-30,推进中,10%,,
      5,甲类,新集体任务,张市长,乙局,各县区,,,未启动,,,
      """)
    return ledger
  }

  /// One is put in at the top: those below bear other numbers and are the same tasks.
  @Test func renumberedTasksAreTheSameTasks() throws {
    var ledger = SmallLedger(
      """
      序号,分类,任务,牵头单位,完成时限,状态,进度
      1,甲类,甲事,甲局,2023-12-31,推进中,30%
      2,甲类,乙事,乙局,2023-12-31,推进中,80%
      """)
    ledger.add(
      on: "2023-06-25",
      """
      序号,分类,任务,牵头单位,完成时限,状态,进度
      1,甲类,新事,丙县,2023-12-31,未启动,
      2,甲类,甲事,甲局,2023-12-31,推进中,40%
      3,甲类,乙事,乙局,2023-12-31,推进中,70%
      """, renumbered: [("1", nil), ("2", "1"), ("3", "2")])
    let moment = try ledger.at("2023-06-25", since: "2023-04-25")
    try expect(
      moment.changes("new_tasks", "task title"),
      is: """
        task  title
        1     新事
        """)
    try expect(moment.changes("gone_tasks", "task title"), is: "task  title")
    try expect(moment.changes("reworded", "task title"), is: "task  title")
    try expect(moment.changes("reassigned", "task"), is: "task")
    try expect(
      moment.changes("progress_back", "task title"),
      is: """
        task  title
        3     乙事
        """)
  }

  @Test func newAndGone() throws {
    let moment = try Self.ledger().at("2023-06-25", since: "2023-04-25")
    try expect(
      moment.changes("new_tasks", "task title lead_units due status progress"),
      is: """
        task  title       lead_units  due         status       progress
        4     新任务      乙局        2023-09-30  in_progress  100000
        5     新集体任务  乙局        ·           not_started  ·
        """)
    try expect(
      moment.changes("gone_tasks", "task title status progress open"),
      is: """
        task  title         status       progress  open
        2     未完成而消失  in_progress  800000    1
        3     完成后消失    completed    ·         0
        """)
  }

  /// 乙局 is out, 丙县 is responsible instead of supporting; units of new tasks are no changes.
  @Test func unitsAndRoles() throws {
    try expect(
      Self.ledger().at("2023-06-25", since: "2023-04-25").changes(
        "reassigned", "task unit unit_name kind prior_role role"),
      is: """
        task  unit  unit_name  kind  prior_role   role
        1     b     乙局       lost  responsible  ·
        1     c     丙县       role  support      responsible
        """)
  }

  /// 戊县 leaves office on 30 June: the collective is another one on the later day.
  @Test func aCollectiveIsThatOfItsDay() throws {
    let ledger = SmallLedger("序号,任务,牵头单位,责任单位\n1,任务,甲局,各县区")
    try expect(
      ledger.at("2023-07-01", since: "2023-06-30").changes(
        "reassigned", "unit kind prior_role role"),
      is: """
        unit  kind  prior_role   role
        e     lost  responsible  ·
        """)
  }

  @Test func titlesSectionsAndLeaders() throws {
    try expect(
      Self.ledger().at("2023-06-25", since: "2023-04-25").changes(
        "reworded", "task field old_text new_text change_basis"),
      is: """
        task  field    old_text  new_text  change_basis
        1     leaders  张市长    ·         会议纪要
        1     section  甲类      乙类      会议纪要
        1     title    老任务    改名任务  会议纪要
        """)
  }

  @Test func theSummaryCountsEveryKind() throws {
    try expect(
      Self.ledger().at("2023-06-25", since: "2023-04-25").summary(),
      is: "new_tasks=2 gone_tasks=2 of_which_open=1 reassigned=2 reworded=3")
  }

  @Test func allChangesStandInOneList() throws {
    try expect(
      Self.ledger().at("2023-06-25", since: "2023-04-25").changes(
        "all_changes", "kind task unit subject old_value new_value detail"),
      is: """
        kind        task  unit  subject  old_value    new_value    detail
        new_tasks   4                    ·            in_progress  2023-09-30
        new_tasks   5                    ·            not_started  ·
        gone_tasks  2                    in_progress  ·            open
        gone_tasks  3                    completed    ·            ·
        reassigned  1     b              responsible  ·            lost
        reassigned  1     c              support      responsible  role
        reworded    1           leaders  张市长       ·            会议纪要
        reworded    1           section  甲类         乙类         会议纪要
        reworded    1           title    老任务       改名任务     会议纪要
        """)
  }

  @Test func nothingChangedBetweenTwoDaysOfOneSnapshot() throws {
    let moment = try Self.ledger().at("2023-06-30", since: "2023-06-25")
    try expect(moment.summary(), is: "")
    #expect(moment.moment.prior?.snapshot == moment.moment.snapshot)
  }

  @Test func bothDaysNeedASnapshot() throws {
    let failure = #expect(throws: StoreFailure.self) {
      try Self.ledger().at("2023-06-25", since: "2022-12-31")
    }
    #expect(failure == .noData(plan: "p", asOf: try "2022-12-31".asDay))
  }
}
