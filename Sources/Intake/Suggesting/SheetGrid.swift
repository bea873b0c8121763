import Domain

/// A sheet as a grid of texts, with its merges by their first cell.
struct SheetGrid {
  let sheet: Sheet
  /// Merged cells by the first of them.
  private let merges: [CellAddress: CellRange]
  /// The first and last column with a cell that is not empty.
  let columns: ClosedRange<Int>

  init(_ sheet: Sheet) {
    self.sheet = sheet
    merges = Dictionary(
      sheet.merges.map { ($0.first, $0) }, uniquingKeysWith: { first, _ in first })
    let numbers = sheet.cells.lazy.map { Int($0.column) }
    columns = (numbers.min() ?? 1)...(numbers.max() ?? 1)
  }

  /// The text of a cell, trimmed; empty where there is none.
  func text(_ row: Int, _ column: Int) -> String {
    sheet.cell(row, column).map(text) ?? ""
  }

  func text(_ cell: SheetCell) -> String {
    String(decoding: Blanks.trim(sheet.bytes(cell)), as: UTF8.self)
  }

  /// The cells of a row that hold more than blanks.
  func cells(_ row: SheetRow) -> [(cell: SheetCell, text: String)] {
    sheet.cells[row.cells].compactMap { cell in
      let text = text(cell)
      return text.isEmpty && cell.kind != .formulaWithoutValue ? nil : (cell, text)
    }
  }

  /// The merge whose first cell stands at a place.
  func merge(_ row: Int, _ column: Int) -> CellRange? {
    merges[CellAddress(row: row, column: column)]
  }

  func row(_ number: Int) -> SheetRow? { sheet.rows(in: number...number).first }

  /// The columns in which anything stands below a row.
  func filledColumns(below row: Int) -> Set<Int> {
    var columns: Set<UInt16> = []
    for cell in sheet.cells where Int(cell.row) > row { columns.insert(cell.column) }
    return Set(columns.map(Int.init))
  }

  /// The letters of a column.
  static func letters(_ column: Int) -> String {
    CellAddress(row: 1, column: column).description.filter(\.isLetter)
  }
}

extension CellRange {
  var rowCount: Int { last.row - first.row + 1 }
  var columnCount: Int { last.column - first.column + 1 }
}
