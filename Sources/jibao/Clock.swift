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
    try day(since: local(in: zone).day)
  }

  /// The latest day whose closing time, in minutes after midnight, has passed.
  /// - Throws: `Fault.outsideYears` for a day that the store does not have.
  func closedDay(in zone: TimeZone, closes: Int) throws -> Day {
    let (day, minute) = local(in: zone)
    return try self.day(since: minute < closes ? day - 1 : day)
  }

  /// What jobs are told of the clock.
  func reading(in workspace: Workspace, isConfirmed: Bool = false) throws -> JobClock {
    JobClock(
      now: instant, today: try today(in: workspace.timeZone), isConfirmed: isConfirmed)
  }

  private func day(since number: Int) throws -> Day {
    let day = Day(number: number)
    guard Day.years.contains(day.year) else { throw Fault.outsideYears(instant: instant) }
    return day
  }

  /// Days since 1970-01-01 and minutes since midnight in the zone's own time.
  private func local(in zone: TimeZone) -> (day: Int, minute: Int) {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: date)
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    return (day, (seconds - day * 86_400) / 60)
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
