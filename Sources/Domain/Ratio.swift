/// A numerator over a denominator. A rate is never shown without both.
public struct Ratio: Hashable, Sendable {
  public let numerator: Int64
  public let denominator: Int64

  public init(_ numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The quotient times `scale`, rounded half away from zero; nil if the denominator is 0.
  ///
  /// `scale` 1000 gives tenths of a per cent: 26/65 is 400, shown as 40.0 %.
  public func rounded(scale: Int64) -> Int64? {
    guard denominator != 0 else { return nil }
    let negative = (numerator < 0) != (denominator < 0)
    let product = numerator.magnitude.multipliedFullWidth(by: scale.magnitude)
    let (quotient, remainder) = denominator.magnitude.dividingFullWidth(product)
    let up: UInt64 = remainder >= denominator.magnitude - remainder ? 1 : 0
    let magnitude = Int64(quotient + up)
    return negative ? -magnitude : magnitude
  }

  /// Shares of a whole in units of 1/`scale` that add up to `scale`, by largest remainder.
  ///
  /// Equal remainders are served in the order of the parts. All zero if the whole is.
  public static func shares(of parts: [Int64], scale: Int64) -> [Int64] {
    let whole = parts.reduce(0, +)
    guard whole > 0 else { return parts.map { _ in 0 } }
    var shares = parts.map { $0 * scale / whole }
    let byRemainder = parts.indices.sorted {
      let (left, right) = (parts[$0] * scale % whole, parts[$1] * scale % whole)
      return left == right ? $0 < $1 : left > right
    }
    for index in byRemainder.prefix(Int(scale - shares.reduce(0, +))) { shares[index] += 1 }
    return shares
  }
}
