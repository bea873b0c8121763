import Domain

/// A cell that is not empty. Its text stands in the sheet, which hands it out; 16 bytes.
struct SheetCell {
  /// What stands in a cell.
  enum Kind: UInt8 {
    case text
    /// The shortest decimal text, as Excel shows it in the format General; with `%` where the cell's
    /// format shows a percentage.
    case number
    /// The text is the ISO day.
    case date
    /// The text is the ISO day; the sheet knows the time.
    case dateTime
    /// A time of day without a day; the text is `17:00:00`.
    case time
    /// The first of a month in a format that shows no day: the text is `2016年9月`.
    case month
    /// `TRUE` or `FALSE`.
    case boolean
    /// One of Excel's words for an error, such as `#REF!`.
    case error
    /// The workbook holds a formula and no result of it; the text is empty.
    case formulaWithoutValue
  }

  /// From 1.
  let row: UInt32
  /// From 1.
  let column: UInt16
  let kind: Kind
  let flags: Flags
  /// Where the text stands among those of the sheet, or of the workbook if it is shared.
  let start: UInt32
  let end: UInt32

  struct Flags: OptionSet {
    let rawValue: UInt8
    static let formula = Flags(rawValue: 1)
    static let coloured = Flags(rawValue: 2)
    static let shared = Flags(rawValue: 4)
  }

  /// Whether a formula stands there; the text is its stored result.
  var isFormula: Bool { flags.contains(.formula) }
  /// Whether the cell is filled with a colour.
  var isColoured: Bool { flags.contains(.coloured) }
  var address: CellAddress { CellAddress(row: Int(row), column: Int(column)) }
}

/// A row with at least one cell that is not empty.
struct SheetRow {
  /// From 1.
  let number: Int
  /// By hand, by a filter, or with the height 0.
  let isHidden: Bool
  /// Its cells among those of the sheet.
  let cells: Range<Int>
}

/// A drop-down list of some cells.
struct ListValidation: Hashable {
  let ranges: [CellRange]
  /// The words it offers, in order; of a range elsewhere, what stands in its cells.
  let words: [String]
}
