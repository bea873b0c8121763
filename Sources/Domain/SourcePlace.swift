/// A place in a file, in a sheet of a workbook, or in the rows that a query gave: lines, rows and
/// columns count from 1; 0 where the fault has none.
public struct SourcePlace: Hashable, Sendable {
  public let file: String
  /// The line, or the row of a sheet or of a query's result.
  public let line: Int
  public let column: Int
  /// Whether a row of a query's result is meant; its columns are named, not counted.
  public let isRow: Bool
  /// The name of the sheet; nil for what is no workbook, or for the workbook as a whole.
  public let sheet: String?
  /// The sheet's number among the tabs, from 1; 0 without a sheet.
  public let tab: Int

  private init(
    file: String, line: Int, column: Int, isRow: Bool, sheet: String?, tab: Int
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.isRow = isRow
    self.sheet = sheet
    self.tab = tab
  }

  public init(file: String, line: Int = 0, column: Int = 0) {
    self.init(file: file, line: line, column: column, isRow: false, sheet: nil, tab: 0)
  }

  /// A row of the result of the query in a file.
  public init(query file: String, row: Int) {
    self.init(file: file, line: row, column: 0, isRow: true, sheet: nil, tab: 0)
  }

  /// A cell of a sheet; without a cell the sheet as a whole.
  /// - Parameter tab: The sheet's number among the tabs, from 1.
  public init(file: String, sheet: String, tab: Int, cell: CellAddress? = nil) {
    self.init(
      file: file, line: cell?.row ?? 0, column: cell?.column ?? 0, isRow: false, sheet: sheet,
      tab: tab)
  }

  /// The cell of a sheet, nil for any other place.
  public var cell: CellAddress? {
    guard sheet != nil, line > 0, column > 0 else { return nil }
    return CellAddress(row: line, column: column)
  }

  /// The place within its file: `12`, or `重点任务!F12`; empty for the file as a whole.
  public var within: String {
    guard let sheet else { return line > 0 ? String(line) : "" }
    guard let cell else { return sheet }
    return "\(sheet)!\(cell)"
  }
}

extension SourcePlace: Comparable {
  /// By the file's name, the order of the tabs, row and column.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.file, left.tab, left.line, left.column)
      < (right.file, right.tab, right.line, right.column)
  }
}
