import Database
import Domain
import TestSupport
import Testing

@testable import Store

/// Notes of refused ledgers, of days without one, and of editions that went out.
extension VerificationTests {
  static let noteChanges: [(statement: String, found: Set<String>)] = [
    ("DELETE FROM sending", ["notes"]),
    ("UPDATE refusal SET reason = '另有理由'", ["notes"]),
    ("UPDATE refusal SET day = '2023-10-06'", ["notes"]),
    ("UPDATE refusal SET content_hash = zeroblob(32)", ["notes"]),
    ("DELETE FROM refusal", ["notes"]),
    ("UPDATE ledgerless_day SET reason = '另有理由'", ["notes"]),
    ("UPDATE ledgerless_day SET day = '2023-10-06'", ["notes"]),
    ("DELETE FROM ledgerless_day", ["notes"]),
    ("UPDATE note SET row_hash = zeroblob(32) WHERE number = 1", ["notes"]),
    ("UPDATE note SET number = 9 WHERE number = 3", ["notes"]),
    ("DELETE FROM note WHERE number = 1", ["notes"]),
  ]

  /// The newest notes and their links taken away together: the next snapshot knew of them.
  @Test func notesThatAreCutOffAreFound() throws {
    let store = try LedgerStore(GoodStore.make().connect(), ledger: "west")
    let statement = try Statement.example("2023-11-25", version: 3, rows: 2)
    _ = try store.store(
      effectiveOn: statement.day, now: "2023-11-25T09:00:00.000Z", definitions: [],
      unchanged: .sameDay, read: statement.hand)
    #expect(try store.verify().damage == [])
    try store.connection.execute("DELETE FROM ledgerless_day")
    try store.connection.execute("DELETE FROM note WHERE kind = 'ledgerless_day'")
    #expect(try store.verify().damage == [.notes(table: "note")])
  }
}
