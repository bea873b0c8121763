import Definitions
import Domain
import Pages

/// Reports with a workbook for each row of a result.
extension ReportLayout {
  /// A workbook of its own for one key.
  struct Part: Sendable {
    let key: String
    /// The placeholders that are the columns of its row.
    let texts: [String: String]
    var name = ""
  }

  /// Reads every result once, its CSV files on the way, then hands over the workbooks, which may be
  /// made side by side.
  func addParts(
    of each: ReportDefinition.Each, to files: LaidOutFiles, tables: SheetLayout.Tables
  ) throws {
    let list = try tables(each.query).held()
    let parts = try named(self.parts(of: each, list))
    var results = GroupedResults(key: each.key)
    for query in report.queries {
      let stream = query == each.query ? ResultStream(list) : try tables(query)
      let data = try dataFiles(of: query, stream, files)
      try files.add(
        .streams(
          data.map { StreamedFile(name: $0.name, content: .data($0)) },
          rows: [query: stream.count]
        ) { add in try results.read(query, stream, alsoTo: add) })
    }
    let earlier = try context.earlier.mapValues { try GroupedEarlier($0, key: each.key) }
    let (all, layout) = (results, self)
    if report.workbook != nil {
      try files.add(
        .books(count: parts.count) { index in try layout.book(of: parts[index], all, earlier) })
    }
    for part in parts {
      let (own, tables) = self.layout(of: part, all, earlier)
      let name = report.workbook == nil ? part.name : FileName.documentName(part.name)
      if let document = try own.document(tables, named: name) {
        try files.add(.document(document))
      }
    }
  }

  private func parts(of each: ReportDefinition.Each, _ list: ResultTable) throws -> [Part] {
    let names = list.columns.map(\.name)
    var seen: Set<String> = []
    return try list.rows.map { row in
      let texts = Dictionary(
        zip(names, row.map(ShownColumn.code)), uniquingKeysWith: { first, _ in first })
      let key = texts[each.key] ?? ""
      guard !key.isEmpty, seen.insert(key).inserted else {
        throw DefinitionFault(
          place: each.place, problem: .expected(.rowForEach(each.key)))
      }
      return Part(key: key, texts: texts)
    }
  }

  /// Gives every workbook a name that no other has; those that would share one get their keys.
  private func named(_ parts: [Part]) throws -> [Part] {
    let isCut = try parts.map { part in
      try report.fileName.filled(with: context.texts.merging(part.texts) { $1 }).utf8.count
        > FileName.room
    }
    let names = try parts.map { part in
      try FileName.filled(report.fileName, with: context.texts.merging(part.texts) { $1 })
    }
    let uses = Dictionary(names.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
    var taken: Set<String> = []
    return try zip(parts, names).enumerated().map { index, pair in
      var (part, name) = pair
      if uses[name.lowercased()] != 1 || isCut[index] {
        name = FileName.marked(name, "（\(FileName.part(part.key))）")
      }
      // Keys that differ only in what a name cannot show, or is cut off.
      if !taken.insert(name.lowercased()).inserted {
        name = FileName.marked(name, "（\(index + 1)）")
        taken.insert(name.lowercased())
      }
      part.name = try FileName.checked(name)
      return part
    }
  }

  /// The CSV files of the tables that show a result.
  private func dataFiles(
    of query: String, _ stream: ResultStream, _ files: LaidOutFiles
  ) throws -> [DataFile] {
    try report.tables.filter { $0.query == query }.compactMap { table in
      let layout = try TableLayout(
        table, result: stream.columns, ownColumns: context.ownColumns, earlier: context.earlier)
      return try dataFile(table, layout, files)
    }
  }

  private func book(
    of part: Part, _ results: GroupedResults,
    _ earlier: [ReportDefinition.Earlier: GroupedEarlier]
  ) throws -> NamedBook {
    let (layout, tables) = layout(of: part, results, earlier)
    return try layout.showing(tables).book(part.name, tables: tables)
  }

  /// The layout with the texts of a part, and its share of the results.
  private func layout(
    of part: Part, _ results: GroupedResults,
    _ earlier: [ReportDefinition.Earlier: GroupedEarlier]
  ) -> (ReportLayout, (String) -> ResultStream) {
    var layout = self
    layout.context.texts.merge(part.texts) { $1 }
    layout.context.earlier = earlier.mapValues { $0.results(of: part.key) }
    return (layout, { results.stream($0, of: part.key) })
  }
}
