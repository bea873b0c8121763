import Database
import Definitions
import Domain
import TestSupport
import Testing

@testable import Store

/// What `verify` finds in a store that was changed behind the program's back.
@Suite(.onEachEngine) struct VerificationTests {
  /// What is found after some statements, which are then taken back; the days, which take longest,
  /// are looked at where they may be concerned.
  private func damage(
    in store: LedgerStore, after statements: [String]
  ) throws -> [StoreDamage] {
    let concernsDays = statements.contains { statement in
      ["UPDATE day", "UPDATE setting", " definition"].contains(where: statement.contains)
    }
    try store.connection.execute("BEGIN")
    defer { _ = try? store.connection.execute("ROLLBACK") }
    for statement in statements {
      #expect(try store.connection.tamper(statement) > 0, "changed nothing: \(statement)")
    }
    return try (concernsDays ? store.verify() : store.verifyLedger()).damage
  }

  @Test func aGoodStoreIsGood() throws {
    let verification = try GoodStore.with { try $0.verify() }
    #expect(verification.damage == [])
    #expect(verification.snapshots == 4)
    #expect(verification.definitions == 3)
    #expect(verification.rows > 60)
  }

  /// The tables that the good store has no rows in.
  private static let empty: Set<String> = [
    "confirmation", "ledger", "returned_form", "returned_value",
  ]

  /// Every column of every table but the log of runs, whatever the schema has: other content, and
  /// none where that may be, in the first row and in the last.
  @Test func everyChangedCellIsFound() throws {
    try GoodStore.with(expectEveryChangedCellIsFound)
  }

  private func expectEveryChangedCellIsFound(in store: LedgerStore) throws {
    try store.connection.forgetForeignKeys()
    // A run is a note for people; a token is secret, and stands in no hash.
    let rowless = try store.connection.storedTables().filter {
      try store.connection.firstRow(of: "SELECT 1 FROM \($0) LIMIT 1") == nil
    }
    #expect(Set(rowless).subtracting(["run"]) == Self.empty)
    let columns = try store.connection.storedColumns().filter {
      !["run", "ledger"].contains($0.table) && !rowless.contains($0.table)
    }
    #expect(columns.count > 200)
    var missed: [String] = []
    for (table, name, kind, isNullable) in columns {
      let values =
        switch kind {
        case .integer: ["coalesce(\(name), 0) + 1", "coalesce(\(name), 0) + 70000"]
        case .blob: ["zeroblob(32)"]
        default:
          // Of these there are few words.
          name != "kind" || !["entry", "note"].contains(table)
            ? ["coalesce(\(name), '') || 'x'"]
            : [table == "entry" ? "'withdrawal'" : "'refusal'"]
        }
      var isTried = false
      let last = isNullable ? "NULL" : values[values.count - 1]
      for (value, end) in [(values[0], "min"), (last, "max")] {
        let statement = """
          UPDATE \(table) SET \(name) = \(value)
          WHERE rowid = (SELECT \(end)(rowid) FROM \(table) WHERE \(name) IS DISTINCT FROM \(value))
          """
        if value == "NULL", try store.isEmpty(table, name) { continue }
        // What the schema does not allow needs no finding.
        guard let found = try damageIfAllowed(in: store, after: statement) else { continue }
        isTried = true
        if found.isEmpty { missed.append(statement) }
      }
      // What the schema allows of it is tried elsewhere.
      #expect(isTried || "\(table).\(name)" == "entry.kind", "\(table).\(name)")
    }
    #expect(missed == [])
  }

  /// What is found in a good store after some statements that foreign keys would not stop.
  private func damage(after statements: String...) throws -> [StoreDamage] {
    try GoodStore.with { store in
      try store.connection.forgetForeignKeys()
      return try damage(in: store, after: statements)
    }
  }

  private func damageIfAllowed(
    in store: LedgerStore, after statement: String
  ) throws -> [StoreDamage]? {
    do {
      return try damage(in: store, after: [statement])
    } catch let failure as DatabaseFailure where failure.kind == .constraint {
      return nil
    }
  }

  @Test(arguments: [
    "from_position = from_position + 1", "to_position = to_position - 1",
    "to_position = 202306250001", "from_position = 202306250001",
  ])
  func everyMovedSpanIsFound(_ change: String) throws {
    let found = try damage(
      after: """
        UPDATE task_version SET \(change)
        WHERE rowid = (
          SELECT min(rowid) FROM task_version
          WHERE to_position > 202306250001 AND from_position < 202306250001)
        """)
    #expect(!found.isEmpty)
  }

  @Test(arguments: LedgerTable.all)
  func aDeletedRowIsFound(of table: LedgerTable) throws {
    let found = try damage(
      after: """
        DELETE FROM \(table.versions)
        WHERE rowid = (SELECT max(rowid) FROM \(table.versions))
        """)
    #expect(!found.isEmpty)
  }

  /// Statements against the tables that describe snapshots, and what they are found as.
  static let changes: [(statement: String, found: Set<String>)] = [
    ("UPDATE snapshot SET recorded_at = '2023-10-01T08:00:00.000Z' WHERE sequence = 2", ["chain"]),
    ("UPDATE snapshot SET effective_on = '2023-06-24' WHERE sequence = 2", ["chain"]),
    ("UPDATE snapshot SET own_columns = '专班' WHERE sequence = 2", ["chain"]),
    ("UPDATE snapshot SET content_hash = zeroblob(32) WHERE sequence = 2", ["chain", "content"]),
    ("UPDATE snapshot SET chain_hash = zeroblob(32) WHERE sequence = 2", ["chain"]),
    ("UPDATE snapshot SET sequence = 9 WHERE sequence = 2", ["chain", "entry"]),
    (
      "UPDATE snapshot SET position = 202306250009 WHERE sequence = 2",
      ["chain", "content", "edition", "places", "stranger"]
    ),
    ("UPDATE snapshot SET place_hash = NULL WHERE sequence = 2", ["chain"]),
    ("UPDATE snapshot SET place_hash = zeroblob(32) WHERE sequence = 2", ["chain", "places"]),
    ("UPDATE snapshot_coverage SET row_count = 9 WHERE register = 'events'", ["row count"]),
    ("UPDATE task_version SET source_line = 99", ["row"]),
    ("UPDATE task_version SET source_line = 99, source_place = '99'", ["places"]),
    ("UPDATE earlier_place SET line = 99, place = '99'", ["places"]),
    ("DELETE FROM earlier_place", ["places"]),
    (
      "UPDATE snapshot SET form = 2 WHERE sequence = 2",
      ["chain", "content", "places", "row count"]
    ),
    ("UPDATE entry SET kind = 'withdrawal' WHERE sequence = 2", ["chain"]),
    ("UPDATE entry SET recorded_at = '2023-10-01T08:00:00.000Z' WHERE sequence = 2", ["chain"]),
    ("DELETE FROM entry WHERE sequence = 4", ["chain", "sequence", "entry"]),
    ("DELETE FROM dated_year", ["unreadable"]),
    ("UPDATE setting SET content = '2023 x'", ["days"]),
    ("UPDATE setting SET name = 'calendar'", ["days", "setting"]),
    ("UPDATE day SET workday_number = 1 WHERE day = '2023-12-31'", ["days"]),
    ("UPDATE edition SET as_of = '2023-06-26'", ["edition"]),
    ("DELETE FROM edition", ["edition"]),
    ("UPDATE sending SET sent_on = '2023-06-27'", ["edition", "notes"]),
    (
      "UPDATE snapshot SET ledger = 'east' WHERE sequence = 2",
      ["entry", "edition", "stranger"]
    ),
    ("UPDATE snapshot_source SET hash = zeroblob(32) WHERE register = 'units'", ["chain"]),
    ("UPDATE snapshot_source SET file = 'x.csv' WHERE register = 'units'", ["chain"]),
    ("DELETE FROM snapshot_source WHERE register = 'events'", ["chain"]),
    ("UPDATE snapshot_definition SET id = 'r'", ["chain"]),
    ("UPDATE renumbering SET earlier = '键3'", ["chain"]),
    ("DELETE FROM renumbering", ["chain"]),
    ("DELETE FROM snapshot_definition", ["chain"]),
    ("DELETE FROM snapshot_coverage WHERE register = 'events'", ["content", "row"]),
    (
      "UPDATE snapshot_coverage SET plan = 'r' WHERE plan = 'q'", ["content", "row", "row count"]
    ),
    ("UPDATE definition SET content = zeroblob(32)", ["definition", "days"]),
    ("DELETE FROM definition", ["definition", "days"]),
    (
      "DELETE FROM snapshot WHERE sequence = 2", ["entry", "edition", "stranger"]
    ),
    ("DELETE FROM snapshot WHERE sequence = 1", ["chain", "entry", "stranger"]),
    ("DELETE FROM entry WHERE sequence = 2", ["chain", "sequence"]),
    ("DELETE FROM entry WHERE sequence = 5", ["entry"]),
    ("UPDATE entry SET recorded_at = '2023-10-01T09:00:02.000Z' WHERE sequence = 5", ["entry"]),
    ("UPDATE entry SET hash = zeroblob(32) WHERE sequence = 5", ["entry"]),
    ("UPDATE entry SET hash = zeroblob(32) WHERE sequence = 1", ["chain"]),
    ("UPDATE withdrawal SET reason = '另有理由'", ["entry"]),
    ("UPDATE withdrawal SET recorded_after = NULL", ["entry"]),
    ("DELETE FROM withdrawal", ["entry"]),
    ("DELETE FROM withdrawn_snapshot", ["entry"]),
    ("UPDATE withdrawn_snapshot SET position = 202304250001", ["entry"]),
    ("DELETE FROM withdrawn_edition", ["entry"]),
    ("UPDATE intent SET made_at = '2023-10-02T10:00:00.000Z'", ["edition"]),
  ]

  @Test(arguments: changes + noteChanges)
  func everyChangedSnapshotIsFound(_ statement: String, _ found: Set<String>) throws {
    #expect(try damage(after: statement).map(\.name).asSet == found)
  }

  /// A snapshot that was removed with all that belongs to it, the newest one as well.
  @Test(arguments: [1, 2, 3, 4])
  func aDeletedSnapshotIsFound(_ sequence: Int) throws {
    let position = "(SELECT position FROM snapshot WHERE sequence = \(sequence))"
    let found = try damage(
      after: "DELETE FROM snapshot_coverage WHERE position = \(position)",
      "DELETE FROM snapshot_source WHERE position = \(position)",
      "DELETE FROM snapshot WHERE sequence = \(sequence)")
    #expect(!found.isEmpty)
  }

  /// Two snapshots that changed places: in the chain, in the order of days, in their contents.
  @Test(arguments: ["sequence", "position", "effective_on", "recorded_at", "content_hash"])
  func swappedSnapshotsAreFound(_ column: String) throws {
    // Rows are found by what stays where it is.
    let (mark, first, second) =
      column == "position"
      ? ("sequence", "1", "2") : ("position", "202304250001", "202306250001")
    func value(_ row: String) -> String {
      "(SELECT was.\(column) FROM was WHERE was.\(mark) = \(row))"
    }
    // By way of a value that is nobody's: most of the columns are unique.
    let free = ["sequence": "99", "position": "99", "content_hash": "zeroblob(32)"]
    let found = try GoodStore.with { store in
      try store.connection.forgetForeignKeys()
      try store.connection.execute("CREATE TEMPORARY TABLE was AS SELECT * FROM snapshot")
      return try damage(
        in: store,
        after: [
          "UPDATE snapshot SET \(column) = \(free[column] ?? "'2023'") WHERE \(mark) = \(first)",
          "UPDATE snapshot SET \(column) = \(value(first)) WHERE \(mark) = \(second)",
          "UPDATE snapshot SET \(column) = \(value(second)) WHERE \(mark) = \(first)",
        ])
    }
    #expect(!found.isEmpty)
  }
}

extension LedgerStore {
  /// Whether a column has no value in any row.
  fileprivate func isEmpty(_ table: String, _ column: String) throws -> Bool {
    try connection.firstRow(
      of: "SELECT 1 FROM \(table) WHERE \(column) IS NOT NULL LIMIT 1") == nil
  }
}

extension [String] {
  fileprivate var asSet: Set<String> { Set(self) }
}
