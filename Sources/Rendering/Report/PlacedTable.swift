import Definitions

/// A table that stands on a sheet.
struct PlacedTable {
  let definition: ReportDefinition.Table
  let layout: TableLayout
  let area: ListArea
  /// The words of its lights, row by row.
  let lights: [String]
  /// The sums of the columns that are summed, as results have them, and wholes that all rows share.
  let sums: [Int64?]

  /// The rows of the result on the sheet, counted from 0.
  var rows: ClosedRange<Int> { (area.headingRows.upperBound + 1)...area.lastRow }
}
