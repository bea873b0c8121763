/// Decimal numerals of scaled integers, with a point, without grouping.
public enum DecimalText {
  /// A scaled integer as text: 533333 with 4 decimals is 53.3333.
  /// - Parameter keeping: how many decimals stay even if they are zeros.
  public static func of(_ scaled: Int64, decimals: Int, keeping: Int) -> String {
    let unit = (0..<decimals).reduce(UInt64(1)) { unit, _ in unit * 10 }
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: unit)
    var (fraction, places) = (rest, decimals)
    while places > keeping, fraction.isMultiple(of: 10) {
      fraction /= 10
      places -= 1
    }
    let text = (scaled < 0 ? "-" : "") + String(whole)
    guard places > 0 else { return text }
    let digits = String(fraction)
    return text + "." + String(repeating: "0", count: places - digits.utf8.count) + digits
  }
}
