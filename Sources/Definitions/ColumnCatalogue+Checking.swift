public import Domain

extension ColumnCatalogue {
  /// Parses a catalogue and holds its names against the columns of all results.
  /// - Throws: `DefinitionFault` for a name that no result has.
  public static func check(
    _ file: DefinitionFile, against results: [String: [ResultColumn]]
  ) throws {
    _ = try ColumnCatalogue([file])
    let known = results.mapValues { Set($0.map(\.name)) }
    let names = known.values.reduce(into: Set()) { $0.formUnion($1) }
    for (name, node) in try YAMLNode(file).entries() {
      let (query, column) = split(name, queries: known)
      let columns = query.map { known[$0] ?? [] } ?? names
      if let query, known[query] == nil {
        throw node.fault(.unknownReference(name, known: names.sorted()))
      }
      for part in ReportDefinition.ColumnName(column).columns where !columns.contains(part) {
        throw node.fault(.unknownReference(name, known: columns.sorted()))
      }
    }
  }

  /// The query that a name begins with, if it names one, and the column.
  private static func split(
    _ name: String, queries: [String: Set<String>]
  ) -> (query: String?, column: String) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return (nil, name) }
    let isQuery = queries[parts[0]] != nil || parts[0].contains("/")
    return isQuery ? (parts[0], parts[1]) : (nil, name)
  }
}
