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
    _ id: String, plan: String?, asOf: Day?, period: String?, today: Day,
    _ body: (ResultStream) throws -> Void
  ) throws {
    // A query that is not there is said before a day without data.
    _ = try workspace.definitions.query(id)
    let store = try workspace.readingStore()
    let definition = try workspace.plan(plan, in: store, asOf: asOf)
    let request = try workspace.moment(
      of: definition.plan, period: period, asOf: asOf, today: today)
    try store.connection.transaction(.reading) {
      try body(workspace.open(request, in: store).stream(id))
    }
  }
}

extension Workspace {
  /// Opens a moment that counts working days by the calendars there are now, and can look back at
  /// earlier cut-offs. A red light is remembered: what was
  /// red at a cut-off before is looked up in that day's state, on a connection of its own.
  func open(_ request: Moment.Request, in store: LedgerStore) throws -> Moment {
    try WorkingDays.shadow(store.connection, files: definitions.calendars())
    return try Moment(
      request, in: store, library: definitions,
      pastReds: {
        try request.plan.calendar.filter { $0.cutoff < request.asOf }.flatMap { period in
          try redTasks(at: period, of: request).map { ($0, period) }
        }
      }, scores: rules(of: request.plan.id, on: request.asOf).map(scores(by:)))
  }

  private func redTasks(at period: Period, of request: Moment.Request) throws -> [String] {
    try atCutoff(of: period, request) { try $0.redTasks() } ?? []
  }

  /// Looks at an earlier cut-off, on a connection of its own; nil if nothing was known of it.
  func atCutoff<Result>(
    of period: Period, _ request: Moment.Request, _ body: (Moment) throws -> Result
  ) throws -> Result? {
    let store = try readingStore()
    let past = Moment.Request(
      plan: request.plan, period: period, asOf: period.cutoff, knownAt: request.knownAt)
    return try store.connection.transaction(.reading) {
      try WorkingDays.shadow(store.connection, files: definitions.calendars())
      let moment: Moment
      do {
        moment = try Moment(past, in: store, library: definitions)
      } catch StoreFailure.noData {
        return nil
      }
      return try body(moment)
    }
  }

  /// The moment of a period's cut-off, or of any day; without either, of today.
  func moment(
    of plan: Plan, period id: String?, asOf: Day?, knownAt: String = "9999", today: Day
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
    return Moment.Request(plan: plan, period: period, asOf: day, knownAt: knownAt)
  }
}
