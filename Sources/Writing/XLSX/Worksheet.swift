import CXlsxWriter
import Pages

/// A sheet of a workbook. Rows and columns count from 0.
final class Worksheet {
  /// The most rows that a sheet holds.
  static let rowLimit = 1_048_576
  /// The most columns.
  static let columnLimit = 16_384

  let name: String
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  unowned let workbook: Workbook
  /// What stands in it; of the library's own cells none is kept.
  private(set) var cells = SheetCells()
  /// The rows of the table that was written last.
  var tableAbove: ClosedRange<Int>?
  /// What was handed to the library so far.
  var written = SheetTally()
  /// Whether the library has to know heights and values: it places charts and comments by the
  /// heights of rows, and stores in charts what they show.
  var hasObjects = true
  /// The columns that are merged, by row.
  private var merged: [Int: [ClosedRange<Int>]] = [:]

  init(name: String, sheet: UnsafeMutablePointer<lxw_worksheet>, workbook: Workbook) {
    self.name = name
    self.sheet = sheet
    self.workbook = workbook
  }

  /// Height of a row in points.
  func setHeight(_ height: Double, row: Int) throws {
    cells.setHeight(height, row: row)
    guard hasObjects else { return }
    try workbook.check(worksheet_set_row(sheet, UInt32(row), height, nil), "worksheet_set_row")
  }

  /// Frees the memory of the cells, once they are written.
  func dropCells() { cells = SheetCells() }

  /// Writes a cell; text only ever as a string, numbers only if they are finite.
  func write(_ cell: Cell, row: Int, column: Int, format: CellFormat) throws {
    try write(
      addressed: AddressedCell(cell, workbook.places, row: row, above: tableAbove), row: row,
      column: column, format: format)
  }

  /// Writes a cell whose formula has its addresses.
  func write(
    addressed cell: AddressedCell, row: Int, column: Int, format: CellFormat
  ) throws {
    try hold(row: row, column: column)
    do {
      let cell = try cell.checked()
      cells.put(
        SheetCells.Cell(column: Int32(column), format: format.number, cell: cell), row: row)
    } catch let refusal {
      throw CellFault(sheet: name, row: row + 1, column: column + 1, problem: refusal.problem)
    }
  }

  /// Tells the library what a cell shows that a chart draws.
  func draw(_ cell: Cell, row: Int, column: Int) throws {
    let (row, column) = (UInt32(row), UInt16(column))
    if let number = cell.number {
      try workbook.check(
        worksheet_write_number(sheet, row, column, number, nil), "worksheet_write_number")
    } else if let text = cell.text, !text.isEmpty {
      try workbook.check(
        worksheet_write_string(sheet, row, column, text, nil), "worksheet_write_string")
    }
  }

  /// Writes a cell over several rows and columns.
  func merge(
    _ cell: Cell, rows: ClosedRange<Int>, columns: ClosedRange<Int>, style: CellStyle
  ) throws {
    let format = try workbook.format(style)
    try hold(row: rows.upperBound, column: columns.upperBound)
    if columns.count > 1 || rows.count > 1 {
      try noteMerged(rows: rows, columns: columns)
      for row in rows {
        for column in columns { try write(.blank, row: row, column: column, format: format) }
      }
      written.mergedCells += 1
      let code = worksheet_merge_range(
        sheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
        UInt16(columns.upperBound), "", format.pointer)
      try workbook.check(code, "worksheet_merge_range")
    }
    try write(cell, row: rows.lowerBound, column: columns.lowerBound, format: format)
  }

  /// - Throws: `OutputFault` if a merged cell would cover part of another.
  private func noteMerged(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws {
    for row in rows {
      guard merged[row, default: []].allSatisfy({ !$0.overlaps(columns) }) else {
        let cell = TablePlaces.cell(rows.lowerBound, columns.lowerBound)
        throw OutputFault(path: workbook.path, problem: .overlap(sheet: name, cell: cell))
      }
      merged[row, default: []].append(columns)
    }
  }

  /// Writes text as a link to a sheet of the workbook.
  func link(
    _ text: String, to other: String, row: Int, column: Int, style: CellStyle = .link
  ) throws {
    let format = try workbook.format(style)
    try write(.text(text), row: row, column: column, format: format)
    let code = worksheet_write_url_opt(
      sheet, UInt32(row), UInt16(column), "internal:" + Self.address(other, row: 0),
      format.pointer, text, nil)
    try workbook.check(code, "worksheet_write_url")
    written.links += 1
  }

  /// Writes text that leads to a row of a sheet of the workbook; nothing if it is too long for a
  /// link.
  ///
  /// A formula, since a sheet holds no more than 65,530 links, rows that are sorted leave them
  /// behind, and LibreOffice does not wrap their text.
  func link(
    _ text: String, to place: (sheet: String, row: Int), row: Int, column: Int, style: CellStyle
  ) throws {
    let target = "#" + Self.address(place.sheet, row: place.row)
    let parts = [target, text].map(FormulaText.literal).joined(separator: ",")
    let formula = "HYPERLINK(\(parts))"
    guard FormulaText.fits(formula) else { return }
    try write(
      addressed: .textFormula(formula, text: text), row: row, column: column,
      format: workbook.format(style))
  }

  private static func address(_ sheet: String, row: Int) -> String {
    "\(FormulaText.sheet(sheet))!A\(row + 1)"
  }

  /// - Throws: `OutputFault` if the sheet has no such cell.
  private func hold(row: Int, column: Int) throws {
    guard row < Self.rowLimit else {
      throw OutputFault(path: workbook.path, problem: .tooManyRows(row + 1))
    }
    guard column < Self.columnLimit else {
      throw OutputFault(path: workbook.path, problem: .tooManyColumns(column + 1))
    }
  }
}
