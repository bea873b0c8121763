import Domain

/// A sheet of a workbook as it was read: its cells as text, and what the office sees of it.
final class Sheet {
  let name: String
  let visibility: Visibility
  /// A sheet of its own for a chart: it has no cells.
  let isDrawing: Bool
  /// Rows with a cell that is not empty, ascending.
  let rows: [SheetRow]
  /// Cells that are not empty, by row, then by column.
  let cells: [SheetCell]
  /// What the sheet says beside its cells.
  let details: Details
  private let texts: TextPool
  private let shared: TextPool

  enum Visibility { case visible, hidden, veryHidden }

  /// What a sheet says beside its cells.
  struct Details {
    var merges: [CellRange] = []
    var lists: [ListValidation] = []
    /// From 1; hidden, or of the width 0.
    var hiddenColumns: Set<Int> = []
    /// Comments, notes and threads of comments; the persons' names are no part of the text.
    var comments: [CellAddress: String] = [:]
    var hasFilter = false
    /// Cells filled with a colour, empty ones among them.
    var colouredCells = 0
  }

  init(
    name: String, visibility: Visibility = .visible, isDrawing: Bool = false,
    rows: [SheetRow] = [], cells: [SheetCell] = [], details: Details = Details(),
    texts: TextPool = TextPool(), shared: TextPool = TextPool()
  ) {
    self.name = name
    self.visibility = visibility
    self.isDrawing = isDrawing
    self.rows = rows
    self.cells = cells
    self.details = details
    self.texts = texts
    self.shared = shared
  }

  var isHidden: Bool { visibility != .visible }
  var merges: [CellRange] { details.merges }
  var lists: [ListValidation] { details.lists }
  var hiddenColumns: Set<Int> { details.hiddenColumns }
  var comments: [CellAddress: String] { details.comments }
  var hasFilter: Bool { details.hasFilter }
  /// How many cells are filled with a colour, empty ones among them.
  var colouredCells: Int { details.colouredCells }
  /// How many rows that are not empty do not show.
  var hiddenRows: Int { rows.count(where: \.isHidden) }

  /// The text of a cell in UTF-8, valid as long as the sheet.
  func bytes(_ cell: SheetCell) -> UnsafeBufferPointer<UInt8> {
    (cell.flags.contains(.shared) ? shared : texts).bytes(cell.start, cell.end)
  }

  /// The text of a cell.
  func text(_ cell: SheetCell) -> String { String(decoding: bytes(cell), as: UTF8.self) }

  /// The time of a day with a time, `17:00:00`; nil for other cells.
  func time(_ cell: SheetCell) -> String? {
    guard cell.kind == .dateTime else { return nil }
    let (start, overflow) = cell.end.addingReportingOverflow(1)
    guard !overflow, start <= UInt32.max - 8 else { return nil }
    return String(decoding: texts.bytes(start, start + 8), as: UTF8.self)
  }

  /// The cell at a place, both from 1; nil if it is empty.
  func cell(_ row: Int, _ column: Int) -> SheetCell? {
    let index = Self.first(in: 0..<rows.count) { rows[$0].number >= row }
    guard index < rows.count, rows[index].number == row else { return nil }
    let range = rows[index].cells
    let place = Self.first(in: range) { Int(cells[$0].column) >= column }
    guard place < range.upperBound, Int(cells[place].column) == column else { return nil }
    return cells[place]
  }

  /// The rows of some numbers.
  func rows(in numbers: ClosedRange<Int>) -> ArraySlice<SheetRow> {
    let all = 0..<rows.count
    let start = Self.first(in: all) { rows[$0].number >= numbers.lowerBound }
    let end = Self.first(in: start..<all.upperBound) { rows[$0].number > numbers.upperBound }
    return rows[start..<end]
  }

  /// The same sheet with drop-down lists.
  func with(_ lists: [ListValidation]) -> Sheet {
    var details = details
    details.lists = lists
    return Sheet(
      name: name, visibility: visibility, isDrawing: isDrawing, rows: rows, cells: cells,
      details: details, texts: texts, shared: shared)
  }

  func cell(_ address: CellAddress) -> SheetCell? { cell(address.row, address.column) }

  /// The first index that holds a condition which all later ones hold too.
  private static func first(in range: Range<Int>, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
