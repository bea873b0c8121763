/// What stands between quotes in CSV.
enum CSVEscapes {
  /// Doubled quotes become one, CRLF and CR become LF.
  /// - Parameter room: At least as long as the content.
  static func remove(
    _ content: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var (index, count) = (0, 0)
    while index < content.count {
      var byte = content[index]
      if byte == 0x22 { index += 1 }
      index += 1
      if byte == 0x0D {
        if index < content.count, content[index] == 0x0A { continue }
        byte = 0x0A
      }
      room[count] = byte
      count += 1
    }
    return UnsafeBufferPointer(rebasing: room[..<count])
  }
}
