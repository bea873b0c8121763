import Database
import DatabasePostgres
import Definitions
import Domain
import Foundation
import Store
import TestSupport
import Testing

/// What each role of a store on a server can do, and what it cannot: `postgres/*.sql`.
@Suite struct RoleTests {
  /// The database that `owner.sql` makes, migrated by its owner, its rights given.
  private static let database = Result {
    try psql("owner.sql", database: "postgres", user: "postgres")
    let administrator = try TestServer.connect("jibao")
    for role in ["owner", "writer", "reader"] {
      try administrator.execute("ALTER ROLE jibao_\(role) PASSWORD '\(password)'")
    }
    try LedgerStore.migrate(connect("owner")) { _ in }
    for file in ["writer.sql", "reader.sql"] {
      try psql(file, database: "jibao", user: "jibao_owner")
    }
    let store = try LedgerStore(connect("writer"), ledger: "roles")
    try store.store(.example("2023-04-25", version: 1), now: "2023-04-25T09:00:00.000Z")
  }

  private static let password = "canary-\(UUID().uuidString)"

  /// A file in the form of `.pgpass`.
  private static func passwords(_ password: String) throws -> String {
    let path = try Repository.temporaryFolder("passwords") + "/pgpass"
    try Data("*:*:*:*:\(password)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    return path
  }

  private static func psql(_ file: String, database: String, user: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let address = try TestServer.address(of: database, user: user)
    process.arguments = [
      "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", address, "-f",
      "\(Repository.folder)/postgres/\(file)",
    ]
    process.environment = ["PATH": "/usr/bin:/bin", "PGPASSFILE": try passwords(password)]
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failed(file: file) }
  }

  private struct Failed: Error { let file: String }

  private static func connect(
    _ role: String, password: String = password
  ) throws -> PostgresConnection {
    try PostgresConnection(
      PostgresAddress(
        TestServer.address(of: "jibao", user: "jibao_\(role)"), user: nil,
        passwordFile: passwords(password)))
  }

  private func connect(_ role: String) throws -> PostgresConnection {
    try Self.database.get()
    return try Self.connect(role)
  }

  /// Every table, and statements that change it.
  private func refused(_ role: String, _ statements: (String) -> [String]) throws -> [String] {
    let connection = try connect(role)
    var allowed: [String] = []
    for table in try TestServer.connect("jibao").storedTables() {
      for statement in statements(table) {
        do {
          try connection.execute(statement)
          allowed.append(statement)
        } catch let failure as DatabaseFailure {
          #expect(failure.code == "SQLSTATE 42501", "\(statement)")
          #expect(failure.kind == .unreachable)
        }
      }
    }
    return allowed
  }

  @Test func theWriterTakesNothingAway() throws {
    let allowed = try refused("writer") { table in
      ["DELETE FROM \(table)", "TRUNCATE \(table)", "DROP TABLE \(table)"]
    }
    #expect(allowed == [])
    let connection = try connect("writer")
    #expect(throws: DatabaseFailure.self) { try connection.execute("CREATE TABLE mine (x int)") }
  }

  @Test func theWriterMovesSpansOnly() throws {
    let connection = try connect("writer")
    for table in LedgerTable.all {
      for column in ["from_position", "to_position"] {
        try connection.execute("UPDATE \(table.versions) SET \(column) = \(column) WHERE false")
      }
      for column in ["ledger", "plan", "hash", "source_line"] + table.columns.map(\.name) {
        let failure = #expect(throws: DatabaseFailure.self) {
          try connection.execute("UPDATE \(table.versions) SET \(column) = \(column) WHERE false")
        }
        #expect(failure?.code == "SQLSTATE 42501", "\(table.versions).\(column)")
      }
    }
    for table in ["snapshot", "snapshot_coverage", "definition", "edition", "run"] {
      #expect(throws: DatabaseFailure.self) {
        try connection.execute("UPDATE \(table) SET ledger = ledger WHERE false")
      }
    }
    for insert in ["setting (name, content) VALUES ('a', 'b')", "store_version VALUES (9)"] {
      #expect(throws: DatabaseFailure.self) { try connection.execute("INSERT INTO \(insert)") }
    }
  }

  @Test func theReaderChangesNothing() throws {
    let allowed = try refused("reader") { table in
      ["DELETE FROM \(table)", "TRUNCATE \(table)", "INSERT INTO \(table) DEFAULT VALUES"]
    }
    #expect(allowed == [])
    let store = try LedgerStore(connect("reader"), ledger: "roles")
    #expect(try store.verify().damage == [])
    try store.connection.execute("CREATE TEMPORARY TABLE mine (x bigint)")
  }

  /// A wrong password is said at once, and neither it nor the right one is said.
  @Test func aWrongPasswordIsRefusedWithoutSayingIt() throws {
    try Self.database.get()
    let failure = #expect(throws: DatabaseFailure.self) {
      try Self.connect("reader", password: "wrong-canary")
    }
    #expect(failure?.kind == .unreachable)
    let said = failure.map { "\($0)" } ?? ""
    #expect(said.contains("password authentication failed"))
    #expect(!said.contains("wrong-canary") && !said.contains(Self.password))
  }
}
