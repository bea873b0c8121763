public import Domain

extension ReportDefinition {
  /// The tables of all sheets, in order.
  public var tables: [Table] { sheets.flatMap(\.tables) }

  /// The queries whose results the report shows, each once.
  public var queries: [String] {
    Set(tables.flatMap { [$0.query, $0.total?.once?.query].compactMap { $0 } }).sorted()
  }

  /// Holds the queries and columns that the report names against what there is.
  /// - Parameter columns: what a query yields; nil if there is no such query.
  /// - Throws: `DefinitionFault` at the first place that names something else.
  public func check(columns: (_ query: String) -> [ResultColumn]?) throws {
    for sheet in sheets {
      for table in sheet.tables {
        try table.check(columns: columns)
        for sum in table.columns.compactMap(\.sumOf) { try sum.check(in: table, of: self) }
      }
      for case .charts(let charts) in sheet.blocks {
        for chart in charts { try chart.check(tables: sheet.tables) }
      }
    }
  }
}

extension ReportDefinition.SumOf {
  /// The table whose lines are added up, and its sheet.
  public func source(
    in report: ReportDefinition
  ) -> (sheet: ReportDefinition.Sheet, table: ReportDefinition.Table)? {
    for sheet in report.sheets {
      for candidate in sheet.tables where candidate.query == table { return (sheet, candidate) }
    }
    return nil
  }

  func check(in table: ReportDefinition.Table, of report: ReportDefinition) throws {
    guard let source = source(in: report) else {
      let known = report.tables.map(\.query)
      throw DefinitionFault(place: place, problem: .unknownReference(self.table, known: known))
    }
    try ReportDefinition.Table.find(key, in: table.shownColumns, at: place)
    for name in [key, values] {
      try ReportDefinition.Table.find(name, in: source.table.shownColumns, at: place)
    }
  }
}

extension ReportDefinition.Sheet {
  /// The tables of the sheet, in order.
  public var tables: [ReportDefinition.Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

extension ReportDefinition.Table {
  /// The position among the table's columns of the one that shows a column of the result.
  public func position(of name: String) -> Int? {
    columns.firstIndex { if case .column(name) = $0.content { true } else { false } }
  }

  /// The columns of the result that the table shows as they are.
  var shownColumns: [String] {
    columns.compactMap { if case .column(let name) = $0.content { name } else { nil } }
  }

  func check(columns available: (String) -> [ResultColumn]?) throws {
    let result = try Self.result(of: query, at: place, available)
    for column in columns { try column.check(result: result, table: self) }
    for name in key { try Self.find(name, in: shownColumns, at: place) }
    if let once = total?.once {
      let names = try Self.result(of: once.query, at: once.place, available).map(\.name)
      for case (.column(let name), true) in columns.map({ ($0.content, $0.isSummed) }) {
        try Self.find(name, in: names, at: once.place)
      }
    }
    if total != nil, companion != nil {
      throw DefinitionFault(place: place, problem: .contract("a large table has no total"))
    }
  }

  private static func result(
    of query: String, at place: SourcePlace, _ available: (String) -> [ResultColumn]?
  ) throws -> [ResultColumn] {
    guard let result = available(query) else {
      throw DefinitionFault(place: place, problem: .unknownReference(query, known: []))
    }
    return result
  }

  static func find(_ name: String, in known: [String], at place: SourcePlace) throws {
    if !known.contains(name) {
      throw DefinitionFault(place: place, problem: .unknownReference(name, known: known))
    }
  }
}

extension ReportDefinition.Column {
  func check(result: [ResultColumn], table: ReportDefinition.Table) throws {
    let names = result.map(\.name)
    switch content {
    case .ownColumns(let name): try ReportDefinition.Table.find(name, in: names, at: place)
    case .column(let name):
      try ReportDefinition.Table.find(name, in: names, at: place)
      for column in result where column.name == name { try check(kind: column.kind) }
    case .ratio(let numerator, let denominator, let empty):
      // Both stand beside the ratio, so that its formula and its reader find them.
      for name in [numerator, denominator] {
        try ReportDefinition.Table.find(name, in: table.shownColumns, at: place)
      }
      if let name = empty.column { try ReportDefinition.Table.find(name, in: names, at: place) }
    case .compared(let compared): try compared.check(self, result: result, table: table)
    }
  }

  func check(kind: ResultColumn.Kind) throws {
    let fits =
      switch format {
      case .text, .light: kind == .text || (kind == .integer && !words.isEmpty)
      case .date: kind == .date
      case .integer, .percent, .points, .exactPoints, .decimal, .flag: kind == .integer
      }
    if !fits {
      let known = Self.formats(for: kind).map(\.rawValue)
      throw DefinitionFault(place: place, problem: .unknownWord(format.rawValue, known: known))
    }
  }

  private static func formats(for kind: ResultColumn.Kind) -> [ReportDefinition.Format] {
    switch kind {
    case .text: [.text, .light]
    case .date: [.date]
    case .integer: [.integer, .percent, .points, .exactPoints, .decimal, .flag]
    }
  }
}

extension ReportDefinition.Chart {
  func check(tables: [ReportDefinition.Table]) throws {
    try ReportDefinition.Table.find(table, in: tables.map(\.query), at: place)
    for table in tables where table.query == self.table {
      for name in [categories] + values {
        try ReportDefinition.Table.find(name, in: table.shownColumns, at: place)
      }
    }
  }
}
