import CXlsxWriter
import Definitions
import Domain
import Foundation
import Packages

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
  init(_ plan: CompanionPlan, counts: [Int]) throws {
    let held = HeldParts()
    styles = try Self.write(plan, counts, to: held)
    let sheetNames = counts.indices.map { "xl/worksheets/sheet\($0 + 1).xml" }
    let others = held.parts.filter { !sheetNames.contains($0.name) }
      .map { Part(name: $0.name, head: $0.content, tail: []) }
    parts = Self.fixed.flatMap { name in others.filter { $0.name == name } }
    lists = others.filter { !Self.fixed.contains($0.name) }
    sheets = try zip(sheetNames, counts).map { name, rows in
      let content = held.parts.first { $0.name == name }?.content ?? []
      return try Self.sheet(name, content, lastRow: plan.firstRow + rows - 1, of: plan)
    }
  }

  private static let fixed = [
    "_rels/.rels", "xl/theme/theme1.xml", "xl/styles.xml", "docProps/core.xml",
  ]

  /// Cuts a sheet where its rows are to stand, and makes room for them in its dimension.
  private static func sheet(
    _ name: String, _ content: [UInt8], lastRow: Int, of plan: CompanionPlan
  ) throws -> Part {
    let xml = String(decoding: content, as: UTF8.self)
    guard let end = xml.firstRange(of: "</sheetData>") else {
      throw OutputFault(
        path: plan.path, problem: .package(PackageFault(part: name, problem: .cutOff)))
    }
    func dimension(_ row: Int) -> String {
      "<dimension ref=\"A1:\(CellName.name(row: row, column: plan.layout.columns.count - 1))\"/>"
    }
    let head = xml[..<end.lowerBound].replacing(
      dimension(plan.firstRow - 1), with: dimension(lastRow))
    return Part(name: name, head: Array(head.utf8), tail: Array(xml[end.lowerBound...].utf8))
  }

  /// Writes the workbook without its rows.
  /// - Returns: the number of each column's format.
  private static func write(
    _ plan: CompanionPlan, _ counts: [Int], to parts: HeldParts
  ) throws -> [Int32] {
    let workbook = try Workbook(
      path: plan.path, title: plan.title, author: plan.author, created: plan.created,
      isStreamed: true)
    for (index, rows) in counts.enumerated() {
      let sheet = try workbook.addSheet(plan.name(ofSheet: index))
      try writeHeadings(plan, on: sheet)
      try setUp(sheet, plan, lastRow: plan.firstRow + rows - 1)
    }
    let styles = try plan.layout.columns.map { column in
      // Without borders: empty cells are not written, and would stand out.
      var style = column.style(size: plan.fontSize)
      style.hasBorder = false
      // A row may be too low for a long text: then its beginning shows.
      style.isAtTop = column.format == .text
      return lxw_format_get_xf_index(try workbook.format(style).pointer)
    }
    try workbook.close(into: parts)
    return styles
  }

  /// Headings over groups of columns are left out: cells over several rows break in constant
  /// memory.
  private static func writeHeadings(_ plan: CompanionPlan, on sheet: Worksheet) throws {
    try sheet.setWidths(plan.layout.columns.map(\.width))
    sheet.setUsualHeight(plan.rowHeight)
    let above = [(plan.title, CellStyle.caption)] + plan.lines.map { ($0, CellStyle.line) }
    let printed = plan.layout.columns.prefix(plan.printedColumns).map(\.width).reduce(0, +)
    for (index, (text, style)) in above.enumerated() {
      let lines = TextMeasure.lines(text, width: printed, size: style.size)
      try sheet.setHeight(TextMeasure.height(lines: lines, size: style.size), row: index)
      try sheet.merge(text, row: index, columns: 0...(plan.printedColumns - 1), style: style)
    }
    let heading = try sheet.workbook.format(.columnHeading(size: plan.fontSize))
    let lines = plan.layout.columns.map {
      TextMeasure.lines($0.brokenHeading, width: $0.width, size: plan.fontSize)
    }
    try sheet.setHeight(
      TextMeasure.height(lines: lines.max() ?? 1, size: plan.fontSize), row: plan.headingRow)
    for (index, column) in plan.layout.columns.enumerated() {
      try sheet.write(
        .text(column.brokenHeading), row: plan.headingRow, column: index, format: heading)
    }
  }

  private static func setUp(_ sheet: Worksheet, _ plan: CompanionPlan, lastRow: Int) throws {
    let columns = plan.layout.columns.count
    let area = ListArea(
      headingRows: plan.headingRow...plan.headingRow, lastRow: lastRow, columns: columns)
    try sheet.setList(area, frozenColumns: plan.frozenColumns)
    if lastRow >= plan.firstRow {
      try sheet.colourLights(plan.layout, rows: plan.firstRow...lastRow, lights: plan.lights)
    }
    try sheet.setPage(
      printedColumns: plan.printedColumns, rows: lastRow + 1, hasGridlines: true)
  }
}

extension Worksheet {
  /// Gives the words of the plan's lights their colours, in the columns that show lights.
  func colourLights(_ layout: TableLayout, rows: ClosedRange<Int>, lights: [Plan.Light]) throws {
    for (index, column) in layout.columns.enumerated() where column.format == .light {
      for light in lights {
        try colour(word: light.word, as: Tint(light.colour), column: index, rows: rows)
      }
    }
  }
}
