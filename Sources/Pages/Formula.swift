/// A live formula by what it means: it becomes addresses when all tables of a workbook have their
/// places. Columns without a table are those of the formula's own row, counted from 0.
public indirect enum Formula: Hashable, Sendable {
  /// One cell of the row divided by another, rounded; words where there is nothing to divide by.
  case quotient(numerator: Int, denominator: Int, places: Int, empty: String)
  /// One cell of the row less another, times a factor, rounded; words where one is no number.
  case difference(of: Int, less: Int, factor: Int, places: Int, absence: String)
  /// The sum of a column of the table above.
  case sumAbove(column: Int)
  /// Whether a cell of the row has a number: ✓ or ✗.
  case agrees(column: Int, number: Int64)
  /// The greatest number in a column of the table above.
  case greatestAbove(column: Int)
  /// The rows of another table of the workbook that meet conditions, added up or counted.
  case lines(Lines)

  /// The most UTF-16 units of a piece of text in a formula; Excel takes no more.
  public static let literalLimit = 255

  /// Rows of another table.
  public struct Lines: Hashable, Sendable {
    public enum Condition: Hashable, Sendable {
      /// A column of theirs holds what a cell of the own row shows.
      case cell(column: String, own: Int)
      case text(column: String, String)
      case number(column: String, Int64)
    }

    public let table: String
    /// The column that is added up; nil to count rows.
    public let column: String?
    public let conditions: [Condition]
    /// To how many decimals the sum is rounded; nil for whole numbers.
    public let places: Int?

    public init(table: String, column: String?, conditions: [Condition], places: Int?) {
      self.table = table
      self.column = column
      self.conditions = conditions
      self.places = places
    }
  }
}
