import Definitions
import Domain
import Foundation
import Metrics
import TestSupport
import Testing

/// Signs that figures may have been made to look well: an internal list, never a score.
@Suite(.onEachEngine) struct SignTests {
  private static let heading = "序号,任务,牵头单位,完成时限,状态,进度,完成日期,销号日期"

  private func signs(_ sign: String, _ columns: String, _ open: OpenMoment) throws -> String {
    try open.moment.table("signs/\(sign)").text(columns)
  }

  /// A ledger of the days of some cut-offs, one text of rows each.
  private func ledger(
    _ states: [(day: String, rows: String)], _ others: [Register: String] = [:]
  ) -> SmallLedger {
    var ledger = SmallLedger("\(Self.heading)\n\(states[0].rows)", others, on: states[0].day)
    for state in states.dropFirst() {
      ledger.add(on: state.day, "\(Self.heading)\n\(state.rows)", others)
    }
    return ledger
  }

  /// Cut-offs are 25 April and 25 June. Task 1 moved between the 12th and the 25th, 2 between the 1st
  /// and the 12th, 3 earlier, 4 to an earlier day.
  @Test func dueDatesMovedBeforeACutoff() throws {
    let ledger = ledger([
      (
        "2023-06-01",
        "1,甲,甲局,2023-06-30,推进中,,,\n2,乙,甲局,2023-06-30,推进中,,,\n3,丙,甲局,2023-06-30,推进中,,,\n"
          + "4,丁,甲局,2023-06-30,推进中,,,"
      ),
      (
        "2023-06-10",
        "1,甲,甲局,2023-06-30,推进中,,,\n2,乙,甲局,2023-06-30,推进中,,,\n3,丙,甲局,2023-09-30,推进中,,,\n"
          + "4,丁,甲局,2023-06-30,推进中,,,"
      ),
      (
        "2023-06-11",
        "1,甲,甲局,2023-06-30,推进中,,,\n2,乙,甲局,2023-09-30,推进中,,,\n3,丙,甲局,2023-09-30,推进中,,,\n"
          + "4,丁,甲局,2023-06-20,推进中,,,"
      ),
      (
        "2023-06-25",
        "1,甲,甲局,2023-12-31,推进中,,,\n2,乙,甲局,2023-09-30,推进中,,,\n3,丙,甲局,2023-09-30,推进中,,,\n"
          + "4,丁,甲局,2023-06-20,推进中,,,"
      ),
    ])
    try expect(
      signs("due_moved_before_cutoff", "task day detail how close", ledger.at("2023-06-25")),
      is: """
        task  day         detail                    how     close
        1     2023-06-25  2023-06-30 → 2023-12-31  listed  yes
        2     2023-06-25  2023-06-30 → 2023-09-30  listed  yes
        """)
    // The day before, no cut-off had been reached.
    #expect(
      try ledger.at("2023-06-24").moment.table("signs/due_moved_before_cutoff").rows.isEmpty)
  }

  /// Snapshots far apart leave the day open; an extension has one.
  @Test func whenADateMovedIsNotAlwaysKnown() throws {
    let ledger = ledger(
      [
        ("2023-01-01", "1,甲,甲局,2023-06-30,推进中,,,\n2,乙,甲局,2023-06-30,推进中,,,"),
        ("2023-06-25", "1,甲,甲局,2023-12-31,推进中,,,\n2,乙,甲局,2023-09-30,推进中,,,"),
      ],
      [.extensions: "任务,申请日期,批准日期,新时限\n2,2023-06-01,2023-06-20,2023-09-30"])
    try expect(
      signs("due_moved_before_cutoff", "task day detail how close", ledger.at("2023-06-25")),
      is: """
        task  day         detail                    how        close
        1     2023-06-25  2023-06-30 → 2023-12-31  listed     maybe
        2     2023-06-25  2023-06-30 → 2023-09-30  extension  yes
        """)
  }

  /// 甲局 completes three of five on the day of the cut-off, 乙局 three of seven, 丙县 two of two.
  @Test func manyCompletionsOnTheLastDay() throws {
    let counts: [(unit: String, before: Int, onTheDay: Int)] = [
      ("甲局", 2, 3), ("乙局", 4, 3), ("丙县", 0, 2),
    ]
    let rows = counts.flatMap { unit, before, onTheDay in
      Array(repeating: "\(unit),2023-12-31,已完成,,2023-06-01,", count: before)
        + Array(repeating: "\(unit),2023-12-31,已完成,,2023-06-25,", count: onTheDay)
    }.enumerated().map { "\($0 + 1),任务\($0 + 1),\($1)" }
    let ledger = ledger([("2023-06-25", rows.joined(separator: "\n"))])
    for day in ["2023-06-25", "2023-09-25"] {
      try expect(
        signs("completed_on_last_day", "unit day detail on_the_day completed", ledger.at(day)),
        is: """
          unit  day         detail  on_the_day  completed
          a     2023-06-25  3/5     3           5
          """)
    }
  }

  /// 1 stands at 30 % since April, 2 since June, 3 is completed, 4 is full, 5 is not filled in.
  @Test func progressUnchangedOverTwoCutoffs() throws {
    let rest =
      "3,丙,甲局,2023-12-31,已完成,50%,2023-04-01,\n4,丁,甲局,2023-12-31,推进中,100%,,\n"
      + "5,戊,甲局,2023-12-31,推进中,,,"
    let ledger = ledger([
      ("2023-04-25", "1,甲,甲局,2023-12-31,推进中,30%,,\n2,乙,甲局,2023-12-31,推进中,20%,,\n" + rest),
      ("2023-06-25", "1,甲,甲局,2023-12-31,推进中,30%,,\n2,乙,甲局,2023-12-31,推进中,30%,,\n" + rest),
      ("2023-08-01", "1,甲,甲局,2023-12-31,推进中,30%,,\n2,乙,甲局,2023-12-31,推进中,30%,,\n" + rest),
    ])
    try expect(
      signs("progress_unchanged", "task day detail progress", ledger.at("2023-06-25")),
      is: """
        task  day         detail                   progress
        1     2023-04-25  2023-04-25 = 2023-06-25  300000
        """)
    try expect(
      signs("full_not_completed", "task day detail", ledger.at("2023-06-25")),
      is: """
        task  day         detail
        4     2023-04-25  in_progress
        """)
    // On the day itself nothing has stood for long.
    for sign in ["progress_unchanged", "full_not_completed"] {
      #expect(try ledger.at("2023-04-25").moment.table("signs/\(sign)").rows.isEmpty)
    }
  }

  /// Without a ledger of its own a cut-off says nothing new.
  @Test func anOldLedgerIsNoSign() throws {
    let ledger = ledger([("2023-04-25", "1,甲,甲局,2023-12-31,推进中,30%,,")])
    #expect(try ledger.at("2023-09-25").moment.table("signs/progress_unchanged").rows.isEmpty)
  }

  /// 60 days are not long, 61 are; an office that notes no acceptance at all is not asked for it.
  @Test func completedAndNotAccepted() throws {
    let open = "1,甲,甲局,2023-12-31,已完成,,2023-04-25,\n2,乙,甲局,2023-12-31,已完成,,2023-04-26,"
    let accepted = "\n3,丙,甲局,2023-12-31,已销号,,2023-03-01,2023-03-05"
    try expect(
      signs(
        "completed_not_accepted", "task day days",
        ledger([("2023-06-25", open + accepted)]).at("2023-06-25")),
      is: """
        task  day         days
        1     2023-04-25  61
        """)
    #expect(
      try ledger([("2023-06-25", open)]).at("2023-06-25").moment
        .table("signs/completed_not_accepted").rows.isEmpty)
  }

  /// What leaves the office shows no signs, and no rule can score them.
  @Test func signsStayInTheOffice() throws {
    for id in DefinitionLibrary.shipped.reportIDs {
      let text = try String(
        contentsOfFile: Repository.folder + "/Reports/\(id).yaml", encoding: .utf8)
      #expect(!text.contains("signs/"), "\(id)")
    }
  }
}
