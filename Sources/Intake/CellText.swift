import Domain
import Foundation

/// What a cell was read as.
enum CellReading<Content> {
  case value(Content)
  case refused(InputProblem)
}

/// Identifiers.
enum IdentifierCell {
  /// Reads an identifier: one line, nothing invisible. Full-width digits and letters and
  /// decomposed letters come back in the usual form; `isNormalised` says that they did.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> CellReading<(text: String, isNormalised: Bool)> {
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) { return .value((text, false)) }
    var needsWork = false
    for scalar in text.unicodeScalars {
      if isRefused(scalar) { return .refused(.identifierCharacter(scalar.value)) }
      if isFullWidth(scalar) || mayBeDecomposed(scalar) { needsWork = true }
    }
    guard needsWork else { return .value((text, false)) }
    let normal = normalised(text)
    return .value((normal, !normal.utf8.elementsEqual(text.utf8)))
  }

  /// Half-width digits and letters, composed.
  private static func normalised(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let value = isFullWidth(scalar) ? scalar.value - 0xFEE0 : scalar.value
      scalars.append(Unicode.Scalar(value) ?? scalar)
    }
    return String(scalars).precomposedStringWithCanonicalMapping
  }

  private static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  private static func mayBeDecomposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x3000...0x3098, 0x3100...0x9FFF, 0xAC00...0xD7A3, 0xFF00...0xFFEF: false
    default: true
    }
  }

  /// Controls, line and paragraph separators, and characters that do not show.
  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x061C,
      0xFEFF, 0x180E, 0x3164, 0xFFA0, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
