import Domain
import TestSupport
import Metrics
import Testing

/// Every figure of the example ledger, held against an independent calculation in Python.
@Suite(.onEachEngine) struct CrossCheckTests {
  static let days =
    ["2023-04-25", "2023-06-25", "2023-08-15", "2023-09-25", "2023-11-25"]
    + ["2023-12-31"]

  /// What the program does not show, and so has nothing to compare with: by the original due
  /// date it counts overdue items and their calendar days only.
  static let notShown: Set = [
    "by_original_due/overdue_working_days_sum", "by_original_due/overdue_working_days_max",
    "by_original_due/late", "by_original_due/late_days_sum", "by_original_due/early",
  ]

  @Test(arguments: days, Plan.ScheduleRule.allCases)
  func everyFigureAgrees(_ text: String, _ rule: Plan.ScheduleRule) throws {
    let day = try #require(Day(text))
    let open = try ExampleHistory.shared().moment(day, rule: rule)
    let own = try ProgramFigures(open).figures
    let independent = try IndependentFigures.of(
      day, period: open.moment.request.period, rule: rule)
    let differences = own.differences(from: independent, without: Self.notShown)
    #expect(independent.values.count > 1_000)
    #expect(differences.joined(separator: "\n") == "")
  }

  /// The first sheet's figures are those of the other queries.
  @Test(arguments: days)
  func keyFiguresAgree(_ text: String) throws {
    let day = try #require(Day(text))
    let open = try ExampleHistory.shared().moment(day)
    let independent = try IndependentFigures.of(
      day, period: open.moment.request.period, rule: .nominal)
    let expected = KeyFigures(independent).rows
    let table = try open.moment.table("metrics/key_figures")
    #expect(table.text("figure numerator denominator") == TextTable(rows: expected).text)
  }
}
