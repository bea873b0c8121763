public import Domain
import Foundation

/// An output that could not be written, or was not what was meant when it was read back.
public struct OutputFault: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// A system call failed with an error number.
    case system(call: String, code: Int32)
    /// A function of libxlsxwriter gave an error code.
    case library(function: String, code: Int32)
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
    /// The workbook that was written is not what was meant.
    case package(PackageFault)
    /// The table had another number of rows when it was read than when it was counted.
    case otherRows(found: Int, meant: Int)
  }

  public let path: String
  public let problem: Problem

  public init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// The failure that `errno` tells of.
  public static func system(_ call: String, _ path: String) -> OutputFault {
    OutputFault(path: path, problem: .system(call: call, code: errno))
  }

  /// What reads or writes a container, its faults with the path of the file.
  public static func of<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let fault as PackageFault {
      throw OutputFault(path: path, problem: .package(fault))
    }
  }
}
