import Definitions
import Domain

/// Writes the blocks of one sheet.
final class SheetWriter {
  let report: ReportWriter
  let page: SheetPage
  /// The tables of the sheet that are still to come.
  private var tables: ArraySlice<BoundTable>
  let links: LinkBook
  /// What live sums go by.
  let keys: LineKeys
  /// The tables that stand on the sheet so far.
  var placed: [PlacedTable] = []
  /// How many rows the results have, by query.
  var rowCounts: [String: Int] = [:]

  typealias Tables = (_ query: String) throws -> ResultStream

  init(
    report: ReportWriter, page: SheetPage, tables: [BoundTable], links: LinkBook, keys: LineKeys
  ) {
    self.report = report
    self.page = page
    self.tables = tables[...]
    self.links = links
    self.keys = keys
  }

  /// Writes the sheet.
  func write(tables: Tables) throws {
    try writeHead()
    page.endHead()
    let blocks = page.definition.blocks
    for (index, block) in blocks.enumerated() {
      try keep(block, with: blocks.dropFirst(index + 1).first)
      try write(block, tables: tables)
    }
    if page.definition.hasFooting { try writeFooting() }
    try page.sheet.setWidths(page.shownWidths)
    try setPage()
  }

  private func writeHead() throws {
    if page.definition.hasHead {
      for piece in CellText.pieces(try report.filled(page.definition.title)) {
        try page.addLine(piece, style: .title)
      }
    }
    if let notice = try report.notice() { try page.addLine(notice, style: .notice) }
    guard page.definition.hasHead else { return }
    for line in try report.lines(of: page.definition) { try page.addLine(line, style: .line) }
  }

  private func write(_ block: ReportDefinition.Block, tables: Tables) throws {
    switch block {
    case .table:
      if let table = self.tables.popFirst() { try write(table, tables: tables) }
    case .charts(let charts): try write(charts)
    case .facts(let facts):
      for fact in facts {
        let text = try report.filled(fact.text)
        for (index, piece) in CellText.pieces(text).enumerated() {
          try page.addFact(index == 0 ? fact.label : "", piece)
        }
      }
      page.skip()
    case .text(let text):
      for line in try lines(of: text) { try page.addLine(line.text, style: line.style) }
      // Headings and paragraphs of a document follow one another.
      if ![.heading, .paragraph].contains(text.style) { page.skip() }
    case .space(let rows): page.skip(rows)
    case .heading(let heading):
      try page.addLine(report.filled(heading), style: .caption)
    case .contents(let contents): try write(contents)
    }
  }

  /// Keeps a heading on the page of what it is over, and a signature on that of what it is under.
  private func keep(
    _ block: ReportDefinition.Block, with next: ReportDefinition.Block?
  ) throws {
    guard case .text(let text) = block else { return }
    switch (text.style, next) {
    case (.heading, .text(let next)): page.keepTogether(try lines(of: text) + lines(of: next))
    case (.signature, _):
      page.keepWithRowsAbove(
        lines: try lines(of: text).count, size: CellStyle.text(.signature).size)
    default: break
    }
  }

  private func lines(of text: ReportDefinition.Lines) throws -> [(text: String, style: CellStyle)] {
    let indent = text.style == .paragraph ? "　　" : ""
    return try lines(of: text.lines).map { (indent + $0, CellStyle.text(text.style)) }
  }

  /// What templates say, line by line, without empty ones; one that no cell holds goes on in the
  /// next.
  private func lines(of templates: [Template]) throws -> [String] {
    try templates.flatMap { try report.filled($0).split(separator: "\n").map(String.init) }
      .flatMap(CellText.pieces)
  }

  private func write(_ contents: ReportDefinition.Contents) throws {
    let others = report.report.sheets.filter { $0.name != page.sheet.name }
    guard contents.isPrinted else {
      return try page.addLinks(to: others.map(\.name), title: contents.title)
    }
    try page.addLine(contents.title, style: .caption)
    for sheet in others {
      try page.addFact(sheet.name, report.filled(sheet.title), to: sheet.name)
    }
    page.skip()
  }

  private func writeFooting() throws {
    let lines = try lines(of: report.report.footing)
    page.keepWithRowsAbove(lines: lines.count, size: page.definition.fontSize)
    page.skip()
    for line in lines { try page.addLine(line, style: .line) }
  }

  /// Whether the headings of a table stand on every page that it takes: it is the last block.
  func repeatsHeadings(of table: ReportDefinition.Table) -> Bool {
    guard !page.definition.isOnePage, case .table(let last) = page.definition.blocks.last else {
      return false
    }
    return last.query == table.query
  }

  /// A sheet that is one list gets filters, and headings that stay; under other blocks, the
  /// headings of the last table are repeated.
  private func setPage() throws {
    try page.sheet.setPage(
      printedColumns: page.printedColumns, hasGridlines: page.definition.hasGridlines,
      pagesHigh: page.pagesHigh, isUpright: page.isUpright)
    try page.sheet.setPageBreaks(page.pageBreaks)
    if case .table = page.definition.blocks.first, page.definition.tables.count == 1,
      let table = placed.first
    {
      try page.sheet.setList(
        table.area, frozenColumns: page.definition.frozenColumns,
        hasFilter: !table.definition.columns.contains(where: \.isMerged))
    } else if let table = placed.last, repeatsHeadings(of: table.definition) {
      try page.sheet.repeatHeadings(of: table.area)
    }
  }
}
