import Database
import Definitions
public import Domain
import Metrics
import Store

/// Runs one query at one moment.
public struct QueryJob {
  private let workspace: Workspace

  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// Runs the query `id` and hands its result to `body` while the moment lasts.
  public func run(
    _ id: String, plan: String?, asOf: Day?, period: String?, knownAt: String? = nil, today: Day,
    _ body: (ResultStream) throws -> Void
  ) throws {
    // What was known then was known by the definitions of then.
    let workspace =
      try knownAt.map { try self.workspace.asKnown(at: $0, in: self.workspace.readingStore()) }
      ?? self.workspace
    // A query that is not there is said before a day without data.
    let query = try workspace.definitions.query(id)
    guard !query.isSource else { throw JobFailure.sourceQuery(id) }
    if QueryDefinition.comparesMoments(id) { throw JobFailure.comparesMoments(id) }
    let store = try workspace.readingStore()
    let definition = try workspace.plan(plan, in: store, asOf: asOf)
    let request = try workspace.moment(
      of: definition.plan, period: period, asOf: asOf, knownAt: knownAt, today: today)
    try store.connection.transaction(.reading) {
      try body(workspace.open(request, in: store).stream(id, isCounted: false))
    }
  }
}

extension Workspace {
  /// Opens a moment that counts working days by the calendars there are now, and can look back at
  /// earlier cut-offs. A red light is remembered: what was
  /// red at a cut-off before is looked up in that day's state, on a connection of its own.
  /// - Parameter looking: The earlier moments that others look at, too.
  /// - Throws: `JobFailure.filesGone` where rules are there no more that the newest snapshot knew.
  func open(
    _ request: Moment.Request, comparedWith earlier: EarlierView? = nil,
    looking: EarlierMoments? = nil, in store: LedgerStore
  ) throws -> Moment {
    try requireFiles(of: request.plan.id, in: store)
    try store.use(calendars: definitions.calendars())
    let looking = try looking ?? EarlierMoments(self, request, in: store)
    return try Moment(
      request, comparedWith: earlier?.request, knownBy: earlier?.definitions, in: store,
      library: definitions, pastReds: looking.reds,
      scores: rules(of: request.plan.id, on: request.asOf).map { book in
        scores(by: book, earlier: looking)
      })
  }

  /// The moment of a period's cut-off, or of any day; without either, of today.
  func moment(
    of plan: Plan, period id: String?, asOf: Day?, knownAt: String?, today: Day
  ) throws -> Moment.Request {
    let named = try id.map { id in
      guard let period = plan.calendar.first(where: { $0.id == id }) else {
        throw JobFailure.unknownPeriod(id, known: plan.calendar.map(\.id))
      }
      return period
    }
    let day = asOf ?? named?.cutoff ?? today
    guard let period = named ?? plan.period(at: day) else {
      throw JobFailure.unknownPeriod("", known: [])
    }
    return Moment.Request(
      plan: plan, period: period, isForPeriod: named != nil, asOf: day,
      knownAt: knownAt ?? Moment.Request.allKnown, figures: figures)
  }
}
