import Domain
import Metrics
import TestSupport
import Testing

/// Every word of the judgement, and both sides of every threshold.
@Suite(.onEachEngine) struct JudgementPartsTests {
  /// Tasks that are due: on time, late, overdue, due that day; and others: below schedule, on schedule,
  /// not filled in.
  private func ledger(
    onTime: Int = 0, late: Int = 0, overdue: Int = 0, today: Int = 0, below: Int = 0,
    onSchedule: Int = 0,
    empty: Int = 0
  ) -> SmallLedger {
    let kinds = [
      (onTime, "2023-06-30,已完成,,2023-06-30"), (late, "2023-06-30,已完成,,2023-07-01"),
      (overdue, "2023-06-30,推进中,100%,"), (today, "2023-07-10,推进中,100%,"),
      (below, "2023-12-31,推进中,0%,"), (onSchedule, "2023-12-31,推进中,50%,"),
      (empty, "2023-12-31,推进中,,"),
    ]
    let rows = kinds.flatMap { count, row in Array(repeating: row, count: count) }.enumerated()
      .map { "\($0.offset + 1),任务\($0.offset),甲局,\($0.element)" }
    let none = "1,甲,甲局,2023-12-31,取消,,"
    return SmallLedger(
      "序号,任务,牵头单位,完成时限,状态,进度,完成日期\n"
        + (rows.isEmpty ? [none] : rows).joined(separator: "\n"))
  }

  private func states(_ ledger: SmallLedger, on day: String = "2023-07-10") throws -> String {
    try ledger.at(day).moment.table("metrics/judgement_parts").rows
      .map { "\($0[1].cell)=\($0[2].cell)" }.joined(separator: " ")
  }

  @Test func whatIsDue() throws {
    #expect(try states(ledger()) == "due=no_tasks")
    #expect(try states(ledger(onSchedule: 1)) == "due=none schedule=all")
    #expect(try states(ledger(onTime: 2)) == "due=all_on_time schedule=all")
    #expect(try states(ledger(onTime: 9, late: 1)) == "due=all_done schedule=all")
    #expect(try states(ledger(onTime: 9, today: 1)) == "due=due_today schedule=all")
    // 1 of 11 is below 10 %, 1 of 10 is not; 85 of 100 is enough, 84 is not.
    #expect(try states(ledger(onTime: 10, overdue: 1)) == "due=good schedule=all")
    #expect(try states(ledger(onTime: 9, overdue: 1)) == "due=slow schedule=all")
    #expect(try states(ledger(onTime: 17, overdue: 1, today: 2)) == "due=good schedule=all")
    #expect(try states(ledger(onTime: 16, overdue: 1, today: 3)) == "due=slow schedule=all")
  }

  @Test func whatIsBelowSchedule() throws {
    #expect(try states(ledger(onSchedule: 1, empty: 1)) == "due=none schedule=all_filled")
    #expect(try states(ledger(below: 1, onSchedule: 5)) == "due=none schedule=few")
    #expect(try states(ledger(below: 1, onSchedule: 4)) == "due=none schedule=many")
    #expect(try states(ledger(below: 5, onSchedule: 6)) == "due=none schedule=many")
    #expect(try states(ledger(below: 5, onSchedule: 5)) == "due=none schedule=most")
  }

  @Test func whatIsLate() throws {
    #expect(try states(ledger(onTime: 4, late: 1)).hasSuffix("late=late"))
    #expect(try !states(ledger(onTime: 5, late: 1)).contains("late="))
  }

  @Test func thresholdsAreThePlans() throws {
    var ledger = ledger(onTime: 9, late: 1, overdue: 1, below: 2, onSchedule: 9)
    #expect(try states(ledger) == "due=good schedule=few")
    ledger.plan.paper.judgement.overdue = 90_000
    ledger.plan.paper.judgement.fewBelow = 50_000
    ledger.plan.paper.judgement.manyBelow = 90_000
    ledger.plan.paper.judgement.late = 80_000
    #expect(try states(ledger) == "due=slow schedule=most late=late")
    ledger.plan.paper.judgement.overdue = 91_000
    ledger.plan.paper.judgement.dueCompletion = 910_000
    #expect(try states(ledger).hasPrefix("due=slow"))
  }

  /// With the moment that closes the plan what is open is unfinished, the day itself included.
  @Test func closing() throws {
    #expect(try states(ledger(onTime: 9, below: 1), on: "2023-12-31").hasPrefix("due=unfinished"))
  }

  @Test func theExample() throws {
    let open = try ExampleHistory.named("tianshui-2023").moment("2023-09-25".asDay)
    try expect(
      open.table("judgement_parts", "topic state due due_completed late overdue below filled"),
      is: """
        topic     state  due  due_completed  late  overdue  below  filled
        due       good   47   43             13    3        16     39
        schedule  many   47   43             13    3        16     39
        late      late   47   43             13    3        16     39
        """)
  }
}
