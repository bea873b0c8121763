public import Database
public import Domain
import Foundation
import GRDB
import GRDBSQLite

/// SQLite behind the connection of `Database`.
///
/// GRDB opens and configures the file and prepares statements; rows and bulk inserts go through
/// the prepared statement itself, without a value object for each cell.
public final class SQLiteConnection: Connection {
  /// How a file is opened.
  public enum Mode: Sendable {
    case reading
    case writing
    /// As `writing`; makes the file if there is none.
    case making
  }

  public let dialect = Dialect(
    name: "SQLite", text: "TEXT", integer: "INTEGER", blob: "BLOB", schema: .sqlite,
    keyedTableSuffix: ") WITHOUT ROWID", tableItself: " NOT INDEXED",
    integrityCheck: "PRAGMA integrity_check", writerOwnsStore: true,
    analyzeTogether: { "ANALYZE temp.\($0)" },
    tableNames: """
      SELECT name FROM sqlite_master WHERE type IN ('table', 'view')
      UNION ALL SELECT name FROM sqlite_temp_master WHERE type IN ('table', 'view')
      """)
  private let queue: DatabaseQueue
  private let path: String
  /// Where SQLite puts what does not fit into memory; nil if that is not known.
  private let temporary: String?
  /// The work of statements that are bounded, while there are any.
  var work: Work?

  /// Dispatch lets go of a queue on a thread of its own, and where none can be made waits for one for
  /// ever. So the file is closed, and the queue stays.
  deinit {
    try? queue.close()
    _ = Unmanaged.passRetained(queue)
  }

  /// Opens the file at `path`, waiting up to ten seconds for another program's lock.
  ///
  /// Rollback journal with `synchronous=EXTRA`: the mode that lost no acknowledged commit.
  ///
  /// - Parameter temporary: The folder of SQLite's temporary files, so that one that is full is
  ///   named; nil if that is not known.
  public init(path: String, mode: Mode, temporary: String? = nil) throws {
    (self.path, self.temporary) = (path, temporary)
    guard mode == .making || FileManager.default.fileExists(atPath: path) else {
      throw DatabaseFailure(
        kind: .unreachable, code: "SQLITE_CANTOPEN", detail: .noFile(path))
    }
    var configuration = Configuration()
    configuration.readonly = mode == .reading
    configuration.allowsUnsafeTransactions = true
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    // A reader looks at a page of the store once or twice: temporary tables are not bound by this.
    let cacheSize = mode == .reading ? -8192 : -65536
    configuration.prepareDatabase { database in
      // What a snapshot stages can be as large as a ledger, and leaves the memory when it is.
      try database.execute(
        sql: """
          PRAGMA temp_store = \(mode == .reading ? "MEMORY" : "FILE");
          PRAGMA trusted_schema = OFF;
          PRAGMA temp.page_size = 32768;
          PRAGMA cache_size = \(cacheSize);
          PRAGMA analysis_limit = 1000;
          """)
      if mode != .reading {
        try database.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA")
      }
      // GRDB notes which columns each statement reads, for observers; here are none.
      sqlite3_set_authorizer(database.sqliteConnection, nil, nil)
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError {
      throw DatabaseFailure(error, opening: true)
    }
  }

  @discardableResult
  public func execute(_ statement: String, _ parameters: [String: Value]) throws -> Int {
    try access { database in
      let before = database.totalChangesCount
      try step(database, statement, parameters) { _ in }
      return database.totalChangesCount - before
    }
  }

  public func forEachRow(
    of statement: String, _ parameters: [String: Value], _ body: ([Value]) throws -> Void
  ) throws {
    try access { database in
      try step(database, statement, parameters) { prepared in
        try body((0..<sqlite3_column_count(prepared)).map { Self.value(prepared, $0) })
      }
    }
  }

  public func columns(
    of statement: String, _ parameters: [String: Value]
  ) throws -> [String] {
    try access { try $0.cachedStatement(sql: statement).columnNames }
  }

  public func insert(
    into table: String, columns: [String], next: () throws -> [Value]?
  ) throws {
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let statement = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    try access { database in
      let prepared = try database.cachedStatement(sql: statement).sqliteStatement
      defer { sqlite3_clear_bindings(prepared) }
      while let row = try next() {
        for (index, value) in row.enumerated() { Self.bind(value, to: prepared, Int32(index + 1)) }
        defer { sqlite3_reset(prepared) }
        if sqlite3_step(prepared) != SQLITE_DONE { throw failure(prepared, statement) }
      }
    }
  }

  public func transaction<Result>(
    _ kind: TransactionKind, _ body: () throws -> Result
  ) throws -> Result {
    switch kind {
    case .reading: try execute("BEGIN DEFERRED", [:])
    case .writing: try execute("BEGIN IMMEDIATE", [:])
    }
    do {
      let result = try body()
      try execute("COMMIT", [:])
      return result
    } catch {
      // After some errors SQLite has rolled back by itself.
      _ = try? execute("ROLLBACK", [:])
      throw error
    }
  }

  /// A file is not lost.
  public func reconnect() {}

  public func storedVersion(application: Int64) throws -> StoredVersion {
    switch try number(of: "PRAGMA application_id") {
    case application: return .version(Int(try number(of: "PRAGMA user_version")))
    case 0 where try number(of: "SELECT count(*) FROM sqlite_master") == 0: return .empty
    default: return .foreign
    }
  }

  public func mark(version: Int, application: Int64) throws {
    try execute("PRAGMA application_id = \(application)", [:])
    try execute("PRAGMA user_version = \(version)", [:])
  }

  private func number(of statement: String) throws -> Int64 {
    try firstRow(of: statement)?.first?.integer ?? 0
  }

  /// SQLite's own connection.
  func handle() throws -> OpaquePointer? { try access { $0.sqliteConnection } }

  private func access<Result>(_ body: (GRDB.Database) throws -> Result) throws -> Result {
    do {
      return try queue.unsafeReentrantWrite(body)
    } catch let error as DatabaseError {
      throw explained(DatabaseFailure(error))
    }
  }

  /// Binds, steps through all rows and resets.
  private func step(
    _ database: GRDB.Database, _ statement: String, _ parameters: [String: Value],
    _ body: (SQLiteStatement) throws -> Void
  ) throws {
    let prepared = try database.cachedStatement(sql: statement).sqliteStatement
    defer {
      sqlite3_reset(prepared)
      sqlite3_clear_bindings(prepared)
    }
    for index in 0..<sqlite3_bind_parameter_count(prepared) {
      guard let name = sqlite3_bind_parameter_name(prepared, index + 1) else { continue }
      guard let value = parameters[String(cString: name + 1)] else {
        throw DatabaseFailure(
          kind: .statement, code: "parameter", detail: .noValue(String(cString: name)),
          statement: statement)
      }
      Self.bind(value, to: prepared, index + 1)
    }
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_ROW: try body(prepared)
      case SQLITE_DONE: return
      default: throw failure(prepared, statement)
      }
    }
  }

  private func failure(_ prepared: SQLiteStatement, _ statement: String) -> DatabaseFailure {
    let handle = sqlite3_db_handle(prepared)
    return explained(
      DatabaseFailure(
        code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)),
        statement: statement, opening: false))
  }

  /// Tells a full folder of temporary files from a full disk of the database: SQLite names neither.
  /// It is asked while the files are there.
  private func explained(_ failure: DatabaseFailure) -> DatabaseFailure {
    guard failure.kind == .unwritable, let temporary else { return failure }
    var (there, here, space) = (stat(), stat(), statvfs())
    guard stat(temporary, &there) == 0, stat(path, &here) == 0, there.st_dev != here.st_dev,
      statvfs(temporary, &space) == 0,
      UInt64(space.f_bavail) * UInt64(space.f_frsize) < Self.leastSpace
    else { return failure }
    return DatabaseFailure(
      kind: failure.kind, code: failure.code, detail: .temporaryFull(temporary),
      statement: failure.statement)
  }

  /// A folder with less is full: SQLite writes pages of 32 KiB there.
  private static let leastSpace: UInt64 = 128 << 10

  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private static func bind(_ value: Value, to prepared: SQLiteStatement, _ index: Int32) {
    switch value {
    case .null: sqlite3_bind_null(prepared, index)
    case .integer(let integer): sqlite3_bind_int64(prepared, index, integer)
    case .text(let text):
      text.withCString { bytes in
        _ = sqlite3_bind_text(prepared, index, bytes, Int32(text.utf8.count), transient)
      }
    case .blob(let bytes):
      sqlite3_bind_blob(prepared, index, bytes, Int32(bytes.count), transient)
    }
  }

  /// A value of the current row. It is asked of the value itself, which no other thread uses: the
  /// functions that ask the statement look again for errors and locks at every cell.
  private static func value(_ prepared: SQLiteStatement, _ index: Int32) -> Value {
    let cell = sqlite3_column_value(prepared, index)
    switch sqlite3_value_type(cell) {
    case SQLITE_INTEGER: return .integer(sqlite3_value_int64(cell))
    case SQLITE_TEXT:
      guard let bytes = sqlite3_value_text(cell) else { return .null }
      let count = Int(sqlite3_value_bytes(cell))
      return .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      guard let bytes = sqlite3_value_blob(cell) else { return .blob([]) }
      let count = Int(sqlite3_value_bytes(cell))
      return .blob([UInt8](UnsafeRawBufferPointer(start: bytes, count: count)))
    default: return .null
    }
  }
}
