/// An exact quotient of two integers: quantities and points are never floating-point numbers.
public struct Fraction: Hashable, Sendable {
  /// A number is too great to be kept exactly in 128 bits.
  struct Overflow: Error {}

  /// In lowest terms; the denominator is above 0.
  let numerator: Int128
  let denominator: Int128

  public static let zero = Fraction(integer: 0)

  public init(integer: Int64) {
    (numerator, denominator) = (Int128(integer), 1)
  }

  /// - Parameter millionths: A decimal as rule files have it.
  public init(millionths: Int64) {
    self.init(Int128(millionths), over: 1_000_000)
  }

  /// The quotient, or nil if the denominator is 0.
  public init?(_ numerator: Int64, _ denominator: Int64) {
    guard denominator != 0 else { return nil }
    self.init(Int128(numerator), over: Int128(denominator))
  }

  private init(_ numerator: Int128, over denominator: Int128) {
    let sign: Int128 = denominator < 0 ? -1 : 1
    var (divisor, rest) = (numerator.magnitude, denominator.magnitude)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    self.numerator = sign * (numerator / Int128(divisor))
    self.denominator = sign * (denominator / Int128(divisor))
  }

  func plus(_ other: Fraction) throws -> Fraction {
    let left = try Self.product(numerator, other.denominator)
    let right = try Self.product(other.numerator, denominator)
    let (sum, overflow) = left.addingReportingOverflow(right)
    if overflow { throw Overflow() }
    return Fraction(sum, over: try Self.product(denominator, other.denominator))
  }

  func times(_ other: Fraction) throws -> Fraction {
    Fraction(
      try Self.product(numerator, other.numerator),
      over: try Self.product(denominator, other.denominator))
  }

  /// The greatest integer that is not above the fraction.
  var floor: Int128 {
    let quotient = numerator / denominator
    return numerator < 0 && numerator % denominator != 0 ? quotient - 1 : quotient
  }

  func isAtLeast(_ other: Fraction) throws -> Bool {
    try Self.product(numerator, other.denominator) >= Self.product(other.numerator, denominator)
  }

  /// Rounded half away from zero to some decimals, in millionths.
  func rounded(places: Int) throws -> Int64 {
    let scale = (0..<places).reduce(Int128(1)) { scale, _ in scale * 10 }
    let (quotient, remainder) = try Self.product(numerator, scale).magnitude
      .quotientAndRemainder(dividingBy: denominator.magnitude)
    let up: UInt128 = remainder >= denominator.magnitude - remainder ? 1 : 0
    // A thousand million in millionths: sums of lines fit 64 bits as well.
    guard quotient < 1_000_000_000 * UInt128(scale) else { throw Overflow() }
    let magnitude = Int64(quotient + up) * Int64(1_000_000 / scale)
    return numerator < 0 ? -magnitude : magnitude
  }

  private static func product(_ left: Int128, _ right: Int128) throws -> Int128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    if overflow { throw Overflow() }
    return product
  }
}
