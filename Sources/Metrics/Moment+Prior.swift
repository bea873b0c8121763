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
    /// Those of its tables that stay and whose statistics were not collected.
    let filled: [String]

    /// - Parameters:
    ///   - library: The definitions of the later moment, whose queries name what is kept.
    ///   - then: Those by which this one was known.
    init(
      _ request: Request, before later: Request, in store: LedgerStore,
      library: DefinitionLibrary, then: DefinitionLibrary
    ) throws {
      let wanted = try library.priorTables()
      let stages = try then.stages(["state", "facts"])
      let moment = try Moment(
        request, prior: nil, in: store, library: then, pastReds: { [] }, scores: nil)
      try moment.provide(wanted)
      let position = moment.snapshot.position
      try moment.makeRenumbered(
        store.pastNumbers(plan: later.plan.id, asOf: later.asOf, knownAt: later.knownAt)
          .filter { $0.isBorne(at: position) && $0.task != $0.number })
      for query in try library.stages(["state", "facts"]) where wanted.contains(query.name) {
        try moment.keep(query, of: stages.first { $0.name == query.name })
      }
      try moment.collectStatistics()
      try moment.dropTables()
      self.request = request
      snapshot = moment.snapshot
      filled = moment.filled.filter { $0.hasPrefix("prior_") }
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
      return numbers.count
    }
  }

  /// Copies a table for the queries that see two moments.
  /// - Parameters:
  ///   - query: What they take it for.
  ///   - then: What made it; columns that it did not have are empty.
  func keep(_ query: QueryDefinition, of then: QueryDefinition?) throws {
    let there = Set(then?.columns.map(\.name) ?? [])
    let types = connection.dialect
    let columns = query.columns.map { column in
      guard there.contains(column.name) else {
        return "CAST(NULL AS \(column.kind == .integer ? types.integer : types.text))"
      }
      return column.name == "task" ? "coalesce(n.task, q.task)" : "q.\(column.name)"
    }
    let join = there.contains("task") ? "LEFT JOIN renumbered AS n ON n.number = q.task" : ""
    try makeTable("prior_\(query.name)", query.columns, key: query.key) {
      guard !there.isEmpty else { return 0 }
      return try connection.execute(
        """
        INSERT INTO prior_\(query.name)
        SELECT \(columns.joined(separator: ", ")) FROM \(query.name) AS q \(join)
        """)
    }
  }

  /// Lets go of the tables: their names are another moment's.
  public func dropTables() throws {
    for table in tables { try connection.execute("DROP TABLE \(table)") }
  }
}
