/// Breaks a title into lines by sense: lines of like length, none with a few characters, no word or
/// number in two parts where that can be.
enum TitleLines {
  /// Words that may begin a line.
  private static let beginnings = [
    "重点任务", "重点工作", "落实情况", "完成情况", "进展情况", "工作", "任务", "有关", "情况", "（",
  ]
  private static let neverFirst: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "”", "’", "）", "》", "〉", "】", "的", "了", "和", "与",
  ]
  private static let neverLast: Set<Character> = ["“", "‘", "（", "《", "〈", "【", "和", "与", "第"]

  /// - Parameter limit: How many full-width characters a line takes.
  static func broken(_ title: String, limit: Int) -> [String] {
    let characters = Array(title)
    guard LineWidth.of(title) > 2 * limit else { return [title] }
    let whole = LineWidth.of(title)
    let count = (whole + 2 * limit - 1) / (2 * limit)
    for lines in count...(count + 2) {
      if let found = best(characters, lines: lines, target: whole / lines, limit: 2 * limit) {
        return found
      }
    }
    return [title]
  }

  private static func best(
    _ characters: [Character], lines: Int, target: Int, limit: Int
  ) -> [String]? {
    struct State {
      var cost: Int
      var starts: [Int]
    }
    // The best way to have so many lines end before each character.
    var states: [Int: State] = [0: State(cost: 0, starts: [])]
    for line in 1...lines {
      var next: [Int: State] = [:]
      for (start, state) in states {
        var width = 0
        for end in start + 1..<characters.count + 1 {
          width += LineWidth.of(characters[end - 1])
          if width > limit { break }
          guard (end == characters.count) == (line == lines) else { continue }
          guard let penalty = penalty(characters, at: end) else { continue }
          let cost = state.cost + (width - target) * (width - target) + penalty
          if cost < next[end]?.cost ?? .max {
            next[end] = State(cost: cost, starts: state.starts + [start])
          }
        }
      }
      states = next
    }
    guard let starts = states[characters.count]?.starts else { return nil }
    return zip(starts, starts.dropFirst() + [characters.count]).map { String(characters[$0..<$1]) }
  }

  /// What a break costs; nil where there must be none.
  private static func penalty(_ characters: [Character], at place: Int) -> Int? {
    guard place < characters.count else { return 0 }
    let (before, after) = (characters[place - 1], characters[place])
    guard !neverFirst.contains(after), !neverLast.contains(before) else { return nil }
    if before.isASCII, after.isASCII { return nil }
    // A number and what it counts.
    if before.isNumber { return nil }
    if beginnings.contains(where: { isWithin($0, characters, place) }) { return 400 }
    let rest = String(characters[place...])
    if beginnings.contains(where: rest.hasPrefix) { return 0 }
    return before == "、" ? 60 : before == "”" ? 150 : 400
  }

  /// Whether a word goes on across a place.
  private static func isWithin(_ word: String, _ characters: [Character], _ place: Int) -> Bool {
    let word = Array(word)
    return (1..<max(1, word.count)).contains { offset in
      let start = place - offset
      return start >= 0 && start + word.count <= characters.count
        && Array(characters[start..<start + word.count]) == word
    }
  }
}

/// Widths in halves of a full-width character.
enum LineWidth {
  static func of(_ character: Character) -> Int {
    character.unicodeScalars.allSatisfy { $0.value < 0x2000 } ? 1 : 2
  }

  static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }
}
