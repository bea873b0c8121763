extension ReportDefinition {
  /// The report with the keys of queries in the tables with CSV files that name none and show them.
  /// - Parameter key: The key of a query.
  func identifyingRows(by key: (_ query: String) throws -> [String]) rethrows -> ReportDefinition {
    var copy = self
    for (sheet, block) in copy.sheets.indices.flatMap({ sheet in
      copy.sheets[sheet].blocks.indices.map { (sheet, $0) }
    }) {
      guard case .table(var table) = copy.sheets[sheet].blocks[block], table.csv != nil,
        table.key.isEmpty
      else { continue }
      let names = try key(table.query)
      guard Set(names).isSubset(of: table.shownColumns) else { continue }
      table.key = names
      copy.sheets[sheet].blocks[block] = .table(table)
    }
    return copy
  }
}
