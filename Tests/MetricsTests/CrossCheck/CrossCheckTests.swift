import Domain
import Metrics
import TestSupport
import Testing

/// Every figure of the example ledgers, held against an independent calculation in Python.
@Suite(.onEachEngine) struct CrossCheckTests {
  /// A day of an example.
  struct Case: CustomTestStringConvertible {
    let example: String
    let day: String

    var testDescription: String { "\(example) \(day)" }
  }

  /// The days of the states, and one between two of them.
  static let cases = [
    "tianshui-2023": [
      "2023-04-25", "2023-06-25", "2023-08-15", "2023-09-25", "2023-11-25", "2023-12-31",
    ],
    "xuancheng-2019": ["2019-02-28", "2019-06-30", "2019-08-15", "2019-09-30", "2019-12-31"],
    "yingtan-2023": [
      "2023-03-25", "2023-04-28", "2023-06-30", "2023-08-28", "2023-09-30", "2023-12-31",
      "2024-01-15",
    ],
  ].sorted { $0.key < $1.key }.flatMap { example, days in
    days.map { Case(example: example, day: $0) }
  }

  /// What the program does not show, and so has nothing to compare with: by the original due
  /// date it counts overdue items and their calendar days only.
  static let notShown: Set = [
    "by_original_due/overdue_working_days_sum", "by_original_due/overdue_working_days_max",
    "by_original_due/late", "by_original_due/late_days_sum", "by_original_due/early",
  ]

  @Test(arguments: cases, Plan.ScheduleRule.allCases)
  func everyFigureAgrees(_ test: Case, _ rule: Plan.ScheduleRule) throws {
    let history = try ExampleHistory.named(test.example)
    let open = try history.moment(test.day.asDay, rule: rule)
    let own = try ProgramFigures(open).figures
    let independent = try IndependentFigures.of(open.moment.request, ledgers: history.folder)
    let differences = own.differences(from: independent, without: Self.notShown)
    #expect(independent.values.count > 1_000)
    #expect(differences.joined(separator: "\n") == "")
  }

  /// The first sheet's figures are those of the other queries.
  @Test(arguments: cases)
  func keyFiguresAgree(_ test: Case) throws {
    let history = try ExampleHistory.named(test.example)
    let open = try history.moment(test.day.asDay)
    let independent = try IndependentFigures.of(open.moment.request, ledgers: history.folder)
    let expected = KeyFigures(
      independent, history.plan, isClosing: open.moment.request.isClosing
    ).rows
    let table = try open.moment.table("metrics/key_figures")
    #expect(table.text("figure numerator denominator") == TextTable(rows: expected).text)
  }
}
