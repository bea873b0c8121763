import Database
import DatabasePostgres
import DatabaseSQLite
import Definitions
import Foundation
import Jobs

/// Where the store is: a file of the workspace, or a database on a server.
enum StorePlace {
  /// - Parameter backups: Where the file is copied before it is migrated.
  case file(path: String, backups: String)
  case server(reader: PostgresAddress, writer: PostgresAddress, owner: PostgresAddress)

  /// - Parameter path: Makes a path of the workspace whole.
  /// - Throws: `PostgresAddress.Fault` for an address that is none.
  init(_ configuration: Configuration, path: (String) -> String) throws {
    guard PostgresAddress.isAddress(configuration.store) else {
      self = .file(path: path(configuration.store), backups: path("backups"))
      return
    }
    let passwords = configuration.passwords.map(path)
    func address(_ role: String) throws -> PostgresAddress {
      try PostgresAddress(configuration.store, user: role, passwordFile: passwords)
    }
    self = .server(
      reader: try address(configuration.roles.reader),
      writer: try address(configuration.roles.writer),
      owner: try address(configuration.roles.owner))
  }

  /// The store's file, if it is one.
  var file: String? { if case .file(let path, _) = self { path } else { nil } }

  /// The file that says which run of a workspace is at work.
  func lock(in folder: String) -> String {
    switch self {
    case .file(let path, _): path + ".lock"
    case .server: folder + "/jibao.lock"
    }
  }

  /// Opens the store for what is to be done.
  @Sendable func open(_ access: Workspace.StoreAccess) throws -> any Connection {
    switch (self, access) {
    case (.file(let path, _), .making): return try Self.file(path, .making)
    case (.file(let path, _), .writing):
      EngineLeftovers.remove(environment: ProcessInfo.processInfo.environment)
      return try Self.file(path, .writing)
    case (.file(let path, _), .reading):
      // After a kill the file is opened for writing once, so that it recovers.
      let recovers = try DiskFiles.exists(path + "-journal")
      return try Self.file(path, recovers ? .writing : .reading)
    case (.file, .trying), (_, .rehearsing):
      return try SQLiteConnection(path: ":memory:", mode: .making)
    case (.server(let reader, _, _), .reading), (.server(let reader, _, _), .trying):
      return try PostgresConnection(reader)
    case (.server(_, let writer, _), .writing): return try PostgresConnection(writer)
    case (.server(_, _, let owner), .making): return try PostgresConnection(owner)
    }
  }

  private static func file(
    _ path: String, _ mode: SQLiteConnection.Mode
  ) throws -> SQLiteConnection {
    try SQLiteConnection(path: path, mode: mode, temporary: temporaryFolder)
  }

  /// Where SQLite puts temporary files: the first of these that it can write to.
  private static var temporaryFolder: String? {
    let environment = ProcessInfo.processInfo.environment
    return
      ([environment["SQLITE_TMPDIR"], environment["TMPDIR"]].compactMap { $0 }
      + ["/var/tmp", "/usr/tmp", "/tmp"]).first { access($0, W_OK | X_OK) == 0 }
  }

  /// Holds a ledger against the jobs of other hosts that share a server, for as long as the
  /// connection lives.
  @Sendable func hold(_ ledger: String) throws -> AnyObject? {
    guard case .server(_, let writer, _) = self else { return nil }
    let connection = try PostgresConnection(writer)
    try connection.hold(lock: "job \(ledger)")
    return connection
  }

  /// Copies a file aside before it is migrated. A migration on a server is one transaction, and
  /// its backups are its administrator's.
  @Sendable func copy(beforeMigrating version: Int) throws {
    guard case .file(let path, let backups) = self else { return }
    try StoreBackup(store: path, folder: backups, version: version).make()
  }
}
