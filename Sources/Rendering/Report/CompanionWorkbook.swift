import Definitions
import Domain

/// What a companion workbook is made of: a long table, row after row, over as many sheets as it
/// takes.
struct CompanionPlan: Sendable {
  let path: String
  let folder: String
  let title: String
  let author: String
  let sheetName: String
  /// A warning and the lines above the table.
  let lines: [String]
  let fontSize: Double
  let frozenColumns: Int
  let created: Day
  let lights: [Plan.Light]
  let layout: TableLayout
  /// How many rows the table has.
  let rows: Int
  let sheetRows: Int

  /// The row of the column headings, counted from 0, and the one after it.
  var headingRow: Int { lines.count + 1 }
  var firstRow: Int { headingRow + 1 }

  /// The name of a sheet, counted from 0.
  func name(ofSheet index: Int) -> String {
    index == 0 ? sheetName : SheetName.numbered(sheetName, index + 1)
  }

  /// How many of the rows stand on each sheet.
  var sheets: [Int] {
    let room = sheetRows - firstRow
    return stride(from: 0, to: max(1, rows), by: room).map { min(room, rows - $0) }
  }
}

/// Writes a companion workbook, row after row; used from the thread that made it.
///
/// libxlsxwriter makes all but the rows. It is slow at those (three copies, a printf for each cell,
/// zlib's level 6), and reports success on a file that a full disk cut off; here every byte is
/// packed, hashed and written once, and every write checked.
final class CompanionWorkbook: RowWriter {
  private let plan: CompanionPlan
  private let frame: CompanionFrame
  private let archive: ZipWriter
  private let counts: [Int]
  private var rows: SheetRows
  private var sheet = 0
  private var row: Int

  init(_ plan: CompanionPlan) throws {
    self.plan = plan
    counts = plan.sheets
    row = plan.firstRow
    frame = try CompanionFrame(plan)
    rows = SheetRows(styles: frame.styles)
    archive = try ZipWriter(path: plan.path, level: Self.level)
    for part in frame.parts {
      try archive.begin(part.name)
      try archive.add(part.head)
      try archive.end()
    }
    try beginSheet()
  }

  /// Half the time of zlib's standard 6, and files that are 2.5 % larger.
  private static let level: Int32 = 5

  private static let bufferSize = 1 << 16

  /// Adds a row of the result.
  func write(_ values: [Value]) throws {
    if row == plan.firstRow + counts[sheet] { try nextSheet() }
    rows.beginRow(row)
    for index in plan.layout.columns.indices {
      let cell = plan.layout.columns[index].cell(values, sheetRow: row)
      do { try rows.add(cell, column: index) } catch {
        throw CellFault(
          sheet: plan.name(ofSheet: sheet), row: row + 1, column: index + 1,
          problem: error.problem)
      }
    }
    rows.endRow()
    row += 1
    if rows.bytes.count >= Self.bufferSize { try rows.take(archive.add) }
  }

  /// Closes the workbook.
  func finish() throws -> FileSummary {
    try endSheet()
    guard sheet == counts.count - 1, row == plan.firstRow + counts[sheet] else {
      throw damaged()
    }
    return try archive.finish()
  }

  private func nextSheet() throws {
    guard sheet + 1 < counts.count else { throw damaged() }
    try endSheet()
    sheet += 1
    row = plan.firstRow
    try beginSheet()
  }

  private func beginSheet() throws {
    try archive.begin(frame.sheets[sheet].name)
    try archive.add(frame.sheets[sheet].head)
  }

  private func endSheet() throws {
    try rows.take(archive.add)
    try archive.add(frame.sheets[sheet].tail)
    try archive.end()
  }

  /// The table has another number of rows than was said.
  private func damaged() -> OutputFault {
    OutputFault(
      path: plan.path,
      problem: .damaged(
        part: frame.sheets[sheet].name, reason: "row \(row) of \(plan.firstRow + counts[sheet])"))
  }
}
