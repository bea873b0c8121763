import Domain
import Testing

/// Periods and what a plan makes of them.
@Suite struct PlanTests {
  private let plan = Plan(
    id: "p", title: "", subject: "", document: "", office: "", place: "", remark: "",
    years: [2023], calendar: Period.standardCalendar(year: 2023), leadPolicy: .named,
    scheduleRule: .nominal, debtors: .lead, quotas: [], publicationLevels: [], lights: [],
    signature: [], closed: nil)

  @Test(arguments: [2023, 2024])
  func theStandardCalendar(_ year: Int) {
    let rows = Period.standardCalendar(year: year).map { period in
      let days = [period.from, period.to, period.cutoff].map { $0.description.dropFirst(5) }
      let submitBy = period.submitBy.map { "\($0.description.dropFirst(5))" } ?? "none"
      return
        "\(period.id) \(period.name) \(days.joined(separator: " ")) \(submitBy) \(period.nominal)"
    }
    #expect(
      rows == [
        "\(year)-Q1 一季度 01-01 03-31 04-25 04-25 250000",
        "\(year)-H1 上半年 01-01 06-30 06-25 06-25 500000",
        "\(year)-Q3 前三季度 01-01 09-30 09-25 09-25 750000",
        "\(year)-FY 全年 01-01 12-31 11-25 11-25 900000",
        "\(year)-final 年终核定 01-01 12-31 12-31 none 1000000",
      ])
  }

  /// The period that a day works towards, and nominal progress on it.
  @Test(arguments: [
    ("2022-12-31", "2023-Q1", 0), ("2023-01-01", "2023-Q1", 0), ("2023-04-24", "2023-Q1", 0),
    ("2023-04-25", "2023-Q1", 250_000), ("2023-04-26", "2023-H1", 250_000),
    ("2023-06-25", "2023-H1", 500_000), ("2023-08-15", "2023-Q3", 500_000),
    ("2023-09-25", "2023-Q3", 750_000), ("2023-11-25", "2023-FY", 900_000),
    ("2023-11-26", "2023-final", 900_000), ("2023-12-31", "2023-final", 1_000_000),
    ("2024-03-01", "2023-final", 1_000_000),
  ])
  func aDayWorksTowardsAPeriod(_ text: String, _ period: String, _ nominal: Int64) throws {
    let day = try #require(Day(text))
    #expect(plan.period(at: day)?.id == period)
    #expect(plan.nominalProgress(at: day) == nominal)
  }

  @Test func aPlanWithoutPeriodsHasNone() throws {
    var plan = plan
    plan.calendar = []
    #expect(plan.period(at: try #require(Day("2023-04-25"))) == nil)
    #expect(plan.nominalProgress(at: try #require(Day("2023-04-25"))) == 0)
  }
}
