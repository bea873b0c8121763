public import Domain

extension ResultTable {
  /// Some columns as text that is read at a glance: headings, then rows, aligned; `·` for null.
  ///
  /// - Parameter names: The columns, parted by blanks.
  public func text(_ names: String) -> String {
    let names = names.split(separator: " ").map(String.init)
    let cells = rows.map { row in
      names.map { name in index(of: name).map { row[$0].cell } ?? "no column \(name)" }
    }
    return TextTable(rows: [names] + cells).text
  }
}

extension Value {
  /// The value as a table of a test shows it.
  public var cell: String {
    switch self {
    case .null: "·"
    case .integer(let integer): "\(integer)"
    case .text(let text): text
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}

/// Rows of cells, aligned.
public struct TextTable {
  private let rows: [[String]]

  public init(rows: [[String]]) {
    self.rows = rows
  }

  /// One line a row, columns two blanks apart, no blanks at the ends of lines.
  public var text: String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { Self.width($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let padded = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - Self.width(cell))
      }
      let line = padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// Chinese characters are two columns wide.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && $1 != "…" ? 2 : 1) }
  }
}
