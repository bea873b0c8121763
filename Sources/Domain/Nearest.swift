/// Finds what a misspelt word was meant to be. Only ever shown, never taken for the word.
public enum Nearest {
  /// The candidates that differ from a word in no more than half of its characters, nearest first.
  public static func candidates(
    _ word: String, among known: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard !letters.isEmpty, letters.count <= 64 else { return [] }
    var found: [(distance: Int, candidate: String)] = []
    for candidate in known {
      let other = Array(candidate.unicodeScalars)
      let most = max(letters.count, other.count) / 2
      guard abs(letters.count - other.count) <= most, other.count <= 64 else { continue }
      let distance = distance(letters, other)
      if distance <= most { found.append((distance, candidate)) }
    }
    let order = found.enumerated().sorted {
      ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
    }
    return order.prefix(limit).map(\.element.candidate)
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
