public import Domain

/// What the columns of results mean, in Chinese: `columns.yaml` beside the queries.
///
/// `in_force` stands for the column of that name in every query, `metrics/lights.in_force` for that
/// of one query.
public struct Glossary: Sendable {
  /// The name of its file.
  public static let id = "columns"

  private let meanings: [String: String]

  /// - Throws: `DefinitionFault` for a name twice, or one without a meaning.
  public init(_ file: DefinitionFile) throws {
    let entries = try YAMLNode(file).entries().map { name, node in
      let meaning = try node.text
      guard !meaning.isEmpty else { throw node.fault(.expected(.meaning)) }
      return (name, meaning)
    }
    meanings = Dictionary(uniqueKeysWithValues: entries)
  }

  /// What a query's column means; nil where it is not said.
  public func meaning(of column: String, in query: String) -> String? {
    meanings["\(query).\(column)"] ?? meanings[column]
  }

  /// Parses a glossary and holds its names against the columns of all results.
  /// - Throws: `DefinitionFault` for a name that no result has.
  public static func check(
    _ file: DefinitionFile, against results: [String: [ResultColumn]]
  ) throws {
    _ = try Glossary(file)
    let known = results.mapValues { Set($0.map(\.name)) }
    let names = known.values.reduce(into: Set()) { $0.formUnion($1) }
    for (name, node) in try YAMLNode(file).entries() where !names.contains(name) {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      let columns = parts.count == 2 ? known[parts[0]] : nil
      guard let column = parts.last, columns?.contains(column) == true else {
        throw node.fault(.unknownReference(name, known: (columns ?? names).sorted()))
      }
    }
  }
}
