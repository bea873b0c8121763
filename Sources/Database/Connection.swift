public import Domain

/// How a transaction begins.
public enum TransactionKind: Sendable {
  /// Sees one state throughout, writes temporary tables only.
  case reading
  /// Holds the right to write from its first statement on.
  case writing
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

  /// The names of a statement's columns, without running it.
  func columns(of statement: String) throws -> [String]

  /// Inserts rows in bulk until `next` returns nil; one value per column.
  func insert(
    into table: String, columns: [String], next: () throws -> [Value]?) throws

  /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
  func transaction<Result>(
    _ kind: TransactionKind, _ body: () throws -> Result
  ) throws -> Result
}

extension Connection {
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
