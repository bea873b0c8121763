/// The blanks that are dropped around a cell: space, tab, line ends, U+00A0 and U+3000.
enum Blanks {
  static func trim(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, bytes.count)
    while start < end {
      let width = leading(bytes, start, end)
      if width == 0 { break }
      start += width
    }
    while end > start {
      let width = trailing(bytes, start, end)
      if width == 0 { break }
      end -= width
    }
    if end - start == bytes.count { return bytes }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  @inline(__always)
  private static func leading(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    switch bytes[start] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where end - start >= 2 && bytes[start + 1] == 0xA0: 2
    case 0xE3 where end - start >= 3 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x80: 3
    default: 0
    }
  }

  @inline(__always)
  private static func trailing(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    switch bytes[end - 1] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xA0 where end - start >= 2 && bytes[end - 2] == 0xC2: 2
    case 0x80 where end - start >= 3 && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE3: 3
    default: 0
    }
  }
}
