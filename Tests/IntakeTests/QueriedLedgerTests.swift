import Database
import DatabaseSQLite
import Definitions
import Domain
import Foundation
import Intake
import TestSupport
import Testing

/// Ledgers that queries read from a database.
@Suite struct QueriedLedgerTests {
  @Test(arguments: TaskTracking.Engine.allCases)
  func allQueriesSeeOneState(_ engine: TaskTracking.Engine) throws {
    let tasks = try TaskTracking(engine)
    let library = try DefinitionLibrary(
      queryFolders: [TaskTracking.folder + "/Queries"], reportFolders: [], calendarFolders: [])
    let queries = try library.sourceQueries()
    #expect(
      queries.map(\.register) == [.units, .ledger, .assignments, .milestones, .extensions])
    let others = try tasks.connect()
    let busy = BusyDatabase(try tasks.connectForReading()) {
      // After the first query the first task goes, and a department that is not in the register
      // takes over another.
      try others.execute("UPDATE task SET is_deleted = 1 WHERE id = 101")
      try others.execute("UPDATE task_department SET department_id = 8 WHERE id = 14")
    }
    let day = try #require(Day("2023-09-25"))
    let ledger = try QueriedLedger(busy, queries: queries, effectiveOn: day)
    #expect(busy.wasDisturbed)
    let reader = LedgerReader(
      vocabulary: .standard, plans: ["p"], defaultPlan: "p", effectiveOn: day)
    #expect(try reader.read(ledger) { _ in }.sources.map(\.rows) == [7, 6, 3, 5, 1])
    // The next reading sees what was changed.
    let next = try QueriedLedger(
      tasks.connectForReading(), queries: queries, effectiveOn: day)
    #expect(throws: LedgerRefused.self) { try reader.read(next) { _ in } }
  }

  @Test func cellsAreTakenAsAFileWouldHoldThem() throws {
    let outcome = try read(
      """
      SELECT 1 AS number, ' 甲,"乙"' || char(10) || '丙 ' AS title, '' AS leaders, 0.5 AS progress
      UNION ALL SELECT 2, '丁' || char(13, 10) || '戊', NULL, 60
      """)
    #expect(
      outcome == [
        "number=1 title=甲,\"乙\"\n丙 progress=5000", "number=2 title=丁\n戊 progress=600000",
      ])
  }

  @Test func rowsAreCountedNotLines() throws {
    let outcome = try read(
      """
      SELECT 1 AS number, 'a' || char(10) || 'b' AS title, NULL AS leaders, NULL AS progress
      UNION ALL SELECT 2, 'c' || char(13, 10) || 'd' || char(10) || char(65533), NULL, NULL
      UNION ALL SELECT 3, 'e' || char(10) || 'f', NULL, 101
      UNION ALL SELECT 4, 'g' || char(1), NULL, 101
      UNION ALL SELECT 3, 'h', NULL, 1
      """)
    #expect(
      outcome == [
        "row 2 lost-character", "row 3 percent-range progress", "row 3 duplicate-key number",
        "row 4 duplicate-key number", "row 5 control-character",
      ])
  }

  /// The filled columns of each row of a ledger, or the faults.
  private func read(_ tasks: String) throws -> [String] {
    func query(_ register: Register, _ columns: String, _ order: String, _ body: String) throws
      -> (register: Register, query: QueryDefinition)
    {
      let text = "-- X\n--\n-- grain: x\n-- columns: \(columns)\n-- order: \(order)\n\(body)"
      let file = DefinitionFile(
        kind: .query, id: "source/\(register)", path: "source/\(register).sql", text: text)
      return (register, try QueryDefinition(file))
    }
    let folder = try Repository.temporaryFolder("rows")
    let connection = try SQLiteConnection(path: "\(folder)/a.sqlite", mode: .making)
    let day = try #require(Day("2023-09-25"))
    let ledger = try QueriedLedger(
      connection,
      queries: [
        query(.units, "unit text, name text", "unit", "SELECT 'u' AS unit, '甲局' AS name"),
        query(
          .ledger, "number integer, title text, leaders text, progress text", "number", tasks),
      ], effectiveOn: day)
    var rows: [String] = []
    do {
      _ = try LedgerReader(
        vocabulary: .standard, plans: [], defaultPlan: "p", effectiveOn: day
      ).read(ledger) { row in
        guard row.table.register == .ledger, row.table.name == "task" else { return }
        let names = ["number", "title", "leaders", "progress"]
        rows.append(
          zip(row.table.columns, row.values).compactMap { column, value in
            guard names.contains(column.name), value != .null else { return nil }
            return "\(column.name)=\(value.text ?? value.integer.map { "\($0)" } ?? "")"
          }.joined(separator: " "))
      }
      return rows
    } catch let refused as LedgerRefused {
      return refused.faults.filter { $0.severity == .error }.map { fault in
        let words = ["row \(fault.place.line)", fault.problem.code, fault.heading]
        return words.filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
  }
}

/// A database in which others work: after the first query that is read something is changed.
private final class BusyDatabase: Connection {
  private let real: any Connection
  private let disturb: () throws -> Void
  private(set) var wasDisturbed = false

  init(_ real: any Connection, disturb: @escaping () throws -> Void) {
    self.real = real
    self.disturb = disturb
  }

  var dialect: Dialect { real.dialect }

  func forEachRow(
    of statement: String, _ parameters: [String: Value], _ body: ([Value]) throws -> Void
  ) throws {
    try real.forEachRow(of: statement, parameters, body)
    if !wasDisturbed { try disturb() }
    wasDisturbed = true
  }

  func execute(_ statement: String, _ parameters: [String: Value]) throws -> Int {
    try real.execute(statement, parameters)
  }
  func columns(of statement: String, _ parameters: [String: Value]) throws -> [String] {
    try real.columns(of: statement)
  }
  func insert(into table: String, columns: [String], next: () throws -> [Value]?) throws {
    try real.insert(into: table, columns: columns, next: next)
  }
  func transaction<Result>(
    _ kind: TransactionKind, _ body: () throws -> Result
  ) throws -> Result { try real.transaction(kind, body) }
  func bounded<Result>(by limit: WorkLimit, _ body: () throws -> Result) throws -> Result {
    try real.bounded(by: limit, body)
  }
  func reconnect() throws { try real.reconnect() }
  func storedVersion(application: Int64) throws -> StoredVersion {
    try real.storedVersion(application: application)
  }
  func mark(version: Int, application: Int64) throws {
    try real.mark(version: version, application: application)
  }
}
