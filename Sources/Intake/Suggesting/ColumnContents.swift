import Domain

/// What stands below a heading.
struct ColumnContents {
  private(set) var rows = 0
  private(set) var filled = 0
  /// How many of them were looked at.
  private(set) var looked = 0
  private(set) var counts: [UInt32: Int] = [:]
  private(set) var width = 0
  private(set) var widest = 0
  private(set) var lines = 0
  private(set) var distinct: Set<String> = []
  /// The whole numbers, in order.
  private(set) var integers: [Int] = []
  /// The first cell that is filled.
  private(set) var first: CellAddress?
  /// So many cells decide.
  static let limit = 500

  mutating func countRow() { rows += 1 }

  mutating func add(_ text: String, _ kind: SheetCell.Kind, at address: CellAddress) {
    filled += 1
    if first == nil { first = address }
    guard looked < Self.limit else { return }
    looked += 1
    let shape = CellShape(text, kind: kind)
    for bit in 0..<17 where shape.rawValue & (1 << bit) != 0 { counts[1 << bit, default: 0] += 1 }
    let width = HeadingText.width(text)
    self.width += width
    widest = max(widest, width)
    if text.contains(where: \.isNewline) { lines += 1 }
    distinct.insert(text)
    if shape.contains(.integer), let number = Int(text) { integers.append(number) }
  }

  func count(_ shape: CellShape) -> Int { counts[shape.rawValue] ?? 0 }

  /// The share of the filled cells of a shape; 0 if none is filled.
  func share(_ shape: CellShape) -> Double {
    looked == 0 ? 0 : Double(count(shape)) / Double(looked)
  }

  /// The share of cells that are a day or a deadline in words.
  var dates: Double {
    looked == 0 ? 0 : min(1, Double(count(.date) + count(.dateWords)) / Double(looked))
  }

  var averageWidth: Double { looked == 0 ? 0 : Double(width) / Double(looked) }
  var variety: Double { looked == 0 ? 0 : Double(distinct.count) / Double(looked) }
  var isEmpty: Bool { filled == 0 }

  /// Whether it counts the rows: whole numbers each one more than the one before, at times from 1 on
  /// again.
  var isRunning: Bool {
    guard integers.count >= 2, integers.count * 10 >= looked * 9 else { return false }
    let steps = zip(integers, integers.dropFirst()).count { $1 == $0 + 1 || $1 == 1 }
    return steps * 10 >= (integers.count - 1) * 8
  }

  /// Whether it counts from 1 on again and again, as within sections.
  var restarts: Bool {
    let descents = zip(integers, integers.dropFirst()).filter { $1 <= $0 }
    return !descents.isEmpty && descents.allSatisfy { $0.1 == 1 } && integers.first == 1
  }
}
