public import Definitions
public import Domain
public import Pages

/// Lays out a report: its definition and its results become files as values, a workbook or one for
/// each row of a result, companions for long tables, and CSV files.
public struct ReportLayout: Sendable {
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

  /// Hands over the files one after the other; each is to be written before the next is asked for,
  /// or beside it where it says so.
  /// - Parameters:
  ///   - tables: the result of a query.
  ///   - output: takes a file.
  /// - Throws: `DefinitionFault`, `OutputFault`, or what `tables` and `output` throw.
  public func layOut(
    tables: (_ query: String) throws -> ResultStream,
    to output: (Output) throws -> Void
  ) throws {
    try withoutActuallyEscaping(output) { output in
      let files = LaidOutFiles(output)
      if let each = report.each {
        try addParts(of: each, to: files, tables: tables)
      } else {
        let early = report.sheets.filter { !waits($0) }
        try addLongTables(of: early, to: files, tables: tables)
        let shown = try showing(tables)
        try shown.addLongTables(
          of: shown.report.sheets.filter(waits), to: files, tables: tables)
        // Without annexes the document stands alone.
        if report.workbook != nil, report.document == nil || !shown.report.sheets.isEmpty {
          try files.add(.book(shown.book(shown.workbookName(), tables: tables)))
        }
        if let document = try document(tables) { try files.add(.document(document)) }
        try shown.addData(of: report.sheets, to: files, tables: tables)
      }
      try addDictionary(to: files)
    }
  }

  /// The layout with the texts made of results, and the sheets that have something to show.
  func showing(_ tables: SheetLayout.Tables) throws -> ReportLayout {
    var layout = try withAnnexes(tables)
    try withoutActuallyEscaping(tables) { tables in
      let book = FigureBook(layout.report, layout.context, tables: tables)
      for name in report.figures.keys.sorted() {
        layout.context.texts[name] = try book.text(name)
      }
    }
    layout.report = layout.report.labellingAnnexes
    return layout
  }

  /// The file name of the workbook.
  func workbookName() throws -> String {
    try FileName.checked(FileName.filled(report.fileName, with: context.texts))
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

  /// The pages of a workbook.
  func book(_ name: String, tables: SheetLayout.Tables) throws -> NamedBook {
    guard let first = report.sheets.first else {
      throw DefinitionFault(
        place: SourcePlace(file: report.file.path, line: 1),
        problem: .expected(.sheetWithoutScores))
    }
    var rows: [String: Int] = [:]
    let keys = LineKeys()
    let pages = try report.sheets.map { sheet in
      let bound = try bind(sheet, tables: tables, keys: keys)
      let layout = SheetLayout(
        report: self, page: SheetPage(definition: sheet, layouts: bound.map(\.layout)),
        tables: bound, keys: keys)
      let page = try layout.page(tables: tables)
      rows.merge(layout.rowCounts) { $1 }
      return page
    }
    let book = Book(
      title: try filled(first.title), author: context.texts["office"] ?? "",
      created: context.cutoff, pages: pages)
    return NamedBook(name: name, book: book, rows: rows)
  }
}
