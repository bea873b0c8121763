import Database
import Definitions
import Domain
import Store
import TestSupport
import Testing

/// What storing a ledger leaves behind.
@Suite(.onEachEngine) struct LoadingTests {
  /// How many rows each table of the store has, those that are empty left out.
  private func counts(_ store: LedgerStore) throws -> [String: Int64] {
    let tables = try store.connection.storedTables().filter { $0 != "day" }
    return try tables.reduce(into: [:]) { counts, table in
      let count = try store.connection.firstRow(of: "SELECT count(*) FROM \(table)")?[0].integer
      if count != 0 { counts[table] = count }
    }
  }

  /// The tables that have more rows than before, and how many.
  private func growth(of store: LedgerStore, by body: () throws -> Void) throws -> [String: Int64] {
    let before = try counts(store)
    try body()
    return try counts(store).filter { $0.value != before[$0.key] }
      .mapValues { $0 }.reduce(into: [:]) { $0[$1.key] = $1.value - (before[$1.key] ?? 0) }
  }

  @Test func unchangedOnTheSameDayStoresNothing() throws {
    let store = try StoreFile().open()
    let statement = try Statement.example("2023-04-25", version: 1)
    try store.store(statement, now: "2023-04-25T09:00:00.000Z")
    let growth = try growth(of: store) {
      let outcome = try store.store(statement, now: "2023-04-25T10:00:00.000Z")
      guard case .unchanged(let snapshot) = outcome else {
        Issue.record("stored")
        return
      }
      #expect(snapshot.position == 202_304_250_001)
    }
    #expect(growth == [:])
  }

  @Test func unchangedOnAnotherDayAddsOneSnapshotAndNoRow() throws {
    let store = try StoreFile().open()
    try store.store(.example("2023-04-25", version: 1), now: "2023-04-25T09:00:00.000Z")
    let next = try Statement.example("2023-04-26", version: 1)
    let growth = try growth(of: store) {
      try store.store(next, now: "2023-04-26T09:00:00.000Z")
    }
    // Units in one plan, nine registers in two.
    #expect(growth == ["entry": 1, "snapshot": 1, "snapshot_coverage": 19, "snapshot_source": 10])
    let unchanged = try store.store(
      .example("2023-04-27", version: 1), now: "2023-04-27T09:00:00.000Z",
      unchanged: .sameContent)
    guard case .unchanged = unchanged else {
      Issue.record("a run that finds the content of the day before stores nothing")
      return
    }
  }

  @Test func aChangedRowAddsOneVersion() throws {
    let store = try StoreFile().open()
    var statement = try Statement.example("2023-04-25", version: 1)
    try store.store(statement, now: "2023-04-25T09:00:00.000Z")
    let place = Statement.Place(table: .task, plan: "p")
    let key = try #require(statement.rows[place]?.keys.first)
    statement.rows[place]?[key] = .integer(2)
    let growth = try growth(of: store) {
      let outcome = try store.store(statement, now: "2023-04-25T10:00:00.000Z")
      guard case .stored(let snapshot, let new, let ended) = outcome else {
        Issue.record("not stored")
        return
      }
      #expect(snapshot.position == 202_304_250_002)
      #expect((new, ended) == (1, 1))
    }
    #expect(growth["task_version"] == 1)
    #expect(growth["unit_version"] == nil)
  }

  @Test func whatReadThrowsLeavesNothing() throws {
    struct Refused: Error {}
    let store = try StoreFile().open()
    let statement = try Statement.example("2023-04-25", version: 1)
    let definition = DefinitionFile(kind: .plan, id: "p", path: "plan.yaml", text: "title: A")
    let growth = try growth(of: store) {
      #expect(throws: Refused.self) {
        _ = try store.store(
          effectiveOn: statement.day, now: "2023-04-25T09:00:00.000Z", definitions: [definition],
          unchanged: .sameDay
        ) { sink in
          _ = try statement.hand(to: sink)
          throw Refused()
        }
      }
    }
    #expect(growth == [:])
    // The temporary tables are gone as well, so that the next one is stored.
    try store.store(statement, now: "2023-04-25T09:00:00.000Z")
    #expect(try store.snapshots().map(\.sequence) == [1])
  }

  @Test func theRecordingTimeNeverGoesBack() throws {
    let store = try StoreFile().open()
    let clocks = [
      "2023-04-25T09:00:00.998Z", "2023-04-25T09:00:00.998Z", "2023-04-25T09:00:00.998Z",
      "2022-01-01T00:00:00.000Z", "2023-04-25T09:00:05.000Z", "2023-12-31T23:59:59.999Z",
      "2023-12-31T23:59:59.999Z",
    ]
    for (index, clock) in clocks.enumerated() {
      try store.store(.example("2023-04-25", version: Int64(index)), now: clock)
    }
    let snapshots = try store.snapshots()
    #expect(
      snapshots.map { "\($0.sequence) \($0.position) \($0.recordedAt)" } == [
        "1 202304250001 2023-04-25T09:00:00.998Z", "2 202304250002 2023-04-25T09:00:00.999Z",
        "3 202304250003 2023-04-25T09:00:01.000Z", "4 202304250004 2023-04-25T09:00:01.001Z",
        "5 202304250005 2023-04-25T09:00:05.000Z", "6 202304250006 2023-12-31T23:59:59.999Z",
        "7 202304250007 2024-01-01T00:00:00.000Z",
      ])
  }

  @Test func daysInAnyOrderStandInTheirOwn() throws {
    let store = try StoreFile().open()
    let recordings: [(day: String, version: Int64)] = [
      ("2023-09-25", 1), ("2022-12-31", 2), ("2023-09-25", 2), ("2023-06-25", 1),
      ("2022-12-31", 1),
    ]
    for (day, version) in recordings {
      try store.store(.example(day, version: version), now: "2023-10-01T09:00:00.000Z")
    }
    #expect(
      try store.snapshots().map(\.position) == [
        202_309_250_001, 202_212_310_001, 202_309_250_002, 202_306_250_001, 202_212_310_002,
      ])
    #expect(try store.newestSnapshot()?.position == 202_212_310_002)
    let shown = try store.snapshot(asOf: "2023-08-01".asDay, knownAt: "9999")
    #expect(shown?.position == 202_306_250_001)
    let known = try store.snapshot(
      asOf: "2023-08-01".asDay, knownAt: "2023-10-01T09:00:00.001Z")
    #expect(known?.position == 202_212_310_001)
  }

  @Test func plansAndCountsAreThoseOfTheLedger() throws {
    let store = try StoreFile().open()
    try store.store(.example("2023-04-25", version: 1), now: "2023-04-25T09:00:00.000Z")
    #expect(try store.plans() == ["p", "q"])
    let counts = try store.rowCounts(at: 202_304_250_001)
    #expect(counts[.units] == 2)
    #expect(counts[.ledger] == 3)
    #expect(try LedgerStore(store.connection, ledger: "east").plans() == [])
  }

  @Test func aDefinitionIsKeptOnceAndNotedWhenItChanges() throws {
    let store = try StoreFile().open()
    for (index, text) in ["A", "A", "B", "A"].enumerated() {
      let definition = DefinitionFile(kind: .plan, id: "p", path: "plan.yaml", text: text)
      try store.store(
        .example("2023-04-2\(index)", version: 1), now: "2023-05-01T09:00:0\(index).000Z",
        definitions: [definition])
    }
    let noted = try store.connection.rows(
      of: """
        SELECT s.position, d.content
        FROM snapshot_definition AS s JOIN definition AS d ON d.hash = s.hash
        ORDER BY s.position
        """)
    #expect(
      noted == [
        [.integer(202_304_200_001), .blob([0x41])], [.integer(202_304_220_001), .blob([0x42])],
        [.integer(202_304_230_001), .blob([0x41])],
      ])
  }

  /// A first snapshot goes straight to its place, where a row that is there twice breaks a rule of
  /// the schema: that is said only where who reads the ledger has nothing better to say.
  @Test func aRowThatIsThereTwiceIsForTheReaderToRefuse() throws {
    struct Refused: Error {}
    let store = try StoreFile().open()
    func read(_ refusal: Refused?) throws {
      _ = try store.store(
        effectiveOn: #require(Day("2023-04-25")), now: "2023-04-25T09:00:00.000Z",
        definitions: [], unchanged: .sameDay
      ) { sink in
        for line in 0...6_000 {
          let values = LedgerTable.unitMember.keys.map { _ in Value.text("\(max(line, 1))") }
          try sink(LedgerRow(table: .unitMember, plan: "", values: values, line: line))
        }
        if let refusal { throw refusal }
        return SnapshotContent(sources: [], plans: [], ownColumns: [])
      }
    }
    #expect(throws: Refused.self) { try read(Refused()) }
    let failure = #expect(throws: DatabaseFailure.self) { try read(nil) }
    #expect(failure?.kind == .constraint)
    #expect(try counts(store) == [:])
  }
}
