public import Database
public import DatabasePostgres
import DatabaseSQLite
public import Domain
import Foundation
public import Testing

/// The engines that a store can stand on; a test sees the one that it is run on.
public enum Engine: String, CaseIterable, Sendable {
  case sqlite
  case postgres

  /// The engine of the test that is running.
  @TaskLocal public static var current = Engine.sqlite
}

/// Runs every test of a suite once on each engine.
public struct EngineTrait: SuiteTrait, TestTrait, TestScoping {
  public var isRecursive: Bool { true }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    for engine in Engine.allCases {
      try await Engine.$current.withValue(engine) { try await function() }
    }
  }
}

extension Trait where Self == EngineTrait {
  /// Every test runs once on each engine.
  public static var onEachEngine: Self { Self() }
}

/// The throwaway server that `make test` starts.
public enum TestServer {
  /// `JIBAO_POSTGRES`, the address of a database to make others from, is not set.
  public struct Missing: Error {}

  /// The folder of the server's socket.
  public static func folder() throws -> String {
    guard let address = ProcessInfo.processInfo.environment["JIBAO_POSTGRES"],
      let host = URLComponents(string: address)?.queryItems?.first(where: { $0.name == "host" })?
        .value
    else { throw Missing() }
    return host
  }

  /// The address of a database on the server.
  public static func address(
    of database: String, user: String = "postgres", host: String? = nil
  ) throws -> String {
    try "postgres:///\(database)?host=\(host ?? folder())&user=\(user)"
  }

  /// Makes a database, empty or a copy of another, and returns its name.
  public static func makeDatabase(from template: String = "template0") throws -> String {
    let name = "t_" + UUID().uuidString.filter { $0 != "-" }.lowercased()
    try connect("postgres").execute("CREATE DATABASE \(name) TEMPLATE \(template)")
    return name
  }

  /// Empties a store's tables, but for the days.
  public static func empty(_ name: String) throws {
    let connection = try connect(name)
    // Foreign keys would ask for an order.
    try connection.execute("SET session_replication_role = replica")
    for table in try connection.storedTables() where !["day", "setting"].contains(table) {
      try connection.execute("DELETE FROM \(table)")
    }
  }

  /// A connection of the server's administrator.
  public static func connect(_ database: String) throws -> PostgresConnection {
    try PostgresConnection(
      PostgresAddress(address(of: database), user: nil, passwordFile: nil))
  }
}

/// Where a store is: a file, or a database on the throwaway server.
public enum TestPlace: Sendable {
  case file(String)
  case database(String)

  /// A place with nothing in it, of the engine that the test runs on.
  public static func new() throws -> TestPlace {
    switch Engine.current {
    case .sqlite: .file(try Repository.temporaryFolder("store") + "/store.sqlite")
    case .postgres: .database(try TestServer.makeDatabase())
    }
  }

  /// A copy that shares nothing with this one.
  public func copy() throws -> TestPlace {
    switch self {
    case .file(let path):
      let copy = try Repository.temporaryFolder("store") + "/store.sqlite"
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      return .file(copy)
    case .database(let name): return .database(try TestServer.makeDatabase(from: name))
    }
  }

  /// A connection that does not wait for the disk: what is tested here does not survive anyway.
  public func connect() throws -> any Connection {
    switch self {
    case .file(let path):
      let connection = try SQLiteConnection(path: path, mode: .making)
      try connection.execute("PRAGMA synchronous = OFF")
      return connection
    case .database(let name): return try TestServer.connect(name)
    }
  }

  /// What `store:` says in a workspace's configuration.
  public var configured: String {
    get throws {
      switch self {
      case .file(let path): path
      case .database(let name): try TestServer.address(of: name)
      }
    }
  }
}

extension Connection {
  /// The names of the store's tables, in order.
  public func storedTables() throws -> [String] {
    let statement =
      switch dialect.name {
      case "SQLite": "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      default:
        """
        SELECT CAST(table_name AS text) FROM information_schema.tables
        WHERE table_schema = 'jibao' AND table_name <> 'store_version' ORDER BY 1
        """
      }
    return try rows(of: statement).compactMap { $0[0].text }
  }

  /// A column of the store.
  public typealias StoredColumn = (table: String, name: String, kind: Value, isNullable: Bool)

  /// The columns of the store's tables, each with a value of its type.
  public func storedColumns() throws -> [StoredColumn] {
    let statement =
      dialect.name == "SQLite"
      ? """
      SELECT t.name, c.name, c.type, c."notnull"
      FROM pragma_table_list AS t, pragma_table_info(t.name) AS c
      WHERE t.schema = 'main'
      """
      : """
      SELECT CAST(table_name AS text), CAST(column_name AS text), CAST(data_type AS text),
        CASE WHEN is_nullable = 'NO' THEN 1 ELSE 0 END
      FROM information_schema.columns WHERE table_schema = 'jibao'
      """
    let tables = try storedTables()
    return try rows(of: statement).compactMap { row in
      guard let table = row[0].text, let name = row[1].text, tables.contains(table) else {
        return nil
      }
      let kind: Value =
        switch row[2].text {
        case "INTEGER", "bigint": .integer(0)
        case "BLOB", "bytea": .blob([])
        default: .text("")
        }
      return (table, name, kind, row[3] == .integer(0))
    }
  }

  /// Lets the tests break what foreign keys hold together.
  public func forgetForeignKeys() throws {
    try execute(
      dialect.name == "SQLite"
        ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica")
  }

  /// Runs a statement written for SQLite: with its `rowid` and `zeroblob`.
  @discardableResult
  public func tamper(_ statement: String) throws -> Int {
    guard dialect.name != "SQLite" else { return try execute(statement) }
    return try execute(
      statement.replacing("rowid", with: "ctid")
        .replacing("zeroblob(32)", with: "decode(repeat('00', 32), 'hex')"))
  }
}
