import Pages

/// The cells of a sheet, in memory until the sheet is written.
struct SheetCells {
  struct Cell {
    let column: Int32
    /// The number of the format in the workbook.
    let format: Int32
    let cell: AddressedCell
  }

  private struct Row {
    /// In points; nil for that of most rows.
    var height: Double?
    /// From left to right.
    var cells: [Cell] = []
  }

  private var rows: [Row] = []
  private var lastColumn = 0

  /// How many rows there are, up to the last that holds a cell or has a height of its own.
  var rowCount: Int { rows.count }

  mutating func setHeight(_ height: Double, row: Int) {
    makeRoom(for: row)
    rows[row].height = height
  }

  /// Puts a cell in; a later one takes the place of an earlier one.
  mutating func put(_ cell: Cell, row: Int) {
    makeRoom(for: row)
    lastColumn = max(lastColumn, Int(cell.column))
    let last = rows[row].cells.last?.column ?? -1
    guard last >= cell.column else { return rows[row].cells.append(cell) }
    let place = rows[row].cells.firstIndex { $0.column >= cell.column } ?? 0
    if rows[row].cells[place].column == cell.column {
      rows[row].cells[place] = cell
    } else {
      rows[row].cells.insert(cell, at: place)
    }
  }

  /// Where the sheet begins and ends: `A1:L50`.
  var dimension: String { "A1:\(TablePlaces.cell(max(rows.count, 1) - 1, lastColumn))" }

  /// Hands over the rows as XML, in pieces.
  func write(strings: SharedStrings, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
    var written = SheetRows(strings: strings)
    for (index, row) in rows.enumerated() where row.height != nil || !row.cells.isEmpty {
      written.begin(row: index, height: row.height)
      for cell in row.cells {
        written.add(cell.cell, column: Int(cell.column), format: cell.format)
      }
      written.end()
      if written.bytes.count >= 1 << 16 { try written.take().withUnsafeBytes(output) }
    }
    try written.take().withUnsafeBytes(output)
  }

  private mutating func makeRoom(for row: Int) {
    while rows.count <= row { rows.append(Row()) }
  }
}
