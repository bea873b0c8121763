import Definitions
import Domain

/// The headings of a table: what stands over each column of its sheet.
struct TableHeadings {
  /// A column of the sheet under a heading.
  struct Column {
    /// From 1.
    let number: Int
    /// The heading as it is written, its line breaks as blanks; two levels with a slash between.
    var name: String
    /// The lower heading, which stands right above the cells.
    let cell: RowField
    let keys: [HeadingKey]
  }

  /// The numbers of the rows of the headings.
  let rows: ClosedRange<Int>
  /// Ascending; only columns under a heading.
  let columns: [Column]

  /// Reads the headings out of one row, or out of two, the upper one merged over the lower.
  /// - Parameter merges: Those that lie in these rows.
  init(_ rows: [HeadRow], merges: [CellRange]) {
    let first = rows.first?.number ?? 1
    self.rows = first...max(first, rows.last?.number ?? first)
    let width = rows.map(\.fields.count).max() ?? 0
    var columns: [Column] = []
    // Without merges an upper heading holds for what stands below it and to its right.
    var carried = ""
    for number in 1...max(width, 1) where number <= width {
      if let upper = rows.first?.text(number) { carried = upper }
      if rows.last?.text(number) == nil { carried = "" }
      let upper = merges.isEmpty ? carried : ""
      let levels = rows.map {
        let isUpper = $0.number != rows.last?.number
        return Self.text(number, $0, rows, merges) ?? (isUpper ? upper : "")
      }
      guard let column = Self.column(number, levels, rows) else { continue }
      columns.append(column)
    }
    self.columns = Self.distinct(columns)
  }

  /// The heading over a column in a row, its own or that of the merged cell over it.
  private static func text(
    _ number: Int, _ row: HeadRow, _ rows: [HeadRow], _ merges: [CellRange]
  ) -> String? {
    if let own = row.text(number) { return own }
    let cell = CellAddress(row: row.number, column: number)
    guard let merge = merges.first(where: { $0.contains(cell) }) else { return nil }
    return rows.first { $0.number == merge.first.row }?.text(merge.first.column) ?? ""
  }

  private static func column(_ number: Int, _ levels: [String], _ rows: [HeadRow]) -> Column? {
    var parts: [String] = []
    for level in levels where !level.isEmpty && parts.last != level { parts.append(level) }
    guard let lower = parts.last else { return nil }
    let name = parts.joined(separator: "/")
    let cell =
      rows.reversed().lazy.compactMap { $0.text(number) == nil ? nil : $0.field(number) }.first
      ?? rows.last?.field(number) ?? rows.first?.fields.first
    guard let cell else { return nil }
    return Column(
      number: number, name: name, cell: cell,
      keys: parts.count > 1
        ? [HeadingKey(name), HeadingKey(lower), HeadingKey(parts[0])] : [HeadingKey(name)])
  }

  /// Equal headings get the letters of their columns behind them, but the first.
  private static func distinct(_ columns: [Column]) -> [Column] {
    var seen: Set<String> = []
    return columns.map { column in
      var column = column
      if !seen.insert(column.name).inserted {
        column.name += "（\(CellAddress.letters(of: column.number))）"
      }
      return column
    }
  }

  // MARK: Finding

  enum Finding: Equatable {
    case found(Int)
    case none
    /// Several columns have the heading.
    case several([Int])
  }

  /// The column that a mapping calls by its heading or its letters.
  func find(_ name: String) -> Finding {
    let key = Self.key(name)
    for level in 0..<3 {
      for isBare in [false, true] {
        let found = columns.filter { column in
          guard level < column.keys.count else { return false }
          return isBare
            ? column.keys[level].bare == key.bare : column.keys[level].exact == key.exact
        }
        if found.count == 1 { return .found(found[0].number) }
        if found.count > 1 { return .several(found.map(\.number)) }
      }
    }
    if let letters = CellAddress.column(of: name.uppercased()) { return .found(letters) }
    return .none
  }

  /// Two levels that say the same are one heading.
  private static func key(_ name: String) -> HeadingKey {
    let levels = name.split(separator: "/").map { HeadingKey(String($0)) }
    return levels.count == 2 && levels[0] == levels[1] ? levels[0] : HeadingKey(name)
  }

  /// The column under a heading that is exactly one of ours.
  func own(_ column: RegisterColumn) -> Int? {
    columns.first { found in
      found.keys.contains { $0.exact == column.heading || $0.exact == column.id }
    }?.number
  }

  func column(_ number: Int) -> Column? { columns.first { $0.number == number } }
}

/// One of the first rows of a sheet, as it stands there.
struct HeadRow {
  /// In a sheet the number of the row, in a text that of the record, from 1.
  let number: Int
  let fields: [RowField]

  func field(_ column: Int) -> RowField? {
    fields.indices.contains(column - 1) ? fields[column - 1] : nil
  }

  /// The text over a column without blanks around it; nil if empty. Line breaks are blanks between
  /// words in Latin letters and nothing else.
  func text(_ column: Int) -> String? {
    guard let field = field(column) else { return nil }
    let text = FieldText.string(field)
    guard !text.isEmpty else { return nil }
    return text.split(whereSeparator: \.isNewline).reduce(into: "") { name, line in
      let isWord = name.last?.isASCII == true && line.first?.isASCII == true
      name += (isWord ? " " : "") + line
    }
  }
}

/// The content of fields.
enum FieldText {
  /// The content of a field without blanks around it and without doubled quotes.
  static func string(_ field: RowField) -> String {
    guard field.isEscaped else {
      return String(decoding: Blanks.trim(field.bytes), as: UTF8.self)
    }
    let room = ByteBuffer(count: field.bytes.count)
    return withExtendedLifetime(room) {
      String(
        decoding: Blanks.trim(CSVEscapes.remove(field.bytes, into: room.bytes)), as: UTF8.self)
    }
  }

  static func isBlank(_ field: RowField) -> Bool {
    field.bytes.isEmpty || Blanks.trim(field.bytes).isEmpty
  }
}
