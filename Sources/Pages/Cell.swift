/// What stands in a cell.
public enum Cell: Hashable, Sendable {
  case blank
  case text(String)
  case number(Double)
  /// A live formula, and the value that every viewer shows at once.
  case formula(Formula, number: Double)
  indirect case textFormula(Formula, text: String)
  /// A text that leads elsewhere in the workbook, and what stands there where it leads nowhere.
  indirect case link(String, Link, otherwise: Cell)

  /// The text that the cell shows; nil for a number.
  public var text: String? {
    switch self {
    case .text(let text), .textFormula(_, let text): text
    case .link(_, _, let cell): cell.text
    case .blank, .number, .formula: nil
    }
  }

  /// The number that the cell shows, if it shows one.
  public var number: Double? {
    switch self {
    case .number(let number), .formula(_, let number): number
    case .link(_, _, let cell): cell.number
    case .blank, .text, .textFormula: nil
    }
  }

  /// The most UTF-16 units that a cell takes.
  public static let textLimit = 32_767

  /// A text in pieces that a cell takes, with room for an indent; none of an empty one.
  public static func pieces(_ text: String) -> [String] {
    var (pieces, length) = ([""], 0)
    guard text.utf16.count > textLimit - 100 else { return text.isEmpty ? [] : [text] }
    for character in text {
      let units = character.utf16.count
      if length + units > textLimit - 100 {
        pieces.append("")
        length = 0
      }
      pieces[pieces.count - 1].append(character)
      length += units
    }
    return pieces
  }
}

/// Where a cell leads.
public enum Link: Hashable, Sendable {
  /// A page of the workbook.
  case page(String)
  /// The first row of a table with a key; where there is none such, the text leads nowhere.
  case row(RowKey)
}

/// What a row of a table is found by.
public struct RowKey: Hashable, Sendable {
  public let table: String
  public let column: String
  public let key: String

  public init(table: String, column: String, key: String) {
    self.table = table
    self.column = column
    self.key = key
  }
}
