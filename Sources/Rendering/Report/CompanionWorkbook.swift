import Definitions
import Domain

/// What a companion workbook is made of: a long table, row after row, over as many sheets as it
/// takes.
struct CompanionPlan: Sendable {
  let path: String
  let title: String
  let author: String
  let sheetName: String
  /// A warning and the lines above the table.
  let lines: [String]
  let fontSize: Double
  let frozenColumns: Int
  /// How many columns are printed; nil for all.
  var printed: Int?
  let created: Day
  let lights: [Plan.Light]
  let layout: TableLayout
  /// How many rows the table has.
  let rows: Int
  let sheetRows: Int
  /// A sheet ends when its XML has so many bytes: ZIP and the programs that read it count in 32
  /// bits.
  let sheetBytes: Int

  var printedColumns: Int { min(printed ?? layout.columns.count, layout.columns.count) }

  /// The height of a row of one line, in points.
  var rowHeight: Double { TextMeasure.height(lines: 1, size: fontSize) }

  /// The row of the column headings, counted from 0, and the one after it.
  var headingRow: Int { lines.count + 1 }
  var firstRow: Int { headingRow + 1 }

  /// The name of a sheet, counted from 0.
  func name(ofSheet index: Int) -> String {
    index == 0 ? sheetName : SheetName.numbered(sheetName, index + 1)
  }

  /// How many of so many rows stand on each sheet, as far as their number goes.
  func sheets(for rows: Int) -> [Int] {
    let room = sheetRows - firstRow
    return stride(from: 0, to: max(1, rows), by: room).map { min(room, rows - $0) }
  }
}

/// Writes a companion workbook, row after row; used from the thread that made it.
///
/// libxlsxwriter makes all but the rows. It is slow at those (three copies, a printf for each cell,
/// zlib's level 6), and reports success on a file that a full disk cut off; here every byte is
/// packed, hashed and written once, and every write checked.
final class CompanionWorkbook: PieceWriter {
  private let plan: CompanionPlan
  private var frame: CompanionFrame
  /// Packed on a thread of its own, which takes longer than making the rows.
  private let archive: PieceJob<ArchiveWriter.Piece>
  /// How many rows stand on each sheet.
  private var counts: [Int]
  /// How wide a line may be in each column; nil where nothing wraps.
  private let capacities: [Int?]
  private var rows: SheetRows
  /// Those of the row that is written.
  private var cells: [Cell] = []
  private var sheet = 0
  private var row: Int
  /// How many bytes of the sheet were handed over.
  private var sheetBytes = 0

  init(_ plan: CompanionPlan) throws {
    self.plan = plan
    counts = plan.sheets(for: plan.rows)
    row = plan.firstRow
    capacities = plan.layout.columns.map {
      $0.style(size: plan.fontSize).wraps
        ? TextMeasure.capacity(width: $0.width, size: plan.fontSize) : nil
    }
    frame = try CompanionFrame(plan, counts: counts)
    rows = SheetRows(styles: frame.styles)
    let path = plan.path
    archive = PieceJob(capacity: 8) { try ArchiveWriter(path: path) }
    add(frame.parts)
    beginSheet()
  }

  private static let bufferSize = 1 << 16

  /// Does nothing after `finish`.
  deinit { archive.abort() }

  /// Adds a row of the result.
  func write(_ values: [Value]) throws {
    if row == plan.firstRow + counts[sheet] { try nextSheet() }
    cells.removeAll(keepingCapacity: true)
    for column in plan.layout.columns { cells.append(column.cell(values, sheetRow: row)) }
    do { try rows.add(row: row, height: height(), cells) } catch {
      throw CellFault(
        sheet: plan.name(ofSheet: sheet), row: row + 1, column: error.column + 1,
        problem: error.problem)
    }
    row += 1
    if rows.bytes.count >= Self.bufferSize { flush() }
    if sheetBytes + rows.bytes.count >= plan.sheetBytes { try cutSheet() }
  }

  private func flush() {
    sheetBytes += rows.bytes.count
    archive.add([.bytes(rows.take())])
  }

  private func add(_ parts: [CompanionFrame.Part]) {
    for part in parts { archive.add([.begin(part.name), .bytes(part.head), .end]) }
  }

  /// Lets the sheet end with the row that was written last; the others go on further ones.
  private func cutSheet() throws {
    let done = row - plan.firstRow
    let rest = counts[sheet...].reduce(0, +) - done
    guard rest > 0, done < counts[sheet] else { return }
    counts = Array(counts[..<sheet]) + [done] + plan.sheets(for: rest)
    frame = try CompanionFrame(plan, counts: counts)
  }

  /// The height of a row that shows all its texts; nil where one line does.
  private func height() -> Double? {
    var lines = 1
    for index in cells.indices {
      guard let capacity = capacities[index], let text = cells[index].text else { continue }
      lines = max(lines, TextMeasure.lines(text, capacity: capacity))
    }
    return lines == 1 ? nil : TextMeasure.height(lines: lines, size: plan.fontSize)
  }

  /// Closes the workbook.
  func finish() throws -> FileSummary {
    endSheet()
    guard sheet == counts.count - 1, row == plan.firstRow + counts[sheet] else {
      throw damaged()
    }
    add(frame.lists)
    archive.end()
    return try archive.file.wait()
  }

  private func nextSheet() throws {
    guard sheet + 1 < counts.count else { throw damaged() }
    endSheet()
    sheet += 1
    row = plan.firstRow
    beginSheet()
  }

  private func beginSheet() {
    let part = frame.sheets[sheet]
    sheetBytes = part.head.count + part.tail.count
    archive.add([.begin(part.name), .bytes(part.head)])
  }

  private func endSheet() {
    archive.add([.bytes(rows.take()), .bytes(frame.sheets[sheet].tail), .end])
  }

  /// The table has another number of rows than was said.
  private func damaged() -> OutputFault {
    OutputFault(
      path: plan.path,
      problem: .otherRows(
        found: counts[..<sheet].reduce(0, +) + row - plan.firstRow, meant: plan.rows))
  }
}
