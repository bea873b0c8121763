/// An output that could not be written, or was not what was meant when it was read back.
public struct OutputFault: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// A system call failed with an error number.
    case system(call: String, code: Int32)
    /// A function of libxlsxwriter gave an error code.
    case library(function: String, code: Int32)
    /// A function of zlib gave an error code.
    case compression(function: String, code: Int32)
    /// Not the name of a file: empty, too long, or with `/`, `..`, NUL or a control character.
    case fileName
    /// Not the name of a sheet, or one that the workbook has.
    case sheetName(String)
    /// More rows, or columns, than a sheet holds.
    case tooManyRows(Int)
    case tooManyColumns(Int)
    /// A merged cell that would cover part of another: the sheet and the first cell.
    case overlap(sheet: String, cell: String)
    /// A title, word or property that a workbook cannot hold, and why.
    case text(String, CellFault.Problem)
    /// The workbook that was written is incomplete; which part of it, and why.
    case damaged(part: String, Damage)
  }

  /// What is wrong with a part of a workbook that was read back.
  public enum Damage: Hashable, Sendable {
    case missing
    case cutOff
    /// Packed in another way than it was asked for.
    case packing
    /// Another size or checksum than noted.
    case checksum
    /// The last row, and the one that was to be the last.
    case rows(last: Int, expected: Int)
    /// A sheet without its rows.
    case noSheetData
  }

  public let path: String
  public let problem: Problem
}
