import Domain

/// The periods that submissions name, held against the calendars of their plans.
struct PeriodCells {
  private struct Name: Hashable {
    let plan: String
    let period: String
  }

  private let periods: [String: [LedgerReader.PeriodName]]
  private let column: Int
  /// What was warned of, each once.
  private var reported: Set<Name> = []

  /// Nil for a register without periods.
  /// - Parameter periods: The periods of each plan that has a calendar.
  init?(_ converter: RowConverter, periods: [String: [LedgerReader.PeriodName]]) {
    guard converter.table == .submission, let column = converter.target("period") else {
      return nil
    }
    (self.periods, self.column) = (periods, column)
  }

  /// Warns of a period that the plan does not know.
  mutating func check(_ converter: RowConverter, plan: String) {
    guard let known = periods[plan], let period = converter.values[column].text,
      !known.contains(where: { $0.id == period }),
      reported.insert(Name(plan: plan, period: period)).inserted
    else { return }
    converter.cursor.report(
      .unknownPeriod(nearest: nearest(period, known)?.shown, known: known.map(\.shown)),
      converter.field(column))
  }

  /// The period whose name or id, without its year, says the same; else the one that looks so.
  private func nearest(
    _ text: String, _ known: [LedgerReader.PeriodName]
  ) -> LedgerReader.PeriodName? {
    let key = Self.plain(text)
    let same = known.filter { period in
      [period.id, period.name, period.id.split(separator: "-").last.map(String.init) ?? ""]
        .contains { Self.plain($0) == key }
    }
    if let first = same.first { return first }
    let nearest = Nearest.candidates(
      text, among: known.flatMap { [$0.id, $0.name] }, limit: 1
    ).first
    return known.first { $0.id == nearest || $0.name == nearest }
  }

  /// A period as it is said, whatever it is written with: 第一季度, １季度 and 一季度 are one.
  private static func plain(_ text: String) -> String {
    let key = WordKey(text).text.lowercased()
    let figures = ["1": "一", "2": "二", "3": "三", "4": "四"]
    guard key.contains("季") else { return key }
    return String(key.filter { $0 != "第" }.flatMap { figures[String($0)] ?? String($0) })
  }
}
