import Database
import Definitions
import Domain
import Metrics
import Scoring
import Store

/// An earlier moment, open on a connection of its own until it is closed.
final class EarlierMoment {
  /// By whose definitions it is known.
  let workspace: Workspace
  let request: Moment.Request
  let snapshot: Snapshot
  /// Every query that was used so far.
  private(set) var used: [DefinitionFile]
  private var opened: (store: LedgerStore, moment: Moment)?
  /// The numbers that its tasks bear now, by those that they bore.
  private let numbers: [String: String]
  private var scored: [String: PriorScore]?

  /// - Parameters:
  ///   - numbers: The numbers that tasks bore before they were renumbered.
  ///   - tables: The tables that will be looked at; nil for all.
  /// - Throws: `StoreFailure.noData` if nothing was known of it.
  init(
    _ request: Moment.Request, by workspace: Workspace, numbers: [PastNumber], tables: Set<String>?
  ) throws {
    let opened = try workspace.openAlone(request, tables: tables)
    let snapshot = opened.moment.snapshot
    (self.workspace, self.request, self.snapshot) = (workspace, request, snapshot)
    self.numbers = Dictionary(
      numbers.filter { $0.isBorne(at: snapshot.position) }.map { ($0.number, $0.task) },
      uniquingKeysWith: { first, _ in first })
    used = opened.moment.used
    self.opened = opened
  }

  /// Lets go of its tables; who looks at it again opens it again.
  func close() { opened = nil }

  /// The tasks whose light was red, by the numbers that they have now.
  func redTasks() throws -> [String] {
    try look { try $0.redTasks() }.map { numbers[$0] ?? $0 }.filter {
      !TaskKey.isUnnumbered($0)
    }
  }

  /// The units' scores and places by the rules in force; none where there are no rules.
  func scores() throws -> [String: PriorScore] {
    if let scored { return scored }
    let book = try workspace.rules(of: request.plan.id, on: request.asOf)
    let scores = try book.map { book in
      try workspace.check(book)
      return try look { try $0.standings(by: book) }.standings.priorScores
    }
    scored = scores
    return scores ?? [:]
  }

  /// The results of those of some queries that there are, tasks by the numbers that they have now.
  func tables(_ queries: [String]) throws -> [String: ResultTable] {
    let known = Set(workspace.definitions.queryIDs)
    return try look { moment in
      try queries.filter(known.contains).reduce(into: [:]) { tables, query in
        tables[query] = withoutUnnumbered(renumbered(try moment.table(query)))
      }
    }
  }

  /// Those of some queries that were not defined then.
  func lacking(_ queries: [String]) -> [String] {
    let known = Set(workspace.definitions.queryIDs)
    return queries.filter { !known.contains($0) }
  }

  private func renumbered(_ table: ResultTable) -> ResultTable {
    guard let task = table.index(of: "task"), !numbers.isEmpty else { return table }
    let rows = table.rows.map { row in
      var row = row
      if let now = row[task].text.flatMap({ numbers[$0] }) { row[task] = .text(now) }
      return row
    }
    return ResultTable(columns: table.columns, rows: rows)
  }

  /// A result without tasks that bear no number: nothing is held against them.
  private func withoutUnnumbered(_ table: ResultTable) -> ResultTable {
    guard let task = table.index(of: "task") else { return table }
    return ResultTable(
      columns: table.columns,
      rows: table.rows.filter { row in
        row[task].text.map { !TaskKey.isUnnumbered($0) } ?? true
      })
  }

  /// What follows from a moment is read from its temporary tables, which outlast a transaction.
  private func look<Result>(_ body: (Moment) throws -> Result) throws -> Result {
    let (store, moment) = try opened ?? workspace.openAlone(request)
    opened = (store, moment)
    defer { used = moment.used }
    return try store.connection.transaction(.reading) { try body(moment) }
  }
}

extension Workspace {
  /// Opens a moment on a connection of its own.
  fileprivate func openAlone(
    _ request: Moment.Request, tables: Set<String>? = nil
  ) throws -> (store: LedgerStore, moment: Moment) {
    let store = try readingStore()
    let moment = try store.connection.transaction(.reading) {
      let moment = try open(request, in: store)
      // All of it is of the state in which it is opened.
      try moment.provide(tables ?? definitions.momentTables)
      return moment
    }
    return (store, moment)
  }
}
