import Domain

/// What numbers a row or a heading: 一、, （一）, 第一章, 1., 1.2, A., Ⅰ.
struct OrdinalText {
  /// Rows of one kind are numbered in one style; those that head them in another.
  enum Style: Hashable {
    case han, hanInBrackets, part, arabic, arabicInBrackets, dotted, letter, roman, circled
  }

  let style: Style
  /// What follows it, without blanks and marks between.
  let rest: Substring

  /// The ordinal with which a text begins; nil if there is none.
  init?(_ text: String) {
    let text = text.drop(while: \.isWhitespace)
    guard let (style, end) = Self.read(text) else { return nil }
    var rest = text[end...]
    let marks = rest.prefix { Self.marks.contains($0) || $0.isWhitespace }
    // A number that is part of a word numbers nothing: 3家企业, 一体化.
    let isParted =
      !marks.isEmpty || rest.isEmpty
      || [.part, .hanInBrackets, .arabicInBrackets, .circled].contains(style)
    guard isParted else { return nil }
    rest = rest[marks.endIndex...]
    (self.style, self.rest) = (style, rest)
  }

  /// Whether the text is the ordinal alone.
  var isWhole: Bool { rest.isEmpty }

  private static let marks = Set("、.．，,:：　")
  private static let han = Set("一二三四五六七八九十百零〇两")

  private static func read(_ text: Substring) -> (Style, Substring.Index)? {
    guard let first = text.first else { return nil }
    if "（(".contains(first) {
      let inner = text.dropFirst()
      guard let close = inner.firstIndex(where: { "）)".contains($0) }), inner.startIndex < close
      else { return nil }
      let number = inner[..<close].filter { !$0.isWhitespace }
      let end = inner.index(after: close)
      if number.allSatisfy(han.contains) { return (.hanInBrackets, end) }
      return number.count <= 3 && number.allSatisfy(isDigit) ? (.arabicInBrackets, end) : nil
    }
    if first == "第" {
      let number = text.dropFirst().prefix { han.contains($0) || isDigit($0) }
      guard !number.isEmpty, number.endIndex < text.endIndex,
        "部章项类篇节批".contains(text[number.endIndex])
      else { return nil }
      let end = text.index(after: number.endIndex)
      return (.part, text[end...].first == "分" ? text.index(after: end) : end)
    }
    if han.contains(first) { return (.han, text.prefix(while: han.contains).endIndex) }
    if isDigit(first) { return arabic(text) }
    if let value = first.unicodeScalars.first?.value {
      if (0x2460...0x2473).contains(value) { return (.circled, text.index(after: text.startIndex)) }
      if (0x2160...0x216B).contains(value) { return (.roman, text.index(after: text.startIndex)) }
    }
    guard first.isASCII, first.isUppercase, text.dropFirst().first.map({ !$0.isLetter }) ?? true
    else { return nil }
    return (.letter, text.index(after: text.startIndex))
  }

  /// 1, or 1.2; a point at the end is a mark.
  private static func arabic(_ text: Substring) -> (Style, Substring.Index)? {
    var end = text.startIndex
    var levels = 0
    while true {
      let digits = text[end...].prefix(4).prefix(while: isDigit)
      guard !digits.isEmpty, digits.count <= 3 else { break }
      levels += 1
      end = digits.endIndex
      guard end < text.endIndex, ".-".contains(text[end]),
        text[text.index(after: end)...].first.map(isDigit) ?? false
      else { break }
      end = text.index(after: end)
    }
    guard levels > 0 else { return nil }
    return (levels == 1 ? .arabic : .dotted, end)
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}
