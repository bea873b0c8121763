import Database
import DatabaseSQLite
import Definitions
import Domain
import Store
import Testing

/// What `verify` finds in a store that was changed behind the program's back.
@Suite struct VerificationTests {
  /// Three days, a correction of the first, a definition that changed.
  private static func goodStore() throws -> LedgerStore {
    let store = try StoreFile().open()
    let recordings: [(day: String, version: Int64, rows: Int, plan: String)] = [
      ("2023-04-25", 1, 2, "title: A"), ("2023-06-25", 2, 2, "title: A"),
      ("2023-09-25", 1, 1, "title: B"), ("2023-04-25", 2, 2, "title: B"),
    ]
    for (index, recording) in recordings.enumerated() {
      let definition = DefinitionFile(
        kind: .plan, id: "p", path: "plan.yaml", text: recording.plan)
      try store.store(
        .example(recording.day, version: recording.version, rows: recording.rows),
        now: "2023-10-01T09:00:0\(index).000Z", definitions: [definition])
    }
    return store
  }

  /// What is found after some statements, which are then taken back.
  private func damage(
    in store: LedgerStore, after statements: String...
  ) throws -> [StoreDamage] {
    try store.connection.execute("BEGIN")
    defer { _ = try? store.connection.execute("ROLLBACK") }
    for statement in statements {
      #expect(try store.connection.execute(statement) > 0, "changed nothing: \(statement)")
    }
    return try store.verify().damage
  }

  @Test func aGoodStoreIsGood() throws {
    let verification = try Self.goodStore().verify()
    #expect(verification.damage == [])
    #expect(verification.snapshots == 4)
    #expect(verification.definitions == 2)
    #expect(verification.rows > 60)
  }

  /// `source_position` and `source_line` say where a row was read; they are no part of it.
  @Test(arguments: LedgerTable.all)
  func everyChangedCellIsFound(of table: LedgerTable) throws {
    let store = try Self.goodStore()
    let columns = [
      "ledger": "ledger || 'x'", "plan": "plan || 'x'", "hash": "zeroblob(32)",
      "from_position": "from_position - 1", "to_position": "to_position + 1",
    ].merging(
      table.columns.map { column in
        switch column.kind {
        case .integer: (column.name, "coalesce(\(column.name), 0) + 7")
        case .text, .date: (column.name, "coalesce(\(column.name), '') || 'x'")
        }
      }
    ) { $1 }
    let missed = try columns.filter { column, value in
      try damage(
        in: store,
        after: """
          UPDATE \(table.versions) SET \(column) = \(value)
          WHERE rowid = (SELECT min(rowid) FROM \(table.versions) WHERE ledger = 'west')
          """
      ).isEmpty
    }
    #expect(missed.keys.sorted() == [])
  }

  @Test(arguments: [
    "from_position = from_position + 1", "to_position = to_position - 1",
    "to_position = 202306250001", "from_position = 202306250001",
  ])
  func everyMovedSpanIsFound(_ change: String) throws {
    let found = try damage(
      in: Self.goodStore(),
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
      in: Self.goodStore(),
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
    ("UPDATE snapshot SET sequence = 9 WHERE sequence = 2", ["chain", "sequence"]),
    ("UPDATE snapshot SET position = 202306250009 WHERE sequence = 2", ["chain", "content"]),
    ("UPDATE snapshot SET ledger = 'east' WHERE sequence = 2", ["chain", "sequence"]),
    ("UPDATE snapshot_source SET hash = zeroblob(32) WHERE register = 'units'", ["chain"]),
    ("UPDATE snapshot_source SET file = 'x.csv' WHERE register = 'units'", ["chain"]),
    ("DELETE FROM snapshot_source WHERE register = 'events'", ["chain"]),
    ("UPDATE snapshot_definition SET id = 'r'", ["chain"]),
    ("DELETE FROM snapshot_definition", ["chain"]),
    ("DELETE FROM snapshot_coverage WHERE register = 'events'", ["content", "row"]),
    ("UPDATE snapshot_coverage SET plan = 'r' WHERE plan = 'q'", ["content", "row"]),
    ("UPDATE definition SET content = 'title: C'", ["definition"]),
    ("DELETE FROM definition", ["definition"]),
    ("DELETE FROM snapshot WHERE sequence = 2", ["chain", "sequence"]),
    ("DELETE FROM snapshot WHERE sequence = 1", ["chain", "sequence"]),
  ]

  @Test(arguments: changes)
  func everyChangedSnapshotIsFound(_ statement: String, _ found: Set<String>) throws {
    let store = try Self.goodStore()
    try store.connection.execute("PRAGMA foreign_keys = OFF")
    #expect(Set(try damage(in: store, after: statement).map(\.name)) == found)
  }

  /// A snapshot that was removed with all that belongs to it, the newest one as well.
  @Test(arguments: [1, 2, 3, 4])
  func aDeletedSnapshotIsFound(_ sequence: Int) throws {
    let store = try Self.goodStore()
    try store.connection.execute("PRAGMA foreign_keys = OFF")
    let position = "(SELECT position FROM snapshot WHERE sequence = \(sequence))"
    let found = try damage(
      in: store, after: "DELETE FROM snapshot_coverage WHERE position = \(position)",
      "DELETE FROM snapshot_source WHERE position = \(position)",
      "DELETE FROM snapshot WHERE sequence = \(sequence)")
    #expect(!found.isEmpty)
  }

  /// Two snapshots that changed places: in the chain, in the order of days, in their contents.
  @Test(arguments: ["sequence", "position", "effective_on", "recorded_at", "content_hash"])
  func swappedSnapshotsAreFound(_ column: String) throws {
    let store = try Self.goodStore()
    try store.connection.execute("PRAGMA foreign_keys = OFF")
    func value(_ row: Int) -> String { "(SELECT was.\(column) FROM was WHERE rowid = \(row))" }
    try store.connection.execute(
      "CREATE TEMPORARY TABLE was AS SELECT * FROM snapshot ORDER BY rowid")
    // By way of a value that is nobody's: most of the columns are unique.
    let free = ["sequence": "99", "position": "99", "content_hash": "zeroblob(32)"]
    let found = try damage(
      in: store,
      after: "UPDATE snapshot SET \(column) = \(free[column] ?? "'2023'") WHERE rowid = 1",
      "UPDATE snapshot SET \(column) = \(value(1)) WHERE rowid = 2",
      "UPDATE snapshot SET \(column) = \(value(2)) WHERE rowid = 1")
    #expect(!found.isEmpty)
  }
}

extension StoreDamage {
  /// The name of the case.
  var name: String {
    switch self {
    case .row: "row"
    case .overlap: "overlap"
    case .content: "content"
    case .chain: "chain"
    case .sequence: "sequence"
    case .definition: "definition"
    }
  }
}
