/// What a walk over bytes says about them as UTF-8.
struct UTF8Check {
  /// Where the first byte stands that is not UTF-8.
  private(set) var firstInvalid: Int?
  /// Where U+FFFD, U+FFFE and U+FFFF stand; the first thousand.
  private(set) var unwanted: [Int] = []

  /// Walks from an offset to the end or to the first invalid byte.
  init(_ buffer: ByteBuffer, from start: Int) {
    let bytes = UnsafeBufferPointer(buffer.bytes)
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    var stop = start
    while index < bytes.count {
      if index >= stop {
        buffer.pass(index)
        Steps.add(min(bytes.count - index, 1 << 20))
        stop += 1 << 20
      }
      if bytes[index] < 0x80 {
        let isWide =
          index + 8 <= bytes.count
          && raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        index += isWide ? 8 : 1
        continue
      }
      let length = Self.sequenceLength(bytes, at: index)
      guard length > 0 else {
        firstInvalid = index
        return
      }
      if bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBD,
        unwanted.count < FaultList.limit
      {
        unwanted.append(index)
      }
      index += length
    }
  }

  /// The length of the sequence at an offset, 0 if it is none (overlong, surrogate, cut off, …).
  @inline(__always)
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    let left = bytes.count - index
    @inline(__always)
    func isNext(_ distance: Int) -> Bool { bytes[index + distance] & 0xC0 == 0x80 }
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return left > 1 && isNext(1) ? 2 : 0
    case 0xE0...0xEF:
      guard left > 2, isNext(1), isNext(2) else { return 0 }
      let second = bytes[index + 1]
      return first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F ? 0 : 3
    case 0xF0...0xF4:
      guard left > 3, isNext(1), isNext(2), isNext(3) else { return 0 }
      let second = bytes[index + 1]
      return first == 0xF0 && second < 0x90 || first == 0xF4 && second > 0x8F ? 0 : 4
    default: return 0
    }
  }
}
