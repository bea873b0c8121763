import Definitions
import Domain

/// One rule applied to one unit's lines.
struct RuleScoring {
  let rule: RuleBook.Rule
  let part: String
  let unit: String
  let places: Int

  func lines(_ lines: [ScoringLine]) throws -> [ScoreLine] {
    try guarding(rule: rule.id, unit: unit) {
      switch rule.measure {
      case .rate(let points, let empty): [try rate(lines, points, empty)]
      case .each(let points, let counted, let every): try each(lines, points, counted, every)
      case .steps(let steps, .line):
        try lines.compactMap { line in
          try stepLine(steps, try quantity(line)).map { $0.of(line) }
        }
      case .steps(let steps, .unit):
        try totalSteps(steps, lines, try lines.total(rule: rule.id))
      case .steps(let steps, .rate):
        try totalSteps(steps, lines, lines.rate()).map {
          $0.of(lines, quantity: try lines.sums()).counting(.rate)
        }
      case .flag(let word):
        try lines.filter { try quantity($0).numerator > 0 }.map {
          ScoreLine(.flag, part: part, rule: rule.id, name: word, points: 0, basis: rule.basis)
            .of($0).counting(rule.source.counted)
        }
      }
    }
  }

  /// What the lines of the rule gain or lose beyond themselves.
  func multiplied(_ lines: [ScoreLine], by multiple: RuleBook.Multiple) throws -> [ScoreLine] {
    let sum = lines.map(\.points).filter {
      switch multiple.scope {
      case .all: true
      case .deductions: $0 < 0
      case .additions: $0 > 0
      }
    }.reduce(0, +)
    let factor = Fraction(millionths: multiple.factor - 1_000_000)
    let points = try guarding(rule: rule.id, unit: unit) {
      try Fraction(millionths: sum).times(factor).rounded(places: places)
    }
    guard points != 0 else { return [] }
    let line = ScoreLine(
      .multiple, part: part, rule: rule.id, name: multiple.name, points: points,
      basis: multiple.basis)
    return [line.weighed(multiple.factor)]
  }

  private func line(_ points: Int64) -> ScoreLine {
    ScoreLine(
      .rule, part: part, rule: rule.id, name: rule.name, points: points, basis: rule.basis)
  }

  private func rate(
    _ lines: [ScoringLine], _ points: Int64, _ empty: RuleBook.EmptyRate
  ) throws -> ScoreLine {
    let share = try lines.rate() ?? Fraction(integer: empty == .full ? 1 : 0)
    return line(try Fraction(millionths: points).times(share).rounded(places: places))
      .weighed(points, .rate).of(lines, quantity: try lines.sums())
  }

  /// So many points for each; nothing of nothing is no line. Of sets of `every` the line that
  /// completes one bears the points.
  private func each(
    _ lines: [ScoringLine], _ points: Int64, _ counted: RuleBook.Counted, _ every: Int64
  ) throws -> [ScoreLine] {
    var before = Fraction.zero
    return try lines.compactMap { item in
      var quantity = try quantity(item)
      if quantity == .zero { return nil }
      if every > 1 {
        let after = try before.plus(quantity)
        let sets = try Self.sets(after, every) - Self.sets(before, every)
        (before, quantity) = (after, Fraction(integer: Int64(clamping: sets)))
      }
      let worth = try Fraction(millionths: points).times(quantity).rounded(places: places)
      return line(worth).weighed(points, counted).of(item)
    }
  }

  private static func sets(_ quantity: Fraction, _ every: Int64) throws -> Int128 {
    guard let part = Fraction(1, every) else { return 0 }
    return try quantity.times(part).floor
  }

  private func totalSteps(
    _ steps: [RuleBook.Step], _ lines: [ScoringLine], _ quantity: Fraction?
  ) throws -> [ScoreLine] {
    guard let quantity, let line = try stepLine(steps, quantity) else { return [] }
    return [line.of(lines, quantity: try quantity.ratio)]
  }

  private func stepLine(_ steps: [RuleBook.Step], _ quantity: Fraction) throws -> ScoreLine? {
    try steps.reached(by: quantity).map { line($0.points).counting(rule.source.counted) }
  }

  private func quantity(_ line: ScoringLine) throws -> Fraction {
    guard let quantity = Fraction(line.quantity.numerator, line.quantity.denominator) else {
      throw ScoringFault.emptyDenominator(rule: rule.id, unit: unit)
    }
    // Refused beyond what a line can show.
    _ = try quantity.rounded(places: 0)
    return quantity
  }
}

extension [RuleBook.Step] {
  /// The highest step that a quantity reaches.
  func reached(by quantity: Fraction) throws -> RuleBook.Step? {
    try last { try quantity.isAtLeast(Fraction(millionths: $0.from)) }
  }
}

extension [ScoringLine] {
  /// Numerators over denominators, each added up.
  func sums() throws -> Ratio {
    func sum(_ numbers: [Int64]) throws -> Int64 {
      try numbers.reduce(0) { sum, number in
        let (total, overflow) = sum.addingReportingOverflow(number)
        if overflow { throw Fraction.Overflow() }
        return total
      }
    }
    return Ratio(try sum(map(\.quantity.numerator)), try sum(map(\.quantity.denominator)))
  }

  /// The rate of all lines; nil if its denominator is 0.
  func rate() throws -> Fraction? {
    let sums = try sums()
    return Fraction(sums.numerator, sums.denominator)
  }

  /// The quantities added up.
  func total(rule: String) throws -> Fraction {
    let total = try reduce(Fraction.zero) { total, line in
      guard let quantity = Fraction(line.quantity.numerator, line.quantity.denominator) else {
        throw ScoringFault.emptyDenominator(rule: rule, unit: line.unit)
      }
      return try total.plus(quantity)
    }
    _ = try total.rounded(places: 0)
    return total
  }
}

extension Fraction {
  /// The fraction as lines show it.
  var ratio: Ratio {
    get throws {
      guard let numerator = Int64(exactly: numerator), let denominator = Int64(exactly: denominator)
      else { throw Overflow() }
      return Ratio(numerator, denominator)
    }
  }
}
