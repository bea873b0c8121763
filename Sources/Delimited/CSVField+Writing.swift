extension CSVField {
  /// Appends the bytes of a text, in quotes where they need them.
  /// - Parameter isGuarded: Whether an apostrophe goes before them, so that no program takes them for
  ///   a formula.
  public static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, isGuarded: Bool = false, to buffer: inout [UInt8]
  ) {
    let isQuoted = bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A }
    if isQuoted { buffer.append(0x22) }
    if isGuarded { buffer.append(UInt8(ascii: "'")) }
    guard isQuoted else { return buffer.append(contentsOf: bytes) }
    for byte in bytes {
      if byte == 0x22 { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(0x22)
  }

  /// Appends a text, in quotes where it needs them.
  public static func append(_ text: String, to buffer: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &buffer) }
  }
}
