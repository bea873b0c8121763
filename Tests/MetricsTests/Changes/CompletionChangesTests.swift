import Domain
import TestSupport
import Testing

/// Completions: new ones, and those that a snapshot should have known of.
@Suite(.onEachEngine) struct CompletionChangesTests {
  private func tasks(_ rows: String...) -> String {
    "序号,任务,牵头单位,完成时限,状态,完成日期,销号日期\n"
      + rows.enumerated().map { "\($0 + 1),任务,甲局,2023-06-30,\($1)" }.joined(separator: "\n")
  }

  /// 1 dated the day before the snapshot of 25 June, 2 that very day, 3 the day after, 4 much
  /// earlier and struck off; 5 stays open.
  @Test func recordedLate() throws {
    var ledger = SmallLedger(tasks("推进中,,", "推进中,,", "推进中,,", "推进中,,", "推进中,,"))
    ledger.add(on: "2023-06-25", tasks("推进中,,", "推进中,,", "推进中,,", "推进中,,", "推进中,,"))
    ledger.add(
      on: "2023-09-25",
      tasks(
        "已完成,2023-06-24,", "已完成,2023-06-25,", "已完成,2023-06-26,",
        "已销号,2023-03-31,2023-09-01", "推进中,,"))
    let moment = try ledger.at("2023-09-25", since: "2023-06-25")
    try expect(
      moment.changes("completed_late", "task completed_on unknown_on first_known days"),
      is: """
        task  completed_on  unknown_on  first_known  days
        1     2023-06-24    2023-06-25  2023-09-25   93
        2     2023-06-25    2023-06-25  2023-09-25   92
        4     2023-03-31    2023-06-25  2023-09-25   178
        """)
    try expect(
      moment.changes("newly_completed", "task due completed_on accepted_on late"),
      is: """
        task  due         completed_on  accepted_on  late
        1     2023-06-30  2023-06-24    ·            0
        2     2023-06-30  2023-06-25    ·            0
        3     2023-06-30  2023-06-26    ·            0
        4     2023-06-30  2023-03-31    2023-09-01   0
        """)
  }

  /// It was known in August: between July and August it is news, between August and September
  /// it is none.
  @Test func theSnapshotThatFirstKnew() throws {
    var ledger = SmallLedger(tasks("推进中,,"))
    ledger.add(on: "2023-07-25", tasks("推进中,,"))
    ledger.add(on: "2023-08-25", tasks("已完成,2023-07-20,"))
    ledger.add(on: "2023-09-25", tasks("已销号,2023-07-20,2023-09-01"))
    let late = "task completed_on unknown_on first_known days"
    try expect(
      ledger.at("2023-09-25", since: "2023-06-25").changes("completed_late", late),
      is: """
        task  completed_on  unknown_on  first_known  days
        1     2023-07-20    2023-07-25  2023-08-25   36
        """)
    try expect(
      ledger.at("2023-09-25", since: "2023-08-25").changes("completed_late", late),
      is: late.split(
        separator: " "
      ).joined(separator: "  "))
  }

  /// A day of completion that was put back: the snapshots did not know the new one.
  @Test func anotherDayOfCompletion() throws {
    var ledger = SmallLedger(tasks("已完成,2023-07-05,", "已完成,2023-06-20,"))
    ledger.add(on: "2023-07-10", tasks("已完成,2023-07-05,", "已完成,2023-06-20,"))
    ledger.add(on: "2023-09-25", tasks("已完成,2023-06-29,", "已完成,2023-06-20,"))
    let moment = try ledger.at("2023-09-25", since: "2023-07-10")
    try expect(
      moment.changes(
        "completed_late", "task prior_completed_on completed_on unknown_on first_known"),
      is: """
        task  prior_completed_on  completed_on  unknown_on  first_known
        1     2023-07-05          2023-06-29    2023-07-10  2023-09-25
        """)
    try expect(moment.summary(), is: "completed_late=1")
  }

  /// The first snapshot of all cannot be late.
  @Test func nothingWasKnownBefore() throws {
    var ledger = SmallLedger(tasks("已完成,2022-12-01,"))
    ledger.add(on: "2023-02-01", tasks("已完成,2022-12-01,", "已完成,2023-01-15,"))
    let moment = try ledger.at("2023-02-01", since: "2023-01-01")
    // A task that comes completed, dated after the snapshot that did not have it.
    try expect(moment.summary(), is: "new_tasks=1 newly_completed=1")
  }

  /// Dated in the future of the day shown, it counts from its own day on.
  @Test func aDayThatHasNotCome() throws {
    var ledger = SmallLedger(tasks("推进中,,"))
    ledger.add(on: "2023-06-25", tasks("已完成,2023-06-27,"))
    try expect(ledger.at("2023-06-26", since: "2023-04-25").summary(), is: "")
    try expect(ledger.at("2023-06-27", since: "2023-06-26").summary(), is: "newly_completed=1")
  }

  /// Milestones and a unit's own line: entered late, entered in time, put back, of a new task.
  @Test func partsRecordedLate() throws {
    func milestones(_ first: String, _ second: String, _ rest: String = "") -> String {
      "任务,节点,单位,时限,完成日期\n1,方案,,2023-05-31,\(first)\n1,落实,甲局,2023-06-30,\(second)\(rest)"
    }
    func lines(_ first: String, _ second: String) -> String {
      "任务,单位,角色,状态,完成日期\n1,甲局,牵头,\(first)\n1,乙局,配合,\(second)"
    }
    let open = "推进中,,"
    var ledger = SmallLedger(
      tasks(open), [.milestones: milestones("", ""), .assignments: lines("推进中,", "推进中,")])
    ledger.add(
      on: "2023-06-25", tasks(open),
      [.milestones: milestones("", "2023-06-20"), .assignments: lines("推进中,", "推进中,")])
    // Neither register: what they said goes on, and nothing was to be known.
    ledger.add(on: "2023-08-25", tasks(open))
    ledger.add(
      on: "2023-09-25", tasks(open, open),
      [
        .milestones: milestones("2023-06-25", "2023-06-01", "\n2,方案,,2023-05-31,2023-05-01"),
        .assignments: lines("已完成,2023-06-26", "已销号,2023-05-01"),
      ])
    let columns = "task milestone unit prior_completed_on completed_on unknown_on first_known days"
    let moment = try ledger.at("2023-09-25", since: "2023-06-25")
    try expect(
      moment.changes("part_completed_late", columns),
      is: """
        task  milestone  unit  prior_completed_on  completed_on  unknown_on  first_known  days
        1                b     ·                   2023-05-01    2023-06-25  2023-09-25   147
        1     方案             ·                   2023-06-25    2023-06-25  2023-09-25   92
        1     落实       a     2023-06-20          2023-06-01    2023-06-25  2023-09-25   116
        """)
    try expect(
      ledger.at("2023-06-25", since: "2023-01-01").changes("part_completed_late", "task"),
      is: "task")
  }

  /// A task put in at the top after completions were known, one in time and one late: what was said
  /// under the numbers of then was said of the tasks.
  @Test func knownUnderAnotherNumber() throws {
    let open = "推进中,,"
    func registers(_ numbers: (Int, Int), _ first: String, _ second: String) -> [Register: String] {
      [
        .milestones: "任务,节点,单位,时限,完成日期\n\(numbers.0),方案,,2023-05-31,\(first)\n"
          + "\(numbers.1),方案,,2023-05-31,\(second)",
        .assignments: "任务,单位,角色,状态,完成日期\n"
          + "\(numbers.0),乙局,配合,\(first.isEmpty ? "推进中" : "已完成"),\(first)\n"
          + "\(numbers.1),乙局,配合,\(second.isEmpty ? "推进中" : "已完成"),\(second)",
      ]
    }
    let (inTime, late) = ("2023-08-01", "2023-06-20")
    var ledger = SmallLedger(tasks(open, open), registers((1, 2), "", ""), on: "2023-06-25")
    ledger.add(
      on: "2023-08-25", tasks("已完成,\(inTime),", "已完成,\(late),"),
      registers((1, 2), inTime, late))
    ledger.add(
      on: "2023-09-25", tasks(open, "已完成,\(inTime),", "已完成,\(late),"),
      registers((2, 3), inTime, late), renumbered: [("1", nil), ("2", "1"), ("3", "2")])
    let moment = try ledger.at("2023-09-25", since: "2023-06-25")
    try expect(
      moment.changes("completed_late", "task completed_on unknown_on first_known"),
      is: """
        task  completed_on  unknown_on  first_known
        3     2023-06-20    2023-06-25  2023-08-25
        """)
    try expect(
      moment.changes("part_completed_late", "task milestone unit unknown_on first_known"),
      is: """
        task  milestone  unit  unknown_on  first_known
        3                b     2023-06-25  2023-08-25
        3     方案             2023-06-25  2023-08-25
        """)
  }
}
