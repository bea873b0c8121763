import Domain
import Pages

extension Workbook {
  /// Writes the pages of a workbook; it has to be closed yet.
  convenience init(_ book: Book, path: String) throws {
    try self.init(
      path: path, title: book.title, author: book.author, created: book.created)
    places = TablePlaces(book.pages)
    let links = LinkBook()
    for page in book.pages {
      try PageWriter(page, on: try addSheet(page.name), links).write()
    }
    try links.write()
  }
}

/// Writes a page through libxlsxwriter, from top to bottom.
final class PageWriter {
  private let page: Page
  private let sheet: Worksheet
  private let links: LinkBook
  /// The row that is written next.
  private var row = 0
  /// Where the tables stand so far.
  private var areas: [ListArea] = []
  /// Which of the tables charts draw.
  private let drawn: Set<Int>

  init(_ page: Page, on sheet: Worksheet, _ links: LinkBook) {
    self.page = page
    self.sheet = sheet
    self.links = links
    drawn = Set(
      page.blocks.flatMap { block -> [Int] in
        switch block {
        case .charts(let charts, _), .chartsBeside(let charts): charts.map(\.table)
        case .row, .space, .table, .beside: []
        }
      })
  }

  func write() throws {
    sheet.hasObjects = !drawn.isEmpty
    for block in page.blocks { try write(block) }
    try sheet.setWidths(page.widths)
    try sheet.setPage(page.print)
    if let tab = page.tab { sheet.setTab(tab) }
    switch page.headings {
    case .none: break
    case .list(let frozenColumns, let hasFilter):
      guard let area = areas.first else { return }
      try sheet.setList(area, frozenColumns: frozenColumns, hasFilter: hasFilter)
      if page.print.pagesWide > 1 { try sheet.repeatColumns(frozenColumns) }
    case .last:
      if let area = areas.last { try sheet.repeatHeadings(of: area) }
    }
  }

  private func write(_ block: Page.Block) throws {
    switch block {
    case .row(let line):
      for cell in line.cells { try write(cell, row: row) }
      try endRow(height: line.height)
    case .space(let rows): row += rows
    case .table(let table): try write(table)
    case .charts(let charts, let rows): try write(charts, rows: rows)
    case .chartsBeside(let charts):
      for chart in charts where areas.indices.contains(chart.table) {
        let area = areas[chart.table]
        try sheet.insert(
          ChartArea(chart: chart, rows: area.rows, row: area.headingRows.lowerBound))
      }
    case .beside(_, let cells):
      for (index, cell) in cells.enumerated() { try write(cell, row: index + 1) }
    }
  }

  private func write(_ cell: PageCell, row: Int) throws {
    if cell.columns.count > 1 {
      try sheet.merge(cell.cell, rows: row...row, columns: cell.columns, style: cell.style)
    } else {
      try write(cell.cell, column: cell.columns.lowerBound, row: row, style: cell.style)
    }
  }

  private func write(_ cell: Cell, column: Int, row: Int, style: CellStyle) throws {
    if case .link(let text, .page(let other), _) = cell {
      return try sheet.link(text, to: other, row: row, column: column, style: style)
    }
    try write(cell, row: row, column: column, format: sheet.workbook.format(style))
  }

  private func write(_ cell: Cell, row: Int, column: Int, format: CellFormat) throws {
    try sheet.write(cell, row: row, column: column, format: format)
    if case .link(let text, .row(let target), _) = cell {
      links.add(text, to: target, on: sheet, row: row, column: column, style: format.style)
    }
  }

  private func endRow(height: Double) throws {
    try sheet.setHeight(height, row: row)
    row += 1
  }

  private func write(_ table: PageTable) throws {
    let isDrawn = drawn.contains(areas.count)
    let headingRows = try writeHeadings(of: table, isDrawn: isDrawn)
    let formats = try table.columns.map { try sheet.workbook.format($0.style) }
    // Cells that do not show all of their text show its beginning.
    lazy var topFormats = Result { try formats.map(atTop) }
    let first = row
    try table.forEachRow { shown in
      let formats = shown.isCut ? try topFormats.get() : formats
      for (column, cell) in shown.cells.enumerated() {
        try write(cell, row: row, column: column, format: formats[column])
        if isDrawn { try sheet.draw(cell, row: row, column: column) }
      }
      for (name, key) in zip(table.keys, shown.keys) {
        links.add(
          RowKey(table: table.name, column: name, key: key), sheet: sheet.name, row: row)
      }
      try endRow(height: shown.height)
    }
    guard row > first else { return }
    let rows = first...(row - 1)
    try sheet.setLooks(of: table.columns, rows: rows)
    for merge in table.merges {
      try sheet.merge(
        .text(merge.text), rows: (merge.rows.lowerBound + first)...(merge.rows.upperBound + first),
        columns: merge.column...merge.column, style: merge.style)
    }
    sheet.tableAbove = rows
    areas.append(
      ListArea(
        headingRows: headingRows, lastRow: rows.upperBound, columns: table.columns.count))
  }

  /// The same format for cells that do not show all of their text.
  private func atTop(_ format: CellFormat) throws -> CellFormat {
    var style = format.style
    style.isAtTop = true
    return try sheet.workbook.format(style)
  }

  /// Writes the headings, over those of a group its own.
  private func writeHeadings(
    of table: PageTable, isDrawn: Bool
  ) throws -> ClosedRange<Int> {
    let first = row
    let format = try sheet.workbook.format(table.headingStyle)
    let texts = [table.columns.map(\.group), table.columns.map(\.heading)]
    for (texts, height) in zip(texts.suffix(table.headingHeights.count), table.headingHeights) {
      for (column, text) in texts.enumerated() {
        try sheet.write(.text(text), row: row, column: column, format: format)
        if isDrawn { try sheet.draw(.text(text), row: row, column: column) }
      }
      try endRow(height: height)
    }
    guard table.headingHeights.count > 1 else { return first...first }
    for columns in table.headingGroups {
      let column = table.columns[columns.lowerBound]
      let isAlone = column.group.isEmpty
      try sheet.merge(
        .text(isAlone ? column.heading : column.group),
        rows: first...(isAlone ? first + 1 : first), columns: columns, style: table.headingStyle)
    }
    return first...(first + 1)
  }

  private func write(_ charts: [Chart], rows: Int) throws {
    for chart in charts where areas.indices.contains(chart.table) {
      try sheet.insert(ChartArea(chart: chart, rows: areas[chart.table].rows, row: row))
    }
    for row in row..<(row + rows) { try sheet.setHeight(15, row: row) }
    row += rows
    // Something must stand in the last one, or it would not be printed.
    try sheet.write(.blank, row: row - 1, column: 0, format: sheet.workbook.format(.line))
  }
}

extension Worksheet {
  /// Colours the words of columns that have colours, and shows shares as bars.
  func setLooks(of columns: [PageTable.Column], rows: ClosedRange<Int>) throws {
    for (index, column) in columns.enumerated() {
      for tinted in column.tints {
        try colour(word: tinted.word, as: tinted.tint, column: index, rows: rows)
      }
    }
    for (index, column) in columns.enumerated() where column.hasBar {
      try addBars(column: index, rows: rows)
    }
  }
}
