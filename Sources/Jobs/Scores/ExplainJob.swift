import Database
public import Definitions
public import Domain
import Metrics
public import Scoring
import Store

/// Explains the score of a unit: every line, the row of the ledger that it comes from, and what
/// changed since another day.
public struct ExplainJob {
  /// What is asked for.
  public struct Request: Sendable {
    /// The unit's id, name or alias.
    public var unit: String
    /// The plan; nil for the only one there is.
    public var plan: String?
    /// A period of the plan's calendar; nil for `asOf` or today.
    public var period: String?
    public var asOf: Day?
    /// UTC text; only snapshots recorded by then count, else all.
    public var knownAt: String?
    /// Another day, whose score is held against it.
    public var comparedWith: Day?
    /// For analysts: where a difference comes from, and how far the place moves with weights.
    public var isAnalysed = false

    public init(unit: String) {
      self.unit = unit
    }
  }

  /// A unit's score at a moment, explained.
  public struct Explanation: Sendable {
    public let plan: String
    public let asOf: Day
    public let rules: RuleBook
    public let standing: Standing
    public let comparison: Comparison?
    /// How far the place moves with single weights; nil unless asked for, or for a unit without one.
    public let range: PlaceRange?
  }

  /// The same unit on another day.
  public struct Comparison: Sendable {
    public let asOf: Day
    public let rules: RuleBook
    public let standing: Standing
    public let lines: ScoreComparison
    /// Where the difference comes from; nil unless asked for.
    public let origins: ScoreOrigins?
  }

  private let workspace: Workspace
  private let today: Day

  public init(_ workspace: Workspace, today: Day) {
    self.workspace = workspace
    self.today = today
  }

  /// Scores the unit.
  /// - Throws: `JobFailure.noRules` where none are in force, `JobFailure.unknownUnit`, or what a
  ///   moment throws.
  public func run(_ request: Request) throws -> Explanation {
    let store = try workspace.readingStore()
    // What was known then was known by the definitions of then.
    let workspace = try self.workspace.asKnown(at: request.knownAt, in: store)
    return try ExplainJob(workspace, today: today).explain(request, in: store)
  }

  private func explain(_ request: Request, in store: LedgerStore) throws -> Explanation {
    let definition = try workspace.plan(request.plan, in: store, asOf: request.asOf)
    let wanted = try workspace.moment(
      of: definition.plan, period: request.period, asOf: request.asOf, knownAt: request.knownAt,
      today: today)
    let later = try scored(wanted) { try Self.unit(request.unit, among: $0) }
    let unit = later.unit
    let standing = try later.standing(of: unit)
    return Explanation(
      plan: definition.plan.id, asOf: wanted.asOf, rules: later.book, standing: standing,
      comparison: try request.comparedWith.map {
        let earlier = try workspace.moment(
          of: definition.plan, period: nil, asOf: $0, knownAt: request.knownAt, today: today)
        return try compare(
          scored(earlier) { _ in unit }, later, request.isAnalysed ? wanted : nil)
      },
      range: request.isAnalysed
        ? try PlaceRange(of: unit, book: later.book, input: later.input) : nil)
  }

  private typealias Roster = [RosterUnit]

  /// What a moment yields for rules.
  private struct Scored {
    let asOf: Day
    let book: RuleBook
    /// The unit that is explained.
    let unit: ScoredUnit
    /// Every line of the unit, and the sums of the others.
    let input: ScoringInput

    func standing(of unit: ScoredUnit) throws -> Standing {
      let scorer = Scorer(book, input)
      let all = try scorer.scores().ranked(smallTasks: book.smallTasks)
      if let standing = all.first(where: { $0.score.unit.id == unit.id }) { return standing }
      // Nothing is known of the unit but its base.
      return try [scorer.score(of: unit)].ranked(smallTasks: book.smallTasks)[0]
    }
  }

  /// - Parameters:
  ///   - book: The rules to apply; nil for those in force on the day.
  ///   - find: Finds the unit that is explained.
  private func scored(
    _ request: Moment.Request, by book: RuleBook? = nil,
    of find: (Roster) throws -> ScoredUnit
  ) throws -> Scored {
    guard let rules = try book ?? workspace.rules(of: request.plan.id, on: request.asOf) else {
      throw JobFailure.noRules(plan: request.plan.id, asOf: request.asOf)
    }
    try workspace.check(rules)
    // A moment's tables are its connection's: each has one of its own.
    let store = try workspace.readingStore()
    return try store.connection.transaction(.reading) {
      let moment = try workspace.open(request, in: store)
      let roster = try moment.roster()
      let unit = try find(roster)
      let units = roster.map(\.unit)
      let book = moment.spelled(rules, units)
      return Scored(
        asOf: request.asOf, book: book, unit: unit,
        input: try moment.scoringInput(of: book, units: units, explained: unit.id))
    }
  }

  /// - Parameter analysed: The later moment, where the origins of the difference are asked for.
  private func compare(
    _ earlier: Scored, _ later: Scored, _ analysed: Moment.Request?
  ) throws -> Comparison {
    let unit = later.unit
    let before = try earlier.standing(of: unit)
    let after = try later.standing(of: unit)
    return Comparison(
      asOf: earlier.asOf, rules: earlier.book, standing: before,
      lines: ScoreComparison(before: before.score, after: after.score),
      origins: try analysed.map { request in
        try ScoreOrigins(
          of: unit, before: (earlier.book, earlier.input),
          between: scored(request, by: earlier.book) { _ in unit }.input,
          after: (later.book, later.input))
      })
  }

  /// The unit that bears an id, a name or an alias.
  private static func unit(
    _ name: String, among roster: Roster
  ) throws -> ScoredUnit {
    let found = roster.filter { $0.names.contains(name) }.map(\.unit)
    guard let first = found.first, found.count == 1 else {
      let nearest =
        found.isEmpty
        ? Nearest.candidates(name, among: roster.flatMap(\.names)) : found.map(\.id)
      throw JobFailure.unknownUnit(name, nearest: nearest)
    }
    return first
  }
}
