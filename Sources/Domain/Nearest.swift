/// Finds what a misspelt word was meant to be. Only ever shown, never taken for the word.
public enum Nearest {
  /// The longest word that is looked for, in characters.
  public static let longestWord = 64

  /// The candidates that differ from a word in no more than half of its characters, nearest first.
  public static func candidates(
    _ word: String, among known: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    NearestSearch(known).candidates(word, limit: limit)
  }

  /// The number of characters to insert, delete or replace to make one word of the other.
  public static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (leftIndex, leftScalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = leftIndex + 1
      for (rightIndex, rightScalar) in right.enumerated() {
        let change = diagonal + (leftScalar == rightScalar ? 0 : 1)
        diagonal = row[rightIndex + 1]
        row[rightIndex + 1] = min(change, diagonal + 1, row[rightIndex] + 1)
      }
    }
    return row[right.count]
  }
}

/// Known words prepared for many questions.
///
/// Most are passed over by which characters they hold; and there is an end to what is looked for:
/// thousands of unknown words among thousands of known ones would else cost more than all the rest.
public final class NearestSearch {
  /// How many characters are compared for all questions together: as many as linear time allows.
  private let budget: Int

  private struct Word {
    let text: String
    let scalars: [Unicode.Scalar]
    /// A bit for each of its characters, by the last six bits of its number.
    let mask: UInt64
  }

  private let words: [Word]
  private var left: Int

  public init(_ known: some Sequence<String>) {
    words = known.compactMap { Self.word($0) }
    budget = max(1_000_000, 500 * words.count)
    left = budget
  }

  /// How many characters were compared so far.
  public var compared: Int { budget - left }

  /// The known words that differ from a word in no more than half of its characters, nearest
  /// first; none once too much was asked.
  public func candidates(_ word: String, limit: Int = 3) -> [String] {
    guard left > 0, let word = Self.word(word) else { return [] }
    var found: [(distance: Int, offset: Int)] = []
    for (offset, other) in words.enumerated() {
      let most = max(word.scalars.count, other.scalars.count) / 2
      left -= 1
      guard abs(word.scalars.count - other.scalars.count) <= most, mayBeNear(word, other, most)
      else { continue }
      left -= word.scalars.count * other.scalars.count
      let distance = Nearest.distance(word.scalars, other.scalars)
      if distance <= most { found.append((distance, offset)) }
    }
    found.sort { ($0.distance, $0.offset) < ($1.distance, $1.offset) }
    return found.prefix(limit).map { words[$0.offset].text }
  }

  /// Whether no more of a word's characters are missing in the other than may differ.
  private func mayBeNear(_ word: Word, _ other: Word, _ most: Int) -> Bool {
    // Characters that share a bit count once: the number of missing ones is at least this.
    (word.mask & ~other.mask).nonzeroBitCount <= most
  }

  private static func word(_ text: String) -> Word? {
    var scalars: [Unicode.Scalar] = []
    var mask: UInt64 = 0
    for scalar in text.unicodeScalars {
      guard scalars.count < Nearest.longestWord else { return nil }
      scalars.append(scalar)
      mask |= 1 << UInt64(scalar.value & 63)
    }
    return scalars.isEmpty ? nil : Word(text: text, scalars: scalars, mask: mask)
  }
}
