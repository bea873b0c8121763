import Definitions
import Domain
import Metrics
import TestSupport
import Testing

/// The day of issue, the days that follow from it in working days, and the next cut-off.
@Suite(.onEachEngine) struct PaperDayTests {
  private static let task = "序号,任务,牵头单位,完成时限,状态\n1,甲,甲局,2023-12-31,推进中"

  private func days(_ ledger: SmallLedger, on day: String) throws -> String {
    try ledger.at(day).moment.table("facts/paper_day").rows[0].map(\.cell).joined(separator: " ")
  }

  /// 6 May 2023 is a Saturday that is worked, 25 June a Sunday that is; the National Day holiday ends on
  /// 6 October, the 7th and 8th are worked; 25 November is a Saturday.
  @Test(arguments: [
    ("2023-04-25", "2023-04-26 2023-05-12 2023-05-06 上半年 2023-06-25 2023-06-25 ·"),
    ("2023-06-25", "2023-06-26 2023-07-10 2023-07-03 前三季度 2023-09-25 2023-09-25 ·"),
    ("2023-09-25", "2023-09-26 2023-10-16 2023-10-09 全年 2023-11-25 2023-11-25 ·"),
    ("2023-11-25", "2023-11-27 2023-12-11 2023-12-04 年终核定 2023-12-31 · ·"),
    ("2023-12-31", "2024-01-02 2024-01-16 2024-01-09 · · · ·"),
    // Between two cut-offs the next is the one that the day works towards.
    ("2023-08-15", "2023-08-16 2023-08-30 2023-08-23 前三季度 2023-09-25 2023-09-25 2023-08-29"),
  ])
  func working(_ day: String, _ expected: String) throws {
    #expect(try days(SmallLedger(Self.task), on: day) == expected)
  }

  @Test func whatThePlanSays() throws {
    var ledger = SmallLedger(Self.task)
    ledger.plan.paper.settleDays = 3
    ledger.plan.paper.reportDays = 1
    ledger.plan.calendar = try [
      Period(
        id: "x", name: "甲", from: "2023-01-01".asDay, to: "2023-09-30".asDay, submitBy: nil,
        cutoff: "2023-09-25".asDay, nominal: 0, issuedOn: "2023-09-28".asDay)
    ]
    // 28 September is a Thursday before the holiday.
    #expect(try days(ledger, on: "2023-09-25") == "2023-09-28 2023-10-09 2023-10-07 · · · ·")
    // The day that the calendar names is that of the cut-off.
    #expect(try days(ledger, on: "2023-09-20").hasPrefix("2023-09-21 2023-09-26 2023-09-22 甲"))
  }

  /// Where no working days are known, issue is the day after, and no day is made up.
  @Test func withoutACalendar() throws {
    var ledger = SmallLedger(Self.task)
    ledger.calendarYears = 2022...2022
    #expect(try days(ledger, on: "2023-04-25") == "2023-04-26 · · 上半年 2023-06-25 2023-06-25 ·")
  }
}

/// Which cut-off comes next.
@Suite struct NextCutoffTests {
  @Test(arguments: [
    ("2023-09-20", false, "2023-Q3"), ("2023-09-20", true, "2023-FY"),
    ("2023-09-25", false, "2023-FY"), ("2023-09-25", true, "2023-FY"),
  ])
  func afterADraft(_ day: String, _ isForPeriod: Bool, _ next: String) throws {
    let plan = Plan.standard(id: "p", year: 2023)
    let request = Moment.Request(
      plan: plan, period: plan.calendar[2], isForPeriod: isForPeriod, asOf: try day.asDay,
      knownAt: Moment.Request.allKnown)
    #expect(request.next?.id == next)
  }
}
