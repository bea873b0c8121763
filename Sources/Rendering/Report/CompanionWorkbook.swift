import Definitions
import Domain

/// What a companion workbook is made of: a long table, row after row, over as many sheets as it
/// takes.
struct CompanionPlan: Sendable {
  let path: String
  let folder: String
  let title: String
  let author: String
  let sheetName: String
  /// A warning and the lines above the table.
  let lines: [String]
  let fontSize: Double
  let frozenColumns: Int
  let created: Day
  let lights: [Plan.Light]
  let layout: TableLayout
  let sheetRows: Int
}

/// Writes a companion workbook in constant memory; used from the thread that made it.
final class CompanionWorkbook {
  private let plan: CompanionPlan
  private let workbook: Workbook
  private let formats: [CellFormat]
  private var sheet: Worksheet
  private var row = 0
  private var rowCounts: [Int] = []

  init(_ plan: CompanionPlan) throws {
    self.plan = plan
    workbook = try Workbook(
      path: plan.path, title: plan.title, author: plan.author, created: plan.created,
      isStreamed: true, temporaryFolder: plan.folder)
    formats = try plan.layout.columns.map { [workbook] in
      // Without borders: empty cells are not written, and would stand out.
      var style = $0.format.style(size: plan.fontSize, width: $0.width)
      style.hasBorder = false
      return try workbook.format(style)
    }
    sheet = try workbook.addSheet(plan.sheetName)
    try beginSheet()
  }

  /// Adds a row of the result.
  func write(_ values: [Value]) throws {
    if row == plan.sheetRows {
      try endSheet()
      sheet = try workbook.addSheet("\(plan.sheetName)(\(rowCounts.count + 1))")
      try beginSheet()
    }
    for index in plan.layout.columns.indices {
      let cell = plan.layout.columns[index].cell(values, sheetRow: row)
      if cell == .blank || cell == .text("") { continue }
      try sheet.write(cell, row: row, column: index, format: formats[index])
    }
    row += 1
  }

  /// Closes the workbook and reads it back.
  func finish() throws {
    try endSheet()
    try workbook.close()
    try WorkbookCheck(path: plan.path).verify(lastRows: rowCounts)
  }

  private var headingRow: Int { plan.lines.count + 1 }

  /// Headings are not merged: in constant memory that breaks them.
  private func beginSheet() throws {
    try sheet.setWidths(plan.layout.columns.map(\.width))
    let lines = [(plan.title, CellStyle.caption)] + plan.lines.map { ($0, CellStyle.line) }
    for (index, (text, style)) in lines.enumerated() {
      var style = style
      style.wraps = false
      try sheet.write(.text(text), row: index, column: 0, format: workbook.format(style))
    }
    let heading = try workbook.format(.columnHeading(size: plan.fontSize))
    for (index, column) in plan.layout.columns.enumerated() {
      try sheet.write(.text(column.heading), row: headingRow, column: index, format: heading)
    }
    row = headingRow + 1
  }

  private func endSheet() throws {
    let columns = plan.layout.columns.count
    let area = ListArea(headingRow: headingRow, lastRow: row - 1, columns: columns)
    try sheet.setList(area, frozenColumns: plan.frozenColumns)
    if row > headingRow + 1 {
      try sheet.colourLights(plan.layout, rows: (headingRow + 1)...(row - 1), lights: plan.lights)
    }
    try sheet.setPage(printedColumns: columns, hasGridlines: true, isOnePage: false)
    rowCounts.append(sheet.rowCount)
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
