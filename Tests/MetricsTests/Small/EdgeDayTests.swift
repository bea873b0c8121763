import Definitions
import Domain
import Metrics
import TestSupport
import Testing

/// The days at which calendars break: leap days, the end of a year, periods of one day.
@Suite(.onEachEngine) struct EdgeDayTests {
  private static let heading = "序号,任务,牵头单位,开始日期,完成时限,状态,完成日期\n"

  private func period(_ id: String, _ from: String, _ to: String) throws -> Period {
    Period(
      id: id, name: id, from: try from.asDay, to: try to.asDay, submitBy: try to.asDay,
      cutoff: try to.asDay, nominal: 500_000)
  }

  @Test func aPeriodOfOneDay() throws {
    var ledger = SmallLedger(
      Self.heading
        + "1,前一日,甲局,,2023-05-31,推进中,\n2,当日,甲局,,2023-06-01,已完成,2023-06-01\n3,次日,甲局,,2023-06-02,推进中,")
    ledger.plan.calendar = [
      try period("d0", "2023-05-31", "2023-05-31"), try period("d1", "2023-06-01", "2023-06-01"),
      try period("d2", "2023-06-02", "2023-06-02"),
    ]
    let moment = try ledger.at("2023-06-01")
    #expect(moment.moment.request.period.id == "d1")
    let due = try moment.moment.table("metrics/due_in_period")
    let items = try #require(due.index(of: "due"))
    #expect(due.rows.map { $0[items] } == [.integer(1)])
  }

  @Test func aPeriodThatEndsOnALeapDay() throws {
    var ledger = SmallLedger(
      Self.heading
        + "1,闰日,甲局,2024-02-29,2024-02-29,推进中,\n2,次日,甲局,2024-03-01,2024-03-01,推进中,")
    ledger.plan = .standard(id: "p", year: 2024)
    ledger.plan.calendar = [
      try period("feb", "2024-02-01", "2024-02-29"), try period("mar", "2024-03-01", "2024-03-31"),
    ]
    let leap = try ledger.at("2024-02-29")
    #expect(leap.moment.request.period.id == "feb")
    try expect(leap.completion("in_force due overdue"), is: "in_force=1 due=1 overdue=0")
    let next = try ledger.at("2024-03-01")
    #expect(next.moment.request.period.id == "mar")
    try expect(next.completion("in_force due overdue"), is: "in_force=2 due=2 overdue=1")
  }

  @Test func overTheEndOfAYear() throws {
    var ledger = SmallLedger(
      Self.heading + "1,年末,甲局,2023-12-31,2023-12-31,推进中,\n2,元旦,甲局,2024-01-01,2024-01-01,推进中,")
    ledger.plan.years = [2023, 2024]
    ledger.plan.calendar = [2023, 2024].flatMap { Period.standardCalendar(year: $0) }
    let last = try ledger.at("2023-12-31")
    #expect(last.moment.request.period.id == "2023-final")
    try expect(last.completion("in_force due overdue"), is: "in_force=1 due=1 overdue=0")
    let first = try ledger.at("2024-01-01")
    #expect(first.moment.request.period.id == "2024-Q1")
    try expect(first.completion("in_force due overdue"), is: "in_force=2 due=2 overdue=1")
    try expect(
      first.tasks("days workdays"),
      is: """
        task  days  workdays
        1     1     0
        2     ·     ·
        """)
  }

  /// Two plans over the same days have tasks of the same numbers, and nothing of each other.
  @Test func plansThatOverlap() throws {
    var ledger = SmallLedger(
      "方案,序号,任务,牵头单位,完成时限,状态\np,1,甲方案,甲局,2023-06-30,推进中\nq,1,乙方案,乙局,2023-03-31,推进中\nq,2,乙方案二,乙局,2023-03-31,推进中"
    )
    ledger.plan = .standard(id: "q", year: 2023)
    try expect(
      ledger.at("2023-06-25").tasks("title overdue"),
      is: """
        task  title     overdue
        1     乙方案    1
        2     乙方案二  1
        """)
    ledger.plan = .standard(id: "p", year: 2023)
    try expect(ledger.at("2023-06-25").completion("in_force overdue"), is: "in_force=1 overdue=0")
  }
}
