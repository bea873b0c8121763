import Domain

extension InputProblem.ConvertedForm {
  /// The form of a cell, if spreadsheets make such a one of ids and numbers.
  ///
  /// `serial` says only that it could be one: that its neighbours look otherwise is seen later.
  /// - Parameter isIdentity: Whether the column's cells name something, so that a date among them
  ///   is suspicious.
  static func of(_ bytes: Span<UInt8>, isIdentity: Bool) -> Self? {
    guard bytes.count >= 4, bytes.count <= 40 else { return nil }
    let digits = leadingDigits(bytes, from: 0)
    if digits == bytes.count {
      if digits > 15 { return isNought(bytes, from: 15) ? .digitsLost : nil }
      return isIdentity && digits == 5 && isSerial(bytes) ? .serial : nil
    }
    if digits == 1, isScientific(bytes) { return .scientific }
    guard isIdentity else { return nil }
    return isDate(bytes, digits) ? .date : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func leadingDigits(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return index - start
  }

  private static func isNought(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    for index in start..<bytes.count where bytes[index] != 0x30 { return false }
    return true
  }

  /// A day from 1954 to 2099 as Excel counts.
  private static func isSerial(_ bytes: Span<UInt8>) -> Bool {
    var number = 0
    for index in 0..<bytes.count { number = number * 10 + Int(bytes[index] - 0x30) }
    return (20_000...73_050).contains(number)
  }

  /// 1.16205E+17, 1E+05: one digit, decimals, the exponent with its sign.
  private static func isScientific(_ bytes: Span<UInt8>) -> Bool {
    var index = 1
    if bytes[index] == 0x2E {
      let decimals = leadingDigits(bytes, from: 2)
      guard decimals > 0 else { return false }
      index = 2 + decimals
    }
    guard index + 2 < bytes.count, bytes[index] | 0x20 == 0x65,
      bytes[index + 1] == 0x2B || bytes[index + 1] == 0x2D
    else { return false }
    let exponent = leadingDigits(bytes, from: index + 2)
    return index + 2 + exponent == bytes.count && exponent <= 3
  }

  /// 2023/3/1, 3月1日, 1-Mar, 1-Mar-23, Mar-23.
  private static func isDate(_ bytes: Span<UInt8>, _ digits: Int) -> Bool {
    if digits == 4 {
      guard bytes.count >= 8, case .value = DayCell.read(bytes) else { return false }
      return true
    }
    guard digits <= 2, mayBeMonth(bytes, from: digits) else { return false }
    let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    if digits == 1 || digits == 2 {
      let rest = text.dropFirst(digits)
      if rest.first == "月" {
        let day = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
        let end = rest.dropFirst(1 + day.count)
        return (1...2).contains(day.count) && (end == "日" || end == "号")
      }
      return rest.first == "-" && isMonth(rest.dropFirst())
    }
    return digits == 0 && isMonth(text[...])
  }

  /// Whether 月, - and a letter, or a capital and a small letter follow: most cells end here.
  private static func mayBeMonth(_ bytes: Span<UInt8>, from index: Int) -> Bool {
    guard index + 3 <= bytes.count else { return false }
    if index == 0 { return (0x41...0x5A).contains(bytes[0]) && (0x61...0x7A).contains(bytes[1]) }
    return bytes[index] == 0xE6
      || bytes[index] == 0x2D && (0x41...0x5A).contains(bytes[index + 1])
  }

  /// Mar, or Mar-23.
  private static func isMonth(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let name = parts.first, months.contains(String(name)) else { return false }
    return parts.count == 1 && text.startIndex > text.base.startIndex
      || parts.count == 2 && [2, 4].contains(parts[1].count) && parts[1].allSatisfy(\.isNumber)
  }

  private static let months: Set<String> = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

/// Excel's words for errors.
enum ErrorWord {
  private static let words: [[UInt8]] = [
    "#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "错误值",
  ].map { Array($0.utf8) }

  /// Whether a cell is such a word, or the marks with which a column that is too narrow is filled.
  @inline(__always)
  static func isOne(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 2, bytes[0] == 0x23 || bytes[0] == 0xE9 else { return false }
    return isWord(bytes)
  }

  private static func isWord(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count <= 255 else { return false }
    var marks = 0
    while marks < bytes.count, bytes[marks] == 0x23 { marks += 1 }
    if marks == bytes.count { return true }
    return words.contains { word in
      guard word.count == bytes.count else { return false }
      for index in word.indices where !isSame(word[index], bytes[index]) { return false }
      return true
    }
  }

  private static func isSame(_ letter: UInt8, _ byte: UInt8) -> Bool {
    letter == byte || (0x61...0x7A).contains(byte) && letter == byte & 0xDF
  }
}
