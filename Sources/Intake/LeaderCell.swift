/// Cells that list leaders.
enum LeaderCell {
  struct Leader: Equatable {
    let name: String
    /// Whether a word says that the leader assists: 李四（协助）, 李四配合.
    let isAssisting: Bool
  }

  /// The leaders in the order of the cell, each once.
  static func leaders(_ text: String) -> [Leader] {
    var known: Set<ByteText> = []
    return all(in: text).filter { known.insert(ByteText($0.name)).inserted }
  }

  private static func all(in text: String) -> [Leader] {
    let separated = NameList.separated(text, isName: NameList.isPerson)
    return ListCell.parts(separated, separators: "、；;，,\n").map(leader).filter {
      !$0.name.isEmpty
    }
  }

  private static let marks: [(isAssisting: Bool, words: [String])] = [
    (true, ["(协助)", "（协助）", "(配合)", "（配合）"]), (false, ["(牵头)", "（牵头）"]),
  ]
  /// Words behind a name without brackets.
  private static let words: [(isAssisting: Bool, word: String)] = [
    (true, "协助"), (true, "配合"), (false, "牵头"),
  ]

  private static func leader(_ part: String) -> Leader {
    for (isAssisting, marks) in marks {
      if let mark = marks.first(where: part.hasSuffix) {
        return Leader(name: trimmed(part.dropLast(mark.count)), isAssisting: isAssisting)
      }
    }
    for (isAssisting, word) in words where part.hasSuffix(word) {
      let name = trimmed(part.dropLast(word.count))
      if NameList.isPerson(name) { return Leader(name: name, isAssisting: isAssisting) }
    }
    return Leader(name: part, isAssisting: false)
  }

  private static func trimmed(_ text: Substring) -> String {
    ListCell.parts(String(text), separators: "").first ?? ""
  }
}
