import Domain

/// The headings that offices give what the task ledger holds.
///
/// Source: 15 workbooks, the exports of two supervision systems, and the notices of `domain.md`.
enum HeadingWords {
  /// What a column of ours is called elsewhere.
  struct Entry {
    let column: String
    /// Whole headings, as `HeadingText.key` has them.
    let whole: [String]
    /// Parts of headings that say it, in Chinese.
    let parts: [String]
    /// How much a whole heading says: between two columns of ours the surer wins.
    let weight: Double

    init(_ column: String, _ whole: [String], parts: [String] = [], weight: Double = 1) {
      self.column = column
      self.whole = whole
      self.parts = parts
      self.weight = weight
    }
  }

  /// The columns of ours that a heading may be, and how sure that is, from 0 to 1.
  static func candidates(_ heading: HeadingText) -> [String: Double] {
    guard !heading.isEmpty else { return [:] }
    var found: [String: Double] = [:]
    func note(_ column: String, _ score: Double) { found[column] = max(found[column] ?? 0, score) }
    for (column, score) in wholes[heading.whole] ?? [] { note(column, score) }
    for (column, score) in wholes[heading.key] ?? [] { note(column, score) }
    let key = heading.key
    // A heading has no number in it; what has is a text.
    guard !key.contains(where: \.isNumber) else { return found }
    for entry in entries {
      for part in entry.parts where key.contains(part) {
        let share = Double(part.count) / Double(key.count)
        note(entry.column, entry.weight * (key.hasSuffix(part) ? 0.55 : 0.45) + 0.25 * share)
      }
    }
    if heading.words.count > 1 {
      for (column, score) in latin(heading.words) { note(column, score) }
    }
    return found
  }

  /// Whole headings of Latin words that stand within a longer one: “Revised due date (if any)”.
  private static func latin(_ words: [String]) -> [String: Double] {
    var found: [String: Double] = [:]
    for length in stride(from: min(words.count - 1, 4), through: 1, by: -1) {
      for start in 0...(words.count - length) {
        let phrase = words[start..<(start + length)].joined()
        guard phrase.count > 2, let known = wholes[phrase] else { continue }
        let share = Double(length) / Double(words.count)
        let isLast = start + length == words.count
        for (column, score) in known where column != "number" || numbering.contains(phrase) {
          let part = score * (0.35 + 0.35 * share + (isLast ? 0.1 : 0))
          found[column] = max(found[column] ?? 0, part)
        }
      }
    }
    return found
  }

  /// What numbers rows within a longer heading.
  private static let numbering: Set<String> = [
    "ref", "reference", "refno", "number", "itemno", "index",
  ]

  private static let wholes: [String: [(String, Double)]] = {
    var wholes: [String: [(String, Double)]] = [:]
    for entry in entries {
      for word in entry.whole { wholes[word, default: []].append((entry.column, entry.weight)) }
    }
    for column in Register.ledger.columns {
      // What English ledgers call owner is the unit as often as the person.
      for word in [column.heading, column.id.replacing("_", with: "")] where word != "owner" {
        wholes[word, default: []].append((column.id, word == column.heading ? 1.1 : 1))
      }
    }
    return wholes
  }()
}
