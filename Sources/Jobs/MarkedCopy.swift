public import Domain
import Pages
import Writing

/// The office's own workbook written again with the cells marked that are faulty, each with its
/// reasons as a comment; all else is as it was, byte for byte.
public struct MarkedCopy {
  /// The path of the workbook.
  public let workbook: String
  private let faults: [InputFault]

  /// Nil if no fault stands in a sheet of a workbook.
  public init?(_ faults: [InputFault]) {
    let placed = faults.filter { $0.place.sheet != nil }
    guard let workbook = placed.first?.place.file else { return nil }
    self.workbook = workbook
    self.faults = placed.filter { $0.place.file == workbook }
  }

  /// Writes the copy to a file that is not there yet.
  /// - Parameters:
  ///   - author: Of the comments.
  ///   - reason: What is said of a fault.
  /// - Returns: How many cells are marked.
  /// - Throws: `OutputFault`.
  public func write(
    to path: String, author: String, reason: (InputFault) -> String
  ) throws -> Int {
    let editor = try WorkbookEditor(path: workbook)
    let marks = faults.compactMap { fault in
      fault.place.sheet.map { sheet in
        WorkbookEditor.Mark(
          sheet: sheet, cell: Self.cell(of: fault.place), reason: reason(fault),
          isError: fault.severity == .error)
      }
    }
    editor.mark(marks)
    try editor.write(to: path, author: author)
    return editor.markedCells
  }

  /// What is wrong with a row stands at its first cell, with a sheet at its first.
  private static func cell(of place: SourcePlace) -> CellAddress {
    CellAddress(row: max(1, place.line), column: max(1, place.column))
  }
}
