import Definitions
import Domain
import Pages

/// Tables that are too long for their sheets: each in a workbook of its own, the companion.
extension ReportLayout {
  func isLong(_ table: ReportDefinition.Table, _ stream: ResultStream) -> Bool {
    table.companion != nil && stream.count > options.largeTable
  }

  /// Whether a sheet's companions wait for other results: those that say if it is shown, or that
  /// stand as figures in their texts.
  func waits(_ sheet: ReportDefinition.Sheet) -> Bool {
    let companions = sheet.tables.compactMap(\.companion)
    guard !companions.isEmpty else { return false }
    let texts = [report.notice, sheet.title].compactMap { $0 } + report.headings + sheet.headings
    return sheet.onlyWith != nil
      || (texts + companions).contains { (try? filled($0)) == nil }
  }

  /// Hands over the long tables of sheets.
  ///
  /// They come before all else, so that the other results are made while they are written.
  func addLongTables(
    of sheets: [ReportDefinition.Sheet], to files: LaidOutFiles, tables: SheetLayout.Tables
  ) throws {
    for sheet in sheets {
      for table in sheet.tables where table.companion != nil {
        let stream = try tables(table.query)
        if isLong(table, stream) { try add(table, of: sheet, stream, to: files) }
      }
    }
  }

  /// The file name of a table's companion; those that would share one are numbered.
  func companionName(_ table: ReportDefinition.Table) throws -> String {
    guard let companion = table.companion else { return "" }
    let name = try FileName.filled(companion, with: context.texts)
    // A figure in another's name is not known yet; that one comes later and gives way.
    let before = report.tables.prefix { $0.place != table.place }.compactMap(\.companion)
    let taken = ([report.fileName] + before).filter {
      (try? FileName.filled($0, with: context.texts))?.lowercased() == name.lowercased()
    }
    return try FileName.checked(
      taken.isEmpty ? name : FileName.marked(name, "（\(taken.count + 1)）"))
  }

  /// A table's CSV file, if it has one, whose columns are noted.
  func dataFile(
    _ table: ReportDefinition.Table, _ layout: TableLayout, _ files: LaidOutFiles
  ) throws -> DataFile? {
    guard let csv = table.csv else { return nil }
    files.note(table, layout)
    let (columns, form) = (layout.columns, options.csvForm)
    var data = DataFile(
      name: "csv/" + (try FileName.checked(csv + ".csv")), headings: columns.map(\.heading),
      encoding: options.csvEncoding, guardsFormulas: options.guardsFormulas
    ) { column, row in columns[column].field(row, form) }
    guard form != .reasonsInPlace else { return data }
    data.stamp = [("报告期", context.period), ("数据截止日", "\(context.cutoff)")]
    let figures = columns.filter(\.holdsFigures)
    if !figures.isEmpty {
      data.reason = { row in DataReasons.text(figures.compactMap { $0.reason(row) }) }
    }
    return data
  }

  private func add(
    _ table: ReportDefinition.Table, of sheet: ReportDefinition.Sheet, _ stream: ResultStream,
    to files: LaidOutFiles
  ) throws {
    // Each file has columns of its own: threads that count the uses of the same objects wait for
    // each other.
    func layout(_ table: ReportDefinition.Table) throws -> TableLayout {
      try TableLayout(table, result: stream.columns, ownColumns: context.ownColumns)
    }
    let list = try longPage(of: sheet, layout(table.withoutSummands), rows: stream.count)
    let data = try dataFile(table, layout(table), files)
    let streamed =
      [StreamedFile(name: try companionName(table), content: .list(list))]
      + [data].compactMap { $0 }.map { StreamedFile(name: $0.name, content: .data($0)) }
    try files.add(
      .streams(streamed, rows: [table.query: stream.count], read: stream.forEach))
  }

  private func longPage(
    of sheet: ReportDefinition.Sheet, _ layout: TableLayout, rows: Int
  ) throws -> LongPage {
    let columns = layout.columns
    var page = LongPage(
      name: sheet.name, title: try filled(sheet.title),
      lines: try [notice()].compactMap { $0 } + lines(of: sheet),
      author: context.texts["office"] ?? "", created: context.cutoff,
      columns: columns.map { column in
        // Without borders: empty cells are not written, and would stand out.
        var style = column.style(size: sheet.fontSize)
        style.hasBorder = false
        // A row may be too low for a long text: then its beginning shows.
        style.isAtTop = column.format == .text
        return (column.onPage(style, lights: context.lights), column.width)
      }, fontSize: sheet.fontSize, frozenColumns: sheet.frozenColumns,
      printed: sheet.printedColumns, count: rows
    ) { row, cells in
      for column in columns { cells.append(column.cell(row)) }
    }
    page.sheetRows = options.sheetRows
    page.sheetBytes = options.sheetBytes
    return page
  }
}
