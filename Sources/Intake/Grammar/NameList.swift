/// Names that stand one after the other in a cell.
enum NameList {
  /// Whether a sign, half-width, always separates names.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", ",", ";": true
    default: scalar.isGrammarBlank
    }
  }

  /// The names; what stands in brackets separates nothing.
  static func parts(_ text: String) -> [String] {
    var (parts, part, depth): ([String], String.UnicodeScalarView, Int) = ([], .init(), 0)
    func end() {
      if !part.isEmpty { parts.append(String(part)) }
      part = .init()
    }
    for scalar in text.unicodeScalars {
      let plain = scalar.halfWidth
      if plain == "(" { depth += 1 }
      if plain == ")" { depth = max(0, depth - 1) }
      if depth == 0, isSeparator(plain) { end() } else { part.append(scalar) }
    }
    end()
    return parts
  }

  /// A list in which `/` and `+` separate, too, where what stands between them are names.
  static func separated(_ text: String, isName: (String) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: isWeak) else { return text }
    // Names that hold blanks: J Smith / A Patel.
    let whole = text.unicodeScalars.split(whereSeparator: isWeak).map { part in
      let head = part.drop { $0.isGrammarBlank }.reversed()
      return Array(head.drop { $0.isGrammarBlank }.reversed()).text
    }
    if whole.count > 1, whole.allSatisfy(isName) { return whole.joined(separator: "、") }
    var result = String.UnicodeScalarView()
    var part: [Unicode.Scalar] = []
    func end() {
      let names = part.split(whereSeparator: isWeak).map(\.text)
      let isList = names.count > 1 && names.count == part.count(where: isWeak) + 1
      let all = isList && names.allSatisfy(isName)
      result.append(contentsOf: all ? Array(names.joined(separator: "、").unicodeScalars) : part)
      part = []
    }
    for scalar in text.unicodeScalars {
      if isSeparator(scalar.halfWidth) {
        end()
        result.append(scalar)
      } else {
        part.append(scalar)
      }
    }
    end()
    return String(result)
  }

  /// The first name and what stands behind it: the shortest beginning that is a name, else what
  /// stands before the first separator.
  static func first(_ text: String, isName: (String) -> Bool) -> (first: String, rest: String) {
    let scalars = Array(text.unicodeScalars)
    var (depth, ends): (Int, [Int]) = (0, [])
    for (index, scalar) in scalars.enumerated() where ends.count < 8 {
      let plain = scalar.halfWidth
      if plain == "(" { depth += 1 }
      if plain == ")" { depth = max(0, depth - 1) }
      if depth == 0, isSeparator(plain), index > (ends.last.map { $0 + 1 } ?? 0) {
        ends.append(index)
      }
    }
    guard let shortest = ends.first, !isName(text) else { return (text, "") }
    let end = ends.first { isName(scalars[..<$0].text) } ?? shortest
    let rest = scalars[end...].drop { isSeparator($0.halfWidth) }.text
    return (scalars[..<end].text, rest)
  }

  private static func isWeak(_ scalar: Unicode.Scalar) -> Bool {
    scalar.halfWidth == "/" || scalar.halfWidth == "+"
  }

  /// Whether a text may be a person's name: two to four Chinese characters, or with a place for one
  /// that is left out (张某).
  static func isPerson(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.filter { !$0.isGrammarBlank && $0 != "·" }
    return (2...12).contains(scalars.count)
      && (scalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
        && scalars.count <= 4
        || scalars.allSatisfy { $0.properties.isAlphabetic && $0.isASCII })
  }
}
