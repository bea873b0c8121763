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
