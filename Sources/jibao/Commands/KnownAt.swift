import Domain
import Foundation
import Jobs
import Store

/// An instant of recording (认知时点) on the command line.
enum KnownAt {
  /// Reads a day, which stands for its end, or a time, of a zone unless it names its own.
  /// - Parameters:
  ///   - option: The option that the text belongs to, for messages.
  ///   - today: The last day that may be named; nil for any.
  /// - Returns: UTC text as snapshots note theirs; nil for none.
  /// - Throws: `Usage.notAnInstant`, or `Usage.toCome` for a day after today.
  static func text(
    _ text: String?, of option: String, in zone: TimeZone, upTo today: Day?
  ) throws -> String? {
    guard let text else { return nil }
    guard let date = InstantText.endOfDay(text, in: zone) ?? InstantText.date(text, in: zone) else {
      throw Usage.notAnInstant(text, option: option)
    }
    let day = Day.local(date, in: zone).day
    if let today, day > today { throw Usage.toCome(day, option: option, today: today) }
    return Instant.text(date)
  }
}

/// Instants as people write them.
///
/// Foundation's own parser takes 31 February and what stands behind the zone.
enum InstantText {
  /// The last millisecond of a day; nil if the text is no day.
  static func endOfDay(_ text: String, in zone: TimeZone) -> Date? {
    guard let day = Day(text) else { return nil }
    return start(of: day.adding(days: 1), in: zone)?.addingTimeInterval(-0.001)
  }

  /// Reads a time such as `2023-09-25T17:00` or `2023-09-25T09:00:00Z`.
  /// - Parameter zone: The zone of a text that names none; nil if it has to.
  static func date(_ text: String, in zone: TimeZone?) -> Date? {
    let pattern = /(.{10})[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?/
    guard let parts = text.wholeMatch(of: pattern)?.output, let day = Day(String(parts.1)),
      let hour = Int(parts.2), let minute = Int(parts.3), let second = Int(parts.4 ?? "00"),
      let fraction = Double("0" + (parts.5 ?? ".0")), hour < 24, minute < 60, second < 60,
      let zone = parts.6.map({ TimeZone(offset: $0) }) ?? zone
    else { return nil }
    return start(of: day, hour, minute, second, in: zone)?.addingTimeInterval(fraction)
  }

  private static func start(
    of day: Day, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0, in zone: TimeZone
  ) -> Date? {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let (year, month, dayOfMonth) = day.components
    return calendar.date(
      from: DateComponents(
        year: year, month: month, day: dayOfMonth, hour: hour, minute: minute, second: second))
  }
}

extension TimeZone {
  /// The zone of `Z` or an offset such as `+08:00`.
  fileprivate init?(offset: Substring) {
    let numbers = offset.dropFirst().split(separator: ":").compactMap { Int($0) }
    let (hours, minutes) = (numbers.first ?? 0, numbers.last ?? 0)
    guard hours < 15, minutes < 60 else { return nil }
    let seconds = (hours * 60 + minutes) * 60
    self.init(secondsFromGMT: offset.hasPrefix("-") ? -seconds : seconds)
  }
}
