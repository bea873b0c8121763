/// Walks over the text of a cell, sign by sign, for the grammars of this folder.
///
/// Full-width letters, digits and signs are the usual ones; blanks and line ends are dropped, but
/// for one between two digits. What is left knows where it stood, so that the rest of a cell can
/// be handed back as the office wrote it.
struct GrammarScanner {
  /// The text as it was written.
  private let written: [Unicode.Scalar]
  private let scalars: [Unicode.Scalar]
  /// Where each of `scalars` stood in `written`.
  private let origins: [Int]
  /// How many of `scalars` have been read.
  private(set) var position = 0

  init(_ text: some StringProtocol) {
    written = Array(text.unicodeScalars)
    var (scalars, origins): ([Unicode.Scalar], [Int]) = ([], [])
    scalars.reserveCapacity(written.count)
    origins.reserveCapacity(written.count)
    var sawBlank = false
    for (index, scalar) in written.enumerated() {
      if scalar.isGrammarBlank {
        sawBlank = true
        continue
      }
      let plain = scalar.halfWidth
      if sawBlank, let last = scalars.last, last.isASCIIDigit, plain.isASCIIDigit {
        scalars.append(" ")
        origins.append(index)
      }
      sawBlank = false
      scalars.append(plain)
      origins.append(index)
    }
    (self.scalars, self.origins) = (scalars, origins)
    Steps.add(written.count)
  }

  var isAtEnd: Bool { position == scalars.count }

  /// The sign that comes next.
  var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  /// What has not been read, as it was written.
  var rest: String { text(from: position, to: scalars.count) }

  /// What was read since a position, as it was written.
  func text(since start: Int) -> String { text(from: start, to: position) }

  private func text(from start: Int, to end: Int) -> String {
    guard start < end else { return "" }
    let last = end < origins.count ? origins[end] : written.count
    var text = String.UnicodeScalarView()
    text.append(contentsOf: written[origins[start]..<last])
    return String(text)
  }

  /// Goes back to where the reading was.
  mutating func go(back position: Int) { self.position = position }

  mutating func skip() { if position < scalars.count { position += 1 } }

  /// Reads one of some signs.
  mutating func take(oneOf signs: String) -> Unicode.Scalar? {
    guard let next, signs.unicodeScalars.contains(next) else { return nil }
    position += 1
    return next
  }

  /// Reads a word.
  mutating func take(_ word: String) -> Bool {
    var index = position
    for scalar in word.unicodeScalars {
      guard index < scalars.count, scalars[index] == scalar else { return false }
      index += 1
    }
    position = index
    return true
  }

  /// Reads the first of some words that stands here: longer ones are to come before their beginnings.
  mutating func take(anyOf words: [String]) -> String? {
    for word in words where take(word) { return word }
    return nil
  }

  /// Reads ASCII digits, so many of them and no more.
  mutating func digits(_ count: ClosedRange<Int>) -> Int? {
    let start = position
    var (value, index) = (0, position)
    while index < scalars.count, scalars[index].isASCIIDigit, index - start < count.upperBound {
      value = value * 10 + Int(scalars[index].value - 0x30)
      index += 1
    }
    guard index - start >= count.lowerBound,
      index == scalars.count || !scalars[index].isASCIIDigit
    else { return nil }
    position = index
    return value
  }

  /// Reads a number from 1 to 99, in digits or as 十二.
  mutating func smallNumber() -> Int? {
    if let number = digits(1...2) { return number > 0 ? number : nil }
    let start = position
    let tens = chineseDigit()
    guard take("十") else {
      if let tens, tens > 0 { return tens }
      position = start
      return nil
    }
    guard tens != 0 else {
      position = start
      return nil
    }
    let before = position
    let ones = chineseDigit()
    if ones == 0 { position = before }
    return (tens ?? 1) * 10 + (ones ?? 0)
  }

  /// Reads a year of four digits, in digits or as 二〇二三.
  mutating func yearNumber() -> Int? {
    if let year = digits(4...4) { return year }
    let start = position
    var year = 0
    for _ in 0..<4 {
      guard let digit = chineseDigit() else {
        position = start
        return nil
      }
      year = year * 10 + digit
    }
    return year
  }

  private mutating func chineseDigit() -> Int? {
    guard let next else { return nil }
    let digit: Int
    switch next {
    case "〇", "零", "○": digit = 0
    case "一": digit = 1
    case "二": digit = 2
    case "三": digit = 3
    case "四": digit = 4
    case "五": digit = 5
    case "六": digit = 6
    case "七": digit = 7
    case "八": digit = 8
    case "九": digit = 9
    default: return nil
    }
    position += 1
    return digit
  }
}

extension Unicode.Scalar {
  /// Spaces of any width, tabs, line ends and what does not show.
  var isGrammarBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

  /// A full-width sign as the usual one.
  var halfWidth: Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(value - 0xFEE0) ?? self
  }
}
