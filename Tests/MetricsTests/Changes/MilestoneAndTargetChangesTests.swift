import Domain
import TestSupport
import Testing

/// Stages and quantified targets that changed.
@Suite(.onEachEngine) struct MilestoneAndTargetChangesTests {
  static let tasks = "序号,任务,牵头单位,变更依据\n1,有依据,甲局,会议纪要\n2,无依据,甲局,"

  /// Of task 1: a moved, b gone, c new, d reopened, e completed, f of a unit earlier; a stage of
  /// a new task is no change of its own.
  @Test func milestones() throws {
    var ledger = SmallLedger(
      Self.tasks,
      [
        .milestones: """
        任务,节点,单位,时限,完成日期
        1,a,,2023-05-31,
        1,b,,2023-05-31,
        1,d,,2023-05-31,2023-03-20
        1,e,,2023-05-31,
        1,f,乙局,2023-05-31,
        """
      ])
    ledger.add(
      on: "2023-06-25", Self.tasks + "\n3,新任务,甲局,",
      [
        .milestones: """
        任务,节点,单位,时限,完成日期
        1,a,,2023-07-15,2023-06-20
        1,c,,2023-08-31,
        1,d,,2023-05-31,
        1,e,,2023-05-31,2023-05-20
        1,f,乙局,2023-05-01,
        3,a,,2023-09-30,
        """
      ])
    try expect(
      ledger.at("2023-06-25", since: "2023-04-25").changes(
        "milestones_changed",
        "task milestone unit unit_name kind prior_due due days prior_completed_on completed_on"),
      is: """
        task  milestone  unit  unit_name  kind      prior_due   due         days  prior_completed_on  completed_on
        1     a                ·          moved     2023-05-31  2023-07-15  45    ·                   2023-06-20
        1     b                ·          gone      2023-05-31  ·           ·     ·                   ·
        1     c                ·          new       ·           2023-08-31  ·     ·                   ·
        1     d                ·          reopened  2023-05-31  2023-05-31  0     2023-03-20          ·
        1     f          b     乙局       moved     2023-05-31  2023-05-01  -30   ·                   ·
        """)
  }

  /// What was reached may change; the rest is a change, with a basis or without.
  @Test func targets() throws {
    let heading = "编号,任务,指标,口径,目标值,计量单位,类型,性质,基数,完成值,统计日期\n"
    var ledger = SmallLedger(
      Self.tasks,
      [
        .targets: heading + """
          t1,1,覆盖率,≥,90,%,水平,确保,60,70,2023-03-31
          t2,2,覆盖率,≥,90,%,水平,确保,60,,
          t3,2,办件数,≥,1000,件,累计,确保,,,
          t4,2,办件数,≥,1000,件,累计,确保,,,
          """
      ])
    ledger.add(
      on: "2023-06-25", Self.tasks,
      [
        .targets: heading + """
          t1,1,覆盖率,≥,85.5,%,水平,确保,60,80,2023-06-20
          t2,2,覆盖率,≥,90,%,水平,力争,60,,
          t4,2,办件数,≥,1000,件,累计,确保,,900,2023-06-20
          t5,2,投诉数,≤,10,件,清零,确保,,,
          """
      ])
    let moment = try ledger.at("2023-06-25", since: "2023-04-25")
    try expect(
      moment.changes(
        "targets_changed",
        "target task kind prior_comparison prior_value comparison target_value prior_nature nature has_basis"
      ),
      is: """
        target  task  kind     prior_comparison  prior_value  comparison  target_value  prior_nature  nature        has_basis
        t1      1     changed  >=                90000000     >=          85500000      binding       binding       1
        t2      2     changed  >=                90000000     >=          90000000      binding       aspirational  0
        t3      2     gone     >=                1000000000   ·           ·             binding       ·             0
        t5      2     new      ·                 ·            <=          10000000      ·             binding       0
        """)
    try expect(moment.summary(), is: "targets_changed=4 of_which_without_basis=3")
  }
}
