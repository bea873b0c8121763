import CXlsxWriter
import Domain
import Foundation
import Packages
import Pages

/// What a companion workbook holds besides its rows: written by libxlsxwriter, with the headings
/// alone, and taken apart.
struct CompanionFrame {
  /// A part of the workbook; of a sheet, what stands before and after its rows.
  struct Part {
    let name: String
    let head: [UInt8]
    let tail: [UInt8]
  }

  /// The parts that are the same however many sheets there are, but the sheets; `_rels/.rels` comes
  /// first, by which programs tell what the file is.
  let parts: [Part]
  /// Those that name the sheets.
  let lists: [Part]
  let sheets: [Part]
  /// The number of each column's format.
  let styles: [Int32]

  /// Has the frame written and reads it.
  /// - Parameter counts: How many of the rows stand on each sheet.
  init(_ page: LongPage, path: String, counts: [Int]) throws {
    let held = HeldParts()
    styles = try Self.write(page, path, counts, to: held)
    let sheetNames = counts.indices.map { "xl/worksheets/sheet\($0 + 1).xml" }
    let others = held.parts.filter { !sheetNames.contains($0.name) }
      .map { Part(name: $0.name, head: $0.content, tail: []) }
    parts = Self.fixed.flatMap { name in others.filter { $0.name == name } }
    lists = others.filter { !Self.fixed.contains($0.name) }
    sheets = try zip(sheetNames, counts).map { name, rows in
      let content = held.parts.first { $0.name == name }?.content ?? []
      return try Self.sheet(name, content, lastRow: page.firstRow + rows - 1, of: page, path)
    }
  }

  private static let fixed = [
    "_rels/.rels", "xl/theme/theme1.xml", "xl/styles.xml", "docProps/core.xml",
  ]

  /// Cuts a sheet behind the rows of its headings, and makes room for its rows in its dimension.
  private static func sheet(
    _ name: String, _ content: [UInt8], lastRow: Int, of page: LongPage, _ path: String
  ) throws -> Part {
    let dimension = "A1:\(TablePlaces.cell(lastRow, page.columns.count - 1))"
    let frame = try OutputFault.of(path) {
      try SheetFrame(content, part: name, dimension: dimension, keepsRows: true)
    }
    return Part(name: name, head: frame.head, tail: frame.tail)
  }

  /// Writes the workbook without its rows.
  /// - Returns: the number of each column's format.
  private static func write(
    _ page: LongPage, _ path: String, _ counts: [Int], to parts: HeldParts
  ) throws -> [Int32] {
    let workbook = try Workbook(
      path: path, title: page.title, author: page.author, created: page.created)
    for (index, rows) in counts.enumerated() {
      let sheet = try workbook.addSheet(page.name(ofSheet: index))
      try writeHeadings(page, on: sheet)
      try setUp(sheet, page, lastRow: page.firstRow + rows - 1)
    }
    let styles = try page.columns.map { try workbook.format($0.style).number }
    try workbook.close(into: parts)
    return styles
  }

  /// Headings over groups of columns are left out: cells over several rows break in constant
  /// memory.
  private static func writeHeadings(_ page: LongPage, on sheet: Worksheet) throws {
    try sheet.setWidths(page.widths)
    sheet.setUsualHeight(page.rowHeight)
    for (row, line) in page.lines.enumerated() {
      try sheet.setHeight(line.height, row: row)
      for cell in line.cells {
        try sheet.merge(cell.cell, rows: row...row, columns: cell.columns, style: cell.style)
      }
    }
    let heading = try sheet.workbook.format(page.headingStyle)
    try sheet.setHeight(page.headingHeight, row: page.headingRow)
    for (index, column) in page.columns.enumerated() {
      try sheet.write(.text(column.heading), row: page.headingRow, column: index, format: heading)
    }
  }

  private static func setUp(_ sheet: Worksheet, _ page: LongPage, lastRow: Int) throws {
    let area = ListArea(
      headingRows: page.headingRow...page.headingRow, lastRow: lastRow,
      columns: page.columns.count)
    try sheet.setList(area, frozenColumns: page.frozenColumns)
    if lastRow >= page.firstRow {
      try sheet.setLooks(of: page.columns, rows: page.firstRow...lastRow)
    }
    try sheet.setPage(
      PrintSetUp(columns: page.printedColumns, hasGridlines: true), rows: lastRow + 1)
  }
}
