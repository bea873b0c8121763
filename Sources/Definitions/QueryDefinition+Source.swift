public import Domain

/// The queries of `source/`: each pulls a register of the ledger from an operational database.
///
/// They run on the engine of that database and may use its dialect. Their columns are headings of
/// the register, or the office's own.
extension QueryDefinition {
  /// The one parameter that a source query may use: the day whose state the ledger shows.
  static let sourceParameter = Parameter(name: "effective_on", kind: .date)

  /// Whether the query reads an operational database, not a moment.
  public var isSource: Bool { id.hasPrefix(Self.sourceFolder + "/") }

  static let sourceFolder = "source"

  /// The statement to run: every value as text, as a CSV file would hold it, in the header's order.
  public var sourceStatement: String {
    let columns = columns.map { "CAST(source.\"\($0.name)\" AS text) AS \"\($0.name)\"" }
    let order = order.map { "source.\"\($0)\" NULLS LAST" }
    return "SELECT \(columns.joined(separator: ", ")) FROM (\n\(body)\n) AS source"
      + (order.isEmpty ? "" : " ORDER BY \(order.joined(separator: ", "))")
  }

  /// Holds the header's columns to those that the statement yields: the same, in the same order.
  /// - Throws: `DefinitionFault`.
  public func checkColumns(_ yielded: [String]) throws {
    let declared = columns.map(\.name)
    guard yielded != declared else { return }
    throw DefinitionFault(
      place: SourcePlace(file: file.path, line: line(of: "columns")),
      problem: .query(.columnsDiffer(header: declared, statement: yielded)))
  }
}

extension DefinitionLibrary {
  /// The queries that pull a ledger from an operational database, in the order of the registers.
  /// Which registers a ledger holds is which queries there are.
  /// - Throws: `DefinitionFault`, also for a file that is called like no register, or where a
  ///   required register has none.
  public func sourceQueries() throws -> [(register: Register, query: QueryDefinition)] {
    let folder = QueryDefinition.sourceFolder
    let ids = Register.allCases.map { "\(folder)/\($0.rawValue)" }
    for id in queryIDs(in: folder) where !ids.contains(id) {
      throw DefinitionFault(
        place: SourcePlace(file: try queryFile(id).path),
        problem: .unknownReference(id, known: ids))
    }
    return try zip(Register.allCases, ids).compactMap { register, id in
      guard queryIDs(in: folder).contains(id) else {
        guard register.isRequired else { return nil }
        throw DefinitionFault(
          place: SourcePlace(file: "\(id).sql"),
          problem: .expected(.queryOfRegister(register)))
      }
      return (register, try query(id))
    }
  }
}
