/// Tells text that a spreadsheet would run as a formula when it opens a CSV file.
enum FormulaGuard {
  /// Whether the text begins, perhaps after blanks, with = + - @ or their full-width forms, or
  /// with a tab or a line end.
  static func isNeeded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x20: index += 1
      case 0x09, 0x0A, 0x0D, 0x2B, 0x2D, 0x3D, 0x40: return true
      // No-break and ideographic blanks.
      case 0xC2 where has([0xC2, 0xA0], bytes, index): index += 2
      case 0xE3 where has([0xE3, 0x80, 0x80], bytes, index): index += 3
      case 0xEF: return fullWidth.contains { has($0, bytes, index) }
      default: return false
      }
    }
    return false
  }

  /// ＝ ＋ － ＠ in UTF-8.
  private static let fullWidth = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }

  private static func has(
    _ form: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> Bool {
    bytes.count >= index + form.count && form.indices.allSatisfy { bytes[index + $0] == form[$0] }
  }
}
