import Domain

/// A day, and perhaps a time, that a workbook keeps as a number.
struct SerialDay: Equatable {
  let day: String
  let dayOfMonth: Int
  let year: Int
  let month: Int
  /// From 0 to 86,399.
  let seconds: Int
  /// Whether it is a time alone, before the first day.
  let isTime: Bool

  /// The last second of 9999.
  private static let end = 2_958_466.0

  /// Nil for what Excel shows as no day either.
  /// - Parameter is1904: Whether days are counted from 1 January 1904 on.
  init?(_ serial: Double, is1904: Bool) {
    guard serial >= 0, serial < Self.end - (is1904 ? 1_462 : 0) else { return nil }
    var number = Int(serial)
    var seconds = Int(((serial - Double(number)) * 86_400).rounded())
    if seconds >= 86_400 { (number, seconds) = (number + 1, 0) }
    self.seconds = seconds
    if is1904 {
      (year, month, dayOfMonth) = Day(number: number - 24_107).components
      isTime = false
    } else if number == 60 {
      // Excel takes 1900 for a leap year, as Lotus did.
      (year, month, dayOfMonth) = (1900, 2, 29)
      isTime = false
    } else {
      (year, month, dayOfMonth) = Day(number: number - (number < 60 ? 25_568 : 25_569)).components
      isTime = number == 0
    }
    day = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(dayOfMonth, 2))"
  }

  /// `17:00:00`.
  var time: String {
    [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, 2) }
      .joined(separator: ":")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
