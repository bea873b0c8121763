public import Definitions
import Domain

/// What changed in a unit's score between two days.
public struct ScoreComparison: Hashable, Sendable {
  /// A line that stands on one day only, or with other points.
  public struct Difference: Hashable, Sendable {
    public let before: ScoreLine?
    public let after: ScoreLine?

    /// Points gained, in millionths.
    public var change: Int64 { (after?.points ?? 0) - (before?.points ?? 0) }
  }

  public let before: UnitScore
  public let after: UnitScore

  public init(before: UnitScore, after: UnitScore) {
    self.before = before
    self.after = after
  }

  /// The lines that made the difference: their changes add up to that of the score.
  public var differences: [Difference] {
    var earlier = Dictionary(grouping: before.lines, by: LineName.init)
    var found: [Difference] = after.lines.compactMap { line in
      let name = LineName(line)
      let match = earlier[name]?.first
      if match != nil { earlier[name]?.removeFirst() }
      return match?.points == line.points ? nil : Difference(before: match, after: line)
    }
    found += before.lines.compactMap { line in
      guard earlier[LineName(line)]?.first == line else { return nil }
      earlier[LineName(line)]?.removeFirst()
      return Difference(before: line, after: nil)
    }
    return found.filter { $0.change != 0 }
  }
}

/// What makes two lines of two days the same.
private struct LineName: Hashable {
  let kind: ScoreLine.Kind
  let words: [String]

  init(_ line: ScoreLine) {
    kind = line.kind
    words = [line.part, line.rule, line.name, line.task, line.occasion]
  }
}

/// Where a change of a score came from: first other tasks, then other results of the same tasks, then
/// other rules. In this order, as each step is taken with the ones after it left as they were.
public struct ScoreOrigins: Hashable, Sendable {
  /// In millionths of a point; the three add up to the change.
  public let tasks: Int64
  public let performance: Int64
  public let rules: Int64

  /// - Parameters:
  ///   - before: The earlier lines, under the earlier rules.
  ///   - between: The later lines, under the earlier rules.
  ///   - after: The later lines, under the later rules.
  /// - Throws: `ScoringFault`.
  public init(
    of unit: ScoredUnit, before: (book: RuleBook, input: ScoringInput), between: ScoringInput,
    after: (book: RuleBook, input: ScoringInput)
  ) throws {
    func points(_ book: RuleBook, _ input: ScoringInput) throws -> Int64 {
      try Scorer(book, input).score(of: unit).points
    }
    let first = try points(before.book, before.input)
    let moved = try points(before.book, before.input.takingTasks(of: unit.id, from: between))
    let same = try points(before.book, between)
    tasks = moved - first
    performance = same - moved
    rules = try points(after.book, after.input) - same
  }
}

extension ScoringInput {
  /// The lines with a unit's tasks of another day: without those that are gone, and with the lines
  /// of those that are new; what is about tasks of both days, or about none, stays.
  fileprivate func takingTasks(of unit: String, from later: ScoringInput) -> ScoringInput {
    func tasks(_ input: ScoringInput) -> Set<String> {
      Set(input.tasks[unit] ?? [])
    }
    let (old, new) = (tasks(self), tasks(later))
    var moved = self
    moved.tasks[unit] = later.tasks[unit]
    moved.workload[unit] = later.workload[unit]
    for rule in lines.keys {
      let kept = (lines[rule]?[unit] ?? []).filter {
        !old.contains($0.task) || new.contains($0.task)
      }
      let added = (later.lines[rule]?[unit] ?? []).filter {
        new.contains($0.task) && !old.contains($0.task)
      }
      moved.lines[rule]?[unit] = kept + added
    }
    return moved
  }
}

/// How sure a place is: the best and the worst if the points of one rule at a time move by 10 %.
public struct PlaceRange: Hashable, Sendable {
  public let best: Int
  public let worst: Int

  /// - Returns: nil for a unit that is not ranked.
  /// - Throws: `ScoringFault`.
  public init?(of unit: ScoredUnit, book: RuleBook, input: ScoringInput) throws {
    let books =
      [book]
      + book.rules.flatMap { rule in
        [90, 110].map { book.weighing(rule.id, percent: $0) }
      }
    let places = try books.compactMap { book in
      try Scorer(book, input).scores().ranked().first { $0.score.unit == unit }?.place
    }
    guard let best = places.min(), let worst = places.max() else { return nil }
    (self.best, self.worst) = (best, worst)
  }
}
