public import Domain

extension ReportDefinition {
  /// A workbook for each row of a result, in place of one for all.
  public struct Each: Sendable {
    /// The query with a row for each workbook; its columns are placeholders of the report.
    public let query: String
    /// The column that tells the workbooks apart: tables whose results have it show in each only
    /// the rows of its own.
    public let key: String
    /// Where it stands in the file.
    public let place: SourcePlace
  }
}

extension ReportDefinition.Each {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["query", "key"])
    query = try fields.required("query").text
    key = try fields.required("key").text
    place = node.place
  }

  /// Holds the query, its key and the report's tables against each other.
  func check(in report: ReportDefinition, columns: (String) -> [ResultColumn]?) throws {
    guard let result = columns(query) else {
      throw DefinitionFault(place: place, problem: .unknownReference(query, known: []))
    }
    try ReportDefinition.Table.find(key, in: result.map(\.name), at: place)
    for table in report.tables where table.companion != nil {
      throw DefinitionFault(
        place: table.place, problem: .expected(.noLargeWithEach))
    }
    let hasKey = report.tables.contains { table in
      columns(table.query)?.contains { $0.name == key } ?? false
    }
    guard hasKey else {
      throw DefinitionFault(place: place, problem: .expected(.keyOfTable))
    }
  }
}
