public import Definitions
public import Domain

/// Writes the files of a report: its workbook, companions for long tables, and CSV files.
public struct ReportWriter {
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
      var writer = try withFigures(tables: tables)
      writer.report = try report.showing { try tables($0).count > 0 }
      try writer.writeLongTables(files, tables: tables)
      try writer.writeWorkbook(files, tables: tables)
      return try files.finish()
    } catch {
      files.abort()
      throw error
    }
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

  private func writeWorkbook(
    _ files: ReportFolder,
    tables: (_ query: String) throws -> ResultStream
  ) throws {
    let name = try FileName.checked(filled(report.workbook))
    let workbook = try Workbook(
      path: files.path(of: name), title: filled(report.sheets[0].title),
      author: context.texts["office"] ?? "", created: context.cutoff, isStreamed: false,
      temporaryFolder: files.folder)
    var rows: [String: Int] = [:]
    var lastRows: [Int] = []
    let links = LinkBook(report)
    for sheet in report.sheets {
      let bound = try bind(sheet, tables: tables)
      let page = SheetPage(
        sheet: try workbook.addSheet(sheet.name), definition: sheet, layouts: bound.map(\.layout))
      let writer = SheetWriter(
        report: self, files: files, page: page, tables: bound, links: links)
      lastRows.append(try writer.write(tables: tables))
      rows.merge(writer.rowCounts) { $1 }
    }
    try links.write()
    try workbook.close()
    try WorkbookCheck(path: files.path(of: name)).verify(lastRows: lastRows)
    try files.add(name, FileSummary(path: files.path(of: name)), rows: rows)
  }
}
