public import Definitions
import Domain

/// Why lines could not be scored.
public enum ScoringFault: Error, Hashable, Sendable {
  /// A line that counts has nothing to divide by.
  case emptyDenominator(rule: String, unit: String)
  /// More points than anything could be worth.
  case tooLarge(rule: String, unit: String)
}

/// Rules and lines to scores: exact, and the same for the same input.
public struct Scorer: Sendable {
  private let book: RuleBook
  private let input: ScoringInput

  public init(_ book: RuleBook, _ input: ScoringInput) {
    self.book = book
    self.input = input
  }

  /// The scores in the order of the units: of all that are in office and in a ranking group, and of
  /// whom else a line is about.
  /// - Throws: `ScoringFault`.
  public func scores() throws -> [UnitScore] {
    try input.units.compactMap { unit in
      let isConcerned =
        input.tasks[unit.id] != nil || input.lines.values.contains { $0[unit.id] != nil }
      return isConcerned || unit.isInOffice && unit.group != nil ? try score(of: unit) : nil
    }
  }

  /// The score of a unit.
  /// - Throws: `ScoringFault`.
  public func score(of unit: ScoredUnit) throws -> UnitScore {
    var lines = base(book.base, part: "")
    for part in book.parts {
      var partLines = base(part.base, part: part.name)
      for rule in part.rules {
        let scoring = RuleScoring(rule: rule, part: part.name, unit: unit.id, places: book.places)
        var ruleLines = try scoring.lines(input.lines[rule.id]?[unit.id] ?? [])
        for multiple in book.multiples where multiple.applies(to: rule, of: unit) {
          ruleLines += try scoring.multiplied(ruleLines, by: multiple)
        }
        partLines += ruleLines + limit(ruleLines, rule.limits, part: part.name, rule: rule)
      }
      lines += partLines + limit(partLines, part.limits, part: part.name)
    }
    lines += try workload(of: unit, lines)
    lines += limit(lines, book.limits, part: "")
    return UnitScore(unit: unit, lines: lines, tasks: Int64(input.tasks[unit.id]?.count ?? 0))
  }

  private func base(_ points: Int64, part: String) -> [ScoreLine] {
    points == 0
      ? [] : [ScoreLine(.base, part: part, name: "基础分", points: points, basis: book.basis)]
  }

  /// The line that brings a sum back to its cap or floor, if it is beyond.
  private func limit(
    _ lines: [ScoreLine], _ limits: RuleBook.Limits, part: String, rule: RuleBook.Rule? = nil
  ) -> [ScoreLine] {
    let sum = lines.reduce(0) { $0 + $1.points }
    let (id, basis) = (rule?.id ?? "", rule?.basis ?? book.basis)
    let name = [rule?.name, part, "总分"].compactMap { $0 }.first { !$0.isEmpty } ?? ""
    if let cap = limits.cap, sum > cap {
      return [
        ScoreLine(
          .cap, part: part, rule: id, name: name + "封顶", points: cap - sum, basis: basis)
      ]
    }
    if let floor = limits.floor, sum < floor {
      return [
        ScoreLine(
          .floor, part: part, rule: id, name: name + "保底", points: floor - sum, basis: basis)
      ]
    }
    return []
  }

  private func workload(of unit: ScoredUnit, _ lines: [ScoreLine]) throws -> [ScoreLine] {
    guard let workload = book.workload else { return [] }
    let items = input.workload[unit.id] ?? []
    return try guarding(rule: workload.name, unit: unit.id) {
      let total = try items.total(rule: workload.name)
      guard let step = try workload.steps.reached(by: total) else { return [] }
      let sum = Fraction(millionths: lines.reduce(0) { $0 + $1.points })
      let points = try sum.times(Fraction(millionths: step.points - 1_000_000)).rounded(
        places: book.places)
      let line = ScoreLine(
        .workload, name: workload.name, points: points, basis: workload.basis)
      return [
        line.weighed(step.points, workload.source.counted).of(items, quantity: try total.ratio)
      ]
    }
  }
}

extension RuleBook.Multiple {
  fileprivate func applies(to rule: RuleBook.Rule, of unit: ScoredUnit) -> Bool {
    (rules?.contains(rule.id) ?? true) && (units?.contains(unit.id) ?? true)
      && (groups.map { groups in unit.group.map(groups.contains) ?? false } ?? true)
  }
}

/// Says which rule and unit a number was too great for.
func guarding<Result>(rule: String, unit: String, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch is Fraction.Overflow {
    throw ScoringFault.tooLarge(rule: rule, unit: unit)
  }
}
