/// A cell of a sheet, row and column counted from 1; written as Excel writes it, `F12`.
public struct CellAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The last row that a sheet can have.
  public static let lastRow = 1_048_576
  /// The last column, XFD.
  public static let lastColumn = 16_384

  public let row: Int
  public let column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// An address as `F12` or `$F$12`; nil for any other text, and outside of what a sheet can have.
  public init?(_ text: some StringProtocol) {
    self.init(text.utf8)
  }

  /// An address in UTF-8.
  public init?(_ bytes: some Sequence<UInt8>) {
    var column = 0
    var row = 0
    var marks = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "$"):
        // Before the letters, and between them and the digits.
        marks += 1
        guard row == 0, marks <= (column == 0 ? 1 : 2) else { return nil }
      case 0x41...0x5A, 0x61...0x7A:
        guard row == 0, column <= Self.lastColumn else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case 0x30...0x39:
        guard column > 0, row > 0 || byte != 0x30, row <= Self.lastRow else { return nil }
        row = row * 10 + Int(byte & 0x0F)
      default: return nil
      }
    }
    guard (1...Self.lastColumn).contains(column), (1...Self.lastRow).contains(row) else {
      return nil
    }
    self.init(row: row, column: column)
  }

  public var description: String { Self.letters(of: column) + String(row) }

  /// The letters of a column: 6 is F, 28 is AB.
  public static func letters(of column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(0x41 + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The column that letters name; nil for any other text, and outside of what a sheet can have.
  public static func column(of letters: some StringProtocol) -> Int? {
    guard letters.utf8.allSatisfy({ $0 > 0x39 }) else { return nil }
    return CellAddress(String(letters) + "1")?.column
  }

  /// By row, then by column.
  public static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// Cells from one corner to the other; written `A1:F12`, one cell as `A1`.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
  /// The upper left corner.
  public let first: CellAddress
  /// The lower right corner.
  public let last: CellAddress

  /// The smallest range that holds two cells.
  public init(_ one: CellAddress, _ other: CellAddress) {
    first = CellAddress(row: min(one.row, other.row), column: min(one.column, other.column))
    last = CellAddress(row: max(one.row, other.row), column: max(one.column, other.column))
  }

  /// `A1:F12`, `A1`, whole columns `B:C` or whole rows `2:3`, with or without `$`; nil for any other
  /// text.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let start = parts.first, let end = parts.last else { return nil }
    if let first = CellAddress(start), let last = CellAddress(end) {
      self.init(first, last)
      return
    }
    let (from, to) = (String(start.filter { $0 != "$" }), String(end.filter { $0 != "$" }))
    guard parts.count == 2 else { return nil }
    if let first = CellAddress.column(of: from), let last = CellAddress.column(of: to) {
      self.init(
        CellAddress(row: 1, column: first), CellAddress(row: CellAddress.lastRow, column: last))
    } else if (from + to).utf8.allSatisfy({ $0 <= 0x39 }), let first = CellAddress("A" + from),
      let last = CellAddress("A" + to)
    {
      self.init(first, CellAddress(row: last.row, column: CellAddress.lastColumn))
    } else {
      return nil
    }
  }

  public var rows: ClosedRange<Int> { first.row...last.row }
  public var columns: ClosedRange<Int> { first.column...last.column }

  public func contains(_ cell: CellAddress) -> Bool {
    rows.contains(cell.row) && columns.contains(cell.column)
  }

  public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
