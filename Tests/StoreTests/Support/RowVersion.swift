import Database
import Domain
import Store

/// A row version as it stands in the store.
struct RowVersion: Hashable {
  let plan: String
  let key: Statement.Key
  let values: [Value]
  let from: Int64
  let to: Int64
  let hash: Value
}

extension LedgerStore {
  /// All versions that a table keeps for this ledger, in order of key and span.
  func versions(of table: LedgerTable) throws -> [RowVersion] {
    let keys = table.keys.map(\.name)
    let columns =
      ["plan", "from_position", "to_position", "hash"] + keys + table.values.map(\.name)
    return try connection.rows(
      of: """
        SELECT \(columns.joined(separator: ", ")) FROM \(table.versions) WHERE ledger = :ledger
        ORDER BY plan, \(keys.joined(separator: ", ")), from_position
        """, ["ledger": .text(ledger)]
    ).map { row in
      RowVersion(
        plan: row[0].text ?? "", key: Statement.Key(Array(row[4..<(4 + keys.count)])),
        values: Array(row[(4 + keys.count)...]), from: row[1].integer ?? 0,
        to: row[2].integer ?? 0, hash: row[3])
    }
  }
}
