import Database
import Definitions
import Domain
import Store
import TestSupport
import Testing

/// Stores that earlier versions wrote: all that they hold still verifies, and a ledger that did not
/// change is one that did not change.
@Suite(.onEachEngine) struct EarlierVersionTests {
  private func migrated(_ version: Int, _ tampering: [String] = []) throws -> LedgerStore {
    let connection = try StoreFile.ofVersion(version).connect()
    for statement in tampering { try connection.tamper(statement) }
    #expect(throws: StoreFailure.otherVersion(version, expected: 4)) {
      try LedgerStore(connection, ledger: "west")
    }
    var backedUp: [Int] = []
    #expect(try LedgerStore.migrate(connection) { backedUp.append($0) })
    #expect(backedUp == [version])
    return try LedgerStore(connection, ledger: "west")
  }

  @Test func aStoreOfVersionOneVerifies() throws {
    let store = try migrated(1)
    let verified = try store.verify()
    #expect(verified.damage == [])
    #expect((verified.snapshots, verified.rows, verified.definitions) == (2, 12, 4))
    #expect(try store.snapshots().map(\.form) == [1, 1])
    #expect(try store.editions().map(\.edition) == [1])
    try store.connection.execute("UPDATE edition SET made_at = '2023-06-26T11:00:00.000Z'")
    #expect(try store.verify().damage == [.edition(plan: "p", period: "2023-H1", edition: 1)])
  }

  @Test func aStoreOfVersionTwoVerifies() throws {
    let store = try migrated(2)
    #expect(try store.verify().damage == [])
    #expect(try store.snapshots().map(\.form) == [2, 2, 2])
    #expect(try store.sendings().count == 1)
    let east = try LedgerStore(store.connection, ledger: "east")
    #expect(try east.verify().damage == [])
    let entries = try store.connection.rows(
      of: "SELECT kind, sequence, hash FROM entry WHERE ledger = 'west' ORDER BY sequence")
    #expect(
      entries
        == (try store.snapshots().map {
          [.text("snapshot"), .integer($0.sequence), .blob($0.chainHash.bytes)]
        }))
  }

  /// What the migrations make of nothing is what they make of a store that the programs of then
  /// made: so the frozen files say what those programs said.
  @Test(arguments: [1, 2])
  func theSchemaIsTheOneThatWasMadeThen(_ version: Int) throws {
    func columns(_ connection: any Connection) throws -> [String] {
      try connection.storedColumns().map { "\($0.table) \($0.name) \($0.kind) \($0.isNullable)" }
        .sorted()
    }
    let new = try TestPlace.new().connect()
    try LedgerStore.migrate(new) { _ in }
    #expect(try columns(migrated(version).connection) == columns(new))
  }

  /// Its last ledger, and one of between, loaded again today.
  @Test(arguments: [("2023-06-25", 3), ("2023-05-25", 2), ("2023-04-25", 1)])
  func anUnchangedLedgerStaysUnchanged(_ day: String, _ step: Int) throws {
    let store = try migrated(2)
    let outcome = try store.store(
      effectiveOn: day.asDay, now: "2026-01-01T00:00:00.000Z", definitions: [],
      unchanged: .sameDay
    ) { try VersionTwo.hand(step, to: $0) }
    guard case .unchanged = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try store.snapshots().count == 3)
    #expect(try store.verify().damage == [])
  }

  /// Snapshots of today before, between and after those of then.
  @Test(arguments: ["2023-03-25", "2023-05-30", "2023-07-25"])
  func newSnapshotsStandBesideOldOnes(_ day: String) throws {
    let store = try migrated(2)
    for (step, hour) in [(1, 1), (3, 2), (2, 3)] {
      _ = try store.store(
        effectiveOn: day.asDay, now: "2026-01-01T0\(hour):00:00.000Z", definitions: [],
        unchanged: .sameDay
      ) { try VersionTwo.hand(step, to: $0) }
    }
    #expect(try store.verify().damage == [])
    #expect(try store.snapshots().count == 6)
    // A target whose own columns became columns of the register has them as such.
    let targets = try store.connection.rows(
      of: """
        SELECT DISTINCT target, unit, due_on, note FROM target_version
        WHERE ledger = 'west' AND target <> 't4' ORDER BY target
        """)
    #expect(
      targets == [
        [.text("t1"), .text("u1"), .text("2023-06-30"), .text("按季报")],
        [.text("t2"), .null, .null, .text("无")],
        [.text("t3"), .text("u2"), .text("2023-09-30"), .text("见附件")],
      ])
  }

  /// It is said of the snapshots of then, until one of now is stored.
  @Test func ownColumnsThatWereTakenAreNamed() throws {
    let store = try migrated(2)
    // One target has them in English.
    let taken = ["unit", "单位", "due_on", "时限", "note", "备注"]
    #expect(try store.takenColumns(asOf: "2023-06-25".asDay) == taken)
    #expect(try store.takenColumns(asOf: "2023-01-01".asDay) == [])
    #expect(try migrated(1).takenColumns(asOf: "2023-06-25".asDay) == [])
    _ = try store.store(
      effectiveOn: "2023-07-25".asDay, now: "2026-01-01T00:00:00.000Z", definitions: [],
      unchanged: .sameDay
    ) { try VersionTwo.hand(3, to: $0) }
    #expect(try store.takenColumns(asOf: "2023-07-25".asDay) == [])
    #expect(try store.takenColumns(asOf: "2023-06-25".asDay) == taken)
  }

  /// What is changed in rows of before, then or now, is found.
  static let flips = [
    "UPDATE task_version SET progress = progress + 1 WHERE task = '3' AND ledger = 'west'",
    "UPDATE task_version SET number = 30 WHERE task = '3' AND ledger = 'west'",
    "UPDATE task_version SET extra = 'x' || extra WHERE task = '1' AND ledger = 'west'",
    "UPDATE target_version SET extra = NULL WHERE target = 't1' AND ledger = 'west'",
    "UPDATE target_version SET extra = NULL WHERE target = 't2' AND ledger = 'west'",
    "UPDATE unit_version SET name = '市教委' WHERE unit = 'u2' AND ledger = 'west'",
    "UPDATE task_unit_version SET unit = 'u2' WHERE task = '2' AND ledger = 'west'",
    "UPDATE task_version SET source_line = 99 WHERE task = '2' AND ledger = 'west'",
    "UPDATE task_version SET hash = zeroblob(32) WHERE task = '2' AND ledger = 'west'",
    "UPDATE snapshot SET own_columns = '' WHERE sequence = 1 AND ledger = 'west'",
    "DELETE FROM task_leader_version WHERE task = '2' AND ledger = 'west'",
  ]

  /// What only a store of today has.
  static let laterFlips = [
    "UPDATE task_version SET hash_2 = zeroblob(32) WHERE task = '2' AND ledger = 'west'",
    "UPDATE task_version SET hash_2 = NULL WHERE task = '2' AND ledger = 'west'",
    "UPDATE task_version SET source_place = '99' WHERE task = '2' AND ledger = 'west'",
    "UPDATE task_version SET number_text = '2a' WHERE task = '2' AND ledger = 'west'",
    "UPDATE task_version SET number_order = '2' WHERE task = '2' AND ledger = 'west'",
    "UPDATE target_version SET due_on = '2023-07-01' WHERE target = 't1' AND ledger = 'west'",
    "UPDATE target_version SET unit = 'u3' WHERE target = 't4' AND ledger = 'west'",
    "UPDATE target_version SET note = NULL WHERE target = 't2' AND ledger = 'west'",
    "UPDATE snapshot SET form = 3 WHERE sequence = 1 AND ledger = 'west'",
    "UPDATE snapshot SET form = 1 WHERE sequence = 2 AND ledger = 'west'",
    "DELETE FROM dated_year WHERE year = 2023 AND ledger = 'west'",
  ]

  @Test(arguments: flips)
  func whatWasChangedBeforeIsFoundAfter(_ flip: String) throws {
    #expect(try migrated(2, [flip]).verify().damage != [])
  }

  @Test(arguments: flips + laterFlips)
  func whatIsChangedAfterIsFound(_ flip: String) throws {
    let store = try migrated(2)
    #expect(try store.connection.tamper(flip) > 0)
    #expect(try store.verify().damage != [])
  }
}
