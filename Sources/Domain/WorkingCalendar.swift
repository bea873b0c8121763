/// Which days are working days: Monday to Friday, but for the days that the State Council's
/// yearly notice makes holidays or working weekend days.
public struct WorkingCalendar: Hashable, Sendable {
  /// The years for which a calendar is known.
  public let years: Set<Int>
  private let exceptions: [Day: Bool]

  /// A calendar of the given years; `exceptions` says for each deviating day whether one works.
  public init(years: Set<Int>, exceptions: [Day: Bool]) {
    self.years = years
    self.exceptions = exceptions
  }

  /// Whether `day` is a working day; nil in a year without a calendar.
  public func isWorking(_ day: Day) -> Bool? {
    guard years.contains(day.year) else { return nil }
    return exceptions[day] ?? (day.weekday <= 5)
  }

  /// The day that lies `count` working days before `day`; nil where a calendar is missing.
  public func day(_ count: Int, workingDaysBefore day: Day) -> Day? {
    var left = count
    var current = day
    while left > 0 {
      current = current.adding(days: -1)
      guard let working = isWorking(current) else { return nil }
      if working { left -= 1 }
    }
    return current
  }
}
