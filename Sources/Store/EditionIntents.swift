import Database
public import Definitions
import Domain

/// An edition is noted as intended, published, then confirmed. Where a run was cut off between the
/// two, the intent tells what its folder holds, if it was published.
extension LedgerStore {
  /// Notes an edition as intended, under a number that no other one has or will have.
  ///
  /// The number is taken under the ledger's lock. That of an edition that was intended and never
  /// published is tried again.
  /// - Parameters:
  ///   - known: The highest number of the folders there are.
  ///   - definitions: The files that it was made by, kept whole.
  ///   - record: What is noted, once the number is known.
  public func intend(
    plan: String, period: String, after known: Int, definitions: [DefinitionFile],
    record: (_ edition: Int) throws -> EditionRecord
  ) throws -> EditionRecord {
    try write {
      let number = try max(newestEdition(of: plan, period: period), known) + 1
      let edition = try record(number)
      try keepContents(definitions)
      let values = edition.values(ledger: ledger) + [.integer(try attempts(edition) + 1)]
      try connection.insert(
        into: "intent", columns: EditionRecord.columns + ["attempt", "hash"],
        rows: [values + [.blob(RowForm(note: "intent", values).hash.bytes)]])
      return edition
    } isThere: { edition in
      try openIntents().contains { $0.manifestHash == edition.manifestHash }
    }
  }

  private func attempts(_ edition: EditionRecord) throws -> Int64 {
    try connection.firstRow(
      of: """
        SELECT max(attempt) FROM intent
        WHERE ledger = :ledger AND plan = :plan AND period = :period AND edition = :edition
        """,
      [
        "ledger": .text(ledger), "plan": .text(edition.plan), "period": .text(edition.period),
        "edition": .integer(Int64(edition.edition)),
      ])?.first?.integer ?? 0
  }

  /// Notes that an intended edition was published.
  public func confirm(_ edition: EditionRecord) throws { try record(edition, definitions: []) }

  /// The editions that are intended and not confirmed, of each number the last attempt.
  public func openIntents() throws -> [EditionRecord] {
    try connection.rows(
      of: """
        SELECT i.plan, i.period, i.edition, i.as_of, i.position, i.made_at, i.manifest_hash
        FROM intent AS i
        WHERE i.ledger = :ledger
          AND i.attempt = (
            SELECT max(o.attempt) FROM intent AS o
            WHERE o.ledger = i.ledger AND o.plan = i.plan AND o.period = i.period
              AND o.edition = i.edition)
          AND NOT EXISTS (
            SELECT 1 FROM edition AS e
            WHERE e.ledger = i.ledger AND e.plan = i.plan AND e.period = i.period
              AND e.edition = i.edition)
        ORDER BY i.plan, i.period, i.edition
        """, ["ledger": .text(ledger)]
    ).map(EditionRecord.init)
  }
}
