/// Decimal numerals of scaled integers, with a point, without grouping.
public enum DecimalText {
  /// A scaled integer as text: 533333 with 4 decimals is 53.3333.
  /// - Parameter keeping: how many decimals stay even if they are zeros.
  public static func of(_ scaled: Int64, decimals: Int, keeping: Int) -> String {
    var digits = String(scaled.magnitude)
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let point = digits.index(digits.endIndex, offsetBy: -decimals)
    var fraction = digits[point...]
    while fraction.utf8.count > keeping, fraction.last == "0" { fraction = fraction.dropLast() }
    let whole = (scaled < 0 ? "-" : "") + digits[..<point]
    return fraction.isEmpty ? whole : whole + "." + fraction
  }
}
