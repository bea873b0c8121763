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
      try body(Moment(request, in: store, library: workspace.definitions).stream(id))
    }
  }
}

extension Workspace {
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
