import Domain

/// Puts names that may mean one unit together: the same but for 市, 县, 省, 局 and brackets, one letter
/// apart, or the one abbreviating the other.
struct UnitDoubles {
  /// The units in the order of the workbook, each followed by its likely doubles.
  let together: [SuggestedUnit]

  init(_ units: [SuggestedUnit]) {
    let names = units.map { Bare($0.name) }
    // Doubles share their first or their last letter: only such names are compared.
    var byEnd: [End: [Int]] = [:]
    for (index, name) in names.enumerated() {
      for end in name.ends { byEnd[end, default: []].append(index) }
    }
    var isTaken = Array(repeating: false, count: units.count)
    var together: [SuggestedUnit] = []
    for index in units.indices where !isTaken[index] {
      isTaken[index] = true
      together.append(units[index])
      let near = names[index].ends.flatMap { Self.following(index, byEnd[$0] ?? []) }
      for other in Set(near).sorted()
      where !isTaken[other] && names[index].isDouble(of: names[other]) {
        isTaken[other] = true
        var unit = units[other]
        unit.double = units[index].name
        together.append(unit)
      }
    }
    self.together = together
  }

  /// With so many alike a name is compared.
  private static let most = 100

  /// The next of ascending numbers, so many at most.
  private static func following(_ index: Int, _ all: [Int]) -> ArraySlice<Int> {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = low + (high - low) / 2
      if all[middle] > index { high = middle } else { low = middle + 1 }
    }
    return all[low...].prefix(most)
  }

  enum End: Hashable {
    case first(Unicode.Scalar, length: Int?)
    case last(Unicode.Scalar, length: Int?)
    case both(Unicode.Scalar, Unicode.Scalar)
  }

  /// A name without what is left out when names are compared.
  struct Bare {
    let scalars: [Unicode.Scalar]
    let isHan: Bool

    init(_ name: String) {
      var name = UnitShape.withoutBrackets(name).filter { !$0.isWhitespace && $0 != "." }
        .lowercased()
      for prefix in ["市", "县", "省", "区", "州"] where name.count > 2 && name.hasPrefix(prefix) {
        name.removeFirst()
        break
      }
      for (long, short) in [("委员会", "委"), ("办公室", "办"), ("人民政府", "政府")]
      where name.contains(long) {
        name = name.replacing(long, with: short)
      }
      scalars = Array(name.unicodeScalars)
      isHan = scalars.contains { $0.value >= 0x2E80 }
    }

    var ends: [End] {
      guard let first = scalars.first, let last = scalars.last else { return [] }
      if isHan { return [.both(first, last)] }
      // One letter apart, they differ by one in length at most.
      return (scalars.count - 1...scalars.count + 1).flatMap {
        [End.first(first, length: $0), .last(last, length: $0)]
      }
    }

    func isDouble(of other: Bare) -> Bool {
      Steps.add(scalars.count + other.scalars.count)
      if scalars == other.scalars { return true }
      let (short, long) = scalars.count <= other.scalars.count ? (self, other) : (other, self)
      guard short.scalars.count >= 2, long.scalars.count <= 200 else { return false }
      guard long.isHan else { return long.scalars.count >= 6 && short.isOneApart(from: long) }
      guard short.scalars.first == long.scalars.first, short.scalars.last == long.scalars.last
      else { return false }
      if short.scalars.count == long.scalars.count {
        return long.scalars.count >= 4 && short.isOneApart(from: long)
      }
      return short.scalars.count >= 3 && short.isWithin(long)
    }

    /// Whether one letter is another, or one more.
    private func isOneApart(from long: Bare) -> Bool {
      guard long.scalars.count - scalars.count <= 1 else { return false }
      let start = zip(scalars, long.scalars).prefix { $0 == $1 }.count
      let skipped = long.scalars.count == scalars.count ? 1 : 0
      return scalars.dropFirst(start + skipped).elementsEqual(long.scalars.dropFirst(start + 1))
    }

    /// Whether the letters stand in another name in their order.
    private func isWithin(_ long: Bare) -> Bool {
      var rest = long.scalars[...]
      for scalar in scalars {
        guard let index = rest.firstIndex(of: scalar) else { return false }
        rest = rest[(index + 1)...]
      }
      return true
    }
  }
}
