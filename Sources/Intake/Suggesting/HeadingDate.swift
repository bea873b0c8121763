/// The forms in which a heading holds a date. Written as code: every cell of a table is looked at
/// for headings that come again, and a regular expression costs more than all the rest.
enum HeadingDate: CaseIterable {
  /// 截至9月25日, 2023年9月底, 1-8月.
  case month
  /// 截至2023.9.25, 2023年9月.
  case day
  /// 2023年, 2023年度.
  case year

  /// Where the first date of the form stands.
  func first(in text: [Unicode.Scalar]) -> Range<Int>? {
    guard text.contains(where: Self.isDigit) else { return nil }
    for start in text.indices {
      guard let end = end(in: text, from: start) else { continue }
      return start..<end
    }
    return nil
  }

  private func end(in text: [Unicode.Scalar], from start: Int) -> Int? {
    switch self {
    case .month: Self.month(text, Self.until(text, start))
    case .day: Self.day(text, Self.until(text, start))
    case .year: Self.year(text, start).map { Self.optional("度", text, $0) }
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func has(_ word: String, _ text: [Unicode.Scalar], _ at: Int) -> Bool {
    at < text.count && text[at...].starts(with: word.unicodeScalars)
  }

  private static func optional(_ word: String, _ text: [Unicode.Scalar], _ at: Int) -> Int {
    has(word, text, at) ? at + word.unicodeScalars.count : at
  }

  private static func isOne(_ of: String, _ text: [Unicode.Scalar], _ at: Int) -> Bool {
    at < text.count && of.unicodeScalars.contains(text[at])
  }

  /// Behind 截至, 到 and the like.
  private static func until(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    for word in ["截至", "截止", "至", "到"] where has(word, text, start) {
      return start + word.unicodeScalars.count
    }
    return start
  }

  /// How many digits stand at a place, so many at most.
  private static func digits(_ text: [Unicode.Scalar], _ at: Int, _ most: Int) -> Int {
    text[min(at, text.count)...].prefix(most).prefix(while: isDigit).count
  }

  private static func year(_ text: [Unicode.Scalar], _ at: Int) -> Int? {
    guard has("20", text, at), digits(text, at, 4) == 4, has("年", text, at + 4) else { return nil }
    return at + 5
  }

  private static func month(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    var at = year(text, start) ?? start
    let first = digits(text, at, 4)
    guard first > 0 else { return nil }
    at += first
    if first <= 2, isOne("-—~至", text, at) { at += 1 + digits(text, at + 1, 2) }
    guard has("月", text, at) else { return nil }
    at += 1
    let day = digits(text, at, 2)
    if day > 0, isOne("日号", text, at + day) { at += day + 1 }
    return isOne("底末", text, at) ? at + 1 : at
  }

  private static func day(_ text: [Unicode.Scalar], _ at: Int) -> Int? {
    guard has("20", text, at), digits(text, at, 4) == 4, isOne(".-/年", text, at + 4) else {
      return nil
    }
    let month = digits(text, at + 5, 2)
    guard month > 0 else { return nil }
    let end = at + 5 + month
    let day = isOne(".-/月", text, end) ? digits(text, end + 1, 2) : 0
    return day == 0 ? end : optional("日", text, end + 1 + day)
  }
}

extension String {
  /// A text of scalars.
  init(text scalars: ArraySlice<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
