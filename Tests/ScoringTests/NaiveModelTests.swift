import Definitions
import Domain
import Foundation
import Scoring
import Testing

/// Random rules and lines against a model that does the same with pen and paper: decimals of
/// Foundation, one rule after another.
@Suite struct NaiveModelTests {
  @Test(arguments: 0..<200)
  func sumsAndRoundingAgree(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let weights = (0..<4).map { _ in Decimal(Int.random(in: -400...400, using: &random)) / 8 }
    let (cap, floor) = (Decimal(Int.random(in: 5...40, using: &random)), Decimal(-20))
    let base = Decimal(Int.random(in: 0...100, using: &random))
    let factor = Decimal(Int.random(in: 50...300, using: &random)) / 100
    let counts = (0..<40).map { _ in
      (rule: Int.random(in: 0..<4, using: &random), many: Int.random(in: 0...9, using: &random))
    }
    let rules = weights.enumerated().map { index, weight in
      "      - {rule: r\(index), name: r, query: q, per_item: \(weight == 0 ? 1 : weight)}"
    }.joined(separator: "\n")
    let scored = try Scored(
      """
      base: \(base)
      cap: \(cap + 100)
      parts:
        - part: p
          cap: \(cap)
          floor: \(floor)
          rules:
      \(rules)
      multiples: [{name: m, factor: \(factor), of: deductions, groups: [部门]}]
      """, counts.map { "r\($0.rule) a \($0.many)/3" }.joined(separator: "\n"))

    var part = Decimal(0)
    for (index, weight) in weights.enumerated() {
      let lines = counts.filter { $0.rule == index }.map { line in
        ((weight == 0 ? 1 : weight) * Decimal(line.many) / 3).rounded
      }
      let deducted = lines.filter { $0 < 0 }.reduce(0, +)
      part += lines.reduce(0, +) + (deducted * (factor - 1)).rounded
    }
    let expected = min(base + max(min(part, cap), floor), cap + 100)
    let score = try #require(scored.scores.first)
    #expect(Decimal(score.points) / 1_000_000 == expected)
    #expect(score.lines.reduce(0) { $0 + $1.points } == score.points)
    #expect(score.lines.allSatisfy { $0.points % 10_000 == 0 }, "each line has two decimals")
  }
}

extension Decimal {
  /// Rounded to two places, half away from zero. Thirds are cut at 38 digits, so a half is exact.
  fileprivate var rounded: Decimal {
    var (value, result) = (self, Decimal())
    NSDecimalRound(&result, &value, 2, .plain)
    return result
  }
}

/// A generator with a seed, so that a failure can be had again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
