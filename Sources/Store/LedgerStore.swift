public import Database
import Definitions
public import Domain

/// The store of one ledger's history: snapshots, their chain, the definitions they used.
///
/// Written once, on `Connection`; what an engine does differently stands in its `Dialect`.
public final class LedgerStore {
  public let connection: any Connection
  /// The ledger whose history this is: every key begins with it.
  public let ledger: String

  /// Uses a store whose schema is up to date.
  /// - Throws: `StoreFailure` if it is not ours, older or newer than this program.
  public init(_ connection: any Connection, ledger: String) throws {
    self.connection = connection
    self.ledger = ledger
    switch try SchemaVersion.of(connection) {
    case Migrations.newest: break
    case 0: throw StoreFailure.notAStore
    case let version: throw StoreFailure.otherVersion(version, expected: Migrations.newest)
    }
  }

  /// Brings a store up to date, and makes it where there is none.
  /// - Parameters:
  ///   - connection: A connection that may write.
  ///   - backup: Called before an older store is changed, with its version.
  /// - Returns: Whether anything was done.
  @discardableResult
  public static func migrate(
    _ connection: any Connection, backup: (_ version: Int) throws -> Void
  ) throws -> Bool {
    let version = try SchemaVersion.of(connection)
    guard version <= Migrations.newest else {
      throw StoreFailure.otherVersion(version, expected: Migrations.newest)
    }
    guard version < Migrations.newest else { return false }
    if version > 0 { try backup(version) }
    for next in version..<Migrations.newest {
      try connection.transaction(.writing) {
        for statement in Migrations.all[next](connection.dialect) {
          try connection.execute(statement)
        }
        if next == 0 { try WorkingDays.fill(connection) }
        if next == 1 { try EditionRecord.seal(connection) }
        try SchemaVersion.set(next + 1, on: connection)
      }
    }
    return true
  }
}

/// What is wrong with a store as a whole.
public enum StoreFailure: Error, Hashable, Sendable {
  /// The file is a database of another program, or empty.
  case notAStore
  /// The schema is of another version than this program reads.
  case otherVersion(Int, expected: Int)
  /// No snapshot of the plan was known for that day.
  case noData(plan: String, asOf: Day)
  /// The rows of a moment disagree with the schema's promises.
  case inconsistent(String)
}

/// The mark in the file header that says whose file it is, and of which version.
enum SchemaVersion {
  static func of(_ connection: any Connection) throws -> Int {
    let application = try pragma("application_id", connection)
    let version = Int(try pragma("user_version", connection))
    switch application {
    case Migrations.applicationID: return version
    case 0:
      let tables = try connection.firstRow(of: "SELECT count(*) FROM sqlite_master")
      guard tables?.first == .integer(0) else { throw StoreFailure.notAStore }
      return 0
    default: throw StoreFailure.notAStore
    }
  }

  static func set(_ version: Int, on connection: any Connection) throws {
    try connection.execute("PRAGMA application_id = \(Migrations.applicationID)")
    try connection.execute("PRAGMA user_version = \(version)")
  }

  private static func pragma(_ name: String, _ connection: any Connection) throws -> Int64 {
    try connection.firstRow(of: "PRAGMA \(name)")?.first?.integer ?? 0
  }
}
