public import Definitions
public import Domain

/// Writes the files of a report: its workbook or one for each row of a result, companions for long
/// tables, and CSV files.
public struct ReportWriter: Sendable {
  var report: ReportDefinition
  var context: ReportContext
  let options: ReportOptions

  public init(
    report: ReportDefinition, context: ReportContext, options: ReportOptions = ReportOptions()
  ) {
    self.report = report
    self.context = context
    self.options = options
  }

  /// Writes all files into a folder, in which it leaves nothing else.
  ///
  /// Every workbook is checked before it counts; every file has mode 0600. Syncing is the caller's.
  /// - Parameter tables: the result of a query.
  /// - Returns: the files in the order of their names.
  /// - Throws: `DefinitionFault`, `CellFault`, `OutputFault`, or what `tables` throws; the files
  ///   written so far are then to be thrown away.
  public func write(
    into folder: String,
    tables: (_ query: String) throws -> ResultStream
  ) throws -> [WrittenFile] {
    let files = ReportFolder(folder)
    do {
      if let each = report.each {
        try writeParts(of: each, files, tables: tables)
      } else {
        let early = report.sheets.filter { !waits($0) }
        try writeLongTables(of: early, files, tables: tables)
        let writer = try showing(tables)
        try writer.writeLongTables(of: writer.report.sheets.filter(waits), files, tables: tables)
        let name = try writer.workbookName()
        let workbook = try writer.compose(name, in: folder, tables: tables)
        // It is closed while the CSV files are written.
        files.add(name, job: FileJob { try workbook.close() }, rows: workbook.rows)
        try writer.writeCSV(of: report.sheets, files, tables: tables)
      }
      try writeDictionary(files)
      return try files.finish()
    } catch {
      files.abort()
      throw error
    }
  }

  /// The writer with the texts made of results, and the sheets that have something to show.
  func showing(_ tables: SheetWriter.Tables) throws -> ReportWriter {
    var writer = try withFigures(tables: tables)
    writer.report = try report.showing { try tables($0).count > 0 }
    return writer
  }

  /// The file name of the workbook.
  func workbookName() throws -> String {
    try FileName.checked(FileName.filled(report.workbook, with: context.texts))
  }

  /// The placeholders' texts put in.
  func filled(_ template: Template) throws -> String { try template.filled(with: context.texts) }

  /// The lines under a sheet's title, without the empty ones.
  func lines(of sheet: ReportDefinition.Sheet) throws -> [String] {
    try (report.headings + sheet.headings).map(filled).filter { !$0.isEmpty }
  }

  /// The warning that stands on every sheet, if there is one.
  func notice() throws -> String? {
    let notice = try report.notice.map(filled) ?? ""
    return notice.isEmpty ? nil : notice
  }

  /// Writes the sheets of a workbook.
  func compose(
    _ name: String, in folder: String, tables: SheetWriter.Tables
  ) throws -> ComposedWorkbook {
    guard let first = report.sheets.first else {
      throw DefinitionFault(
        place: SourcePlace(file: report.file.path, line: 1),
        problem: .expected(.sheetWithoutScores))
    }
    let workbook = try Workbook(
      path: "\(folder)/\(name)", title: filled(first.title),
      author: context.texts["office"] ?? "", created: context.cutoff, isStreamed: false)
    var rows: [String: Int] = [:]
    let (links, keys) = (LinkBook(report), LineKeys())
    for sheet in report.sheets {
      let bound = try bind(sheet, tables: tables, keys: keys)
      let page = SheetPage(
        sheet: try workbook.addSheet(sheet.name), definition: sheet, layouts: bound.map(\.layout))
      let writer = SheetWriter(
        report: self, page: page, tables: bound, links: links, keys: keys)
      try writer.write(tables: tables)
      rows.merge(writer.rowCounts) { $1 }
    }
    try links.write()
    return ComposedWorkbook(workbook: workbook, rows: rows)
  }
}
