public import Domain

extension ReportDefinition {
  /// The tables of all sheets, in order.
  public var tables: [Table] { sheets.flatMap(\.tables) }

  /// The queries whose results the report shows, each once.
  public var queries: [String] {
    let shown = tables.flatMap { [$0.query, $0.total?.once?.query].compactMap { $0 } }
    let others =
      sheets.compactMap(\.onlyWith) + sheets.flatMap(\.relations).map(\.query)
      + [each?.query].compactMap { $0 }
    return Set(shown + saidFigures.map(\.query) + others + (document?.queries ?? [])).sorted()
  }

  /// The figures that are made of rows.
  private var saidFigures: [Figure] {
    figures.filter { !withoutRows.contains($0.key) }.map(\.value)
  }

  /// Holds the queries and columns that the report names against what there is.
  /// - Parameter columns: what a query yields; nil if there is no such query.
  /// - Throws: `DefinitionFault` at the first place that names something else.
  public func check(columns: (_ query: String) -> [ResultColumn]?) throws {
    try checkLimits()
    try checkSince()
    try each?.check(in: self, columns: columns)
    for figure in saidFigures { try figure.check(columns: columns) }
    try checkFigures()
    try document?.check(in: self, columns: columns)
    for sheet in sheets {
      if let query = sheet.onlyWith {
        _ = try Table.result(of: query, at: sheet.place, columns)
      }
      for table in sheet.tables {
        try table.check(columns: columns)
        if let other = table.unlessLong { _ = try shownColumns(of: other, at: table.place) }
        for sums in table.sums { try sums.check(in: table.shownColumns, of: self) }
        try table.total?.once?.sums?.check(in: [], of: self, summed: table.shownColumns)
        for link in table.columns.compactMap(\.link) { try link.check(in: table, of: self) }
      }
      for block in sheet.blocks {
        switch block {
        case .charts(let charts), .chartsBeside(let charts):
          for chart in charts { try chart.check(tables: sheet.tables) }
        case .relations(let relations): try relations.check(in: self, columns: columns)
        case .table, .facts, .heading, .text, .contents, .links, .space: break
        }
      }
    }
  }
}

extension ReportDefinition.Sheet {
  /// The totals of the sheet that are held against their parts.
  var relations: [ReportDefinition.Relations] {
    blocks.compactMap { if case .relations(let relations) = $0 { relations } else { nil } }
  }

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
  public var shownColumns: [String] {
    columns.compactMap { if case .column(let name) = $0.content { name } else { nil } }
  }

  func check(columns available: (String) -> [ResultColumn]?) throws {
    let result = try Self.result(of: query, at: place, available)
    for column in columns { try column.check(result: result, table: self) }
    // The rows of a matrix are told apart by what need not stand in it.
    let keys = spreads.isEmpty ? shownColumns : result.map(\.name)
    for name in key { try Self.find(name, in: keys, at: place) }
    for name in written { try Self.find(name, in: shownColumns, at: place) }
    if let once = total?.once {
      let names = try Self.result(of: once.query, at: once.place, available).map(\.name)
      for case (.column(let name), true) in columns.map({ ($0.content, $0.isSummed) }) {
        try Self.find(name, in: names, at: once.place)
      }
    }
    if total != nil, companion != nil {
      throw DefinitionFault(place: place, problem: .layout(.largeWithTotal))
    }
    for (position, column) in columns.enumerated() where csv != nil && !column.heading.isEmpty {
      if columns[..<position].contains(where: { $0.heading == column.heading }) {
        throw DefinitionFault(place: column.place, problem: .duplicateKey(column.heading))
      }
    }
    if columns.contains(where: \.isDerived), companion != nil {
      throw DefinitionFault(place: place, problem: .layout(.largeOfAllRows))
    }
    if csv != nil, columns.contains(where: { $0.content.isSpread }) {
      throw DefinitionFault(place: place, problem: .layout(.matrixWithCSV))
    }
  }

  static func result(
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
    case .ownColumns(let name), .share(let name):
      try ReportDefinition.Table.find(name, in: names, at: place)
    case .spread(let spread):
      for name in [spread.by, spread.caption, spread.order, spread.value] {
        try ReportDefinition.Table.find(name, in: names, at: place)
      }
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
      // A text that is a whole number, such as most numbers of tasks, is shown as one.
      case .integer: kind == .integer || kind == .text
      case .change, .percent, .points, .exactPoints, .decimal, .quantity, .flag: kind == .integer
      }
    if !fits {
      let known = Self.formats(for: kind).map(\.rawValue)
      throw DefinitionFault(place: place, problem: .unknownWord(format.rawValue, known: known))
    }
  }

  private static func formats(for kind: ResultColumn.Kind) -> [ReportDefinition.Format] {
    switch kind {
    case .text: [.text, .light, .integer]
    case .date: [.date]
    case .integer: [.integer, .change, .percent, .points, .exactPoints, .decimal, .quantity, .flag]
    }
  }
}

extension ReportDefinition.Relations {
  func check(
    in report: ReportDefinition, columns available: (String) -> [ResultColumn]?
  ) throws {
    let names = try ReportDefinition.Table.result(of: query, at: place, available).map(\.name)
    for name in [total, parts] + [text.column].compactMap(\.self) {
      try ReportDefinition.Table.find(name, in: names, at: place)
    }
    for sums in sums { try sums.check(in: [], of: report, summed: names) }
  }
}

extension ReportDefinition.Chart {
  func check(tables: [ReportDefinition.Table]) throws {
    try ReportDefinition.Table.find(table, in: tables.map(\.query), at: place)
    for table in tables where table.query == self.table {
      for name in [categories] + values {
        let known = isByRow ? table.columns.compactMap(\.name) : table.shownColumns
        try ReportDefinition.Table.find(name, in: known, at: place)
      }
    }
  }
}
