import Definitions

/// A table that stands on a sheet.
struct PlacedTable {
  let definition: ReportDefinition.Table
  let layout: TableLayout
  /// How many rows of the result stand there.
  let count: Int
  /// In points, how much stands on the sheet above its headings.
  let top: Double
  /// The words of its lights, row by row.
  let lights: [String]
  /// The sums of the columns that are summed, as results have them, and wholes that all rows share.
  let sums: [Int64?]
}
