/// A value that a workbook or CSV file cannot hold, and the cell it was meant for.
public struct CellFault: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// More UTF-16 units than the 32,767 that Excel takes.
    case tooLong(units: Int)
    /// More UTF-16 units than a formula, or a piece of text in it, may have.
    case formulaTooLong(units: Int)
    /// A character that XML cannot carry.
    case character(UInt32)
    /// NaN or infinity.
    case notFinite
    /// The text cannot be written in the encoding of the file.
    case encoding(String)
  }

  /// The sheet, or the CSV file.
  public let sheet: String
  /// Row and column count from 1.
  public let row: Int
  public let column: Int
  public let problem: Problem

  public init(sheet: String, row: Int, column: Int, problem: Problem) {
    self.sheet = sheet
    self.row = row
    self.column = column
    self.problem = problem
  }
}
