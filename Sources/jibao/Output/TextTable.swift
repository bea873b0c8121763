/// Rows in columns for a terminal; a Chinese character takes two places.
struct TextTable {
  let rows: [[String]]
  /// Which columns stand at the right of their place.
  let numeric: Set<Int>

  init(rows: [[String]], numeric: Set<Int> = []) {
    self.rows = rows.map { $0.map { $0.escapingInvisible() } }
    self.numeric = numeric
  }

  var text: String {
    let widths = rows.reduce(into: [Int]()) { widths, row in
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], cell.places)
      }
    }
    return rows.map { row in
      let cells = row.enumerated().map { index, cell in
        let blanks = String(repeating: " ", count: widths[index] - cell.places)
        if numeric.contains(index) { return blanks + cell }
        return index == row.count - 1 ? cell : cell + blanks
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}

extension String {
  /// The places that the text takes on a terminal.
  var places: Int {
    unicodeScalars.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
  }
}

extension Unicode.Scalar {
  /// Whether the character is as wide as a Chinese one.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
