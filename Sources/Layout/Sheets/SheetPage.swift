import Definitions
import Pages

/// A page that is laid out from top to bottom: where the next line goes, how wide everything is.
final class SheetPage {
  let definition: ReportDefinition.Sheet
  let widths: [Int]
  /// What stands on the page so far.
  private var blocks: [Page.Block] = []
  /// The same, or as much as the texts need of columns that are not printed, where nothing wraps.
  private var shownWidths: [Int]
  /// The row that is laid out next.
  private(set) var row = 0
  /// In points, how much stands on the page so far.
  private(set) var height = 0.0
  /// The row below the title and the lines under it.
  private var headEnd = 0
  /// Rows that are told to begin a printed page, for what should stand together.
  private(set) var pageBreaks: [Int] = []
  /// The rows, counted from 1, of which a text is too long to be printed whole.
  private var cutRows: [Int] = []
  /// The row that begins the printed page.
  private var pageStart = 0
  private lazy var printed = PrintedPage(
    pixels: pixels, isUpright: definition.isUpright, size: definition.fontSize)

  init(definition: ReportDefinition.Sheet, layouts: [TableLayout]) {
    self.definition = definition
    let all = [definition.widths] + layouts.map { $0.columns.map(\.width) }
    widths = (0..<max(2, all.map(\.count).max() ?? 0)).map { column in
      all.compactMap { $0.indices.contains(column) ? $0[column] : nil }.max() ?? 12
    }
    shownWidths = widths
  }

  /// The page as it stands.
  func finish(_ headings: RepeatedHeadings) -> Page {
    keepLastRowsTogether()
    var page = Page(name: definition.name, widths: shownWidths, print: printSetUp)
    page.blocks = blocks
    page.headings = headings
    page.tab = definition.tab?.rgb
    return page
  }

  private var printSetUp: PrintSetUp {
    let one =
      definition.isOnePage
      ? PrintedPage.onePage(pixels: pixels, height: height, size: definition.fontSize) : nil
    var print = PrintSetUp(
      columns: printedColumns, hasGridlines: definition.hasGridlines,
      isUpright: one != nil || printed.isUpright,
      pagesHigh: one != nil ? 1 : isScalable ? printed.scaledPages : nil, breaks: pageBreaks)
    print.paper = one?.paper ?? printed.paper
    print.pagesWide = one != nil ? 1 : printed.pagesWide
    print.scale = one?.scale ?? (isScalable ? printed.finalScale : printed.scale)
    return print
  }

  /// Takes rows of a list along to its last page if only a few would stand there.
  private func keepLastRowsTogether() {
    let last = blocks.last { if case .space = $0 { false } else { true } }
    guard case .table = last, !definition.isOnePage, printed.pages > 1,
      row - pageStart < Self.fewRows,
      !(isScalable && printed.isSpared), row - Self.fewRows > pageBreaks.last ?? 0
    else { return }
    pageBreaks.append(row - Self.fewRows)
  }

  /// Programs differ in where a page ends: so many rows are five in any of them.
  private static let fewRows = 8

  /// Whether the sheet may be made smaller to spare a page: texts have the size that is prescribed,
  /// and where pages are told to end, some programs would make it ever smaller.
  private var isScalable: Bool { !definition.tables.isEmpty && pageBreaks.isEmpty }

  /// A column that is wider is no good to read in.
  private static let widest = 160

  /// How many columns lines of text may take: those that are printed.
  var printedColumns: Int { min(definition.printedColumns ?? widths.count, widths.count) }

  /// Width in pixels of the printed columns.
  var pixels: Int { widths.prefix(printedColumns).reduce(0) { $0 + $1 * 7 + 5 } }

  /// Width in pixels of so many columns.
  func pixels(ofFirst count: Int) -> Int { widths.prefix(count).reduce(0) { $0 + $1 * 7 + 5 } }

  /// Adds a line over the whole width, a long one in several rows.
  func addLine(_ text: String, style: CellStyle) {
    let width = widths.prefix(printedColumns).reduce(0, +) - 2 * style.indent
    for piece in TextMeasure.pieces(text, width: width, size: style.size) {
      add(
        [PageCell(.text(piece), style: style, columns: 0...(printedColumns - 1))],
        height: height(ofLine: piece, style))
    }
  }

  /// How high the row is of a line over the whole width.
  private func height(ofLine text: String, _ style: CellStyle) -> Double {
    let width = widths.prefix(printedColumns).reduce(0, +)
    return TextMeasure.height(lines: lines(text, width: width, style), size: style.size)
  }

  /// Adds a label and what stands beside it.
  /// - Parameter other: the sheet that the label leads to.
  func addFact(_ label: String, _ text: String, to other: String? = nil) {
    let first = other.map { other in Self.link(label, to: other, style: .label.leading, column: 0) }
    let width = widths.prefix(printedColumns).dropFirst().reduce(0, +)
    let lines = max(
      lines(label, width: widths[0], .label), lines(text, width: width, .fact))
    add(
      [
        first ?? PageCell(.text(label), style: .label, column: 0),
        PageCell(.text(text), style: .fact, columns: 1...(printedColumns - 1)),
      ], height: TextMeasure.height(lines: lines, size: CellStyle.fact.size))
  }

  /// Adds cells side by side from the first column on.
  func addRow(_ cells: [Cell], _ styles: [CellStyle], size: Double) {
    let row = measured(cells, styles, size: size)
    if row.isCut { cutRows.append(self.row + 1) }
    add(
      zip(cells, styles).enumerated().map { column, cell in
        PageCell(cell.0, style: row.isCut ? cell.1.atTop : cell.1, column: column)
      }, height: row.height)
  }

  /// A row of a table with as much height as its texts need.
  /// - Parameter continued: columns whose text stands in a row above, and needs no height here.
  func measured(
    _ cells: [Cell], _ styles: [CellStyle], size: Double, continued: Set<Int> = []
  ) -> TableRow {
    var lines = 1
    for (column, cell) in cells.enumerated() where !continued.contains(column) {
      guard let text = cell.text else { continue }
      let style = styles[column]
      lines = max(lines, self.lines(text, width: widths[column], style))
      if column >= printedColumns, !style.wraps {
        let needed = min(TextMeasure.width(text) + 2, Self.widest)
        shownWidths[column] = max(shownWidths[column], needed)
      }
    }
    return TableRow(
      cells: cells, height: set(TextMeasure.height(lines: lines, size: size)),
      isCut: !TextMeasure.fits(lines: lines, size: size))
  }

  /// Notes that the next row is taken, by one of a table that is added when all its rows are there.
  func note(_ row: TableRow) {
    if row.isCut { cutRows.append(self.row + 1) }
    endRow(height: row.height)
  }

  /// Notes the rows of headings of a table.
  func noteHeadings(_ heights: [Double]) { heights.forEach(endRow) }

  /// Adds a table whose rows are noted.
  func add(_ table: PageTable) { blocks.append(.table(table)) }

  /// Says under a table which of its rows are not printed whole.
  func addNoteOnCutRows(since first: Int) {
    let cut = cutRows.filter { $0 > first }
    guard !cut.isEmpty else { return }
    let named = cut.prefix(20).map(String.init).joined(separator: "、")
    let more = cut.count > 20 ? "等\(cut.count)行" : "行"
    addLine("注：本页第\(named)\(more)文字过长，打印件未印全，全文见电子表各单元格。", style: .line)
  }

  /// Adds links to sheets beside the head, right of what is printed: on paper they are of no use.
  func addLinks(to names: [String], title: String) {
    let column = printedColumns + 1
    let heading = PageCell(.text(title), style: CellStyle(font: Fonts.heading), column: column)
    let links = names.map { Self.link($0, to: $0, style: .link, column: column) }
    blocks.append(.beside(column: column, [heading] + links))
  }

  static func link(
    _ text: String, to page: String, style: CellStyle, column: Int
  ) -> PageCell {
    PageCell(.link(text, .page(page), otherwise: .text(text)), style: style, column: column)
  }

  /// Adds charts side by side over so many rows, and a free row under them.
  func add(_ charts: [Chart], rows: Int) {
    blocks.append(.charts(charts, rows: rows))
    take(rows)
    skip()
  }

  /// Leaves rows of the usual height free.
  func skip(_ rows: Int = 1) {
    guard !definition.isOnePage || rows > 1 else { return add([], height: 7) }
    blocks.append(.space(rows))
    take(rows)
  }

  private func take(_ rows: Int) {
    row += rows
    fill(Double(rows) * 15, at: row)
  }

  /// Adds charts right of what stands from a height on, which gets free rows until they fit.
  /// - Parameter least: how high they are at least, in points.
  func addBeside(_ charts: (_ height: Double) -> [Chart], from top: Double, least: Double) {
    while height - top < least { skip() }
    blocks.append(.chartsBeside(charts(height - top)))
  }

  /// Says that the head is complete: it does not stand on a page without what follows.
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

  /// Adds headings that stand on every further page, too.
  func repeatingHeadings(_ add: () -> Void) {
    let before = printed.filled
    add()
    printed.repeated = max(0, printed.filled - before)
  }

  /// Takes the last rows along to the next page if lines below them would stand there alone; and
  /// where a page has just begun, has it begin there in programs, too, that get more on a page.
  func keepWithRowsAbove(lines: Int, size: Double) {
    var last = printed
    last.add(Double(lines + 1) * TextMeasure.height(lines: 1, size: size))
    let isNewPage = last.pages > printed.pages
    // A page that is all but full may run over, unless it is made a little smaller.
    let isClose = last.isAllButFull && !(isScalable && last.scaledPages != nil)
    let first = min(row - Self.keptRows, isNewPage || isClose ? row : pageStart)
    guard !definition.isOnePage, isNewPage || isClose || printed.hasJustBegun,
      first > pageBreaks.last ?? 0, !(isScalable && last.isSpared)
    else { return }
    endPage(at: first)
  }

  /// Five lines with a signature.
  private static let keptRows = 4

  /// How many lines a text needs in its cell.
  func lines(_ text: String, width: Int, _ style: CellStyle) -> Int {
    guard style.wraps else { return 1 }
    return TextMeasure.lines(text, width: width - 2 * style.indent, size: style.size)
  }

  /// What has to stand on one page is set closer.
  private func set(_ height: Double) -> Double {
    definition.isOnePage ? (height * 0.9).rounded() : height
  }

  /// Adds a row of single cells.
  func add(_ cells: [PageCell], height: Double) {
    let height = set(height)
    blocks.append(.row(PageRow(cells: cells, height: height)))
    endRow(height: height)
  }

  private func endRow(height: Double) {
    fill(height, at: row)
    row += 1
  }

  private func fill(_ height: Double, at row: Int) {
    self.height += height
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
