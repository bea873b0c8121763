import Domain
import Foundation
import Store

/// The clock, read once by a command. `JIBAO_NOW` puts another instant in its place, to rehearse.
struct Clock {
  /// `JIBAO_NOW` is not an instant.
  struct Unreadable: Error { let text: String }

  let date: Date

  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    guard let text = environment["JIBAO_NOW"] else {
      date = Date()
      return
    }
    guard let date = try? Date.ISO8601FormatStyle().parse(text) else {
      throw Unreadable(text: text)
    }
    self.date = date
  }

  /// UTC with milliseconds.
  var instant: String { Instant.text(date) }

  /// The day on which a time zone is.
  func today(in zone: TimeZone) -> Day { Day(number: localMinutes(in: zone) / 1_440) }

  /// The latest day whose closing time has passed.
  func closedDay(in zone: TimeZone, closes: Int) -> Day {
    let minutes = localMinutes(in: zone)
    return Day(number: minutes / 1_440 - (minutes % 1_440 < closes ? 1 : 0))
  }

  /// Minutes since 1970-01-01 00:00 of the zone's own time.
  private func localMinutes(in zone: TimeZone) -> Int {
    Int(date.timeIntervalSince1970.rounded(.down)) / 60 + zone.secondsFromGMT(for: date) / 60
  }
}
