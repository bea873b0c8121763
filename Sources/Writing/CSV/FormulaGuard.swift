/// Tells text that a spreadsheet would run as a formula when it opens a CSV file.
enum FormulaGuard {
  /// Whether the text begins, perhaps after characters that nobody sees, with = + - @ or their
  /// full-width or small forms, or with a tab or a line end. A lone sign is no formula.
  static func isNeeded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, mayMatter(first) else { return false }
    var decoder = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    while case .valid(let encoded) = decoder.parseScalar(from: &rest) {
      let scalar = Unicode.UTF8.decode(encoded)
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: return true
      case _ where signs.contains(scalar): return hasMore(&decoder, &rest)
      case _ where !isUnseen(scalar): return false
      default: break
      }
    }
    return false
  }

  /// Whether a text that begins with a byte needs a closer look: nearly none does.
  private static func mayMatter(_ first: UInt8) -> Bool {
    switch first {
    case 0...0x20, 0x2B, 0x2D, 0x3D, 0x40, 0x7F: true
    // Chinese characters, U+4000 to U+9FFF.
    case 0xE4...0xE9: false
    default: first >= 0x80
    }
  }

  /// The signs with which a formula begins: ASCII, small, superscript and full-width forms.
  private static let signs = Set("=+-@﹦﹢﹣﹫＝＋－＠−".unicodeScalars)

  /// White space, controls, and what formats or fills without being seen.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether something is seen after a sign.
  private static func hasMore(
    _ decoder: inout Unicode.UTF8.ForwardParser,
    _ rest: inout UnsafeBufferPointer<UInt8>.Iterator
  ) -> Bool {
    while case .valid(let encoded) = decoder.parseScalar(from: &rest) {
      if !isUnseen(Unicode.UTF8.decode(encoded)) { return true }
    }
    return false
  }
}
