/// Cells that list leaders.
enum LeaderCell {
  struct Leader: Equatable {
    let name: String
    /// Whether a word says that the leader assists: 李四（协助）, 协助：李四, 李四配合.
    let isAssisting: Bool
  }

  /// The leaders in the order of the cell, each once.
  static func leaders(_ text: String) -> [Leader] {
    var known: Set<ByteText> = []
    return all(in: text).filter { known.insert(ByteText($0.name)).inserted }
  }

  private static func all(in text: String) -> [Leader] {
    let separated = NameList.separated(text, isName: NameList.isPerson)
    let parts = ListCell.parts(separated, separators: "、；;，,\n")
    // 协助：李四、王五: a word with a colon holds for all that follow.
    var role = false
    return parts.flatMap(pieces).compactMap { piece in
      let part = read(piece)
      if part.holds { role = part.isAssisting ?? role }
      guard !part.name.isEmpty else { return nil }
      return Leader(name: part.name, isAssisting: part.isAssisting ?? role)
    }
  }

  /// What leaders do, the longer words first.
  private static let words: [(word: String, isAssisting: Bool)] = [
    ("协助领导", true), ("配合领导", true), ("协助", true), ("配合", true), ("协抓", true), ("牵头领导", false),
    ("主抓领导", false), ("主管领导", false), ("牵头人", false), ("牵头", false),
    ("主抓", false),
  ]
  private static let colons: Set<Character> = [":", "："]

  private struct Part {
    let name: String
    var isAssisting: Bool?
    /// Whether the role holds for what follows, too.
    var holds = false
  }

  /// Parts a text before each word that begins a role: 李四 协助：赵六.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      if index > start, let word = word(at: index, in: text), begins(word, at: index, in: text) {
        pieces.append(trimmed(text[start..<index]))
        start = index
        index = text.index(index, offsetBy: word.count)
      } else {
        index = text.index(after: index)
      }
    }
    return (pieces + [trimmed(text[start...])]).filter { !$0.isEmpty }
  }

  private static func word(at index: String.Index, in text: String) -> String? {
    words.first { text[index...].hasPrefix($0.word) }?.word
  }

  /// A colon follows, or a blank stands before and a name behind.
  private static func begins(_ word: String, at index: String.Index, in text: String) -> Bool {
    let rest = text[index...].dropFirst(word.count).drop(while: \.isWhitespace)
    guard let next = rest.first else { return false }
    if colons.contains(next) { return true }
    return text[text.index(before: index)].isWhitespace && NameList.isPerson(String(rest))
  }

  private static func read(_ text: String) -> Part {
    if let part = bracketed(text) { return part }
    for (word, isAssisting) in words where text.hasPrefix(word) {
      let behind = text.dropFirst(word.count)
      let rest = behind.drop(while: \.isWhitespace)
      if let first = rest.first, colons.contains(first) {
        return Part(name: trimmed(rest.dropFirst()), isAssisting: isAssisting, holds: true)
      }
      let name = trimmed(rest)
      if behind.startIndex != rest.startIndex || NameList.isPerson(name) {
        return Part(name: name, isAssisting: isAssisting)
      }
    }
    for (word, isAssisting) in words where text.hasSuffix(word) {
      let name = trimmed(text.dropLast(word.count))
      if NameList.isPerson(name) { return Part(name: name, isAssisting: isAssisting) }
    }
    return Part(name: text)
  }

  /// 李四（协助）, （协助）李四.
  private static func bracketed(_ text: String) -> Part? {
    for (word, isAssisting) in words {
      for mark in ["（\(word)）", "(\(word))", "【\(word)】", "[\(word)]"] {
        if text.hasSuffix(mark) {
          return Part(name: trimmed(text.dropLast(mark.count)), isAssisting: isAssisting)
        }
        if text.hasPrefix(mark) {
          return Part(name: trimmed(text.dropFirst(mark.count)), isAssisting: isAssisting)
        }
      }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    ListCell.parts(String(text), separators: "").first ?? ""
  }
}
