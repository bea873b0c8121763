import Database
import Definitions
import Domain
public import Store

extension Moment {
  /// The earlier of two moments that are compared.
  ///
  /// Of its tables those stay that queries of `changes/` name, under names that begin with
  /// `prior_`; the later moment's stand beside them under their own.
  public struct Prior: Sendable {
    public let request: Request
    /// The newest snapshot that the moment stands on.
    public let snapshot: Snapshot

    init(_ request: Request, in store: LedgerStore, library: DefinitionLibrary) throws {
      let wanted = try library.priorTables()
      let stages = try library.stages(["state", "facts"]).needed(for: wanted)
      let moment = try Moment(
        request, prior: nil, stages: stages, in: store, library: library, pastReds: { [] },
        scores: nil)
      for query in stages where wanted.contains(query.name) { try moment.keep(query) }
      try moment.dropTables()
      self.request = request
      snapshot = moment.snapshot
    }
  }

  /// Copies a table for the queries that see two moments.
  private func keep(_ query: QueryDefinition) throws {
    let columns = query.columns.map(\.name).joined(separator: ", ")
    try makeTable("prior_\(query.name)", query.columns, key: query.key) {
      try connection.execute("INSERT INTO prior_\(query.name) SELECT \(columns) FROM \(query.name)")
    }
  }

  /// Leaves their names to the later moment's tables.
  private func dropTables() throws {
    for table in tables { try connection.execute("DROP TABLE \(table)") }
  }
}
