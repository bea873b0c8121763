import Domain

extension ReportDefinition {
  /// The table of the report that shows a query, and its sheet.
  public func source(_ query: String) -> (sheet: Sheet, table: Table)? {
    for sheet in sheets {
      for table in sheet.tables where table.query == query { return (sheet, table) }
    }
    return nil
  }

  /// The columns that the table of a query shows.
  func shownColumns(of query: String, at place: SourcePlace) throws -> [String] {
    guard let source = source(query) else {
      throw DefinitionFault(
        place: place, problem: .unknownReference(query, known: tables.map(\.query)))
    }
    return source.table.shownColumns
  }
}

extension ReportDefinition.Sums {
  /// - Parameters:
  ///   - own: what the table shows, for the keys.
  ///   - summed: what the table shows, for the sums, if that is another.
  func check(
    in own: [String], of report: ReportDefinition, summed: [String]? = nil
  ) throws {
    let theirs = try report.shownColumns(of: table, at: place)
    if let problem = report.source(table).flatMap(obstacle) {
      throw DefinitionFault(place: place, problem: .layout(.sumsOver(table: table, problem)))
    }
    for (their, key) in keys.sorted(by: <) {
      try ReportDefinition.Table.find(their, in: theirs, at: place)
      try ReportDefinition.Table.find(key, in: own, at: place)
    }
    for name in codes.keys.sorted() + columns.values.flatMap(\.all).compactMap(\.self).sorted()
    where name != Self.rows {
      try ReportDefinition.Table.find(name, in: theirs, at: place)
    }
    for name in columns.keys.sorted() + columns.values.compactMap(\.column).sorted() {
      try ReportDefinition.Table.find(name, in: summed ?? own, at: place)
    }
  }

  /// Why the whole columns of a sheet are not the lines of a table; nil if they are.
  private func obstacle(
    sheet: ReportDefinition.Sheet, table: ReportDefinition.Table
  ) -> DefinitionFault.LayoutRule.Obstacle? {
    if table.most != nil { return .notAllRows }
    // No condition holds in a row of sums.
    if table.total != nil, keys.isEmpty, codes.isEmpty {
      return .ownSums
    }
    return sheet.tables.count > 1 ? .otherTables : nil
  }

  /// What stands for a column where lines are counted rather than added up.
  public static let rows = "*"
}

extension ReportDefinition.Link {
  func check(in own: ReportDefinition.Table, of report: ReportDefinition) throws {
    try ReportDefinition.Table.find(key, in: own.shownColumns, at: place)
    try ReportDefinition.Table.find(
      key, in: report.shownColumns(of: table, at: place), at: place)
  }
}

extension ReportDefinition.Column.Content {
  var isSpread: Bool { if case .spread = self { true } else { false } }
  var isShare: Bool { if case .share = self { true } else { false } }
}

extension ReportDefinition.Column {
  /// Whether its cells follow from all rows of the result.
  public var isDerived: Bool {
    switch content {
    case .spread, .share: true
    case .column, .ratio, .ownColumns, .compared: false
    }
  }
}
