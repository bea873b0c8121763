/// How much alike two titles of tasks are: whether one may be the other reworded.
///
/// Compared are pairs of neighbouring characters, after figures were made one mark and all but
/// letters was left out. A changed figure, another verb or an added clause leave most pairs there
/// are; two tasks of real notices share less than half (the nearest 0.44 of 1,445 pairs).
public struct TitleLikeness: Hashable, Sendable {
  /// From this share on, in per cent, a title is the other reworded.
  static let reworded = 60
  /// From this share on a title under another number may be meant to be the same.
  static let near = 75
  /// Where a title stands within a longer one, in per cent; of so many pairs at least.
  static let within = 80
  static let fewestWithin = 4

  private let pairs: [Pair: Int]
  private let count: Int
  private let figures: [String]

  private struct Pair: Hashable {
    let first: Unicode.Scalar
    let second: Unicode.Scalar
  }

  public init(_ title: String) {
    let letters = Self.cleaned(title)
    var pairs: [Pair: Int] = [:]
    if letters.count == 1 { pairs[Pair(first: letters[0], second: letters[0])] = 1 }
    for (first, second) in zip(letters, letters.dropFirst()) {
      pairs[Pair(first: first, second: second), default: 0] += 1
    }
    self.pairs = pairs
    figures = title.unicodeScalars.split { $0.properties.numericType == nil }.map { String($0) }
    count = max(letters.count - 1, letters.count == 1 ? 1 : 0)
  }

  /// What two titles share of their pairs (Dice's coefficient), in per cent.
  public func share(with other: TitleLikeness) -> Int {
    guard count + other.count > 0 else { return 100 }
    return 200 * common(other) / (count + other.count)
  }

  /// Whether one is the other with a clause or a figure changed.
  public func isRewording(of other: TitleLikeness) -> Bool {
    let fewer = min(count, other.count)
    return share(with: other) >= Self.reworded
      || fewer >= Self.fewestWithin && 100 * common(other) >= Self.within * fewer
  }

  /// Whether a title under another number may be meant to be the same: nearly, with all figures.
  public func isNear(_ other: TitleLikeness) -> Bool {
    figures == other.figures && share(with: other) >= Self.near
  }

  private func common(_ other: TitleLikeness) -> Int {
    let (fewer, more) = pairs.count < other.pairs.count ? (self, other) : (other, self)
    return fewer.pairs.reduce(0) { $0 + min($1.value, more.pairs[$1.key] ?? 0) }
  }

  /// Letters in small, `#` for each figure; nothing else.
  private static func cleaned(_ title: String) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    for scalar in WordKey(title).text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .decimalNumber: if letters.last != "#" { letters.append("#") }
      case .uppercaseLetter, .lowercaseLetter, .otherLetter, .modifierLetter, .letterNumber,
        .otherNumber:
        letters.append(scalar)
      default: break
      }
    }
    return letters
  }
}
