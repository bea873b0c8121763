public import Domain

/// A unit of the drafted register: one spelling of the workbook.
public struct SuggestedUnit: Hashable, Sendable {
  public let id: String
  public let name: String
  public let group: String?
  public let isCollective: Bool
  /// The ids of what a collective stands for, where its group is plain.
  public var members: [String] = []
  /// In how many cells it stands, and the first of them.
  public var count: Int
  public let place: SourcePlace
  /// The name that may mean the same unit.
  public var double: String?
}

/// Collects the spellings of units.
struct UnitDraft {
  private var counts: [String: Int] = [:]
  private var order: [(name: String, place: SourcePlace)] = []

  init() {}

  /// Goes on with units that were drafted before.
  init(_ units: [SuggestedUnit]) {
    for unit in units {
      order.append((unit.name, unit.place))
      counts[UnitDirectory.folded(unit.name)] = unit.count
    }
  }

  /// The names as they are compared.
  var names: [String] { order.map { UnitDirectory.folded($0.name) } }

  /// Adds a name as it stands.
  mutating func take(_ name: String, at place: SourcePlace) { note(name, place) }

  mutating func add(_ cell: String, at place: SourcePlace) {
    var seen: Set<String> = []
    for part in Self.names(cell) where seen.insert(part).inserted { note(part, place) }
  }

  private mutating func note(_ name: String, _ place: SourcePlace) {
    let key = UnitDirectory.folded(name)
    guard !key.isEmpty else { return }
    if counts[key] == nil { order.append((name, place)) }
    counts[key, default: 0] += 1
  }

  /// The names in a cell that lists units.
  static func names(_ cell: String) -> [String] {
    let parts = UnitShape.parts(cell)
    // 各县区党委、政府 is one name, 安全生产 no unit: a part that is no name joins what it follows.
    return parts.filter { !["政府", "党委", "及", "和", "等"].contains($0) }
  }

  /// Units by group, likely doubles together, each in the order of the workbook.
  func units() -> [SuggestedUnit] {
    let groups = ["县区", "乡镇街道", "部门单位", "园区", "驻地单位", "企业", nil]
    let named = order.enumerated().map { index, entry in
      SuggestedUnit(
        id: "", name: entry.name,
        group: UnitShape.isCollective(entry.name) ? nil : UnitShape.group(entry.name),
        isCollective: UnitShape.isCollective(entry.name),
        count: counts[UnitDirectory.folded(entry.name)] ?? 0, place: entry.place)
    }
    var sorted: [SuggestedUnit] = []
    for group in groups {
      var rest = named.filter { $0.group == group }
      while let next = rest.first {
        rest.removeFirst()
        sorted.append(next)
        for other in rest where Self.isDouble(next.name, other.name) {
          var other = other
          other.double = next.name
          sorted.append(other)
        }
        let taken = Set(sorted.map(\.name))
        rest.removeAll { taken.contains($0.name) }
      }
    }
    let digits = max(2, String(sorted.count).count)
    var numbered = sorted.enumerated().map { index, unit in
      SuggestedUnit(
        id: "u" + String(repeating: "0", count: max(0, digits - String(index + 1).count))
          + String(index + 1),
        name: unit.name, group: unit.group, isCollective: unit.isCollective, count: unit.count,
        place: unit.place, double: unit.double)
    }
    for index in numbered.indices where numbered[index].isCollective {
      numbered[index].members = Self.members(numbered[index].name, numbered)
    }
    return numbered
  }

  /// 各县区 are the units of the group 县区.
  private static func members(_ name: String, _ units: [SuggestedUnit]) -> [String] {
    let group: String? =
      name.contains("县") || name.contains("区政府") || name.hasPrefix("各区")
      ? "县区"
      : name.contains("镇") || name.contains("乡") || name.contains("街道") ? "乡镇街道" : nil
    guard let group else { return [] }
    return units.filter { $0.group == group && !$0.isCollective }.map(\.id)
  }

  /// Whether two names may mean one unit: the same but for 市, 县, 省, 局 and brackets, one letter
  /// apart, or the one abbreviates the other.
  static func isDouble(_ one: String, _ other: String) -> Bool {
    let (one, other) = (bare(one), bare(other))
    if one == other { return true }
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard short.count >= 2 else { return false }
    let isHan = long.unicodeScalars.contains { $0.value >= 0x2E80 }
    if isHan {
      if long.count >= 4,
        Nearest.distance(Array(one.unicodeScalars), Array(other.unicodeScalars)) == 1,
        one.count == other.count
      {
        return one.first == other.first && one.last == other.last
      }
      guard short.count >= 3, short.first == long.first, short.last == long.last else {
        return false
      }
      var rest = Substring(long)
      for character in short {
        guard let index = rest.firstIndex(of: character) else { return false }
        rest = rest[rest.index(after: index)...]
      }
      return true
    }
    return long.count >= 6
      && Nearest.distance(Array(one.unicodeScalars), Array(other.unicodeScalars)) <= 1
  }

  private static func bare(_ name: String) -> String {
    var name = UnitShape.withoutBrackets(name).filter { !$0.isWhitespace && $0 != "." }.lowercased()
    for prefix in ["市", "县", "省", "区", "州"] where name.count > 2 && name.hasPrefix(prefix) {
      name.removeFirst()
      break
    }
    for (long, short) in [("委员会", "委"), ("办公室", "办"), ("人民政府", "政府")] {
      name = name.replacing(long, with: short)
    }
    return name
  }
}
