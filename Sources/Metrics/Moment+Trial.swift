import Database
public import Definitions
public import Domain
public import Store

extension Moment {
  /// Runs every query at a moment of nothing, so that each is held against its header by the engine
  /// of the store, whatever the ledger holds. Must be called inside a reading transaction.
  /// - Parameters:
  ///   - plan: Whose calendar and lights are bound.
  ///   - store: A ledger without snapshots.
  /// - Throws: `DefinitionFault` for the first query that is wrong.
  public static func tryQueries(
    of library: DefinitionLibrary, plan: Plan, in store: LedgerStore
  ) throws {
    guard let period = plan.calendar.first else { return }
    let request = Request(
      plan: plan, period: period, asOf: period.cutoff, knownAt: Request.allKnown)
    let moment = try Moment(trial: request, in: store, library: library)
    for id in library.queryIDs where try !library.query(id).isSource {
      try moment.stream(id, isCounted: false).forEach { _ in }
    }
  }

  /// A moment of nothing, with the tables of an earlier one beside its own.
  private convenience init(
    trial request: Request, in store: LedgerStore, library: DefinitionLibrary
  ) throws {
    try self.init(
      request, prior: nil, positions: [:], snapshot: .none(of: request.asOf), in: store,
      library: library, pastReds: { [] }, scores: nil, isTrial: true)
    let wanted = try library.priorTables()
    for query in try library.stages(["state", "facts"]) where wanted.contains(query.name) {
      try naming(query) { try keep(query, of: nil) }
    }
    try expectChanges()
  }
}
