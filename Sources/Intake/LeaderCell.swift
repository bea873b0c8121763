/// Cells that list leaders.
enum LeaderCell {
  struct Leader {
    let name: String
    /// Whether 协助 stands in brackets behind the name.
    let isAssisting: Bool
  }

  /// The leaders in the order of the cell, each once.
  static func leaders(_ text: String) -> [Leader] {
    var known: Set<ByteText> = []
    return all(in: text).filter { known.insert(ByteText($0.name)).inserted }
  }

  private static func all(in text: String) -> [Leader] {
    ListCell.parts(text, separators: "、；;，,\n").map { part in
      for mark in ["(协助)", "（协助）"] where part.hasSuffix(mark) {
        let name = ListCell.parts(String(part.dropLast(mark.count)), separators: "")
        return Leader(name: name.first ?? "", isAssisting: true)
      }
      return Leader(name: part, isAssisting: false)
    }.filter { !$0.name.isEmpty }
  }
}
