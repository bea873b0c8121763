public import Domain

extension ReportDefinition {
  /// Holds every placeholder of the report's texts against those that there are.
  /// - Parameters:
  ///   - texts: Those that every report has.
  ///   - columns: What a query yields.
  /// - Throws: `DefinitionFault` at the first text that names another.
  public func checkPlaceholders(
    _ texts: [String], columns: (_ query: String) -> [ResultColumn]?
  ) throws {
    let ofRows = each.flatMap { columns($0.query) }?.map(\.name) ?? []
    let known = Set(texts + ofRows + annexNames + figures.keys)
    for figure in figures.values.sorted(by: { $0.query < $1.query }) {
      try figure.checkPlaceholders(known, columns: columns(figure.query)?.map(\.name) ?? [])
    }
    for template in [workbook, notice].compactMap({ $0 }) + headings + footing {
      try template.check(known)
    }
    try document?.checkPlaceholders(known, columns: columns)
    for sheet in sheets {
      try sheet.checkPlaceholders(known, columns)
      for case .links(let names) in sheet.blocks {
        for name in names { try Table.find(name, in: sheets.map(\.name), at: sheet.place) }
      }
    }
  }
}

extension ReportDefinition.Sheet {
  fileprivate func checkPlaceholders(
    _ known: Set<String>, _ columns: (_ query: String) -> [ResultColumn]?
  ) throws {
    for template in [title] + headings { try template.check(known) }
    for block in blocks {
      switch block {
      case .facts(let facts): for fact in facts { try fact.text.check(known) }
      case .heading(let heading): try heading.check(known)
      case .text(let text): for line in text.lines { try line.check(known) }
      case .table(let table): try table.checkPlaceholders(known)
      case .relations(let relations):
        let names = columns(relations.query)?.map(\.name) ?? []
        for template in relations.text.all { try template.check(known.union(names)) }
      case .charts, .chartsBeside, .contents, .links, .space: break
      }
    }
  }
}

extension ReportDefinition.Table {
  fileprivate func checkPlaceholders(_ known: Set<String>) throws {
    for template in [title, more].compactMap({ $0 }) { try template.check(known.union(["rows"])) }
    for template in [empty, companion].compactMap({ $0 }) { try template.check(known) }
    for column in columns where column.content.isSpread {
      try Template(text: column.heading, place: column.place).check(["value"])
    }
  }
}

extension Template {
  /// - Throws: `DefinitionFault` for a placeholder that is not known, or not closed.
  func check(_ known: Set<String>) throws {
    _ = try filled(known: known.sorted()) { known.contains($0) ? "" : nil }
  }
}
