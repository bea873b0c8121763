import Domain
import Foundation

/// A heading, and the forms in which it is looked up.
struct HeadingText: Hashable {
  /// On one line, trimmed.
  let written: String
  /// In small letters and digits alone: without blanks, marks, what stands in brackets, and dates.
  let key: String
  /// As `key`, with what stands in brackets.
  let whole: String
  /// The words of Latin letters and digits.
  let words: [String]
  /// What was left out of the key for being a date: 截至9月25日.
  let date: String?

  init(_ text: String) {
    Steps.add(text.utf8.count + 1)
    written = Self.oneLine(text)
    let folded = written.precomposedStringWithCompatibilityMapping.lowercased()
    let (undated, date) = Self.withoutDate(folded)
    self.date = date
    whole = Self.squashed(undated)
    let inner = Self.squashed(Self.withoutBrackets(undated))
    key = inner.isEmpty ? whole : inner
    words = Self.withoutBrackets(undated).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .map(String.init)
  }

  var isEmpty: Bool { key.isEmpty }
  /// A heading is no sentence: so long it may be, in full-width characters.
  static let longest = 24

  /// How wide it is in full-width characters.
  var width: Int { Self.width(written) }

  static func width(_ text: String) -> Int {
    (text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } + 1) / 2
  }

  /// Without line breaks; between Chinese characters without a blank, too.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).reduce(into: "") { line, part in
      let isJoined =
        line.isEmpty
        || [line.last, part.first].allSatisfy {
          $0?.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? true
        }
      line += (isJoined ? "" : " ") + part
    }
  }

  static func squashed(_ text: String) -> String {
    String(text.filter { $0.isLetter || $0.isNumber || $0 == "#" || $0 == "%" })
  }

  private static let brackets = Set("([{【〔".unicodeScalars)

  private static func withoutBrackets(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: brackets.contains) else { return text }
    var (result, depth) = ("", 0)
    for character in text {
      if "([{【〔".contains(character) { depth += 1 }
      if depth == 0 { result.append(character) }
      if ")]}】〕".contains(character) { depth = max(0, depth - 1) }
    }
    return result
  }

  /// Takes 截至2023年9月25日, 1-8月 and the like out; a heading that is a date alone stays.
  private static func withoutDate(_ text: String) -> (String, String?) {
    let scalars = Array(text.unicodeScalars)
    for form in HeadingDate.allCases {
      guard let found = form.first(in: scalars) else { continue }
      let rest =
        String(text: scalars[..<found.lowerBound]) + String(text: scalars[found.upperBound...])
      guard !squashed(rest).isEmpty else { continue }
      return (rest, String(text: scalars[found]))
    }
    return (text, nil)
  }
}
