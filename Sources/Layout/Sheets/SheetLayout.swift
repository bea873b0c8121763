import Definitions
import Domain
import Pages

/// Lays out the blocks of one sheet.
final class SheetLayout {
  let report: ReportLayout
  let page: SheetPage
  /// The tables of the sheet that are still to come.
  private var tables: ArraySlice<BoundTable>
  /// What live sums go by.
  let keys: LineKeys
  /// The tables that stand on the sheet so far.
  var placed: [PlacedTable] = []
  /// How many rows the results have, by query.
  var rowCounts: [String: Int] = [:]

  typealias Tables = (_ query: String) throws -> ResultStream

  init(report: ReportLayout, page: SheetPage, tables: [BoundTable], keys: LineKeys) {
    self.report = report
    self.page = page
    self.tables = tables[...]
    self.keys = keys
  }

  /// Lays the sheet out.
  func page(tables: Tables) throws -> Page {
    try addHead()
    page.endHead()
    let blocks = page.definition.blocks
    for (index, block) in blocks.enumerated() {
      try keep(block, with: blocks.dropFirst(index + 1).first)
      try add(block, tables: tables)
    }
    if page.definition.hasFooting { try addFooting() }
    return page.finish(headings)
  }

  private func addHead() throws {
    if page.definition.hasHead {
      for piece in Cell.pieces(try report.filled(page.definition.title)) {
        page.addLine(piece, style: .title)
      }
    }
    if let notice = try report.notice() { page.addLine(notice, style: .notice) }
    guard page.definition.hasHead else { return }
    for line in try report.lines(of: page.definition) { page.addLine(line, style: .line) }
  }

  private func add(_ block: ReportDefinition.Block, tables: Tables) throws {
    switch block {
    case .table:
      if let table = self.tables.popFirst() { try add(table, tables: tables) }
    case .charts(let charts): add(charts)
    case .chartsBeside(let charts): addBeside(charts)
    case .relations(let relations): try add(relations, tables: tables)
    case .links(let names): addLinks(to: names)
    case .facts(let facts):
      for fact in facts {
        let text = try report.filled(fact.text)
        for (index, piece) in Cell.pieces(text).enumerated() {
          page.addFact(index == 0 ? fact.label : "", piece)
        }
      }
      page.skip()
    case .text(let text):
      for line in try lines(of: text) { page.addLine(line.text, style: line.style) }
      // Headings and paragraphs of a document follow one another.
      if ![.heading, .paragraph].contains(text.style) { page.skip() }
    case .space(let rows): page.skip(rows)
    case .heading(let heading): page.addLine(try report.filled(heading), style: .caption)
    case .contents(let contents): try add(contents)
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
      .flatMap(Cell.pieces)
  }

  private func add(_ contents: ReportDefinition.Contents) throws {
    let others = report.report.sheets.filter { $0.name != page.definition.name }
    guard contents.isPrinted else {
      return page.addLinks(to: others.map(\.name), title: contents.title)
    }
    page.addLine(contents.title, style: .caption)
    for sheet in others {
      page.addFact(sheet.name, try report.filled(sheet.title), to: sheet.name)
    }
    page.skip()
  }

  private func addFooting() throws {
    let lines = try lines(of: report.report.footing)
    page.keepWithRowsAbove(lines: lines.count, size: page.definition.fontSize)
    page.skip()
    for line in lines { page.addLine(line, style: .line) }
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
  private var headings: RepeatedHeadings {
    if case .table = page.definition.blocks.first, page.definition.tables.count == 1,
      let table = placed.first
    {
      // Rows of cells that are one cannot be filtered.
      return .list(
        frozenColumns: page.definition.frozenColumns,
        hasFilter: !table.definition.columns.contains(where: \.isMerged))
    }
    return placed.last.map { repeatsHeadings(of: $0.definition) } == true ? .last : .none
  }
}

extension CellStyle {
  /// How a line of text is set.
  static func text(_ style: ReportDefinition.TextStyle) -> CellStyle {
    switch style {
    case .note: CellStyle(wraps: true)
    case .masthead:
      CellStyle(font: Fonts.title, size: 30, alignment: .center, wraps: true, colour: 0xC00000)
    case .document: CellStyle(size: 16, alignment: .center, wraps: true)
    case .title: .title
    case .statement: CellStyle(font: Fonts.heading, size: 12, wraps: true)
    case .heading: CellStyle(font: Fonts.heading, size: 16, wraps: true)
    case .paragraph: CellStyle(size: 16, wraps: true)
    case .signature: CellStyle(size: 16, alignment: .right, wraps: true)
    }
  }
}
