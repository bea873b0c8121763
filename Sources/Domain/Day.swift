/// A day of the Gregorian calendar, without time or zone.
///
/// Kept as the number of days since 1970-01-01, so that differences are subtractions.
/// The program accepts the years 1900 to 2199.
public struct Day: Hashable, Comparable, Sendable {
  /// The years in which a date is accepted.
  public static let years = 1900...2199

  /// Days since 1970-01-01.
  public let number: Int

  /// The day with the given number of days since 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// The day of a year, month and day of month; nil if there is no such day, or outside `years`.
  public init?(year: Int, month: Int, dayOfMonth: Int) {
    guard Self.years.contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(dayOfMonth)
    else { return nil }
    number = Self.number(year: year, month: month, dayOfMonth: dayOfMonth)
  }

  /// Reads ISO text, strictly `yyyy-mm-dd` in ASCII digits.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(into: Int?(0)) { total, byte in
        total = (0x30...0x39).contains(byte) ? total.map { $0 * 10 + Int(byte) - 0x30 } : nil
      }
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, dayOfMonth: day)
  }

  /// The year, month (1–12) and day of month (1–31).
  public var components: (year: Int, month: Int, dayOfMonth: Int) {
    // Days are counted from 1 March of year 0, in eras of 400 years.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth)
  }

  /// The year.
  public var year: Int { components.year }

  /// Monday 1 to Sunday 7.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The day `days` later.
  public func adding(days: Int) -> Day { Day(number: number + days) }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  private static func number(year: Int, month: Int, dayOfMonth: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dayOfMonth - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// ISO text, `yyyy-mm-dd`.
  public var description: String {
    let (year, month, day) = components
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension Day {
  /// The last day of a month; nil outside `years`.
  public static func last(ofMonth month: Int, year: Int) -> Day? {
    guard (1...12).contains(month), years.contains(year) else { return nil }
    return Day(year: year, month: month, dayOfMonth: length(ofMonth: month, year: year))
  }
}
