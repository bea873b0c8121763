/// Numbers of a workbook as decimal text.
///
/// A workbook keeps 17 digits of a binary number, of which Excel shows 15: 0.3 is stored as
/// 0.30000000000000004.
struct NumberText {
  private var isNegative = false
  /// Without leading and trailing noughts; empty for 0.
  private var digits: [UInt8] = []
  /// Where the point stands, counted from before the first digit.
  private var point = 0

  /// The most digits that Excel shows.
  static let precision = 15
  /// How far from its digits a point may stand before the number is written with an exponent.
  private static let widest = 21

  /// Nil if the text is no number.
  init?(_ bytes: some Collection<UInt8>) {
    var exponent = 0
    var hasPoint = false
    var seen = 0
    var rest = bytes[...]
    if let sign = rest.first, sign == 0x2D || sign == 0x2B {
      isNegative = sign == 0x2D
      rest = rest.dropFirst()
    }
    while let byte = rest.first, byte == 0x2E || (0x30...0x39).contains(byte) {
      rest = rest.dropFirst()
      if byte == 0x2E {
        guard !hasPoint else { return nil }
        hasPoint = true
        continue
      }
      seen += 1
      guard seen <= 400 else { return nil }
      if !hasPoint, byte != 0x30 || !digits.isEmpty { point += 1 }
      if hasPoint, byte == 0x30, digits.isEmpty { point -= 1 }
      if byte != 0x30 || !digits.isEmpty { digits.append(byte & 0x0F) }
    }
    guard seen > 0 else { return nil }
    if let mark = rest.first, mark | 0x20 == 0x65 {
      guard let value = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(value) < 400
      else { return nil }
      exponent = value
      rest = rest[rest.endIndex...]
    }
    guard rest.isEmpty else { return nil }
    point += exponent
    round(to: Self.precision)
  }

  /// The number a hundred times as large.
  mutating func takePercent() { if !digits.isEmpty { point += 2 } }

  /// Its text, in whole noughts before the point if there is one: `0.3`, `-12`, `1.5E+30`.
  var text: String {
    guard !digits.isEmpty else { return "0" }
    let sign = isNegative ? "-" : ""
    let shown = String(decoding: digits.map { $0 | 0x30 }, as: UTF8.self)
    if point > Self.widest || point < -Self.widest {
      let (first, others) = (shown.prefix(1), shown.dropFirst())
      let mantissa = others.isEmpty ? String(first) : "\(first).\(others)"
      return "\(sign)\(mantissa)E\(point > 0 ? "+" : "-")\(abs(point - 1))"
    }
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + shown }
    if point >= digits.count {
      return sign + shown + String(repeating: "0", count: point - digits.count)
    }
    return "\(sign)\(shown.prefix(point)).\(shown.dropFirst(point))"
  }

  /// With noughts before it up to a width; nil unless it is a whole number of such a width.
  func padded(to width: Int) -> String? {
    guard !isNegative, point >= digits.count, point <= width else { return nil }
    return String(repeating: "0", count: width - max(1, digits.isEmpty ? 1 : point)) + text
  }

  /// Rounds half up to so many digits.
  private mutating func round(to count: Int) {
    if digits.count > count {
      let isUp = digits[count] >= 5
      digits.removeLast(digits.count - count)
      if isUp { increment() }
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (point, isNegative) = (0, false) }
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      digits.removeLast()
      point += 1
    }
  }

  /// Whether a text already is what `text` would make of it: a whole number of at most 15 digits.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count <= precision else { return false }
    guard first != 0x30 || bytes.count == 1 else { return false }
    return bytes.allSatisfy { (0x30...0x39).contains($0) }
  }
}
