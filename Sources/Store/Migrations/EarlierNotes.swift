import Database
import Definitions
import Domain

extension Migrations {
  /// Version 4: the notes that there are enter a chain, each ledger's in the order of its own.
  static func chainNotes(_ connection: any Connection) throws {
    var newest: [String: (number: Int64, hash: String)] = [:]
    for (table, columns, order) in [
      (
        "refusal", "ledger, refusal, day, content_hash, outcome, reason, refused_at",
        "ledger, refusal"
      ),
      ("ledgerless_day", "ledger, day, reason, noted_at", "ledger, noted_at, day"),
      (
        "sending", "ledger, plan, period, edition, mark, sent_on, noted_at",
        "ledger, noted_at, plan, period, edition, mark"
      ),
    ] {
      for values in try connection.rows(of: "SELECT \(columns) FROM \(table) ORDER BY \(order)") {
        let ledger = values[0].text ?? ""
        let row = RowForm(note: table, values).hash
        let number = (newest[ledger]?.number ?? 0) + 1
        let hash = ContentHash(
          of: "note \(newest[ledger]?.hash ?? "") \(number) \(table) \(row)")
        newest[ledger] = (number, hash.description)
        try connection.insert(
          into: "note", columns: ["ledger", "number", "kind", "row_hash", "hash"],
          rows: [
            [
              values[0], .integer(number), .text(table), .blob(row.bytes), .blob(hash.bytes),
            ]
          ])
      }
    }
  }
}
