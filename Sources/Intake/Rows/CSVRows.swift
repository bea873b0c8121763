import Definitions
import Domain
import Foundation

/// The rows of a CSV file.
final class CSVRows: RowSource {
  let path: String
  let hash: ContentHash
  private let text: SourceText

  /// Reads a file; nil if it is refused, which `faults` then say.
  init?(_ path: String, faults: FaultList) {
    self.path = path
    var raw: ByteBuffer?
    do {
      let content = try InputFile.read(path)
      raw = content
      hash = ContentHash(ofPieces: content.pieces)
      let decoded = try TextEncoding.decode(content)
      text = SourceText(decoded.buffer, from: decoded.start, path: path)
      text.reportUnwanted(decoded.check, to: faults)
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
    text.rewind(faults)
  }

  func rewind(_ faults: FaultList) { text.rewind(faults) }

  func next(_ record: inout RowRecord) -> Bool { text.next(&record) }

  func place(of spot: CellSpot) -> SourcePlace { text.place(of: spot) }

  func excerpt(_ spot: CellSpot) -> String { text.excerpt(spot) }

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
