import Domain
import Foundation
import Store

/// An instant of recording (认知时点) on the command line.
enum KnownAt {
  /// Reads a day, which stands for its end, or a time, of a zone unless it names its own.
  /// - Parameter option: The option that the text belongs to, for messages.
  /// - Returns: UTC text as snapshots note theirs; nil for none.
  /// - Throws: `Usage.notAnInstant`.
  static func text(_ text: String?, of option: String, in zone: TimeZone) throws -> String? {
    guard let text else { return nil }
    guard let date = date(text, in: zone) else { throw Usage.notAnInstant(text, option: option) }
    return Instant.text(date)
  }

  private static func date(_ text: String, in zone: TimeZone) -> Date? {
    if let day = Day(text) {
      return start(of: day.adding(days: 1), in: zone)?.addingTimeInterval(-0.001)
    }
    let styles = [false, true].map { Date.ISO8601FormatStyle(includingFractionalSeconds: $0) }
    return styles.lazy.compactMap { try? $0.parse(text) }.first ?? local(text, in: zone)
  }

  /// `2023-09-25T17:00` or `2023-09-25 17:00:30`.
  private static func local(_ text: String, in zone: TimeZone) -> Date? {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
    let time = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = time.compactMap { $0.count == 2 ? UInt8($0).map(Int.init) : nil }
    guard (2...3).contains(time.count), numbers.count == time.count, numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return start(of: day, in: zone, [.hour, .minute, .second], numbers)
  }

  private static func start(
    of day: Day, in zone: TimeZone, _ units: [Calendar.Component] = [], _ numbers: [Int] = []
  ) -> Date? {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let (year, month, dayOfMonth) = day.components
    var parts = DateComponents(year: year, month: month, day: dayOfMonth)
    for (unit, number) in zip(units, numbers) { parts.setValue(number, for: unit) }
    return calendar.date(from: parts)
  }
}
