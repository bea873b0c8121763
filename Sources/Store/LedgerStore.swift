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
  /// The calendar by which days are counted, if it is another than that of the stored ones.
  var otherCalendar: WorkingCalendar?
  /// The entry of the chain that the history is looked at by: what came after it is not there.
  public let head: Int64

  /// Uses a store whose schema is up to date.
  /// - Parameter head: The last entry that counts; else all do.
  /// - Throws: `StoreFailure` if it is not ours, older or newer than this program.
  public init(_ connection: any Connection, ledger: String, head: Int64 = .max) throws {
    self.connection = connection
    self.ledger = ledger
    self.head = head
    switch try connection.storedVersion(application: Migrations.applicationID) {
    case .version(Migrations.newest): break
    case .version(let version):
      throw StoreFailure.otherVersion(version, expected: Migrations.newest)
    case .empty, .foreign: throw StoreFailure.notAStore
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
    let version =
      switch try connection.storedVersion(application: Migrations.applicationID) {
      case .empty: 0
      case .version(let version): version
      case .foreign: throw StoreFailure.notAStore
      }
    guard version <= Migrations.newest else {
      throw StoreFailure.otherVersion(version, expected: Migrations.newest)
    }
    guard version < Migrations.newest else { return false }
    if version > 0 { try backup(version) }
    for next in version + 1...Migrations.newest {
      try connection.transaction(.writing(lock: "")) {
        try Migrations.run(next, connection)
        try connection.mark(version: next, application: Migrations.applicationID)
      }
    }
    return true
  }
}

extension LedgerStore {
  /// Writes in one transaction that holds the ledger's lock.
  ///
  /// Where the answer to its COMMIT was lost, a new transaction takes the lock, so that the old
  /// one has ended, and looks for what was written.
  /// - Parameter isThere: Finds a result by a key that no other run has.
  func write<Result>(
    _ body: () throws -> Result, isThere: (Result) throws -> Bool
  ) throws -> Result {
    var written: Result?
    do {
      return try connection.transaction(.writing(lock: ledger)) {
        let result = try body()
        written = result
        return result
      }
    } catch let failure as DatabaseFailure where failure.kind == .commitUnknown {
      try connection.reconnect()
      let isStored = try connection.transaction(.writing(lock: ledger)) {
        try written.map(isThere) ?? false
      }
      guard let written, isStored else {
        throw DatabaseFailure(
          kind: .unreachable, code: failure.code, detail: failure.detail)
      }
      return written
    }
  }
}

/// What is wrong with a store as a whole.
public enum StoreFailure: Error, Hashable, Sendable {
  /// The file is a database of another program, or empty.
  case notAStore
  /// The schema is of another version than this program reads.
  case otherVersion(Int, expected: Int)
  /// No snapshot of the plan was known for that day; by that instant, if one was asked for.
  case noData(plan: String, asOf: Day, knownAt: String? = nil)
  /// No snapshot at all was known at an instant, and no definition.
  case nothingKnown(at: String)
  /// A ledger says the same as a snapshot that was withdrawn.
  case withdrawnContent(Snapshot)
  /// The rows of a moment disagree with the schema's promises.
  case inconsistent(String)
}
