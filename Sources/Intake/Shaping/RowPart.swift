import Domain

/// A column of a part.
struct PartColumn {
  /// The id of the register's column; nil for one of the office's own.
  let id: String?
  /// The office's heading.
  let name: String
  /// Where the heading stands.
  let spot: CellSpot
}

/// A row of a part.
struct PartRow {
  var fields: [RowField] = []
  /// The fields that took the content of another cell, with the cell that they are.
  var filled: [Int: CellSpot] = [:]
  var spot = CellSpot(start: 0, end: 0, line: 0)
}

/// One of the parts of a register: a table of a sheet, or what the rows of tasks hold.
protocol RowPart: AnyObject {
  var columns: [PartColumn] { get }
  /// The name of the sheet that it is read from; nil for what is no workbook.
  var sheetName: String? { get }
  /// How many rows of the register stand in the parts before.
  var firstRow: Int { get set }
  /// Begins anew.
  func rewind(_ faults: FaultList)
  /// Reads the next row, false at the end.
  func next(_ row: inout PartRow) -> Bool
}
