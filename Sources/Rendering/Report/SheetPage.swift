import Definitions

/// A sheet that is written from top to bottom: where the next line goes, how wide everything is.
final class SheetPage {
  let sheet: Worksheet
  let definition: ReportDefinition.Sheet
  let widths: [Int]
  /// The same, or as much as the texts need of columns that are not printed, where nothing wraps.
  private(set) var shownWidths: [Int]
  /// The row that is written next.
  private(set) var row = 0
  /// The row below the title and the lines under it.
  private var headEnd = 0
  /// Rows that are told to begin a printed page, for what should stand together.
  private(set) var pageBreaks: [Int] = []
  /// The rows, counted from 1, of which a text is too long to be printed whole.
  private(set) var cutRows: [Int] = []
  /// The row that begins the printed page.
  private var pageStart = 0
  private lazy var printed = PrintedPage(pixels: pixels, isUpright: definition.isUpright)

  init(sheet: Worksheet, definition: ReportDefinition.Sheet, layouts: [TableLayout]) {
    self.sheet = sheet
    self.definition = definition
    let all = [definition.widths] + layouts.map { $0.columns.map(\.width) }
    widths = (0..<max(2, all.map(\.count).max() ?? 0)).map { column in
      all.compactMap { $0.indices.contains(column) ? $0[column] : nil }.max() ?? 12
    }
    shownWidths = widths
  }

  /// Whether it is printed in portrait; what stands on one page is, however wide.
  var isUpright: Bool { definition.isOnePage || printed.isUpright }

  /// Whether the sheet may be made smaller to spare a page: texts have the size that is prescribed,
  /// and where pages are told to end, some programs would make it ever smaller.
  private var isScalable: Bool { !definition.tables.isEmpty && pageBreaks.isEmpty }

  /// How many pages high the sheet is made; nil for as high as it is.
  var pagesHigh: Int? { definition.isOnePage ? 1 : isScalable ? printed.scaledPages : nil }

  /// A column that is wider is no good to read in.
  private static let widest = 160

  /// How many columns lines of text may take: those that are printed.
  var printedColumns: Int { min(definition.printedColumns ?? widths.count, widths.count) }

  /// Width in pixels of the printed columns.
  var pixels: Int { widths.prefix(printedColumns).reduce(0) { $0 + $1 * 7 + 5 } }

  /// Writes a line over the whole width, a long one in several rows.
  func addLine(_ text: String, style: CellStyle) throws {
    let width = widths.prefix(printedColumns).reduce(0, +) - 2 * style.indent
    for piece in TextMeasure.pieces(text, width: width, size: style.size) {
      try sheet.merge(piece, row: row, columns: 0...(printedColumns - 1), style: style)
      try endRow(height: height(ofLine: piece, style))
    }
  }

  /// How high the row is of a line over the whole width.
  private func height(ofLine text: String, _ style: CellStyle) -> Double {
    let width = widths.prefix(printedColumns).reduce(0, +)
    return TextMeasure.height(lines: lines(text, width: width, style), size: style.size)
  }

  /// Writes a label and what stands beside it.
  /// - Parameter other: the sheet that the label leads to.
  func addFact(_ label: String, _ text: String, to other: String? = nil) throws {
    if let other {
      var style = CellStyle.label
      style.colour = CellStyle.link.colour
      try sheet.link(label, to: other, row: row, column: 0, style: style)
    } else {
      let format = try sheet.workbook.format(.label)
      try sheet.write(.text(label), row: row, column: 0, format: format)
    }
    try sheet.merge(text, row: row, columns: 1...(printedColumns - 1), style: .fact)
    let width = widths.prefix(printedColumns).dropFirst().reduce(0, +)
    let lines = max(
      lines(label, width: widths[0], .label), lines(text, width: width, .fact))
    try endRow(height: TextMeasure.height(lines: lines, size: CellStyle.fact.size))
  }

  /// Writes cells side by side from the first column on.
  /// - Parameter continued: columns whose text stands in a row above, and needs no height here.
  func addRow(
    _ cells: [(Cell, CellFormat)], size: Double, continued: Set<Int> = []
  ) throws {
    var lines = 1
    for (column, (cell, format)) in cells.enumerated() where !continued.contains(column) {
      guard let text = cell.text else { continue }
      lines = max(lines, self.lines(text, width: widths[column], format.style))
      if column >= printedColumns, !format.style.wraps {
        let needed = min(TextMeasure.width(text) + 2, Self.widest)
        shownWidths[column] = max(shownWidths[column], needed)
      }
    }
    let isCut = !TextMeasure.fits(lines: lines, size: size)
    if isCut { cutRows.append(row + 1) }
    for (column, (cell, format)) in cells.enumerated() {
      try sheet.write(cell, row: row, column: column, format: isCut ? atTop(format) : format)
    }
    try endRow(height: TextMeasure.height(lines: lines, size: size))
  }

  /// The same format for cells that do not show all of their text: at least its beginning.
  private func atTop(_ format: CellFormat) throws -> CellFormat {
    var style = format.style
    style.isAtTop = true
    return try sheet.workbook.format(style)
  }

  /// Says under a table which of its rows are not printed whole.
  func addNoteOnCutRows(since first: Int) throws {
    let cut = cutRows.filter { $0 > first }
    guard !cut.isEmpty else { return }
    let named = cut.prefix(20).map(String.init).joined(separator: "、")
    let more = cut.count > 20 ? "等\(cut.count)行" : "行"
    try addLine("注：本页第\(named)\(more)文字过长，打印件未印全，全文见电子表各单元格。", style: .line)
  }

  /// Writes links to sheets beside the head, right of what is printed: on paper they are of no use.
  func addLinks(to names: [String], title: String) throws {
    let column = printedColumns + 1
    let style = CellStyle(font: Fonts.heading)
    try sheet.write(.text(title), row: 1, column: column, format: sheet.workbook.format(style))
    for (index, name) in names.enumerated() {
      try sheet.link(name, to: name, row: index + 2, column: column)
    }
  }

  /// Leaves rows of the usual height free.
  func skip(_ rows: Int = 1) {
    row += rows
    fill(Double(rows) * 15, at: row)
  }

  /// Says that the head is written: it does not stand on a page without what follows.
  func endHead() { headEnd = row }

  /// Begins a printed page if so many rows of a table had better not stand on this one.
  func keepTogether(rows: Int, size: Double) {
    keepTogether(height: Double(rows) * TextMeasure.height(lines: 1, size: size))
  }

  /// The same for lines over the whole width.
  func keepTogether(_ lines: [(text: String, style: CellStyle)]) {
    keepTogether(height: lines.reduce(0) { $0 + height(ofLine: $1.text, $1.style) })
  }

  private func keepTogether(height: Double) {
    guard !definition.isOnePage, row > headEnd, printed.shouldEnd(before: height) else { return }
    endPage(at: row)
  }

  /// Writes headings that stand on every further page, too.
  func repeatingHeadings<Rows>(_ write: () throws -> Rows) rethrows -> Rows {
    let before = printed.filled
    defer { printed.repeated = max(0, printed.filled - before) }
    return try write()
  }

  /// Takes the last rows along to the next page if lines below them would stand there alone; and
  /// where a page has just begun, has it begin there in programs, too, that get more on a page.
  func keepWithRowsAbove(lines: Int, size: Double) {
    var last = printed
    last.add(Double(lines + 1) * TextMeasure.height(lines: 1, size: size))
    let isNewPage = last.pages > printed.pages
    let first = min(row - Self.keptRows, isNewPage ? row : pageStart)
    guard !definition.isOnePage, isNewPage || printed.hasJustBegun,
      first > pageBreaks.last ?? 0, !(isScalable && last.isSpared)
    else { return }
    endPage(at: first)
  }

  private static let keptRows = 3

  /// Leaves rows for what floats above the cells.
  func leaveRows(_ rows: Int) throws {
    for row in row..<(row + rows) { try sheet.setHeight(15, row: row) }
    skip(rows)
    // Something must stand in the last one, or it would not be printed.
    try sheet.write(.blank, row: row - 1, column: 0, format: sheet.workbook.format(.line))
  }

  /// How many lines a text needs in its cell.
  private func lines(_ text: String, width: Int, _ style: CellStyle) -> Int {
    guard style.wraps else { return 1 }
    return TextMeasure.lines(text, width: width - 2 * style.indent, size: style.size)
  }

  private func endRow(height: Double) throws {
    try sheet.setHeight(height, row: row)
    fill(height, at: row)
    row += 1
  }

  private func fill(_ height: Double, at row: Int) {
    let pages = printed.pages
    printed.add(height)
    if printed.pages > pages { pageStart = row }
  }

  private func endPage(at row: Int) {
    pageBreaks.append(row)
    pageStart = row
    printed.end()
  }
}
