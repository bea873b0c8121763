import Domain

/// Dates.
enum DayCell {
  struct Reading {
    let day: Day
    /// Whether it is written as 2023-09-25.
    let isUsual: Bool
  }

  /// Reads a date whose year comes first: 2023-09-25, 2023/9/25, 2023.9.25, 2023年9月25日 (or 号),
  /// full-width digits and signs, and the time 0:00 behind it that Excel adds. Nothing else is
  /// without doubt.
  static func read(_ bytes: Span<UInt8>) -> CellReading<Reading> {
    let usual = usualParts(bytes)
    guard let parts = usual ?? parts(folded(bytes)) else {
      return .refused(.dayForm(suggestion: suggestion(text(bytes, atMost: 40))))
    }
    guard let day = Day(year: parts.year, month: parts.month, dayOfMonth: parts.dayOfMonth) else {
      return .refused(Day.years.contains(parts.year) ? .dayNotInCalendar : .dayOutOfRange)
    }
    return .value(Reading(day: day, isUsual: usual != nil))
  }

  private typealias Parts = (year: Int, month: Int, dayOfMonth: Int)

  private static func usualParts(_ bytes: Span<UInt8>) -> Parts? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = digits(bytes, 0, 4), let month = digits(bytes, 5, 7),
      let dayOfMonth = digits(bytes, 8, 10)
    else { return nil }
    return (year, month, dayOfMonth)
  }

  @inline(__always)
  private static func digits(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var total = 0
    for index in start..<end {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      total = total * 10 + Int(digit)
    }
    return total
  }

  private static func text(_ bytes: Span<UInt8>, atMost limit: Int) -> String {
    bytes.extracting(first: limit).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: Other forms

  /// The cell in ASCII: full-width digits and signs as plain ones, 年, 月, 日 or 号 as Y, M, D, blanks
  /// as spaces; nil where something else stands.
  private static func folded(_ bytes: Span<UInt8>) -> [UInt8]? {
    guard bytes.count <= 80 else { return nil }
    var folded: [UInt8] = []
    for scalar in text(bytes, atMost: bytes.count).unicodeScalars {
      switch scalar {
      case "年": folded.append(UInt8(ascii: "Y"))
      case "月": folded.append(UInt8(ascii: "M"))
      case "日", "号": folded.append(UInt8(ascii: "D"))
      case "\u{3000}", "\u{A0}", " ": folded.append(UInt8(ascii: " "))
      case "0"..."9", "-", "/", ".", ":", "T": folded.append(UInt8(ascii: scalar))
      case "０"..."９", "－", "／", "．", "：": folded.append(UInt8(scalar.value - 0xFEE0))
      default: return nil
      }
    }
    return folded
  }

  private static func parts(_ folded: [UInt8]?) -> Parts? {
    guard var rest = folded?[...], let year = number(&rest, digits: 4...4),
      let first = rest.popFirst(), let month = number(&rest, digits: 1...2)
    else { return nil }
    let second: UInt8
    switch first {
    case UInt8(ascii: "Y"): second = UInt8(ascii: "M")
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): second = first
    default: return nil
    }
    guard rest.popFirst() == second, let dayOfMonth = number(&rest, digits: 1...2) else {
      return nil
    }
    if first == UInt8(ascii: "Y"), rest.popFirst() != UInt8(ascii: "D") { return nil }
    return isMidnight(rest) ? (year, month, dayOfMonth) : nil
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
    let run = rest.prefix { (0x30...0x39).contains($0) }
    guard digits.contains(run.count) else { return nil }
    rest = rest.dropFirst(run.count)
    return run.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Whether what stands behind a date is nothing, or the beginning of the day: 0:00, 00:00:00.
  private static func isMidnight(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return true }
    guard first == UInt8(ascii: " ") || first == UInt8(ascii: "T") else { return false }
    let time = rest.dropFirst().drop { $0 == UInt8(ascii: " ") }
    let groups = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard groups.count == 2 || groups.count == 3 else { return false }
    return groups.enumerated().allSatisfy { index, group in
      // Databases write 00:00:00.000.
      let digits = index == 2 ? group.filter { $0 != UInt8(ascii: ".") } : Array(group)
      return !digits.isEmpty && digits.allSatisfy { $0 == 0x30 }
    }
  }

  /// The right spelling of a date that is written in another way: 20230203, another time behind
  /// it, or Excel's serial number.
  private static func suggestion(_ text: String) -> String? {
    let text = NumberCell.halfWidth(text)
    var groups = text.split { !$0.isASCII || !$0.isNumber }.map(String.init)
    if let first = groups.first, groups.count == 1 {
      if first.count == 5, first == text, let serial = Int(first) {
        return Day(number: serial - 25_569).description
      }
      guard first.count == 8 else { return nil }
      groups = [
        String(first.prefix(4)), String(first.dropFirst(4).prefix(2)), String(first.suffix(2)),
      ]
    }
    guard groups.count >= 3, groups[0].count == 4, let year = Int(groups[0]),
      let month = Int(groups[1]), let dayOfMonth = Int(groups[2])
    else { return nil }
    return Day(year: year, month: month, dayOfMonth: dayOfMonth)?.description
  }
}
