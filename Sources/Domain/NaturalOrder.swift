/// The order in which people put numbers such as 1.2, 1.10, 民生-2, （十二）: a text that sorts by
/// code point as they do.
///
/// A run of digits, Chinese numerals in brackets or on their own, and numbers in circles stand as
/// their value, behind its length. The store keeps the text, and version 3 of it wrote whole numbers
/// so: another form needs a migration.
public enum NaturalOrder {
  /// The text that stands for a number as it is written.
  public static func key(of written: String) -> String {
    var key = ""
    let scalars = Array(written.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if let run = digits(scalars, from: index) ?? numerals(scalars, from: index) {
        append(run.digits, to: &key)
        index = run.end
      } else if let value = enclosed(scalars[index]) {
        append(String(value), to: &key)
        index += 1
      } else {
        key.unicodeScalars.append(plain(scalars[index]))
        index += 1
      }
    }
    return key
  }

  /// Two digits of length, then the digits.
  private static func append(_ digits: String, to key: inout String) {
    let significant = digits.drop { $0 == "0" }
    let number = significant.isEmpty ? "0" : String(significant)
    let length = min(number.utf8.count, 99)
    key += (length < 10 ? "0" : "") + String(length) + number
  }

  /// A run of digits, full-width ones as well.
  private static func digits(
    _ scalars: [Unicode.Scalar], from start: Int
  ) -> (digits: String, end: Int)? {
    var (digits, end) = ("", start)
    while end < scalars.count, case let scalar = plain(scalars[end]), isDigit(scalar) {
      digits.unicodeScalars.append(scalar)
      end += 1
    }
    return end == start ? nil : (digits, end)
  }

  /// A number in Chinese numerals that no other character of a word follows or precedes.
  private static func numerals(
    _ scalars: [Unicode.Scalar], from start: Int
  ) -> (digits: String, end: Int)? {
    guard start == 0 || !isOfWord(scalars[start - 1]) || scalars[start - 1] == "第" else {
      return nil
    }
    var end = start
    while end < scalars.count, numeral(scalars[end]) != nil { end += 1 }
    guard end > start, end == scalars.count || !isOfWord(scalars[end]) || isCounter(scalars[end])
    else { return nil }
    return value(scalars[start..<end]).map { (String($0), end) }
  }

  /// What Chinese numerals say: with units (二十三) or digit by digit (二〇二三); nil for neither.
  private static func value(_ numerals: ArraySlice<Unicode.Scalar>) -> Int? {
    let values = numerals.compactMap(numeral)
    guard values.contains(where: { $0 >= 10 }) else {
      guard values.count <= 15 else { return nil }
      return values.reduce(0) { $0 * 10 + $1 }
    }
    var (total, digit, last) = (0, Int?.none, Int.max)
    for value in values {
      if value < 10 {
        guard digit == nil || digit == 0 else { return nil }
        digit = value
      } else {
        guard value < last else { return nil }
        total += (digit ?? 1) * value
        (digit, last) = (nil, value)
      }
    }
    return total + (digit ?? 0)
  }

  private static func numeral(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }

  /// The value of one character that is a number in a circle or in brackets, or a Roman one.
  private static func enclosed(_ scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value
    return switch value {
    case 0x2460...0x2473: Int(value - 0x2460) + 1
    case 0x2474...0x2487: Int(value - 0x2474) + 1
    case 0x2488...0x249B: Int(value - 0x2488) + 1
    case 0x3220...0x3229: Int(value - 0x3220) + 1
    case 0x3280...0x3289: Int(value - 0x3280) + 1
    case 0x2160...0x216B: Int(value - 0x2160) + 1
    default: nil
    }
  }

  /// Full-width signs as their ASCII forms, so that brackets of either kind stand together.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  /// What may stand behind a numeral without making it a word.
  private static func isCounter(_ scalar: Unicode.Scalar) -> Bool {
    ["项", "条", "章", "节", "款", "类", "号"].contains(scalar)
  }
}
