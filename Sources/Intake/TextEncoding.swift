import Domain
import Foundation

/// Turns the bytes of a file into UTF-8.
enum TextEncoding {
  /// GB 18030-2000 as Foundation numbers it.
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  /// UTF-8 text, and where it begins (after a byte order mark).
  struct Decoded {
    let buffer: ByteBuffer
    let start: Int
    let check: UTF8Check
  }

  /// Takes UTF-8 with or without BOM as it is and decodes GB18030.
  /// - Throws: `FileRefusal` for UTF-16, for other bytes, and for a mixture.
  static func decode(_ buffer: ByteBuffer) throws -> Decoded {
    let bytes = UnsafeBufferPointer(buffer.bytes)
    if isUTF16(bytes) { throw FileRefusal(problem: .utf16, offset: 0) }
    if let offset = buffer.firstNUL {
      throw FileRefusal(problem: .nulByte(offset: offset), offset: offset)
    }
    let start = lengthOfMarks(bytes)
    let check = UTF8Check(buffer, from: start)
    guard let invalid = check.firstInvalid else {
      return Decoded(buffer: buffer, start: start, check: check)
    }
    if start > 0 || looksLikeUTF8(bytes) {
      let line = line(of: invalid, in: bytes)
      let isMixed =
        gb18030Fault(bytes, in: line) == nil
        && !bytes[line.lowerBound..<invalid].contains { $0 >= 0xE0 }
      throw FileRefusal(
        problem: isMixed ? .mixedEncodings(offset: invalid) : .invalidEncoding(offset: invalid),
        offset: invalid)
    }
    if let fault = gb18030Fault(bytes, in: 0..<bytes.count) {
      throw FileRefusal(
        problem: .invalidEncoding(offset: fault), offset: fault,
        column: gb18030Column(of: fault, in: bytes))
    }
    guard let text = String(data: Data(buffer: bytes), encoding: gb18030) else {
      throw FileRefusal(problem: .invalidEncoding(offset: invalid), offset: invalid)
    }
    let decoded = ByteBuffer(text)
    let decodedCheck = UTF8Check(decoded, from: 0)
    return Decoded(buffer: decoded, start: 0, check: decodedCheck)
  }

  /// The bytes of the byte order marks that begin a text. A second one, which programs leave that
  /// add theirs to what has one, is no more a part of the first heading than the first.
  private static func lengthOfMarks(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var length = 0
    while bytes.dropFirst(length).starts(with: [0xEF, 0xBB, 0xBF]) { length += 3 }
    return length
  }

  private static func isUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 2 else { return false }
    let mark = (bytes[0], bytes[1])
    return mark == (0xFF, 0xFE) || mark == (0xFE, 0xFF) || (mark.0 == 0) != (mark.1 == 0)
  }

  /// Whether bytes that are not all UTF-8 were meant to be: Chinese in GB18030 hardly ever looks
  /// like a run of three-byte sequences, and then on a whole line without a fault.
  private static func looksLikeUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (triples, invalid, onLine, isClean) = (0, 0, 0, true)
    var index = 0
    while index < bytes.count {
      let length = UTF8Check.sequenceLength(bytes, at: index)
      if bytes[index] == 0x0A {
        if isClean && onLine >= 6 { return true }
        (onLine, isClean) = (0, true)
      }
      switch length {
      case 3: (triples, onLine) = (triples + 1, onLine + 1)
      case 1: break
      default: (invalid, isClean) = (invalid + 1, false)
      }
      index += max(length, 1)
    }
    return isClean && onLine >= 6 || triples >= 6 && triples > 4 * invalid
  }

  private static func line(
    of offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return start..<(bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count)
  }

  private static func gb18030Column(
    of offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let start = line(of: offset, in: bytes).lowerBound
    let before = String(data: Data(bytes[start..<offset]), encoding: gb18030)
    return (before?.unicodeScalars.count ?? 0) + 1
  }

  /// Where the first byte of a range stands that does not have the form of GB18030.
  private static func gb18030Fault(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      let left = range.upperBound - index
      if bytes[index] < 0x80 {
        index += 1
      } else if (0x81...0xFE).contains(bytes[index]), left > 1,
        (0x40...0xFE).contains(bytes[index + 1]), bytes[index + 1] != 0x7F
      {
        index += 2
      } else if (0x81...0xFE).contains(bytes[index]), left > 3,
        (0x30...0x39).contains(bytes[index + 1]), (0x81...0xFE).contains(bytes[index + 2]),
        (0x30...0x39).contains(bytes[index + 3])
      {
        index += 4
      } else {
        return index
      }
    }
    return nil
  }
}
