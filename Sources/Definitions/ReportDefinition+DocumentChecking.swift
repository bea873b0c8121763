import Domain

extension ReportDefinition.Document {
  /// The queries whose results it shows or adds up by itself.
  var queries: [String] {
    tables.map(\.query) + balances.flatMap { ([$0.whole] + $0.parts).map(\.query) }
  }

  /// The tables among its blocks.
  public var tables: [Table] { blocks.flatMap(\.tables) }

  /// Holds what it names against the report's figures and the columns of queries.
  func check(
    in report: ReportDefinition, columns: (_ query: String) -> [ResultColumn]?
  ) throws {
    for table in tables { try table.check(columns: columns) }
    for balance in balances {
      for term in [balance.whole] + balance.parts {
        let names = try ReportDefinition.Table.result(of: term.query, at: balance.place, columns)
          .map(\.name)
        for name in [term.column].compactMap({ $0 }) + term.conditions.keys.sorted() {
          try ReportDefinition.Table.find(name, in: names, at: balance.place)
        }
      }
    }
    let figures = report.figures.keys.sorted()
    for case .section(let section) in blocks.map(\.content) {
      if let items = section.items {
        try ReportDefinition.Table.find(items, in: figures, at: section.place)
      }
    }
    let lists = figures + tables.map(\.query)
    for name in shortened ?? [] { try ReportDefinition.Table.find(name, in: lists, at: place) }
  }

  /// Holds every placeholder against those that there are.
  func checkPlaceholders(
    _ known: Set<String>, columns: (_ query: String) -> [ResultColumn]?
  ) throws {
    for template in [name, title] + [header].compactMap({ $0 }) { try template.check(known) }
    for block in blocks {
      for name in [block.when, block.unless].compactMap({ $0 }) {
        try ReportDefinition.Table.find(name, in: known.sorted(), at: block.place)
      }
      switch block.content {
      case .text(let text): for line in text.lines { try line.check(known) }
      case .section(let section): for template in section.templates { try template.check(known) }
      case .annexes(let label): try label.check(known)
      case .rule, .table, .beside: break
      }
    }
    for table in tables { try table.checkPlaceholders(known, columns: columns) }
  }
}

extension ReportDefinition.Document.Block {
  var tables: [ReportDefinition.Document.Table] {
    switch content {
    case .table(let table): [table]
    case .beside(let left, let right): [left, right]
    case .text, .rule, .section, .annexes: []
    }
  }
}

extension ReportDefinition.Document.Section {
  fileprivate var templates: [Template] {
    [heading] + sentences + after + [otherwise].compactMap { $0 }
      + parts.flatMap { $0.sentences + [$0.lead].compactMap { $0 } }
  }
}

extension ReportDefinition.Document.Table {
  fileprivate func check(columns available: (String) -> [ResultColumn]?) throws {
    let names = try ReportDefinition.Table.result(of: query, at: place, available).map(\.name)
    let named =
      conditions.keys.sorted() + columns.flatMap { $0.words.keys.sorted() }
      + columns.compactMap(\.text.column)
    for name in named { try ReportDefinition.Table.find(name, in: names, at: place) }
  }

  fileprivate func checkPlaceholders(
    _ known: Set<String>, columns available: (String) -> [ResultColumn]?
  ) throws {
    let names = available(query)?.map(\.name) ?? []
    for column in columns {
      try column.heading.check(known)
      for template in column.text.all + column.words.values.flatMap(\.values) {
        try ReportDefinition.Figure.check(template, known, names)
      }
    }
    try more?.check(known.union(["rows", "others"]))
    try empty?.check(known)
  }
}
