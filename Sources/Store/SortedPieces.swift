/// Elements that are sorted piece by piece as they come, and merged when they are read: no second
/// copy of all of them is ever made.
struct SortedPieces<Element: Comparable> {
  private static var pieceSize: Int { 1 << 16 }

  private(set) var count = 0
  /// All but the last are full, and sorted.
  private var pieces: [[Element]] = []

  init() {}

  init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  mutating func append(_ element: Element) {
    if count % Self.pieceSize == 0 {
      if !pieces.isEmpty { pieces[pieces.count - 1].sort() }
      pieces.append([])
    }
    pieces[pieces.count - 1].append(element)
    count += 1
  }

  /// The pieces, each in ascending order.
  func sorted() -> [[Element]] { pieces.dropLast() + pieces.suffix(1).map { $0.sorted() } }
}

/// The elements of a few ascending sequences, in ascending order.
struct Merged<Element: Comparable>: Sequence, IteratorProtocol {
  private var rests: [AnyIterator<Element>] = []
  private var heads: [Element] = []

  init(_ sequences: [AnyIterator<Element>]) {
    for sequence in sequences {
      guard let head = sequence.next() else { continue }
      heads.append(head)
      rests.append(sequence)
    }
  }

  mutating func next() -> Element? {
    guard var least = heads.indices.first else { return nil }
    for index in heads.indices where heads[index] < heads[least] { least = index }
    let element = heads[least]
    if let head = rests[least].next() {
      heads[least] = head
    } else {
      heads.remove(at: least)
      rests.remove(at: least)
    }
    return element
  }
}
