import Domain
import Foundation
import Jobs
import Store

/// The clock, read once by a command. `JIBAO_NOW` puts another instant in its place, to rehearse.
struct Clock {
  /// Why it is not known what time it is.
  enum Fault: Error {
    /// `JIBAO_NOW` is not an instant.
    case unreadable(String)
    /// The clock shows a day that cannot be stored.
    case outsideYears(instant: String)
  }

  let date: Date

  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    guard let text = environment["JIBAO_NOW"] else {
      date = Date()
      return
    }
    guard let date = InstantText.date(text, in: nil) else { throw Fault.unreadable(text) }
    self.date = date
  }

  /// UTC with milliseconds.
  var instant: String { Instant.text(date) }

  /// The day on which a time zone is.
  /// - Throws: `Fault.outsideYears` for a day that the store does not have.
  func today(in zone: TimeZone) throws -> Day {
    try storable(Day.local(date, in: zone).day)
  }

  /// The latest day whose closing time, in minutes after midnight, has passed.
  /// - Throws: `Fault.outsideYears` for a day that the store does not have.
  func closedDay(in zone: TimeZone, closes: Int) throws -> Day {
    try storable(Day.closed(at: date, in: zone, closes: closes))
  }

  /// What jobs are told of the clock.
  func reading(in workspace: Workspace, isConfirmed: Bool = false) throws -> JobClock {
    JobClock(
      now: instant, today: try today(in: workspace.timeZone), isConfirmed: isConfirmed)
  }

  private func storable(_ day: Day) throws -> Day {
    guard Day.years.contains(day.year) else { throw Fault.outsideYears(instant: instant) }
    return day
  }
}

extension JobClock {
  /// The day of an option under which something is stored or made.
  /// - Throws: `Usage.toCome` for a day after today.
  func pastDay(_ day: Day?, option: String) throws -> Day? {
    if let day, day > today { throw Usage.toCome(day, option: option, today: today) }
    return day
  }
}
