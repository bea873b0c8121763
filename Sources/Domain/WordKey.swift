import Foundation

/// What makes written words the same word, however they are typed.
///
/// Words that group or join (分类, 考核分组, 牵头领导, 级别, 媒体, …) are kept as the office wrote them.
/// Two are the same where their keys are: in compatibility composition (NFKC: full-width letters,
/// digits and brackets are the usual ones), without blanks and without characters that do not show.
/// Upper and lower case stay apart.
///
///     WordKey("市直　部门") == WordKey("市直部门")
///     WordKey("简政放权（一）").text == "简政放权(一)"
public struct WordKey: Hashable, Sendable {
  /// The key as text; empty for a word of which nothing shows.
  public let text: String

  public init(_ written: String) {
    text = Self.plain(written) ?? Self.composed(Self.composed(written))
  }

  /// The key of a word of usual characters, for which Unicode's tables need not be asked; nil for
  /// others. None of these joins with the one before it.
  private static func plain(_ written: String) -> String? {
    var isSame = true
    for scalar in written.unicodeScalars {
      switch scalar.value {
      case 0x21...0x7E, 0xB7, 0x2014, 0x2018...0x2019, 0x201C...0x201D, 0x3001...0x3002,
        0x3008...0x3011, 0x4E00...0x9FFF:
        continue
      case 0x09...0x0D, 0x20, 0xA0, 0x200B, 0x3000, 0xFEFF, 0xFF01...0xFF5E: isSame = false
      default: return nil
      }
    }
    guard !isSame else { return written }
    var key = String.UnicodeScalarView()
    for scalar in written.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0xA0, 0x200B, 0x3000, 0xFEFF: continue
      // Wide forms of ASCII.
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { key.append($0) }
      default: key.append(scalar)
      }
    }
    return String(key)
  }

  /// What does not show may part a letter from its accent, and NFKC makes blanks of accents that
  /// stand alone: so this is done twice.
  private static func composed(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: text.unicodeScalars.lazy.filter { !isBlank($0) })
    return String(
      String.UnicodeScalarView(
        String(shown).precomposedStringWithCompatibilityMapping.unicodeScalars.filter {
          !isBlank($0)
        }))
  }

  /// Blanks, controls, marks of direction and all else that takes no ink.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
    default: break
    }
    // U+2800 is the empty pattern of Braille.
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || scalar.value == 0x2800
  }
}
