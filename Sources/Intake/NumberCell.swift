import Domain

/// Numbers: decimal digits and a point, nothing else. No binary floating point is involved.
enum NumberCell {
  /// A whole number that is not negative.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> CellReading<Int64> {
    read(bytes, .integer, scale: 0)
  }

  /// A percentage from 0 to 100, with or without its sign, in millionths of the whole.
  static func percent(_ bytes: UnsafeBufferPointer<UInt8>) -> CellReading<Int64> {
    let reading = read(bytes, .percent, scale: 4)
    if case .value(let value) = reading, !(0...1_000_000).contains(value) {
      return .refused(.percentRange)
    }
    return reading
  }

  /// A quantity in millionths; a per cent sign behind it is dropped.
  static func quantity(_ bytes: UnsafeBufferPointer<UInt8>) -> CellReading<Int64> {
    read(bytes, .quantity, scale: 6)
  }

  /// A quantity above zero.
  static func amount(_ bytes: UnsafeBufferPointer<UInt8>) -> CellReading<Int64> {
    let reading = quantity(bytes)
    if case .value(let value) = reading, value <= 0 { return .refused(.numberNotPositive) }
    return reading
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ form: InputProblem.NumberForm, scale: Int
  ) -> CellReading<Int64> {
    switch parse(bytes, allowsPercent: form != .integer, scale: scale) {
    case .number(let value) where value < 0 && form == .percent: .refused(.percentRange)
    case .number(let value) where value < 0 && form == .integer: .refused(.numberNegative)
    case .number(let value): .value(value)
    case .tooLarge: .refused(.numberTooLarge)
    case .tooManyDecimals where form == .integer:
      .refused(.numberForm(form, suggestion: nil))
    case .tooManyDecimals: .refused(.numberDecimals(limit: scale))
    case .noNumber:
      .refused(
        .numberForm(
          form, suggestion: suggestion(bytes, allowsPercent: form != .integer, scale: scale)))
    }
  }

  private enum Parsed {
    case number(Int64)
    case tooLarge, tooManyDecimals, noNumber
  }

  /// Reads `[+-]digits[.digits][%]` as an integer times 10 to the power of `scale`.
  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, allowsPercent: Bool, scale: Int
  ) -> Parsed {
    var (index, end) = (0, bytes.count)
    let isNegative = end > 0 && bytes[0] == 0x2D
    if isNegative || end > 0 && bytes[0] == 0x2B { index = 1 }
    if allowsPercent, end > index, bytes[end - 1] == 0x25 { end -= 1 }
    var (total, point, isTooLarge, isTooFine) = (Int64(0), Int?.none, false, false)
    guard index < end, isDigit(bytes[index]), isDigit(bytes[end - 1]) else { return .noNumber }
    while index < end {
      if bytes[index] == 0x2E, point == nil {
        point = index
      } else if !isDigit(bytes[index]) {
        return .noNumber
      } else if let point, index - point > scale {
        isTooFine = isTooFine || bytes[index] != 0x30
      } else {
        append(Int64(bytes[index] - 0x30), to: &total, &isTooLarge)
      }
      index += 1
    }
    let decimals = min(scale, point.map { end - $0 - 1 } ?? 0)
    for _ in decimals..<scale { append(0, to: &total, &isTooLarge) }
    if isTooLarge { return .tooLarge }
    if isTooFine || scale == 0 && point != nil { return .tooManyDecimals }
    return .number(isNegative ? -total : total)
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  @inline(__always)
  private static func append(_ digit: Int64, to total: inout Int64, _ isTooLarge: inout Bool) {
    let (tenfold, over) = total.multipliedReportingOverflow(by: 10)
    let (sum, overAgain) = tenfold.addingReportingOverflow(digit)
    isTooLarge = isTooLarge || over || overAgain
    total = sum
  }

  /// The number that was meant by one with thousands separators, blanks or full-width digits.
  private static func suggestion(
    _ bytes: UnsafeBufferPointer<UInt8>, allowsPercent: Bool, scale: Int
  ) -> String? {
    let text = halfWidth(String(decoding: bytes.prefix(100), as: UTF8.self))
    var cleaned = text.filter { $0 != "," && !$0.isWhitespace }
    if text.filter({ $0 == "," }).count > 0, !hasThousands(text) { return nil }
    return cleaned.withUTF8 { bytes in
      guard case .number = parse(bytes, allowsPercent: allowsPercent, scale: scale) else {
        return nil
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether the commas of a number part groups of three digits.
  private static func hasThousands(_ text: String) -> Bool {
    let whole = text.prefix { $0 != "." && $0 != "%" }
    let groups = whole.split(omittingEmptySubsequences: false) { $0 == "," }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// Full-width signs as their ASCII forms.
  static func halfWidth(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      scalars.append(Unicode.Scalar(value) ?? scalar)
    }
    return String(scalars)
  }
}
