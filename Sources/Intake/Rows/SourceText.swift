import Definitions
import Delimited
import Domain
import Foundation

/// UTF-8 bytes that know their places, and the records of CSV in them.
final class SourceText {
  /// The path of the file or of the query, as messages show it.
  let path: String
  /// Where the text begins, after a byte order mark.
  let start: Int
  let bytes: UnsafeBufferPointer<UInt8>
  private let buffer: ByteBuffer
  /// Whether it holds the rows of a query, which are counted instead of lines.
  private let countsRecords: Bool
  /// What was last found out about a line: its faults mostly follow one another.
  private var known = (offset: 0, lineStart: 0, column: 1)
  private var scanner: CSVScanner
  private var record = CSVRecord()
  private var records = 0
  private var faults = FaultList()
  /// How many bytes of a text a message shows at most.
  static let excerptLimit = 800

  /// - Parameter start: Where the text begins.
  init(_ buffer: ByteBuffer, from start: Int = 0, path: String, countsRecords: Bool = false) {
    self.buffer = buffer
    self.start = start
    self.path = path
    self.countsRecords = countsRecords
    bytes = UnsafeBufferPointer(buffer.bytes)
    scanner = CSVScanner(bytes, from: start)
  }

  func rewind(_ faults: FaultList) {
    self.faults = faults
    records = 0
    scanner = CSVScanner(bytes, from: start)
  }

  /// Reads the next record, false at the end of the text.
  func next(_ row: inout RowRecord) -> Bool {
    buffer.pass(scanner.position)
    guard scanner.next(&record) else { return false }
    Steps.add(record.end - record.start + 1)
    let line = countsRecords ? UInt32(records) : nil
    records += 1
    row.fields.removeAll(keepingCapacity: true)
    for field in record.fields {
      row.fields.append(
        RowField(
          bytes: UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]),
          spot: CellSpot(
            start: UInt32(field.opening), end: UInt32(field.end), line: line ?? UInt32(field.line)),
          isEscaped: field.isEscaped))
    }
    row.count = record.count
    row.spot = CellSpot(
      start: UInt32(record.start), end: UInt32(record.end), line: line ?? UInt32(record.line))
    row.size = record.end - record.start
    row.isDamaged = record.isDamaged
    if !row.filled.isEmpty { row.filled = [:] }
    if record.isDamaged { report(record, line.map(Int.init)) }
    return true
  }

  private func report(_ record: CSVRecord, _ row: Int?) {
    for problem in record.problems {
      faults.add(.error, in: path) {
        InputFault(
          place: place(of: problem.offset, line: row ?? problem.line), problem: problem.problem,
          value: shown(problem))
      }
    }
    faults.count(record.problemCount - record.problems.count, in: path)
  }

  private func shown(_ problem: CSVProblem) -> String {
    let (offset, from) = (problem.offset, problem.shownFrom)
    let limit = max(offset, min(bytes.count, from + Self.excerptLimit + 1))
    let end = bytes[offset..<limit].firstIndex { byte in
      byte == 0x0A || !problem.showsLine && (byte == 0x2C || byte == 0x0D)
    }
    Steps.add((end ?? limit) - offset)
    return excerpt(from, max(end ?? limit, from))
  }

  /// The place of an offset whose line is known.
  func place(of offset: Int, line: Int) -> SourcePlace {
    guard !countsRecords else {
      return line > 0 ? SourcePlace(query: path, row: line) : SourcePlace(file: path)
    }
    return SourcePlace(file: path, line: line, column: column(of: offset))
  }

  func place(of spot: CellSpot) -> SourcePlace {
    place(of: Int(spot.start), line: Int(spot.line))
  }

  /// The character of an offset in its line, from 1.
  private func column(of offset: Int) -> Int {
    let isAhead = offset >= known.offset
    let floor = isAhead ? max(known.offset, start) : start
    let breakBefore = bytes[floor..<offset].lastIndex(of: 0x0A)
    let isSameLine = isAhead && breakBefore == nil && known.lineStart >= start
    let from = isSameLine ? floor : breakBefore.map { $0 + 1 } ?? floor
    Steps.add(2 * (offset - from))
    let column =
      (isSameLine ? known.column : 1) + bytes[from..<offset].count { $0 & 0xC0 != 0x80 }
    known = (offset, isSameLine ? known.lineStart : from, column)
    return column
  }

  /// The text between two offsets, cut to what a message can show.
  func excerpt(_ start: Int, _ end: Int) -> String {
    let text = String(decoding: bytes[start..<min(end, start + Self.excerptLimit)], as: UTF8.self)
    let cut = String(text.unicodeScalars.prefix(200))
    return cut.utf8.count < end - start ? cut + "…" : cut
  }

  func excerpt(_ spot: CellSpot) -> String {
    let text = excerpt(Int(spot.start), Int(spot.end))
    return text.hasPrefix("\"") ? String(text.dropFirst()) : text
  }

  /// Reports the characters that no text should hold.
  func reportUnwanted(_ check: UTF8Check, to faults: FaultList) {
    guard !check.unwanted.isEmpty else { return }
    if countsRecords { return reportUnwantedCells(check.unwanted[...], to: faults) }
    var (line, counted) = (1, start)
    for offset in check.unwanted {
      line += bytes[counted..<offset].count { $0 == 0x0A }
      counted = offset
      reportUnwanted(at: offset, line: line, to: faults)
    }
  }

  private func reportUnwantedCells(_ unwanted: ArraySlice<Int>, to faults: FaultList) {
    var rest = unwanted
    var scanner = CSVScanner(bytes, from: start)
    var row = 0
    while let offset = rest.first, scanner.next(&record) {
      if offset < record.end {
        while let offset = rest.first, offset < record.end {
          reportUnwanted(at: offset, line: row, to: faults)
          rest.removeFirst()
        }
      }
      row += 1
    }
  }

  private func reportUnwanted(at offset: Int, line: Int, to faults: FaultList) {
    let problem = UnwantedText.problem(bytes[offset + 2])
    faults.add(.error, in: path) {
      _ = column(of: offset)
      return InputFault(
        place: place(of: offset, line: line), problem: problem,
        value: lineText(from: known.lineStart))
    }
  }

  private func lineText(from lineStart: Int) -> String {
    let shown = bytes[lineStart..<min(bytes.count, lineStart + Self.excerptLimit + 1)]
    return excerpt(lineStart, shown.firstIndex(of: 0x0A) ?? shown.endIndex)
  }
}
