import Database
import Definitions
import Domain
import Store

/// What an office's own queries are held to whenever they are used; what ships is by the tests, and
/// by `check`.
extension Moment {
  /// The rows of an own query's result: no sheet holds more.
  private static let mostRows = 1_048_576

  /// Runs a query's statement; what the engine says against it names the query's file and line.
  func naming<Result>(_ query: QueryDefinition, _ body: () throws -> Result) throws -> Result {
    guard isHeld(query) else { return try body() }
    do {
      return try connection.bounded(by: .ownQuery, body)
    } catch let failure as DatabaseFailure where failure.isOfStatement {
      throw query.fault(failure)
    }
  }

  /// Holds a query's parameters and the names of its columns against its header, once.
  func holdHeader(of query: QueryDefinition) throws {
    guard isHeld(query), !held.contains(query.id) else { return }
    if let stranger = query.parameters.first(where: { parameters[$0.name] == nil }) {
      throw DefinitionFault(
        place: SourcePlace(file: query.file.path, line: query.line(of: "params")),
        problem: .unknownReference(stranger.name, known: parameters.keys.sorted()))
    }
    try query.checkColumns(
      naming(query) { try connection.columns(of: query.body, values(for: query)) })
    held.insert(query.id)
  }

  /// Hands over the rows of a query, each held against its header.
  func forEachRow(
    of query: QueryDefinition, _ statement: String, holdsKey: Bool = true,
    _ body: ([Value]) throws -> Void
  ) throws {
    guard isHeld(query) else {
      return try connection.forEachRow(of: statement, values(for: query), body)
    }
    var check = ResultCheck(query, holdsKey: holdsKey)
    var count = 0
    var failed: (any Error)?
    try naming(query) {
      try connection.forEachRow(of: statement, values(for: query)) { row in
        guard failed == nil else { return }
        // What the reader says is not the query's fault.
        do {
          count += 1
          guard count <= Self.mostRows else {
            throw DefinitionFault(
              place: SourcePlace(file: query.file.path, line: 1),
              problem: .engine(.endless))
          }
          try check.check(row)
          try body(row)
        } catch { failed = error }
      }
    }
    if let failed { throw failed }
  }

  /// Holds the name of a state or fact against the tables that there are: it would hide one.
  func holdName(of query: QueryDefinition) throws {
    guard isHeld(query) else { return }
    func fault(_ rule: DefinitionFault.QueryRule) -> DefinitionFault {
      DefinitionFault(
        place: SourcePlace(file: query.file.path, line: 1), problem: .query(rule))
    }
    let name = query.name
    guard name.wholeMatch(of: /[a-z][a-z0-9_]{0,50}/) != nil else { throw fault(.tableName(name)) }
    let names = try connection.rows(of: connection.dialect.tableNames).compactMap(\.first?.text)
    guard !names.contains(name), !name.hasPrefix("prior_"), name != "renumbered" else {
      throw fault(.takenName(name))
    }
  }
}

extension QueryDefinition {
  /// Where a column stands in every row.
  /// - Throws: `DefinitionFault` if the header does not have it.
  func position(of column: String) throws -> Int {
    guard let position = columns.firstIndex(where: { $0.name == column }) else {
      throw DefinitionFault(
        place: SourcePlace(file: file.path, line: line(of: "columns")),
        problem: .unknownReference(column, known: columns.map(\.name)))
    }
    return position
  }

  /// What an engine says against the statement, at the line that it names.
  func fault(_ failure: DatabaseFailure) -> DefinitionFault {
    let isOfKey = ["SQLITE 1555", "SQLITE 2067", "SQLSTATE 23505"].contains(failure.code)
    let refusal = failure.refusal
    let line = isOfKey ? line(of: "key") : line(ofName: refusal.name ?? "")
    return DefinitionFault(
      place: SourcePlace(file: file.path, line: line),
      problem: isOfKey ? .query(.repeatedKey([])) : .engine(refusal))
  }
}

extension StatementRefusal {
  /// The name, or word, that the engine does not take.
  fileprivate var name: String? {
    switch self {
    case .unknownColumn(let name), .unknownTable(let name), .ambiguousColumn(let name): name
    case .unknownFunction(let name): String(name.prefix { $0 != "(" })
    case .syntax(let words): words
    case .types, .notGrouped, .writes, .endless, .other: nil
    }
  }
}
