import Domain

/// Puts a sheet together, cell by cell in the order of rows and columns.
struct SheetBuilder {
  private(set) var rows: [SheetRow] = []
  private(set) var cells: [SheetCell] = []
  let texts = TextPool()
  private var start = 0

  /// Makes room for the cells of a part of so many bytes, so that they need not be moved. What of it
  /// is not filled takes no memory.
  mutating func reserve(bytes: Int) { cells.reserveCapacity(min(bytes / 32, 1 << 24)) }

  /// Adds a cell behind the last one of the row that is being built.
  mutating func add(_ cell: SheetCell) { cells.append(cell) }

  /// Adds a cell with its text, and the time of a day with a time; both from 1.
  mutating func add(
    _ text: String, kind: SheetCell.Kind = .text, row: Int, column: Int,
    flags: SheetCell.Flags = [], time: String = ""
  ) {
    let start = UInt32(clamping: texts.count)
    texts.add(text)
    let end = UInt32(clamping: texts.count)
    if kind == .dateTime { texts.add("T" + (time.isEmpty ? "00:00:00" : time)) }
    cells.append(
      SheetCell(
        row: UInt32(clamping: row), column: UInt16(clamping: column), kind: kind, flags: flags,
        start: start, end: end))
  }

  /// Adds a cell with the bytes of its text.
  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, kind: SheetCell.Kind, row: Int, column: Int,
    flags: SheetCell.Flags
  ) {
    let start = UInt32(clamping: texts.count)
    texts.add(text)
    cells.append(
      SheetCell(
        row: UInt32(clamping: row), column: UInt16(clamping: column), kind: kind, flags: flags,
        start: start, end: UInt32(clamping: texts.count)))
  }

  /// Ends a row; one without cells is none.
  mutating func endRow(_ number: Int, isHidden: Bool = false) {
    guard cells.count > start else { return }
    rows.append(SheetRow(number: number, isHidden: isHidden, cells: start..<cells.count))
    start = cells.count
  }

  /// Puts the cells of the row that is being built in the order of their columns.
  /// - Returns: A column that occurs twice.
  mutating func sortRow() -> UInt16? {
    cells[start...].sort { $0.column < $1.column }
    return zip(cells[start...], cells[start...].dropFirst())
      .first { $0.column == $1.column }?.0.column
  }

  /// Puts all cells in the order of rows and columns, a row that came in pieces together.
  /// - Returns: Cells that are there twice.
  mutating func sortRows() -> [CellAddress] {
    let hidden = Set(rows.filter(\.isHidden).map(\.number))
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    rows = []
    start = 0
    for index in cells.indices
    where index + 1 == cells.count || cells[index + 1].row != cells[index].row {
      let number = Int(cells[index].row)
      rows.append(
        SheetRow(number: number, isHidden: hidden.contains(number), cells: start..<(index + 1)))
      start = index + 1
    }
    return zip(cells, cells.dropFirst())
      .filter { ($0.row, $0.column) == ($1.row, $1.column) }.map(\.0.address)
  }

  /// How many cells the row that is being built has.
  var rowCount: Int { cells.count - start }

  func sheet(
    name: String, visibility: Sheet.Visibility = .visible, details: Sheet.Details = .init(),
    shared: TextPool = TextPool()
  ) -> Sheet {
    Sheet(
      name: name, visibility: visibility, rows: rows, cells: cells, details: details,
      texts: texts, shared: shared)
  }
}

extension Sheet {
  /// A sheet of texts from row 1, column A on, as tests write it; nil and "" are empty cells.
  convenience init(
    name: String, visibility: Visibility = .visible, rows: [[String?]],
    details: Details = Details()
  ) {
    var builder = SheetBuilder()
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        if let text, !text.isEmpty { builder.add(text, row: row + 1, column: column + 1) }
      }
      builder.endRow(row + 1)
    }
    self.init(
      name: name, visibility: visibility, rows: builder.rows, cells: builder.cells,
      details: details, texts: builder.texts)
  }
}
