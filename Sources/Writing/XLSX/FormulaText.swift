import Pages

/// Text in formulas.
enum FormulaText {
  /// The most UTF-16 units of a formula.
  static let limit = 8_192
  private static let literalLimit = Formula.literalLimit

  /// Text as a formula writes it: in quotes, in as many pieces as it takes.
  static func literal(_ text: String) -> String {
    if text.utf16.count <= literalLimit { return enclosed(text, in: "\"") }
    var pieces = [""]
    var length = 0
    for character in text {
      let units = character.utf16.count
      if length + units > literalLimit {
        pieces.append("")
        length = 0
      }
      length += units
      pieces[pieces.count - 1] += character == "\"" ? "\"\"" : String(character)
    }
    return pieces.map { "\"\($0)\"" }.joined(separator: "&")
  }

  /// The name of a sheet as a formula writes it, in apostrophes.
  static func sheet(_ name: String) -> String {
    enclosed(name, in: "'")
  }

  /// Text between two marks, those within it doubled.
  private static func enclosed(_ text: String, in mark: Unicode.Scalar) -> String {
    // Hardly a text has any, and replacing would cost more than all else.
    guard text.unicodeScalars.contains(mark) else { return "\(mark)\(text)\(mark)" }
    let doubled = text.unicodeScalars.flatMap { $0 == mark ? [mark, mark] : [$0] }
    return "\(mark)\(String(String.UnicodeScalarView(doubled)))\(mark)"
  }

  /// The formula, if Excel takes it: no control characters, not too long, no piece of text too long.
  static func checked(_ formula: String) throws(CellText.Refusal) -> String {
    let plain = try CellText.plain(formula)
    guard let units = excess(of: plain) else { return plain }
    throw CellText.Refusal(problem: .formulaTooLong(units: units))
  }

  /// The formula, nil if it or a piece of text in it is too long for Excel: what it shows stands in
  /// its place then.
  static func fitting(_ formula: String) throws(CellText.Refusal) -> String? {
    let plain = try CellText.plain(formula)
    return fits(plain) ? plain : nil
  }

  /// Whether neither a formula nor a piece of text in it is too long.
  static func fits(_ formula: String) -> Bool { excess(of: formula) == nil }

  /// The units of a formula that is too long, or of a piece of text in it that is.
  private static func excess(of formula: String) -> Int? {
    // Bytes are counted faster, and are no fewer.
    guard formula.utf8.count > literalLimit else { return nil }
    let units = formula.utf16.count
    if units > limit { return units }
    // No text can be too long in a formula that is not longer itself.
    guard units > literalLimit else { return nil }
    let longest = longestLiteral(in: formula)
    return longest > literalLimit ? longest : nil
  }

  /// The units of the longest text in quotes. Two quotes within it stand for one; those in the name
  /// of a sheet, which stands in apostrophes, begin none.
  private static func longestLiteral(in formula: String) -> Int {
    let (quote, apostrophe) = (UInt16(0x22), UInt16(0x27))
    var (longest, length) = (0, 0)
    var (open, before): (UInt16?, UInt16?) = (nil, nil)
    for unit in formula.utf16 {
      defer { before = unit }
      switch open {
      case nil where unit == quote || unit == apostrophe:
        open = unit
        // A second quote right after the end: the text goes on.
        length = unit == quote && before == quote ? length + 1 : 0
      case nil: break
      case .some(let mark) where unit == mark:
        open = nil
        if mark == quote { longest = max(longest, length) }
      case .some: length += 1
      }
    }
    return longest
  }
}
