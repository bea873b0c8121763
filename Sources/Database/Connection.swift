public import Domain

/// How a transaction begins.
public enum TransactionKind: Sendable {
  /// Sees one state throughout, writes temporary tables only.
  case reading
  /// Holds the right to write what `lock` names from its first statement on, and waits up to ten
  /// seconds for another that holds it. SQLite has one lock for the whole file.
  case writing(lock: String)
}

/// What a database says of itself.
public enum StoredVersion: Hashable, Sendable {
  /// There is nothing yet.
  case empty
  /// A store of ours, of this schema version.
  case version(Int)
  /// A database of another program.
  case foreign
}

/// A connection to the engine that holds a store. Used from one thread at a time.
///
/// Parameters are named `:name` in statements and are always bound, never spliced in.
/// All methods throw `DatabaseFailure`.
public protocol Connection: AnyObject {
  var dialect: Dialect { get }

  /// Runs one statement and returns the number of rows it changed.
  @discardableResult
  func execute(_ statement: String, _ parameters: [String: Value]) throws -> Int

  /// Runs a statement and hands over its rows in order, one value per column.
  func forEachRow(
    of statement: String, _ parameters: [String: Value], _ body: ([Value]) throws -> Void) throws

  /// The names of a statement's columns, without running it. The values tell the types of its
  /// parameters.
  func columns(of statement: String, _ parameters: [String: Value]) throws -> [String]

  /// Inserts rows in bulk until `next` returns nil; one value per column.
  func insert(
    into table: String, columns: [String], next: () throws -> [Value]?) throws

  /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
  func transaction<Result>(
    _ kind: TransactionKind, _ body: () throws -> Result
  ) throws -> Result

  /// Runs `body`, whose statements may be of any making: one that takes more work than `limit` is
  /// stopped, which is a `DatabaseFailure` with the refusal `endless`.
  func bounded<Result>(by limit: WorkLimit, _ body: () throws -> Result) throws -> Result

  /// Begins anew after the connection was lost. What was temporary is gone.
  func reconnect() throws

  /// Whose database this is, and of which schema version.
  /// - Parameter application: The mark of our stores.
  func storedVersion(application: Int64) throws -> StoredVersion

  /// Marks the database as ours and of a version; for use inside a migration.
  func mark(version: Int, application: Int64) throws
}

extension Connection {
  public func columns(of statement: String) throws -> [String] { try columns(of: statement, [:]) }

  /// All rows of a statement.
  public func rows(of statement: String, _ parameters: [String: Value] = [:]) throws -> [[Value]] {
    var rows: [[Value]] = []
    try forEachRow(of: statement, parameters) { rows.append($0) }
    return rows
  }

  /// The first row of a statement.
  public func firstRow(
    of statement: String, _ parameters: [String: Value] = [:]
  ) throws -> [Value]? {
    try rows(of: statement, parameters).first
  }

  /// Runs a statement without parameters.
  @discardableResult
  public func execute(_ statement: String) throws -> Int { try execute(statement, [:]) }

  /// Inserts the rows of a collection.
  public func insert(into table: String, columns: [String], rows: some Sequence<[Value]>) throws {
    var iterator = rows.makeIterator()
    try insert(into: table, columns: columns) { iterator.next() }
  }
}
