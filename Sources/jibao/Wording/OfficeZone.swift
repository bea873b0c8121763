import Foundation
import Store
import Synchronization

/// The zone of the office, in which Chinese messages tell the time: nobody there reckons in UTC.
enum OfficeZone {
  private static let zone = Mutex(Configuration.standardTimeZone)

  /// That of the configuration, once it is read.
  static var current: TimeZone {
    get { zone.withLock { $0 } }
    set { zone.withLock { $0 = newValue } }
  }

  /// An instant to the minute.
  static func minute(_ instant: String) -> String { String(text(instant).dropLast(3)) }

  /// An instant as the store notes it, as `2023-09-25 17:00:00`; a text that is none stays as it is.
  static func text(_ instant: String) -> String {
    guard
      let date = Instant.date(instant) ?? (try? Date.ISO8601FormatStyle().parse(instant))
    else { return instant }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = current
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: date)
    func two(_ number: Int?) -> String { "0\(number ?? 0)".suffix(2).description }
    let day = "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))"
    return "\(day) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))"
  }
}
