import Crypto
import Database
import Definitions
import Domain

/// The rows of a ledger on their way into the store: compared with the state they follow,
/// staged where they differ, then put in place by four statements a table and plan.
///
/// Source of the statements: shared notes on portable SQL; see docs/architecture.md, Loading.
final class SnapshotStaging {
  let store: LedgerStore
  let position: Int64
  private var tables: [String: TableStaging] = [:]

  var connection: any Connection { store.connection }

  init(_ store: LedgerStore, position: Int64) {
    self.store = store
    self.position = position
  }

  /// Takes a row of the ledger.
  func add(_ row: LedgerRow) throws {
    try staging(of: row.table).add(row)
  }

  /// SHA-256 over the rows' hashes, sorted, table by table. (A row's hash covers its key.)
  /// - Parameter coversPlans: Whether the plans stated enter it, too, even those without rows;
  ///   those of version 1 did not.
  func contentHash(_ content: SnapshotContent, coversPlans: Bool) -> ContentHash {
    var form = ContentForm()
    let registers = Set(content.sources.map(\.register))
    for table in LedgerTable.all where registers.contains(table.register) {
      form.append(table: table, rows: tables[table.name]?.hashes ?? [])
    }
    if coversPlans {
      form.append(coverage: content.coverage.map { ($0.register.rawValue, $0.plan) })
    }
    return form.hash
  }

  /// Puts the rows in place.
  /// - Returns: How many versions are new, and how many ended; the hash of the places of the new.
  func apply(
    _ content: SnapshotContent
  ) throws -> (new: Int, ended: Int, places: ContentHash) {
    var (new, ended, places) = (0, 0, PlaceForm())
    for table in LedgerTable.all {
      let plans = content.coverage.filter { $0.register == table.register }.map(\.plan)
      guard !plans.isEmpty else { continue }
      let staging = staging(of: table)
      for plan in plans {
        let next = try nextPosition(holding: table.register, plan: plan)
        let counts = try staging.apply(plan: plan, next: next)
        new += counts.new
        ended += counts.ended
      }
      places.append(table: table, staging.places)
      try staging.finish()
    }
    return (new, ended, places.hash)
  }

  func staging(of table: LedgerTable) -> TableStaging {
    if let staging = tables[table.name] { return staging }
    let staging = TableStaging(table, store: store, position: position)
    tables[table.name] = staging
    return staging
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
