import Database
import Definitions
import Domain
public import Store

extension Moment {
  /// The earlier of two moments that are compared.
  ///
  /// Of its tables those stay that queries of `changes/` name, under names that begin with
  /// `prior_`; the later moment's stand beside them under their own. Tasks that were renumbered
  /// since bear their later numbers in both.
  public struct Prior: Sendable {
    public let request: Request
    /// The newest snapshot that the moment stands on.
    public let snapshot: Snapshot

    init(
      _ request: Request, before later: Request, in store: LedgerStore, library: DefinitionLibrary
    ) throws {
      let wanted = try library.priorTables()
      let stages = try library.stages(["state", "facts"])
      let moment = try Moment(
        request, prior: nil, in: store, library: library, pastReds: { [] }, scores: nil)
      try moment.provide(wanted)
      let position = moment.snapshot.position
      try moment.makeRenumbered(
        store.pastNumbers(plan: later.plan.id, asOf: later.asOf, knownAt: later.knownAt)
          .filter { $0.isBorne(at: position) && $0.task != $0.number })
      for query in stages where wanted.contains(query.name) { try moment.keep(query) }
      try moment.dropTables()
      self.request = request
      snapshot = moment.snapshot
    }
  }

  /// Makes the table `renumbered`: numbers of the earlier moment, and those of the same tasks now.
  private func makeRenumbered(_ numbers: [PastNumber]) throws {
    let columns = ["number", "task"]
    tables.append("renumbered")
    try makeTable(
      "renumbered", columns.map { ResultColumn(name: $0, kind: .text) }, key: ["number"]
    ) {
      try connection.insert(
        into: "renumbered", columns: columns,
        rows: numbers.map { [.text($0.number), .text($0.task)] })
    }
  }

  /// Copies a table for the queries that see two moments.
  private func keep(_ query: QueryDefinition) throws {
    let names = query.columns.map(\.name)
    let columns = names.map { $0 == "task" ? "coalesce(n.task, q.task)" : "q.\($0)" }
    let join = names.contains("task") ? "LEFT JOIN renumbered AS n ON n.number = q.task" : ""
    try makeTable("prior_\(query.name)", query.columns, key: query.key) {
      try connection.execute(
        """
        INSERT INTO prior_\(query.name)
        SELECT \(columns.joined(separator: ", ")) FROM \(query.name) AS q \(join)
        """)
    }
  }

  /// Leaves their names to the later moment's tables.
  private func dropTables() throws {
    for table in tables { try connection.execute("DROP TABLE \(table)") }
  }
}
