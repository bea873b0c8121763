/// What stands on a sheet, counted: by us when it is handed to libxlsxwriter, and again in the XML
/// that the library made of it.
struct SheetTally: Hashable {
  /// Rows that hold a cell or have a height of their own.
  var rows = 0
  var cells = 0
  /// Bytes of the texts and formulas in the cells, so that none was cut in the middle.
  var bytes = 0
  var mergedCells = 0
  /// Rules of conditional formats.
  var rules = 0
  var links = 0

  /// The first count that differs, for a message.
  func difference(from meant: SheetTally) -> (of: String, found: Int, meant: Int)? {
    let counts: [(String, KeyPath<SheetTally, Int>)] = [
      ("row", \.rows), ("c", \.cells), ("t", \.bytes), ("mergeCell", \.mergedCells),
      ("cfRule", \.rules), ("hyperlink", \.links),
    ]
    return counts.first { self[keyPath: $0.1] != meant[keyPath: $0.1] }
      .map { ($0.0, self[keyPath: $0.1], meant[keyPath: $0.1]) }
  }
}

/// Which cells of a sheet hold something, and how many bytes of text; a later value counts for an
/// earlier one.
struct WrittenCells {
  /// By row; nil for rows that there are not.
  private var rows: [[UInt32]?] = []
  private(set) var tally = SheetTally()

  /// Stands for a cell that there is not.
  private static let none = UInt32.max

  /// Notes a row.
  mutating func add(row: Int) {
    while rows.count <= row { rows.append(nil) }
    guard rows[row] == nil else { return }
    rows[row] = []
    tally.rows += 1
  }

  /// Notes a cell with so many bytes of text.
  mutating func add(row: Int, column: Int, bytes: Int) {
    add(row: row)
    let count = rows[row]?.count ?? 0
    if column > count {
      rows[row]?.append(contentsOf: repeatElement(Self.none, count: column - count))
    }
    if column >= count {
      rows[row]?.append(UInt32(bytes))
      tally.cells += 1
    } else if let before = rows[row]?[column] {
      if before == Self.none { tally.cells += 1 } else { tally.bytes -= Int(before) }
      rows[row]?[column] = UInt32(bytes)
    }
    tally.bytes += bytes
  }

  mutating func addMergedCell() { tally.mergedCells += 1 }
  mutating func addRule() { tally.rules += 1 }
  mutating func addLink() { tally.links += 1 }
}
