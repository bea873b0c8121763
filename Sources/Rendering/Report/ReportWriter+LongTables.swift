import Definitions
import Domain

/// Tables that are too long for their sheets: each in a workbook of its own, the companion.
extension ReportWriter {
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

  /// Reads the long tables of sheets and has their files written meanwhile.
  ///
  /// They come before all else, so that the other results are made while they are written.
  func writeLongTables(
    of sheets: [ReportDefinition.Sheet], _ files: ReportFolder,
    tables: (_ query: String) throws -> ResultStream
  ) throws {
    for sheet in sheets {
      for table in sheet.tables where table.companion != nil {
        let stream = try tables(table.query)
        if isLong(table, stream) { try write(table, of: sheet, stream, files) }
      }
    }
  }

  /// The file name of a table's companion; those that would share one are numbered.
  func companionName(_ table: ReportDefinition.Table) throws -> String {
    guard let companion = table.companion else { return "" }
    let name = try FileName.filled(companion, with: context.texts)
    // A figure in another's name is not known yet; that one comes later and gives way.
    let before = report.tables.prefix { $0.place != table.place }.compactMap(\.companion)
    let taken = ([report.workbook] + before).filter {
      (try? FileName.filled($0, with: context.texts))?.lowercased() == name.lowercased()
    }
    return try FileName.checked(
      taken.isEmpty ? name : FileName.marked(name, "（\(taken.count + 1)）"))
  }

  /// The plan of a table's CSV file, if it has one; makes the folder and notes the columns.
  func csvPlan(
    _ table: ReportDefinition.Table, _ layout: TableLayout, _ files: ReportFolder
  ) throws -> CSVPlan? {
    guard let csv = table.csv else { return nil }
    try files.makeFolder("csv")
    let name = "csv/" + (try FileName.checked(csv + ".csv"))
    files.note(table, layout)
    return CSVPlan(
      path: files.path(of: name), name: name, columns: layout.columns,
      encoding: options.csvEncoding, guardsFormulas: options.guardsFormulas,
      stamp: options.csvForm == .reasonsInPlace
        ? [] : [("报告期", context.period), ("数据截止日", "\(context.cutoff)")],
      form: options.csvForm)
  }

  private func write(
    _ table: ReportDefinition.Table, of sheet: ReportDefinition.Sheet, _ stream: ResultStream,
    _ files: ReportFolder
  ) throws {
    // Each file has columns of its own: threads that count the uses of the same objects wait for
    // each other.
    func layout(_ table: ReportDefinition.Table) throws -> TableLayout {
      try TableLayout(table, result: stream.columns, ownColumns: context.ownColumns)
    }
    let (name, rows) = (try companionName(table), [table.query: stream.count])
    let companion = try companionPlan(
      table, of: sheet, layout(table.withoutSummands), stream, files)
    let csv = try csvPlan(table, layout(table), files)
    var jobs = [PieceJob<[Value]> { try CompanionWorkbook(companion) }]
    files.add(name, job: jobs[0].file, rows: rows)
    if let csv {
      jobs.append(PieceJob { try CSVWriter(csv) })
      files.add(csv.name, job: jobs[1].file, rows: rows)
    }
    try feed(jobs, stream.forEach)
  }

  /// Reads a result once, for all its files.
  /// - Parameter read: hands every row to its argument.
  func feed(
    _ jobs: [PieceJob<[Value]>], _ read: (_ add: ([Value]) throws -> Void) throws -> Void
  ) throws {
    do {
      var batch: [[Value]] = []
      try read { row in
        batch.append(row)
        if batch.count == 256 {
          for job in jobs { job.add(batch) }
          batch.removeAll(keepingCapacity: true)
        }
      }
      for job in jobs {
        job.add(batch)
        job.end()
      }
    } catch {
      jobs.forEach { $0.abort() }
      throw error
    }
  }

  private func companionPlan(
    _ table: ReportDefinition.Table, of sheet: ReportDefinition.Sheet, _ layout: TableLayout,
    _ stream: ResultStream, _ files: ReportFolder
  ) throws -> CompanionPlan {
    CompanionPlan(
      path: files.path(of: try companionName(table)),
      title: try filled(sheet.title), author: context.texts["office"] ?? "",
      sheetName: sheet.name,
      lines: try [notice()].compactMap { $0 } + lines(of: sheet),
      fontSize: sheet.fontSize, frozenColumns: sheet.frozenColumns, printed: sheet.printedColumns,
      created: context.cutoff, lights: context.lights, layout: layout, rows: stream.count,
      sheetRows: options.sheetRows, sheetBytes: options.sheetBytes)
  }
}
