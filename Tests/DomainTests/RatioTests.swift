import Domain
import Testing

/// Rates as they are shown, and shares that add up.
@Suite struct RatioTests {
  /// Numerators, denominators, and tenths of a per cent.
  @Test(arguments: [
    (26, 65, 400), (8809, 8924, 987), (162, 222, 730), (0, 7, 0), (7, 7, 1000), (1, 3, 333),
    (2, 3, 667), (1, 2000, 1), (1, 2001, 0), (999, 2000, 500), (3, 2, 1500),
    // Half away from zero, on both sides of it.
    (5, 10_000, 1), (-5, 10_000, -1), (15, 10_000, 2), (-15, 10_000, -2), (25, 10_000, 3),
    (-1, 3, -333), (1, -3, -333), (-2, -3, 667), (-4, 10_000, 0),
  ])
  func rounding(_ numerator: Int64, _ denominator: Int64, _ expected: Int64) {
    #expect(Ratio(numerator, denominator).rounded(scale: 1000) == expected)
  }

  @Test func anEmptyDenominatorHasNoRate() {
    #expect(Ratio(0, 0).rounded(scale: 1000) == nil)
    #expect(Ratio(5, 0).rounded(scale: 1000) == nil)
  }

  @Test func productsBeyondSixtyFourBits() {
    #expect(Ratio(.max, .max).rounded(scale: 1_000_000) == 1_000_000)
    #expect(Ratio(.max / 2, .max).rounded(scale: 1000) == 500)
    #expect(Ratio(.min + 1, .max).rounded(scale: 1000) == -1000)
  }

  /// Counts, and their shares in tenths of a per cent.
  static let shares: [(parts: [Int64], shares: [Int64])] = [
    ([443, 401, 156], [443, 401, 156]), ([25, 16], [610, 390]), ([1, 1, 1], [334, 333, 333]),
    ([2, 2, 2, 1], [286, 286, 285, 143]), ([0, 5], [0, 1000]), ([0, 0], [0, 0]), ([], []),
    ([7], [1000]), ([162, 30, 15, 9, 4, 2], [730, 135, 68, 40, 18, 9]),
  ]

  @Test(arguments: shares)
  func sharesAddUp(_ parts: [Int64], _ expected: [Int64]) {
    let shares = Ratio.shares(of: parts, scale: 1000)
    #expect(shares == expected)
    #expect(shares.reduce(0, +) == (parts.contains { $0 > 0 } ? 1000 : 0))
  }

  /// No share is further than one unit from the true one.
  @Test func sharesAreNearTheTruth() {
    for first in Int64(0)...30 {
      for second in Int64(0)...30 {
        let parts = [first, second, 7, 11]
        let whole = parts.reduce(0, +)
        for (part, share) in zip(parts, Ratio.shares(of: parts, scale: 1000)) {
          #expect(abs(share * whole - part * 1000) < whole)
        }
      }
    }
  }
}
