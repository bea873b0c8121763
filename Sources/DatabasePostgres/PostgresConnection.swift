import CPostgres
public import Database
public import Domain
import Foundation

/// PostgreSQL behind the connection of `Database`, by way of libpq.
///
/// Values travel in binary; results are read row by row as they come. While a result is read the
/// connection takes no other statement.
public final class PostgresConnection: Connection {
  public let dialect = Dialect.postgres
  private let address: PostgresAddress
  /// Where the tables are; nil for the server's own search path.
  private let schema: String?
  let library: postgres_library
  private(set) var handle: OpaquePointer?

  /// How often a server that does not answer is tried, and how long before each next time.
  private static let pauses: [TimeInterval] = [0.2, 0.8]

  /// Connects.
  /// - Parameter schema: The schema of the store; nil for a database of others.
  /// - Throws: `DatabaseFailure` of kind `unreachable` after three tries.
  public init(_ address: PostgresAddress, schema: String? = "jibao") throws {
    self.address = address
    self.schema = schema
    library = try PostgresLibrary.open()
    try reconnect()
  }

  deinit {
    library.finish(handle)
  }

  public func reconnect() throws {
    library.finish(handle)
    handle = nil
    for pause in Self.pauses {
      if try connect() { return try prepareSession() }
      Thread.sleep(forTimeInterval: pause)
    }
    guard try connect() else { throw lost() }
    try prepareSession()
  }

  /// One try.
  /// - Throws: `DatabaseFailure` where another try would not help.
  private func connect() throws -> Bool {
    library.finish(handle)
    let keywords = address.parameters.keys.sorted()
    let values = keywords.map { address.parameters[$0] ?? "" }
    handle = withCStrings(keywords) { keywords in
      withCStrings(values) { library.connect(keywords, $0, 0) }
    }
    if library.status(handle) == CONNECTION_OK {
      _ = library.setNoticeReceiver(handle, { _, _ in }, nil)
      return true
    }
    if library.needsPassword(handle) != 0 { throw lost() }
    return false
  }

  private func prepareSession() throws {
    if let schema { try execute("SET search_path = \(schema)", [:]) }
    // A server that lacks one of these keeps its own way.
    for setting in [
      "jit = off", "default_statistics_target = 20", "temp_buffers = '128MB'", "work_mem = '64MB'",
    ] {
      _ = try? execute("SET \(setting)", [:])
    }
  }

  @discardableResult
  public func execute(_ statement: String, _ parameters: [String: Value]) throws -> Int {
    let result = try run(statement, parameters)
    defer { library.clear(result) }
    return library.changedRows(result).flatMap { Int(String(cString: $0)) } ?? 0
  }

  public func forEachRow(
    of statement: String, _ parameters: [String: Value], _ body: ([Value]) throws -> Void
  ) throws {
    let named = NamedParameters(statement)
    let arguments = try Arguments(named.names, parameters, statement)
    guard
      arguments.pass({ count, types, values, lengths, formats in
        library.send(handle, named.statement, count, types, values, lengths, formats, 1)
      }) == 1
    else { throw lost(statement) }
    _ = library.setSingleRowMode(handle)
    var failed: (any Error)?
    while let result = library.nextResult(handle) {
      defer { library.clear(result) }
      guard failed == nil else { continue }
      do {
        try check(result, statement)
        for row in 0..<library.rowCount(result) { try body(values(of: result, row: row)) }
      } catch {
        failed = error
        stop()
      }
    }
    if let failed { throw failed }
  }

  public func columns(
    of statement: String, _ parameters: [String: Value]
  ) throws -> [String] {
    let named = NamedParameters(statement)
    // Without values the server tells the types of parameters by itself.
    let types = try parameters.isEmpty ? [] : Arguments(named.names, parameters, statement).types
    for described in [
      library.prepare(handle, "", named.statement, Int32(types.count), types),
      library.describePrepared(handle, ""),
    ] {
      defer { library.clear(described) }
      try check(described, statement)
      let count = library.columnCount(described)
      if count > 0 {
        return (0..<count).map {
          library.columnName(described, $0).map { String(cString: $0) } ?? ""
        }
      }
    }
    return []
  }

  public func transaction<Result>(
    _ kind: TransactionKind, _ body: () throws -> Result
  ) throws -> Result {
    switch kind {
    case .reading: try execute("BEGIN ISOLATION LEVEL REPEATABLE READ", [:])
    case .writing: try execute("BEGIN", [:])
    }
    do {
      if case .writing(let lock) = kind { try take(lock) }
      let result = try body()
      try commit()
      return result
    } catch {
      // Where the connection is gone the server has rolled back by itself.
      _ = try? execute("ROLLBACK", [:])
      throw error
    }
  }

  public func bounded<Result>(by limit: WorkLimit, _ body: () throws -> Result) throws -> Result {
    try execute("SET statement_timeout = '\(limit.seconds)s'", [:])
    // In a transaction that failed the setting is gone with it.
    defer { _ = try? execute("SET statement_timeout = 0", [:]) }
    return try body()
  }

  /// Holds a lock until the connection ends, waiting up to ten seconds for another that holds it.
  public func hold(lock: String) throws {
    try execute("SET lock_timeout = '10s'", [:])
    try forEachRow(
      of: "SELECT pg_advisory_lock(:key)", ["key": .integer(Self.key(of: lock))]
    ) { _ in }
  }

  /// Waits up to ten seconds for another writer; held to the end of the transaction.
  private func take(_ lock: String) throws {
    try execute("SET LOCAL lock_timeout = '10s'", [:])
    try forEachRow(
      of: "SELECT pg_advisory_xact_lock(:key)", ["key": .integer(Self.key(of: lock))]
    ) { _ in }
  }

  /// FNV-1a, 64 bits: the same on every machine.
  private static func key(of lock: String) -> Int64 {
    let hash = "jibao \(lock)".utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return Int64(bitPattern: hash)
  }

  private func commit() throws {
    do {
      try execute("COMMIT", [:])
    } catch let failure as DatabaseFailure where failure.kind == .unreachable {
      throw DatabaseFailure(
        kind: .commitUnknown, code: failure.code, detail: failure.detail)
    }
  }

  public func storedVersion(application: Int64) throws -> StoredVersion {
    do {
      let rows = try rows(of: "SELECT version FROM store_version")
      return rows.first?.first?.integer.map { .version(Int($0)) } ?? .empty
    } catch let failure as DatabaseFailure where failure.code == "SQLSTATE 42P01" {
      return .empty
    }
  }

  public func mark(version: Int, application: Int64) throws {
    if version == 1 { try execute("CREATE TABLE store_version (version bigint NOT NULL)", [:]) }
    let change =
      version == 1
      ? "INSERT INTO store_version VALUES (:version)"
      : "UPDATE store_version SET version = :version"
    try execute(change, ["version": .integer(Int64(version))])
  }
}

// MARK: - Results

extension PostgresConnection {
  /// Runs a statement to its end; the caller clears the result.
  func run(_ statement: String, _ parameters: [String: Value]) throws -> OpaquePointer {
    let named = NamedParameters(statement)
    let arguments = try Arguments(named.names, parameters, statement)
    let result = arguments.pass { count, types, values, lengths, formats in
      library.execute(handle, named.statement, count, types, values, lengths, formats, 1)
    }
    do {
      try check(result, statement)
    } catch {
      library.clear(result)
      throw error
    }
    guard let result else { throw lost(statement) }
    return result
  }

  /// - Throws: What the server said where it refused, `unreachable` where it is gone.
  func check(_ result: OpaquePointer?, _ statement: String) throws {
    switch library.resultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_COPY_IN: return
    default: break
    }
    func field(_ code: UnicodeScalar) -> String {
      library.errorField(result, Int32(code.value)).map { String(cString: $0) } ?? ""
    }
    let state = field("C")
    guard !state.isEmpty else { throw lost(statement) }
    throw DatabaseFailure(
      sqlState: state, message: field("M"), constraint: field("n"), statement: statement)
  }

  /// The server is gone, or was never reached.
  func lost(_ statement: String = "") -> DatabaseFailure {
    let said = library.errorMessage(handle).map { String(cString: $0) } ?? ""
    let lines = said.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    return DatabaseFailure(
      kind: .unreachable, code: address.place, detail: .said(lines.joined(separator: " ")),
      statement: statement)
  }

  private func values(of result: OpaquePointer, row: Int32) throws -> [Value] {
    try (0..<library.columnCount(result)).map { column in
      guard library.isNull(result, row, column) == 0,
        let bytes = library.value(result, row, column)
      else { return .null }
      let length = Int(library.length(result, row, column))
      let type = library.columnType(result, column)
      guard
        let value = WireFormat.value(
          UnsafeRawBufferPointer(start: bytes, count: length), type: type)
      else {
        throw DatabaseFailure(kind: .statement, code: "type \(type)", detail: .notWhole)
      }
      return value
    }
  }

  /// Tells the server that the rest of a result is not wanted.
  private func stop() {
    guard let request = library.getCancel(handle) else { return }
    defer { library.freeCancel(request) }
    var message = [CChar](repeating: 0, count: 256)
    _ = library.cancel(request, &message, Int32(message.count))
  }
}
