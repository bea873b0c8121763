import Domain

/// The periods that submissions name, held against the calendars of their plans.
struct PeriodCells {
  private struct Name: Hashable {
    let plan: String
    let period: String
  }

  private let periods: [String: [String]]
  private let column: Int
  /// What was warned of, each once.
  private var reported: Set<Name> = []

  /// Nil for a register without periods.
  /// - Parameter periods: The ids of the periods of each plan that has a calendar.
  init?(_ converter: RowConverter, periods: [String: [String]]) {
    guard converter.table == .submission, let column = converter.target("period") else {
      return nil
    }
    (self.periods, self.column) = (periods, column)
  }

  /// Warns of a period that the plan does not know.
  mutating func check(_ converter: RowConverter, plan: String) {
    guard let known = periods[plan], let period = converter.values[column].text,
      !known.contains(period), reported.insert(Name(plan: plan, period: period)).inserted
    else { return }
    let nearest = Nearest.candidates(period, among: known, limit: 1).first
    converter.cursor.report(
      .unknownPeriod(nearest: nearest, known: known), converter.field(column))
  }
}
