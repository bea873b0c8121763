import Domain
import Metrics
import Store
import TestSupport
import Testing

/// One day as it was known at two instants: what was corrected since.
@Suite(.onEachEngine) struct KnowledgeTests {
  private func tasks(_ one: String, _ two: String) -> String {
    "序号,任务,牵头单位,状态,进度,完成日期\n1,任务,甲局,\(one)\n2,任务,甲局,\(two)"
  }

  /// The ledger of 25 June was corrected on 10 July; that of 15 May came to light on 1 August.
  private func ledger() -> SmallLedger {
    var ledger = SmallLedger(tasks("推进中,10%,", "推进中,10%,"))
    ledger.add(on: "2023-06-25", tasks("推进中,50%,", "推进中,50%,"))
    ledger.add(on: "2023-06-25", recordedOn: "2023-07-10", tasks("推进中,40%,", "已完成,100%,2023-05-10"))
    ledger.add(on: "2023-05-15", recordedOn: "2023-08-01", tasks("推进中,60%,", "推进中,60%,"))
    return ledger
  }

  @Test func whatWasCorrected() throws {
    let moment = try ledger().at("2023-06-25", knownOn: "2023-07-10", sinceKnownOn: "2023-07-09")
    try expect(
      moment.changes("progress_back", "task prior_progress progress"),
      is: """
        task  prior_progress  progress
        1     500000          400000
        """)
    try expect(
      moment.changes("completed_late", "task completed_on unknown_on first_known days"),
      is: """
        task  completed_on  unknown_on  first_known  days
        2     2023-05-10    2023-06-25  2023-06-25   46
        """)
    try expect(moment.summary(), is: "progress_back=1 newly_completed=1 completed_late=1")
  }

  @Test func nothingWasCorrected() throws {
    for (later, earlier) in [("2023-07-09", "2023-06-25"), ("2023-08-01", "2023-07-10")] {
      try expect(
        ledger().at("2023-06-25", knownOn: later, sinceKnownOn: earlier).summary(), is: "")
    }
  }

  /// An export that came to light is what the days from its own on were like.
  @Test func aDayThatIsKnownBetter() throws {
    try expect(
      ledger().at("2023-06-01", knownOn: "2023-08-01", sinceKnownOn: "2023-07-31").summary(),
      is: "")
    let moment = try ledger().at("2023-06-01", knownOn: "2023-08-01", sinceKnownOn: "2023-07-31")
    try expect(moment.tasks("progress"), is: "task  progress\n1     600000\n2     600000")
    #expect(moment.moment.prior?.snapshot.effectiveOn == (try "2023-01-01".asDay))
  }

  @Test func nothingWasKnownThen() throws {
    let failure = #expect(throws: StoreFailure.self) {
      try ledger().at("2023-06-25", knownOn: "2023-07-10", sinceKnownOn: "2022-12-31")
    }
    #expect(
      failure
        == .noData(
          plan: "p", asOf: try "2023-06-25".asDay, knownAt: "2022-12-31T23:59:59.999Z"))
  }
}
