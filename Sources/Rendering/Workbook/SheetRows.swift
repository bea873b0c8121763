/// Rows of a sheet as XML, in the form that libxlsxwriter gives those it writes in order.
///
/// Only fractions differ: 0.94, where the library prints 16 digits (0.9399999999999999).
struct SheetRows {
  /// What was written and not yet taken.
  private(set) var bytes: [UInt8] = []
  private let columns: [Column]
  private var number: [UInt8] = []

  /// What is the same in all cells of a column.
  private struct Column {
    /// `<c r="AB`
    let address: [UInt8]
    /// `" s="5"`
    let style: [UInt8]
    let beginNumber: [UInt8]
    let beginText: [UInt8]
  }

  /// - Parameter styles: each column's number among the workbook's formats.
  init(styles: [Int32]) {
    columns = styles.enumerated().map { index, style in
      let style = style == 0 ? "\"" : "\" s=\"\(style)\""
      return Column(
        address: Array("<c r=\"\(CellAddress.letters(index))".utf8), style: Array(style.utf8),
        beginNumber: Array("\(style)><v>".utf8),
        beginText: Array("\(style) t=\"inlineStr\"><is><t>".utf8))
    }
  }

  /// - Parameter row: counted from 0.
  mutating func beginRow(_ row: Int) {
    number = Array(String(row + 1).utf8)
    add("<row r=\"")
    bytes += number
    add("\">")
  }

  mutating func endRow() { add("</row>") }

  /// Hands over what was written, and begins anew.
  mutating func take(_ body: ([UInt8]) throws -> Void) rethrows {
    try body(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds a cell; empty ones are not written.
  mutating func add(_ cell: Cell, column index: Int) throws(CellText.Refusal) {
    switch cell {
    case .blank, .text(""): return
    case .text(let text):
      begin(index, columns[index].beginText)
      addInline(try CellText.checked(text))
      add("</t></is></c>")
    case .number(let number):
      begin(index, columns[index].beginNumber)
      try add(number)
      add("</v></c>")
    case .formula(let formula, let number):
      begin(index, columns[index].style)
      add("><f>")
      addEscaped(try FormulaText.checked(formula))
      add("</f><v>")
      try add(number)
      add("</v></c>")
    case .textFormula(let formula, let text):
      begin(index, columns[index].style)
      add(" t=\"str\"><f>")
      addEscaped(try FormulaText.checked(formula))
      add("</f><v>")
      addEscaped(try CellText.checked(text))
      add("</v></c>")
    }
  }

  private mutating func begin(_ index: Int, _ kind: [UInt8]) {
    bytes += columns[index].address
    bytes += number
    bytes += kind
  }

  private mutating func add(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func add(_ number: Double) throws(CellText.Refusal) {
    guard number.isFinite else { throw CellText.Refusal(problem: .notFinite) }
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
