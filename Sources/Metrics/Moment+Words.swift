import Database
import Domain

/// The table `word`: spellings of words that group, with what makes them one.
///
/// It has rows for those spellings alone that are not their own key, or share it with others; of all
/// others key and shown spelling are what is written. So it is short, mostly empty, and costs little
/// to join.
extension Moment {
  /// A spelling of a kind of word.
  private struct Word: Hashable {
    let kind: String
    let written: String
  }

  /// Fills it with the words of the state.
  func bindWords() throws {
    guard !knowsWords.ofState else { return }
    knowsWords.ofState = true
    try provide(["written_word"])
    guard tables.contains("written_word") else { return }
    let words = try connection.rows(of: "SELECT w.kind, w.written FROM written_word AS w")
      .map { Word(kind: $0[0].text ?? "", written: $0[1].text ?? "") }
    let keyed = words.map { ($0, WordKey($0.written).text) }
    let spellings = Dictionary(grouping: keyed) { Word(kind: $0.0.kind, written: $0.1) }
    let rivals = spellings.values.filter { $0.count > 1 }.flatMap { $0.map(\.0) }
    let order = try order(of: rivals)
    let rows = spellings.flatMap { key, spellings -> [[Value]] in
      let first = spellings.map(\.0).min { order[$0, default: .max] < order[$1, default: .max] }
      guard let first, spellings.count > 1 || !first.written.isSpelled(key.written) else {
        return []
      }
      return spellings.map { word, _ in
        [.text(word.kind), .text(word.written), .text(key.written), .text(first.written)]
      }
    }
    try fillWords(rows)
  }

  /// The order in which rivals stand first in the ledger; by their bytes where it has none.
  private func order(of rivals: [Word]) throws -> [Word: Int] {
    guard !rivals.isEmpty else { return [:] }
    try connection.insert(
      into: "rival", columns: ["kind", "written"],
      rows: rivals.map { [.text($0.kind), .text($0.written)] })
    try provide(["written_place"])
    let placed = try connection.rows(
      of: """
        SELECT p.kind, p.written FROM written_place AS p
        ORDER BY p.kind, p.ordinal NULLS LAST, p.place, p.written
        """
    ).map { Word(kind: $0[0].text ?? "", written: $0[1].text ?? "") }
    let rest = Set(rivals).subtracting(placed).sorted {
      $0.written.utf8.lexicographicallyPrecedes($1.written.utf8)
    }
    return Dictionary(
      (placed + rest).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds the texts that changed between two moments, of kind `changed`.
  func bindChangedWords() throws {
    guard !knowsWords.ofChanges else { return }
    knowsWords.ofChanges = true
    let texts = try connection.rows(
      of: """
        SELECT c.old_text FROM written_change AS c WHERE c.old_text IS NOT NULL
        UNION
        SELECT c.new_text FROM written_change AS c WHERE c.new_text IS NOT NULL
        """
    ).compactMap { $0[0].text }
    try fillWords(
      texts.compactMap { text in
        let key = WordKey(text).text
        return key.isSpelled(text)
          ? nil : [.text("changed"), .text(text), .text(key), .text(text)]
      })
  }

  private func fillWords(_ rows: [[Value]]) throws {
    guard !rows.isEmpty else { return }
    try connection.insert(
      into: "word", columns: ["kind", "written", "key", "shown"], rows: rows)
    filled.append("word")
  }
}

extension String {
  /// Whether the two are the same bytes; equal strings need not be.
  fileprivate func isSpelled(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
