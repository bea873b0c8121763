import Definitions
import Domain

/// How the lines of a unit are added up where a rule weighs nothing but that.
enum LineSum {
  /// Numerators over denominators, as a rate takes them.
  case rate
  /// The quantities.
  case quantities
}

extension RuleBook.Measure {
  /// What the measure takes of all lines of a unit; nil where each counts by itself.
  var sum: LineSum? {
    switch self {
    case .rate, .steps(_, .rate): .rate
    case .steps(_, .unit): .quantities
    case .each, .steps(_, .line), .flag: nil
    }
  }
}

extension [ScoringLine] {
  /// Adds a quantity to the last line, or as a line of its own where the sum would not be exact.
  mutating func add(_ quantity: Ratio, of unit: String, as sum: LineSum) {
    if let last = popLast() {
      if let added = last.quantity.adding(quantity, as: sum) {
        return append(ScoringLine(unit: unit, quantity: added))
      }
      append(last)
    }
    append(ScoringLine(unit: unit, quantity: quantity))
  }
}

extension Ratio {
  /// Nil where the sum would not fit, or has another denominator.
  fileprivate func adding(_ other: Ratio, as sum: LineSum) -> Ratio? {
    let (above, isTooGreat) = numerator.addingReportingOverflow(other.numerator)
    guard !isTooGreat else { return nil }
    switch sum {
    case .rate:
      let (below, isTooGreat) = denominator.addingReportingOverflow(other.denominator)
      return isTooGreat ? nil : Ratio(above, below)
    case .quantities: return denominator == other.denominator ? Ratio(above, denominator) : nil
    }
  }
}
