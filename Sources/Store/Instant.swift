public import Foundation

/// Instants as text: UTC with milliseconds, so that comparing text compares time.
public enum Instant {
  /// The text of an instant.
  public static func text(_ date: Date) -> String {
    let milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded())
    return text(milliseconds: milliseconds)
  }

  /// `now`, or a millisecond after `previous` where the clock has not gone past it.
  static func after(_ previous: String?, atLeast now: String) -> String {
    guard let previous, previous >= now, let last = milliseconds(previous) else { return now }
    return text(milliseconds: last + 1)
  }

  private static func text(milliseconds: Int64) -> String {
    // Whole seconds only: formatting a fraction cuts it, and 0.001 is a little less in binary.
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    let date = Date(timeIntervalSince1970: Double(seconds)).formatted(Date.ISO8601FormatStyle())
    return date.dropLast() + ".\("00\(rest)".suffix(3))Z"
  }

  /// The instant of a text that `text` has made.
  public static func date(_ text: String) -> Date? {
    try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)
  }

  private static func milliseconds(_ text: String) -> Int64? {
    date(text).map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) }
  }
}
