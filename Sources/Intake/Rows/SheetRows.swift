import Definitions
import Domain

/// The rows of a sheet as they stand there: field 0 is column A.
final class SheetRows: RowSource {
  let path: String
  let hash: ContentHash
  let sheet: Sheet
  /// The number of the sheet among those of the workbook, from 1.
  let tab: Int
  /// The last column that is read; what stands beyond is counted.
  var lastColumn = CellAddress.lastColumn
  /// The kinds of the cells of the present record, by field.
  private(set) var cells: [SheetCell?] = []
  /// The first cell beyond the last column that is read, and how many there are.
  private(set) var beyond: (first: CellAddress, count: Int)?
  private var row = 0

  init(_ sheet: Sheet, tab: Int, of workbook: Workbook) {
    self.sheet = sheet
    self.tab = tab
    path = workbook.path
    hash = workbook.hash
  }

  func rewind(_ faults: FaultList) {
    row = 0
    beyond = nil
  }

  /// The number of the next row in its sheet; nil at the end.
  var nextRow: Int? { row < sheet.rows.count ? sheet.rows[row].number : nil }

  func next(_ record: inout RowRecord) -> Bool {
    guard row < sheet.rows.count else { return false }
    let (number, range) = (sheet.rows[row].number, sheet.rows[row].cells)
    row += 1
    record.fields.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    record.size = 0
    for index in range {
      let cell = sheet.cells[index]
      let column = Int(cell.column)
      guard column <= lastColumn else {
        beyond = (beyond?.first ?? cell.address, (beyond?.count ?? 0) + range.upperBound - index)
        break
      }
      fill(&record, row: number, to: column - 1)
      let bytes = sheet.bytes(cell)
      record.fields.append(RowField(bytes: bytes, spot: spot(number, column)))
      cells.append(cell)
      record.size += bytes.count
    }
    record.count = record.fields.count
    record.spot = spot(number, 1)
    record.isDamaged = false
    if !record.filled.isEmpty { record.filled = [:] }
    Steps.add(record.size + record.count + 1)
    return true
  }

  private func fill(_ record: inout RowRecord, row: Int, to count: Int) {
    while record.fields.count < count {
      record.fields.append(
        RowField(bytes: RowField.empty, spot: spot(row, record.fields.count + 1)))
      cells.append(nil)
    }
  }

  func spot(_ row: Int, _ column: Int) -> CellSpot {
    CellSpot(
      start: UInt32(clamping: column), end: UInt32(clamping: column), line: UInt32(clamping: row),
      tab: UInt16(clamping: tab))
  }

  func place(of spot: CellSpot) -> SourcePlace {
    SourcePlace(
      file: path, sheet: sheet.name, tab: tab,
      cell: CellAddress(row: Int(spot.line), column: Int(spot.start)))
  }

  func excerpt(_ spot: CellSpot) -> String {
    guard let cell = sheet.cell(Int(spot.line), Int(spot.start)) else { return "" }
    let bytes = sheet.bytes(cell)
    let shown = UnsafeBufferPointer(rebasing: bytes.prefix(SourceText.excerptLimit))
    let cut = String(String(decoding: shown, as: UTF8.self).unicodeScalars.prefix(200))
    return cut.utf8.count < bytes.count ? cut + "…" : cut
  }
}
