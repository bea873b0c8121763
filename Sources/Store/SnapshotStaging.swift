import Crypto
import Database
import Definitions
import Domain

/// The rows of a ledger on their way into the store, table by table and plan by plan.
final class SnapshotStaging {
  let store: LedgerStore
  let position: Int64
  /// Whether rows are only compared, never put in place.
  private let isTrial: Bool
  private var stagings: [String: [String: RowStaging]] = [:]
  /// Why no more rows are taken: a row that is there twice, most likely.
  private var broken: DatabaseFailure?

  private var connection: any Connection { store.connection }

  init(_ store: LedgerStore, position: Int64, isTrial: Bool = false) {
    self.store = store
    self.position = position
    self.isTrial = isTrial
  }

  /// Takes a row of the ledger.
  ///
  /// One that breaks a rule of the schema says so only in `settle`: whoever reads the ledger has
  /// better words for it, and all other faults besides.
  func add(_ row: LedgerRow) throws {
    guard broken == nil else { return }
    do {
      try staging(of: row.table, plan: row.plan).add(row)
    } catch let failure as DatabaseFailure where failure.kind == .constraint {
      broken = failure
    }
  }

  /// Works out what the ledger changes, when all rows were taken.
  func settle(_ content: SnapshotContent) throws {
    if let broken { throw broken }
    for (table, plan) in Self.places(content) { try staging(of: table, plan: plan).settle() }
  }

  /// Whether all rows stand where they stood, and no others do.
  func changesNothing(_ content: SnapshotContent) throws -> Bool {
    try Self.places(content).allSatisfy { try staging(of: $0.table, plan: $0.plan).changesNothing }
  }

  /// SHA-256 over the rows' hashes, sorted, table by table, and over the plans stated, even those
  /// without rows. (A row's hash covers its key.)
  func contentHash(_ content: SnapshotContent) -> ContentHash {
    var form = ContentForm()
    let registers = Set(content.sources.map(\.register))
    for table in LedgerTable.all where registers.contains(table.register) {
      let stagings = (stagings[table.name] ?? [:]).values
      form.append(
        table: table, count: stagings.map(\.count).reduce(0, +),
        rows: Merged(stagings.flatMap { $0.hashes() }))
    }
    form.append(coverage: content.coverage.map { ($0.register.rawValue, $0.plan) })
    return form.hash
  }

  /// Puts the rows in place.
  /// - Returns: How many versions are new, and how many ended; the hash of the places of the new.
  func apply(
    _ content: SnapshotContent
  ) throws -> (new: Int, ended: Int, places: ContentHash) {
    var (new, ended, form) = (0, 0, PlaceForm())
    for table in LedgerTable.all {
      var places: [SortedPieces<RowPlace>] = []
      for (_, plan) in Self.places(content).filter({ $0.table == table }) {
        let staging = try staging(of: table, plan: plan)
        let counts = try staging.apply(places: &places)
        new += counts.new
        ended += counts.ended
        try staging.finish()
      }
      form.append(table: table, places)
    }
    try noteYears()
    return (new, ended, form.hash)
  }

  /// Notes the years that dates of the ledger name, so that a view of it has all their days.
  private func noteYears() throws {
    let stagings = stagings.values.flatMap(\.values)
    let years = stagings.reduce(into: Set([Int(position / 100_000_000)])) {
      $0.formUnion($1.years.all)
    }
    for year in years.sorted() {
      try connection.execute(
        "INSERT INTO dated_year (ledger, year) VALUES (:ledger, :year) ON CONFLICT DO NOTHING",
        ["ledger": .text(store.ledger), "year": .integer(Int64(year))])
    }
  }

  func staging(of table: LedgerTable, plan: String) throws -> RowStaging {
    if let staging = stagings[table.name]?[plan] { return staging }
    let staging = try RowStaging(
      table, plan: plan, number: stagings[table.name]?.count ?? 0, store: store,
      position: position, next: nextPosition(holding: table.register, plan: plan), isTrial: isTrial)
    stagings[table.name, default: [:]][plan] = staging
    return staging
  }

  /// The tables and plans that the ledger states in full.
  private static func places(
    _ content: SnapshotContent
  ) -> [(table: LedgerTable, plan: String)] {
    LedgerTable.all.flatMap { table in
      content.coverage.filter { $0.register == table.register }.map { (table, $0.plan) }
    }
  }

  /// The snapshot that the ledger follows.
  func snapshotBefore() throws -> Snapshot? {
    try store.standingSnapshots().filter { $0.position < position }.max {
      $0.position < $1.position
    }
  }

  /// How many rows each register has that snapshots before have stated, in the last that did.
  func standingCounts() throws -> [Register: Int64] {
    let rows = try connection.rows(
      of: """
        SELECT c.register, c.position, max(c.row_count)
        FROM snapshot_coverage AS c
        JOIN snapshot AS s ON s.ledger = c.ledger AND s.position = c.position
        WHERE c.ledger = :ledger AND c.position < :position AND \(LedgerStore.counts)
        GROUP BY c.register, c.position ORDER BY c.position
        """,
      store.known(at: LedgerStore.allKnown).merging(["position": .integer(position)]) { $1 })
    return rows.reduce(into: [:]) { counts, row in
      if let register = row[0].text.flatMap(Register.init) { counts[register] = row[2].integer }
    }
  }

  /// The plans of which the snapshot before states tasks.
  func plansBefore() throws -> [String] {
    guard let before = try snapshotBefore() else { return [] }
    return try connection.rows(
      of: """
        SELECT plan FROM snapshot_coverage
        WHERE ledger = :ledger AND position = :position AND register = 'ledger' ORDER BY plan
        """, ["ledger": .text(store.ledger), "position": .integer(before.position)]
    ).compactMap { $0[0].text }
  }

  /// How many tasks a plan had in the last snapshot that states them.
  func taskCountBefore(of plan: String) throws -> Int {
    let before = try store.comparedPosition(before: position, holding: .ledger, plan: plan)
    guard let before else { return 0 }
    let row = try connection.firstRow(
      of: "SELECT count(*) FROM task_version AS v WHERE \(RowStaging.stands)",
      [
        "ledger": .text(store.ledger), "plan": .text(plan), "position": .integer(before),
      ])
    return Int(row?[0].integer ?? 0)
  }

  /// The next later snapshot that holds the register for the plan.
  private func nextPosition(holding register: Register, plan: String) throws -> Int64 {
    let row = try connection.firstRow(
      of: """
        SELECT min(position) FROM snapshot_coverage
        WHERE ledger = :ledger AND register = :register AND plan = :plan AND position > :position
        """,
      [
        "ledger": .text(store.ledger), "register": .text(register.rawValue), "plan": .text(plan),
        "position": .integer(position),
      ])
    return row?.first?.integer ?? LedgerStore.endOfTime
  }
}
