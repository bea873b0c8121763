/// Text as a workbook's cell holds it.
enum WorkbookText {
  /// What a text takes there, in UTF-16 units: `_x0041_`, which would be read as a letter, is written
  /// with six more.
  static func units(of text: String) -> Int {
    var text = text
    return text.utf16.count + 6 * text.withUTF8 { escapes(in: $0.span) }
  }

  /// How often `_xHHHH_` stands in a text.
  private static func escapes(in bytes: Span<UInt8>) -> Int {
    Steps.add(bytes.count)
    var count = 0
    var index = 0
    while index + 6 < bytes.count {
      if bytes[index] == 0x5F, bytes[index + 1] == 0x78, bytes[index + 6] == 0x5F,
        (2...5).allSatisfy({ isHex(bytes[index + $0]) })
      {
        count += 1
      }
      index += 1
    }
    return count
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
  }
}
