import Definitions
public import Domain

/// Where the numbers of a sheet's tasks would be written.
public struct SuggestedNumbering: Hashable, Sendable {
  public let sheet: String
  /// A heading that has to be written, too; nil where there is an empty column for numbers.
  public let heading: CellAddress?
  /// What it says.
  public let headingText: String
  /// A cell for each task, in order.
  public let cells: [CellAddress]
}

extension SheetSuggester {
  /// Where numbers go: into the empty column for them, else behind the last heading.
  func numbering(_ suggested: SuggestedSheet) -> SuggestedNumbering? {
    let keys = suggested.columns.filter { ["number", "task_id"].contains($0.mapping.column) }
    guard let table, keys.allSatisfy({ $0.filled == 0 }), let last = table.headings.last,
      let title = suggested.columns.first(where: { $0.mapping.column == "title" })
    else { return nil }
    let column = keys.first?.cell.column ?? last.column + 1
    let isMerged = suggested.rowsOfATask != nil
    let rows = table.records.filter {
      !isMerged || !grid.text($0.number, title.cell.column).isEmpty
    }
    guard !rows.isEmpty, column <= CellAddress.lastColumn else { return nil }
    let heading = CellAddress(row: table.headingRows.upperBound, column: column)
    let hasNumber = table.headings.contains { $0.text.written == "序号" }
    return SuggestedNumbering(
      sheet: sheet.name, heading: keys.isEmpty ? heading : nil,
      headingText: hasNumber ? "任务编号" : "序号",
      cells: rows.map { CellAddress(row: $0.number, column: column) })
  }
}
