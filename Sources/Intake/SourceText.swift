import Definitions
import Domain
import Foundation

/// A field as it stands in a file, from which its place is found when a fault needs it.
struct CellMark {
  /// Where the field begins, its opening quote included.
  let start: Int
  let end: Int
  /// The physical line on which it begins.
  let line: Int
  /// The field's heading.
  let heading: String
  /// The cell above whose content the field took, if it was filled down.
  var source: Range<Int>?
}

/// The text of one register, a file's or a query's: UTF-8 bytes that know their places.
final class SourceText {
  let register: Register
  /// The path of the file or of the query, as messages show it.
  let path: String
  /// Whether it holds the rows of a query, which are counted instead of lines.
  let isQuery: Bool
  /// Of the file's bytes, or of the query's rows as `QueryRows` writes them.
  let hash: ContentHash
  /// Where the text begins, after a byte order mark.
  let start: Int
  let bytes: UnsafeBufferPointer<UInt8>
  private let buffer: ByteBuffer
  private let faults: FaultList
  /// What was last found out about a line: its faults mostly follow one another.
  private var known = (offset: 0, lineStart: 0, column: 1)
  /// How many bytes of a text a message shows at most.
  static let excerptLimit = 800

  /// Reads a file; nil if it is refused, which `faults` then say.
  init?(_ register: Register, path: String, faults: FaultList) {
    self.register = register
    self.path = path
    self.faults = faults
    isQuery = false
    var raw: ByteBuffer?
    do {
      let content = try InputFile.read(path)
      raw = content
      hash = ContentHash(ofPieces: content.pieces)
      let decoded = try TextEncoding.decode(content)
      buffer = decoded.buffer
      bytes = UnsafeBufferPointer(decoded.buffer.bytes)
      start = decoded.start
      reportUnwanted(decoded.check)
    } catch let refusal as FileRefusal {
      faults.add(
        withExtendedLifetime(raw) {
          Self.fault(refusal, path: path, bytes: raw.map { UnsafeBufferPointer($0.bytes) })
        })
      return nil
    } catch {
      faults.add(
        InputFault(
          place: SourcePlace(file: path), problem: .fileUnreadable(EIO)))
      return nil
    }
  }

  /// The rows of a query.
  init(_ register: Register, query path: String, rows: QueryRows, faults: FaultList) {
    self.register = register
    self.path = path
    self.faults = faults
    isQuery = true
    buffer = ByteBuffer(rows.text)
    bytes = UnsafeBufferPointer(buffer.bytes)
    hash = ContentHash(of: bytes)
    start = 0
    reportUnwanted(UTF8Check(buffer, from: 0))
  }

  /// The number of the first line: that of a query's headings is 0, so that its rows begin at 1.
  var firstLine: Int { isQuery ? 0 : 1 }

  /// Whether a line break at an offset ends a line that counts: within the cells of a query
  /// breaks are CRLF, and only rows count.
  func endsLine(_ offset: Int) -> Bool {
    bytes[offset] == 0x0A && !(isQuery && bytes[offset - 1] == 0x0D)
  }

  /// The place of an offset whose line is known.
  func place(of offset: Int, line: Int) -> SourcePlace {
    guard !isQuery else { return SourcePlace(query: path, row: line) }
    return SourcePlace(file: path, line: line, column: column(of: offset))
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

  /// Says that the text was read up to an offset.
  func pass(_ offset: Int) { buffer.pass(offset) }

  /// The text between two offsets, cut to what a message can show.
  func excerpt(_ start: Int, _ end: Int) -> String {
    let text = String(decoding: bytes[start..<min(end, start + Self.excerptLimit)], as: UTF8.self)
    let cut = String(text.unicodeScalars.prefix(200))
    return cut.utf8.count < end - start ? cut + "…" : cut
  }

  private func reportUnwanted(_ check: UTF8Check) {
    var (line, counted) = (firstLine, start)
    for offset in check.unwanted {
      line += (counted..<offset).count(where: endsLine)
      counted = offset
      reportUnwanted(at: offset, line: line)
    }
  }

  private func reportUnwanted(at offset: Int, line: Int) {
    let isLoss = bytes[offset + 2] == 0xBD
    let problem: InputProblem =
      isLoss ? .lostCharacter : .controlCharacter(0xFFC0 + UInt32(bytes[offset + 2] & 0x3F))
    faults.add(.error, in: path) {
      let column = column(of: offset)
      return InputFault(
        place: isQuery
          ? SourcePlace(query: path, row: line)
          : SourcePlace(file: path, line: line, column: column),
        problem: problem, value: lineText(from: known.lineStart))
    }
  }

  private func lineText(from lineStart: Int) -> String {
    let shown = bytes[lineStart..<min(bytes.count, lineStart + Self.excerptLimit + 1)]
    return excerpt(lineStart, shown.firstIndex(of: 0x0A) ?? shown.endIndex)
  }

  private static func line(
    of offset: Int, bytes: UnsafeBufferPointer<UInt8>, start: Int
  ) -> Int {
    bytes[start..<offset].count { $0 == 0x0A } + 1
  }

  private static func place(
    of offset: Int, line: Int, path: String, bytes: UnsafeBufferPointer<UInt8>, start: Int
  ) -> SourcePlace {
    let from = bytes[start..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? start
    let column = bytes[from..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return SourcePlace(file: path, line: line, column: column)
  }

  private static func fault(
    _ refusal: FileRefusal, path: String, bytes: UnsafeBufferPointer<UInt8>?
  ) -> InputFault {
    guard let bytes, let offset = refusal.offset, offset > 0 else {
      return InputFault(place: SourcePlace(file: path), problem: refusal.problem)
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    Steps.add(2 * offset)
    let line = line(of: offset, bytes: bytes, start: start)
    let value = bytes[offset..<min(offset + 4, bytes.count)].map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined(separator: " ")
    let place = place(of: offset, line: line, path: path, bytes: bytes, start: start)
    return InputFault(
      place: SourcePlace(file: path, line: line, column: refusal.column ?? place.column),
      problem: refusal.problem, value: value)
  }
}
