import Pages

/// Rows of a sheet as XML, as libxlsxwriter writes them but for two things.
///
/// Cells do not say where they stand: they follow each other from the first column on (ECMA-376,
/// 18.3.1.4), which halves the packed file and the time to pack it. Fractions are written as 0.94,
/// where the library prints 16 digits (0.9399999999999999).
struct SheetRows {
  /// What was written and not yet taken.
  private(set) var bytes: [UInt8] = []
  /// The pieces that are the same in all cells of a column, one after the other.
  private let pieces: [UInt8]
  private let columns: [Column]
  /// Formulas stand in no table but their own.
  private let places = TablePlaces()
  /// How many empty cells stand before the next one of the row.
  private var skipped = 0

  /// Where the pieces of a column stand; ranges, since arrays would be counted in every cell.
  private struct Column {
    /// `<c s="5"`
    let cell: Range<Int>
    /// `<c s="5"><v>`
    let beginNumber: Range<Int>
    /// `<c s="5" t="inlineStr"><is><t>`
    let beginText: Range<Int>
  }

  /// A cell that XML cannot carry.
  struct Refusal: Error {
    let column: Int
    let problem: CellFault.Problem
  }

  /// - Parameter styles: each column's number among the workbook's formats.
  init(styles: [Int32]) {
    var pieces: [UInt8] = []
    func piece(_ text: String) -> Range<Int> {
      pieces += text.utf8
      return (pieces.count - text.utf8.count)..<pieces.count
    }
    columns = styles.map { style in
      let cell = style == 0 ? "<c" : "<c s=\"\(style)\""
      return Column(
        cell: piece(cell), beginNumber: piece("\(cell)><v>"),
        beginText: piece("\(cell) t=\"inlineStr\"><is><t>"))
    }
    self.pieces = pieces
  }

  /// Adds a row; empty cells are without a format, and those at its end not written.
  /// - Parameters:
  ///   - row: counted from 0.
  ///   - height: in points; nil for that of most rows.
  mutating func add(row: Int, height: Double? = nil, _ cells: [Cell]) throws(Refusal) {
    skipped = 0
    add("<row r=\"")
    bytes.append(contentsOf: String(row + 1).utf8)
    if let height {
      add("\" ht=\"")
      add(finite: height)
      add("\" customHeight=\"1")
    }
    add("\">")
    for index in cells.indices {
      do { try add(cells[index], columns[index], row: row) } catch {
        throw Refusal(column: index, problem: error.problem)
      }
    }
    add("</row>")
  }

  /// Hands over what was written, and begins anew.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func add(
    _ cell: Cell, _ column: Column, row: Int
  ) throws(CellText.Refusal) {
    switch cell {
    case .blank, .text(""): skipped += 1
    case .text(let text):
      begin(column.beginText)
      addInline(try CellText.checked(text))
      add("</t></is></c>")
    case .number(let number):
      begin(column.beginNumber)
      try add(number)
      add("</v></c>")
    case .formula(let formula, let number):
      guard let fitting = try fitting(formula, row: row) else {
        return try add(.number(number), column, row: row)
      }
      begin(column.cell)
      add("><f>")
      addEscaped(fitting)
      add("</f><v>")
      try add(number)
      add("</v></c>")
    case .textFormula(let formula, let text):
      guard let fitting = try fitting(formula, row: row) else {
        return try add(.text(text), column, row: row)
      }
      begin(column.cell)
      add(" t=\"str\"><f>")
      addEscaped(fitting)
      add("</f><v>")
      addEscaped(try CellText.checked(text))
      add("</v></c>")
    case .link(_, _, let otherwise): try add(otherwise, column, row: row)
    }
  }

  private func fitting(_ formula: Formula, row: Int) throws(CellText.Refusal) -> String? {
    guard let text = places.text(of: formula, row: row, above: nil) else { return nil }
    return try FormulaText.fitting(text)
  }

  private mutating func begin(_ piece: Range<Int>) {
    for _ in 0..<skipped { add("<c/>") }
    skipped = 0
    pieces.withUnsafeBufferPointer { bytes.append(contentsOf: $0[piece]) }
  }

  private mutating func add(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func add(_ number: Double) throws(CellText.Refusal) {
    guard number.isFinite else { throw CellText.Refusal(problem: .notFinite) }
    add(finite: number)
  }

  private mutating func add(finite number: Double) {
    if let integer = Int64(exactly: number) {
      bytes.append(contentsOf: String(integer).utf8)
    } else {
      bytes.append(contentsOf: number.description.utf8)
    }
  }

  /// Adds the text of a cell. Blanks at its ends are lost unless it says that they matter.
  private mutating func addInline(_ text: String) {
    func isBlank(_ byte: UInt8?) -> Bool {
      byte.map { $0 == 0x20 || (9...13).contains($0) } ?? false
    }
    if isBlank(text.utf8.first) || isBlank(text.utf8.last) {
      bytes.removeLast()
      add(" xml:space=\"preserve\">")
    }
    addEscaped(text)
  }

  private mutating func addEscaped(_ text: String) {
    var text = text
    text.withUTF8 { characters in
      if !characters.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) {
        return bytes.append(contentsOf: characters)
      }
      for character in characters {
        switch character {
        case UInt8(ascii: "&"): add("&amp;")
        case UInt8(ascii: "<"): add("&lt;")
        case UInt8(ascii: ">"): add("&gt;")
        default: bytes.append(character)
        }
      }
    }
  }
}
