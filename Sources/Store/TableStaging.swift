import Database
import Definitions
import Domain

/// The staged rows of one table.
final class TableStaging {
  /// A version of the state that the snapshot follows.
  private struct Standing {
    let hash: ContentHash
    let from: Int64
    let to: Int64
  }

  /// So many new rows make the statistics of a table worthless.
  private static let manyRows = 10_000

  /// The hashes of all rows taken.
  private(set) var hashes: [ContentHash] = []
  /// Where the rows that are new with this snapshot were read.
  private(set) var places: [RowPlace] = []
  private let table: LedgerTable
  private let store: LedgerStore
  private let position: Int64
  private var standing: [String: [RowKey: Standing]] = [:]
  private var touched: [String: [(key: RowKey, from: Int64, to: Int64)]] = [:]
  private var buffer: [[Value]] = []
  /// The places of the rows staged of each plan.
  private var staging: [String: [RowPlace]] = [:]
  /// The temporary tables made so far: most snapshots change few tables.
  private var tables: Set<String> = []

  private var connection: any Connection { store.connection }
  private var staged: String { "staged_\(table.name)" }
  private var touchedTable: String { "touched_\(table.name)" }
  private var keys: [String] { table.keys.map(\.name) }
  private var columns: [String] {
    ["plan", "hash", "source_line"] + table.columns.map(\.name)
  }

  init(_ table: LedgerTable, store: LedgerStore, position: Int64) {
    self.table = table
    self.store = store
    self.position = position
  }

  /// Compares a row with the one that stands, and stages it if it differs.
  func add(_ row: LedgerRow) throws {
    let hash = RowForm(table: table, plan: row.plan, values: row.values).hash
    hashes.append(hash)
    if standing[row.plan] == nil { standing[row.plan] = try readStanding(plan: row.plan) }
    if standing[row.plan]?.isEmpty == false {
      let key = RowKey(plan: row.plan, keys: row.values.prefix(table.keys.count))
      if let old = standing[row.plan]?.removeValue(forKey: key) {
        if old.hash == hash { return }
        touched[row.plan, default: []].append((key, old.from, old.to))
      }
    }
    staging[row.plan, default: []].append(RowPlace(row: hash, line: Int64(row.line)))
    var staged: [Value] = []
    staged.reserveCapacity(row.values.count + 3)
    staged += [.text(row.plan), .blob(hash.bytes), .integer(Int64(row.line))]
    staged += row.values
    buffer.append(staged)
    if buffer.count == 4_096 { try flush() }
  }

  /// Cuts, puts back, extends and inserts the versions of a plan. What still stands is gone.
  func apply(plan: String, next: Int64) throws -> (new: Int, ended: Int) {
    try flush()
    let gone = try standing.removeValue(forKey: plan) ?? readStanding(plan: plan)
    let ended = touched[plan, default: []] + gone.map { ($0.key, $0.value.from, $0.value.to) }
    let parameters: [String: Value] = [
      "ledger": .text(store.ledger), "plan": .text(plan), "position": .integer(position),
      "next": .integer(next),
    ]
    try analyze(staged)
    let isBeforeAnother = next < LedgerStore.endOfTime
    if !ended.isEmpty {
      try stageTouched(ended, plan: plan)
      try analyze(touchedTable)
      try cut(parameters)
      if isBeforeAnother { try putBackTails(parameters) }
    }
    guard let new = staging.removeValue(forKey: plan) else { return (0, ended.count) }
    if isBeforeAnother {
      try extendBack(parameters)
      try notePlaces(parameters)
    } else {
      places += new
    }
    let count = try insertNew(parameters)
    if count >= Self.manyRows, let analyze = connection.dialect.analyzeTable {
      // The next statements are planned well at once, not when the server gets round to it; a
      // writer who does not own the table is passed over with a warning.
      try connection.execute(analyze(table.versions))
    }
    return (count, ended.count)
  }

  /// Collects statistics of a temporary table that was filled, on engines that need them.
  private func analyze(_ name: String) throws {
    guard tables.contains(name), let analyze = connection.dialect.analyzeTable else { return }
    try connection.execute(analyze(name))
  }

  /// Removes the temporary tables.
  func finish() throws {
    for name in tables { try connection.execute("DROP TABLE \(name)") }
  }

  /// Makes a temporary table on first use: the plan, some columns of the ledger table, others.
  private func make(
    _ name: String, _ columns: [LedgerTable.Column], and others: [(name: String, type: String)]
  ) throws {
    guard tables.insert(name).inserted else { return }
    let types = connection.dialect
    let definitions =
      ["plan \(types.text)"] + others.map { "\($0.name) \($0.type)" }
      + columns.map { "\($0.name) \($0.kind == .integer ? types.integer : types.text)" }
    try connection.execute(
      "CREATE TEMPORARY TABLE \(name) (\(definitions.joined(separator: ", ")))")
  }

  /// The state that the snapshot follows, by key.
  private func readStanding(plan: String) throws -> [RowKey: Standing] {
    var rows: [RowKey: Standing] = [:]
    let width = keys.count
    try connection.forEachRow(
      of: """
        SELECT \(keys.joined(separator: ", ")), hash, from_position, to_position
        FROM \(table.versions)
        WHERE ledger = :ledger AND plan = :plan
          AND from_position <= :position AND :position < to_position
        """,
      ["ledger": .text(store.ledger), "plan": .text(plan), "position": .integer(position)]
    ) { row in
      guard let hash = row[width].bytes.flatMap(ContentHash.init(bytes:)),
        let from = row[width + 1].integer, let to = row[width + 2].integer
      else { throw StoreFailure.inconsistent(table.versions) }
      rows[RowKey(plan: plan, keys: row.prefix(width))] = Standing(hash: hash, from: from, to: to)
    }
    return rows
  }

  /// The keys that stood in a plan and that the ledger read does not have.
  func goneKeys(of plan: String) throws -> [RowKey] {
    if standing[plan] == nil { standing[plan] = try readStanding(plan: plan) }
    return standing[plan]?.keys.sorted() ?? []
  }

  /// Puts the rows taken so far into the temporary table, where statements see them.
  /// - Parameter always: Makes the table even where there is no row.
  func flush(always: Bool = false) throws {
    guard always || !buffer.isEmpty else { return }
    let types = connection.dialect
    try make(staged, table.columns, and: [("hash", types.blob), ("source_line", types.integer)])
    try connection.insert(into: staged, columns: columns, rows: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

// MARK: - The four statements

extension TableStaging {
  private func stageTouched(
    _ versions: [(key: RowKey, from: Int64, to: Int64)], plan: String
  ) throws {
    let integer = connection.dialect.integer
    try make(
      touchedTable, table.keys, and: [("from_position", integer), ("to_position", integer)])
    try connection.insert(
      into: touchedTable, columns: ["plan"] + keys + ["from_position", "to_position"],
      rows: versions.lazy.map { version in
        [.text(plan)] + version.key.values(as: self.table.keys) + [
          .integer(version.from), .integer(version.to),
        ]
      })
  }

  /// 1: the spans that the snapshot contradicts end where it begins.
  private func cut(_ parameters: [String: Value]) throws {
    let row = (keys + ["from_position"]).joined(separator: ", ")
    try connection.execute(
      """
      UPDATE \(table.versions) SET to_position = :position
      WHERE ledger = :ledger AND plan = :plan
        AND (\(row)) IN (SELECT \(row) FROM \(touchedTable) WHERE plan = :plan)
      """, parameters.filter { $0.key != "next" })
  }

  /// 2: what went on beyond the next snapshot goes on from there.
  private func putBackTails(_ parameters: [String: Value]) throws {
    let copied = keys + ["hash", "source_position", "source_line"] + table.values.map(\.name)
    try connection.execute(
      """
      INSERT INTO \(table.versions) (ledger, plan, from_position, to_position,
        \(copied.joined(separator: ", ")))
      SELECT v.ledger, v.plan, :next, k.to_position,
        \(copied.map { "v.\($0)" }.joined(separator: ", "))
      FROM \(table.versions) AS v
      JOIN \(touchedTable) AS k
        ON k.plan = v.plan AND k.from_position = v.from_position AND \(equalKeys("k", "v"))
      WHERE v.ledger = :ledger AND v.plan = :plan AND k.to_position > :next
      """, parameters.filter { $0.key != "position" })
  }

  /// 3: what begins at the next snapshot and is the same began here already.
  private func extendBack(_ parameters: [String: Value]) throws {
    let row = (keys + ["hash"]).joined(separator: ", ")
    try connection.execute(
      """
      UPDATE \(table.versions) SET from_position = :position
      WHERE ledger = :ledger AND plan = :plan AND from_position = :next
        AND (\(row)) IN (SELECT \(row) FROM \(staged) WHERE plan = :plan)
      """, parameters)
  }

  /// Notes the lines of the rows that `insertNew` is about to add.
  private func notePlaces(_ parameters: [String: Value]) throws {
    try connection.forEachRow(
      of: "SELECT s.hash, s.source_line FROM \(staged) AS s WHERE \(isNew)",
      parameters.filter { $0.key != "next" }
    ) { row in
      guard let hash = row[0].bytes.flatMap(ContentHash.init(bytes:)), let line = row[1].integer
      else { throw StoreFailure.inconsistent(staged) }
      places.append(RowPlace(row: hash, line: line))
    }
  }

  /// 4: the rest is new, up to the next snapshot.
  private func insertNew(_ parameters: [String: Value]) throws -> Int {
    let copied = columns.filter { $0 != "plan" }
    return try connection.execute(
      """
      INSERT INTO \(table.versions) (ledger, plan, from_position, to_position, source_position,
        \(copied.joined(separator: ", ")))
      SELECT :ledger, s.plan, :position, :next, :position,
        \(copied.map { "s.\($0)" }.joined(separator: ", "))
      FROM \(staged) AS s
      WHERE \(isNew)
      """, parameters)
  }

  /// Whether a staged row of the plan has no version from this position on yet.
  private var isNew: String {
    """
    s.plan = :plan AND NOT EXISTS (
      SELECT 1 FROM \(table.versions) AS v
      WHERE v.ledger = :ledger AND v.plan = s.plan AND v.from_position = :position
        AND \(equalKeys("v", "s")))
    """
  }

  private func equalKeys(_ left: String, _ right: String) -> String {
    keys.map { "\(left).\($0) = \(right).\($0)" }.joined(separator: " AND ")
  }
}

extension RowKey {
  /// The key columns as values again.
  func values(as columns: [LedgerTable.Column]) -> [Value] {
    let parts = bytes.split(separator: 0x1F, omittingEmptySubsequences: false).dropFirst()
    return zip(columns, parts).map { column, part in
      let text = String(decoding: part, as: UTF8.self)
      return column.kind == .integer ? .integer(Int64(text) ?? 0) : .text(text)
    }
  }
}
