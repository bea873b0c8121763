import Domain
import Pages

/// Writes a companion workbook, row after row; used from the thread that made it.
///
/// libxlsxwriter makes all but the rows. It is slow at those (three copies, a printf for each cell,
/// zlib's level 6), and reports success on a file that a full disk cut off; here every byte is
/// packed, hashed and written once, and every write checked.
final class CompanionWorkbook: PieceWriter {
  private let page: LongPage
  private let path: String
  private var frame: CompanionFrame
  /// Packed on a thread of its own, which takes longer than making the rows.
  private let archive: PieceJob<ArchiveWriter.Piece>
  /// How many rows stand on each sheet.
  private var counts: [Int]
  private var rows = SheetRows()
  /// Formulas stand in no table but their own.
  private let places = TablePlaces()
  /// Those of the row that is written.
  private var cells: [Cell] = []
  private var sheet = 0
  private var row: Int
  /// How many bytes of the sheet were handed over.
  private var sheetBytes = 0

  init(_ page: LongPage, path: String) throws {
    (self.page, self.path) = (page, path)
    counts = page.sheets(for: page.count)
    row = page.firstRow
    frame = try CompanionFrame(page, path: path, counts: counts)
    archive = PieceJob(capacity: 8) { try ArchiveWriter(path: path) }
    add(frame.parts)
    beginSheet()
  }

  private static let bufferSize = 1 << 16

  /// Does nothing after `finish`.
  deinit { archive.abort() }

  /// Adds a row of the result.
  func write(_ values: [Value]) throws {
    if row == page.firstRow + counts[sheet] { try nextSheet() }
    cells.removeAll(keepingCapacity: true)
    page.addCells(values, &cells)
    rows.begin(row: row, height: page.height(of: cells))
    for index in cells.indices {
      do {
        rows.add(
          try AddressedCell(cells[index], places, row: row).checked(), column: index,
          format: frame.styles[index])
      } catch {
        throw CellFault(
          sheet: page.name(ofSheet: sheet), row: row + 1, column: index + 1,
          problem: error.problem)
      }
    }
    rows.end()
    row += 1
    if rows.bytes.count >= Self.bufferSize { flush() }
    if sheetBytes + rows.bytes.count >= page.sheetBytes { try cutSheet() }
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
    let done = row - page.firstRow
    let rest = counts[sheet...].reduce(0, +) - done
    guard rest > 0, done < counts[sheet] else { return }
    counts = Array(counts[..<sheet]) + [done] + page.sheets(for: rest)
    frame = try CompanionFrame(page, path: path, counts: counts)
  }

  /// Closes the workbook.
  func finish() throws -> FileSummary {
    endSheet()
    guard sheet == counts.count - 1, row == page.firstRow + counts[sheet] else {
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
    row = page.firstRow
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
      path: path,
      problem: .otherRows(
        found: counts[..<sheet].reduce(0, +) + row - page.firstRow, meant: page.count))
  }
}
