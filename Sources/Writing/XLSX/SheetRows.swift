import Domain
import Pages

/// Rows of a sheet as XML.
///
/// Fractions are written as 0.94, where libxlsxwriter prints 16 digits (0.9399999999999999).
struct SheetRows {
  /// What was written and not yet taken.
  private(set) var bytes: [UInt8] = []
  /// Where the texts of cells stand; nil where they stand in their cells.
  ///
  /// Cells without shared texts do not say where they stand either: they follow each other from the
  /// first column on (ECMA-376, 18.3.1.4), and empty ones have no format. That halves the packed
  /// file of a long list and the time to pack it. In the workbook that officials open, cells say
  /// all, for programs that read no more than Excel writes.
  private let strings: SharedStrings?
  /// The number of the row, counted from 1, in digits.
  private var row: [UInt8] = []
  /// The letters of the columns that were written so far.
  private var letters: [[UInt8]] = []
  /// The column after the last cell of the row.
  private var next = 0

  init(strings: SharedStrings? = nil) { self.strings = strings }

  /// Begins a row.
  /// - Parameters:
  ///   - row: counted from 0.
  ///   - height: in points; nil for that of most rows.
  mutating func begin(row: Int, height: Double? = nil) {
    self.row.removeAll(keepingCapacity: true)
    self.row.add(decimal: row + 1)
    next = 0
    bytes.add("<row r=\"")
    bytes += self.row
    if let height {
      bytes.add("\" ht=\"")
      bytes.add(finite: height)
      bytes.add("\" customHeight=\"1")
    }
    bytes.add("\">")
  }

  mutating func end() { bytes.add("</row>") }

  /// Adds a cell right of those of the row.
  /// - Parameters:
  ///   - cell: As `checked` leaves it.
  ///   - format: Its number in the workbook.
  mutating func add(_ cell: AddressedCell, column: Int, format: Int32) {
    if case .blank = cell {
      guard strings != nil, format != 0 else { return }
      begin(column, format)
      return bytes.add("/>")
    }
    begin(column, format)
    switch cell {
    case .blank: break
    case .text(let text):
      if let strings {
        bytes.add(" t=\"s\"><v>")
        bytes.add(decimal: strings.number(of: text))
        bytes.add("</v></c>")
      } else {
        bytes.add(" t=\"inlineStr\"><is>")
        bytes.add(textElement: text)
        bytes.add("</is></c>")
      }
    case .number(let number):
      bytes.add("><v>")
      bytes.add(finite: number)
      bytes.add("</v></c>")
    case .formula(let formula, let number):
      bytes.add("><f>")
      bytes.add(escaped: formula)
      bytes.add("</f><v>")
      bytes.add(finite: number)
      bytes.add("</v></c>")
    case .textFormula(let formula, let text):
      bytes.add(" t=\"str\"><f>")
      bytes.add(escaped: formula)
      bytes.add("</f><v>")
      bytes.add(escaped: text)
      bytes.add("</v></c>")
    }
  }

  /// Hands over what was written, and begins anew.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func begin(_ column: Int, _ format: Int32) {
    if strings == nil {
      for _ in next..<column { bytes.add("<c/>") }
      bytes.add("<c")
    } else {
      while letters.count <= column {
        letters.append(Array(CellAddress.letters(of: letters.count + 1).utf8))
      }
      bytes.add("<c r=\"")
      bytes += letters[column]
      bytes += row
      bytes.append(UInt8(ascii: "\""))
    }
    next = column + 1
    guard format != 0 else { return }
    bytes.add(" s=\"")
    bytes.add(decimal: Int(format))
    bytes.append(UInt8(ascii: "\""))
  }
}
