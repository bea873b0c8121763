import Domain
import TestSupport
import Testing

/// Due dates that moved: by an extension or without, and how close to the later day.
@Suite(.onEachEngine) struct DueMovedTests {
  static let columns = "task prior_due due days how approved_on last_seen first_seen close"

  private func tasks(_ due: String...) -> String { tasks(due) }

  private func tasks(_ due: [String]) -> String {
    "序号,任务,牵头单位,完成时限,状态\n"
      + due.enumerated().map { "\($0 + 1),任务,甲局,\($1),推进中" }.joined(separator: "\n")
  }

  private func ledger(_ due: String..., extensions: [String] = []) -> SmallLedger {
    SmallLedger(
      tasks(due), [.extensions: (["任务,申请日期,批准日期,新时限"] + extensions).joined(separator: "\n")])
  }

  /// 1 and 2 approved 14 and 15 days before 25 September; 3 asked for too late; 4 not approved;
  /// 5 approved after the later day; 6 in force at the earlier day already.
  @Test func byAnExtensionThatCounts() throws {
    let due = Array(repeating: "2023-09-30", count: 6)
    let ledger = ledger(
      due[0], due[1], due[2], due[3], due[4], due[5],
      extensions: [
        "1,2023-09-01,2023-09-11,2023-11-30", "2,2023-09-01,2023-09-10,2023-11-30",
        "3,2023-10-01,2023-10-02,2023-11-30", "4,2023-09-01,,2023-11-30",
        "5,2023-09-01,2023-09-26,2023-11-30", "6,2023-06-01,2023-06-25,2023-11-30",
      ])
    try expect(
      ledger.at("2023-09-25", since: "2023-06-25").changes("due_moved", Self.columns),
      is: """
        task  prior_due   due         days  how        approved_on  last_seen  first_seen  close
        1     2023-09-30  2023-11-30  61    extension  2023-09-11   ·          ·           yes
        2     2023-09-30  2023-11-30  61    extension  2023-09-10   ·          ·           no
        """)
  }

  /// 1 moved by 11 September, the fourteenth day before the cut-off, and not before the 10th;
  /// 2 by 10 September; 3 earlier; 4 got a date; 5 lost it.
  @Test func byTheLedgerAlone() throws {
    var ledger = ledger("2023-09-30", "2023-09-30", "2023-10-31", "", "2023-09-30")
    ledger.add(on: "2023-09-10", tasks("2023-09-30", "2023-12-31", "2023-10-31", "", "2023-09-30"))
    ledger.add(on: "2023-09-11", tasks("2023-12-31", "2023-12-31", "2023-10-15", "2023-12-31", ""))
    try expect(
      ledger.at("2023-09-25", since: "2023-06-25").changes("due_moved", Self.columns),
      is: """
        task  prior_due   due         days  how     approved_on  last_seen   first_seen  close
        1     2023-09-30  2023-12-31  92    listed  ·            2023-09-10  2023-09-11  yes
        2     2023-09-30  2023-12-31  92    listed  ·            2023-01-01  2023-09-10  no
        3     2023-10-31  2023-10-15  -16   listed  ·            2023-09-10  2023-09-11  yes
        4     ·           2023-12-31  ·     listed  ·            2023-09-10  2023-09-11  yes
        5     2023-09-30  ·           ·     listed  ·            2023-09-10  2023-09-11  yes
        """)
    try expect(
      ledger.at("2023-09-25", since: "2023-06-25").summary(),
      is: "due_moved=5 of_which_without_extension=5 of_which_close=4")
  }

  /// Between two snapshots far from each other the day is not known: it may be one of the 14.
  @Test func whereSnapshotsAreFarApart() throws {
    var ledger = ledger("2023-09-30")
    ledger.add(on: "2023-09-25", tasks("2023-12-31"))
    try expect(
      ledger.at("2023-09-25", since: "2023-06-25").changes(
        "due_moved", "last_seen first_seen close"),
      is: """
        last_seen   first_seen  close
        2023-01-01  2023-09-25  maybe
        """)
    // Fourteen days after the snapshot that shows it, it may have been that day; then no more.
    try expect(
      ledger.at("2023-10-09", since: "2023-06-25").changes("due_moved", "close"),
      is: "close\nmaybe")
    try expect(
      ledger.at("2023-10-10", since: "2023-06-25").changes("due_moved", "close"),
      is: "close\nno")
  }

  /// A date that went to and fro: it is the last move that counts.
  @Test func movedTwice() throws {
    var ledger = ledger("2023-09-30")
    ledger.add(on: "2023-07-10", tasks("2023-12-31"))
    ledger.add(on: "2023-08-10", tasks("2023-10-31"))
    ledger.add(on: "2023-09-20", tasks("2023-12-31"))
    try expect(
      ledger.at("2023-09-25", since: "2023-06-25").changes("due_moved", Self.columns),
      is: """
        task  prior_due   due         days  how     approved_on  last_seen   first_seen  close
        1     2023-09-30  2023-12-31  92    listed  ·            2023-08-10  2023-09-20  maybe
        """)
    try expect(
      ledger.at("2023-09-25", since: "2023-07-10").changes("due_moved", Self.columns),
      is: "task  prior_due  due  days  how  approved_on  last_seen  first_seen  close")
  }

  /// The office lists the date that the extension set: that is no second move. Listing another
  /// one is.
  @Test func theListThatFollowsAnExtension() throws {
    var ledger = ledger(
      "2023-09-30", "2023-09-30",
      extensions: ["1,2023-06-01,2023-06-20,2023-11-30", "2,2023-06-01,2023-06-20,2023-11-30"])
    ledger.add(on: "2023-07-10", tasks("2023-11-30", "2023-12-31"))
    try expect(
      ledger.at("2023-09-25", since: "2023-06-25").changes("due_moved", "task prior_due due how"),
      is: """
        task  prior_due   due         how
        2     2023-09-30  2023-12-31  listed
        """)
  }

  @Test func anExtensionThatIsTakenBack() throws {
    var ledger = ledger("2023-09-30", extensions: ["1,2023-06-01,2023-06-20,2023-11-30"])
    ledger.add(on: "2023-07-10", tasks("2023-09-30"), [.extensions: "任务,申请日期,批准日期,新时限"])
    try expect(
      ledger.at("2023-09-25", since: "2023-06-25").changes("due_moved", Self.columns),
      is: """
        task  prior_due   due         days  how        approved_on  last_seen  first_seen  close
        1     2023-11-30  2023-09-30  -61   withdrawn  ·            ·          ·           maybe
        """)
  }
}
