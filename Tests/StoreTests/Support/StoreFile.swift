import Database
import DatabaseSQLite
import Domain
import Foundation
import Store
import TestSupport

/// A store in a file of its own, without working days.
struct StoreFile {
  let path: String

  /// Migrated once, then copied.
  private static let template = Result {
    let path = try newPath()
    try LedgerStore.migrate(SQLiteConnection(path: path, mode: .making)) { _ in }
    return path
  }

  init() throws {
    path = try Self.newPath()
    try FileManager.default.copyItem(atPath: Self.template.get(), toPath: path)
  }

  /// The path of a store as version 1 wrote it: its statements, and the days, which are the same.
  static func versionOne() throws -> String {
    let path = try newPath()
    let connection = try SQLiteConnection(path: path, mode: .making)
    let file = Repository.folder + "/Tests/StoreTests/Loading/version-1.sql"
    for statement in try String(contentsOfFile: file, encoding: .utf8).split(separator: ";\n") {
      try connection.execute(String(statement))
    }
    try connection.execute("ATTACH DATABASE '\(template.get())' AS template")
    try connection.execute("INSERT INTO day SELECT * FROM template.day")
    try connection.execute("PRAGMA application_id = 1785291361")
    try connection.execute("PRAGMA user_version = 1")
    return path
  }

  /// A path in a new folder, with nothing there.
  static func newPath() throws -> String {
    try Repository.temporaryFolder("store") + "/store.sqlite"
  }

  /// A connection that does not wait for the disk: losing power is not what is tested.
  func connect() throws -> SQLiteConnection {
    let connection = try SQLiteConnection(path: path, mode: .making)
    try connection.execute("PRAGMA synchronous = OFF")
    return connection
  }

  func open(_ ledger: String = "west") throws -> LedgerStore {
    try LedgerStore(connect(), ledger: ledger)
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
