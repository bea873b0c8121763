import Database
import DatabaseSQLite
import Definitions
import Domain
import Foundation
import Store
import Testing

/// How a store begins, and whose files are refused.
@Suite struct MigrationTests {
  /// A database made by some statements, and its bytes.
  private func database(_ statements: [String]) throws -> (path: String, bytes: Data?) {
    let path = try StoreFile.newPath()
    let connection = try SQLiteConnection(path: path, mode: .making)
    for statement in statements { try connection.execute(statement) }
    return (path, FileManager.default.contents(atPath: path))
  }

  @Test func anEmptyFileBecomesAStore() throws {
    let path = try StoreFile.newPath()
    #expect(FileManager.default.createFile(atPath: path, contents: Data()))
    let connection = try SQLiteConnection(path: path, mode: .making)
    #expect(throws: StoreFailure.notAStore) { try LedgerStore(connection, ledger: "west") }
    #expect(try LedgerStore.migrate(connection) { _ in Issue.record("nothing to back up") })
    #expect(try !LedgerStore.migrate(connection) { _ in Issue.record("nothing to do") })
    let store = try LedgerStore(connection, ledger: "west")
    #expect(try store.snapshots() == [])
    #expect(try store.verify().damage == [])
    #expect(try connection.rows(of: "SELECT day FROM day") == [])
  }

  @Test func allTablesAreStrict() throws {
    let store = try StoreFile().open()
    let loose = try store.connection.rows(
      of: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")
    #expect(loose.compactMap { $0[0].text } == ["sqlite_schema"])
  }

  /// Files that are not to be written to, and why.
  static let refused: [(statements: [String], failure: StoreFailure)] = [
    (["CREATE TABLE accounts (id INTEGER)"], .notAStore),
    (["PRAGMA application_id = 42"], .notAStore),
    (
      ["PRAGMA application_id = 1785291361", "PRAGMA user_version = 99"],
      .otherVersion(99, expected: 4)
    ),
  ]

  @Test(arguments: refused)
  func aForeignFileIsLeftUntouched(_ statements: [String], _ failure: StoreFailure) throws {
    let (path, bytes) = try database(statements)
    let connection = try SQLiteConnection(path: path, mode: .making)
    #expect(throws: failure) {
      try LedgerStore.migrate(connection) { _ in Issue.record("backed up") }
    }
    #expect(throws: failure) { try LedgerStore(connection, ledger: "west") }
    #expect(bytes?.isEmpty == false)
    #expect(FileManager.default.contents(atPath: path) == bytes)
  }

  @Test func aFileThatIsNoDatabaseIsDamaged() throws {
    let path = try StoreFile.newPath()
    let bytes = Data(String(repeating: "台账", count: 1000).utf8)
    #expect(FileManager.default.createFile(atPath: path, contents: bytes))
    let failure = #expect(throws: DatabaseFailure.self) {
      try LedgerStore.migrate(SQLiteConnection(path: path, mode: .making)) { _ in }
    }
    #expect(failure?.kind == .damaged)
    #expect(FileManager.default.contents(atPath: path) == bytes)
  }

  @Test func nothingIsMadeWhereAStoreIsOnlyRead() throws {
    let path = try StoreFile.newPath()
    let failure = #expect(throws: DatabaseFailure.self) {
      try SQLiteConnection(path: path, mode: .reading)
    }
    #expect(failure?.kind == .unreachable)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func workingDaysAreCountedAnewForOtherCalendars() throws {
    let store = try StoreFile().open()
    let file = DefinitionFile(
      kind: .calendar, id: "2023", path: "2023.csv",
      text: "date,is_working,name\n2023-06-22,0,端午节\n2023-06-25,1,端午节\n")
    try WorkingDays.update(store.connection, files: [file], calendar: WorkingCalendar([file]))
    let days = try store.connection.rows(
      of: """
        SELECT day, workday_number FROM day
        WHERE day IN ('2022-12-31', '2023-01-01', '2023-01-02', '2023-06-21', '2023-06-22',
          '2023-06-25', '2023-06-26', '2023-12-31', '2024-01-01')
        ORDER BY day
        """)
    #expect(
      days.map { "\($0[0].text ?? "") \($0[1].integer.map(String.init) ?? "unknown")" } == [
        "2022-12-31 unknown", "2023-01-01 0", "2023-01-02 1", "2023-06-21 123",
        "2023-06-22 123", "2023-06-25 125", "2023-06-26 126", "2023-12-31 260",
        "2024-01-01 unknown",
      ])
  }
}
