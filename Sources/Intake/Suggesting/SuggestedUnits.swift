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
  /// The names in the cells that were seen: most stand in many.
  private var parts: [String: [String]] = [:]

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
    var names = parts[cell]
    if names == nil {
      var seen: Set<String> = []
      names = Self.names(cell).filter { seen.insert($0).inserted }
      parts[cell] = names
    }
    for part in names ?? [] { note(part, place) }
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
    let own = UnitShape.ownUnits(order.map(\.name))
    let groups = ["县区", "乡镇街道", own, "园区", "驻地单位", "企业", nil]
    let named = order.map { entry in
      SuggestedUnit(
        id: "", name: entry.name,
        group: UnitShape.isCollective(entry.name) ? nil : UnitShape.group(entry.name, own: own),
        isCollective: UnitShape.isCollective(entry.name),
        count: counts[UnitDirectory.folded(entry.name)] ?? 0, place: entry.place)
    }
    let byGroup = Dictionary(grouping: named, by: \.group)
    let sorted = groups.flatMap { UnitDoubles(byGroup[$0] ?? []).together }
    let digits = max(2, String(sorted.count).count)
    var numbered = sorted.enumerated().map { index, unit in
      SuggestedUnit(
        id: "u" + String(repeating: "0", count: max(0, digits - String(index + 1).count))
          + String(index + 1),
        name: unit.name, group: unit.group, isCollective: unit.isCollective, count: unit.count,
        place: unit.place, double: unit.double)
    }
    let members = Dictionary(grouping: numbered.filter { !$0.isCollective }, by: \.group)
      .mapValues { $0.map(\.id) }
    for index in numbered.indices where numbered[index].isCollective {
      let group = Self.members(numbered[index].name, own: own)
      numbered[index].members = group.flatMap { members[$0] } ?? []
    }
    return numbered
  }

  /// The group that a collective names: 各县区, 各乡镇, 市直各部门.
  private static func members(_ name: String, own: String) -> String? {
    if name.contains("县") && !name.contains("县直") || name.contains("区政府") || name.hasPrefix("各区") {
      return "县区"
    }
    if name.contains("镇") || name.contains("乡") || name.contains("街道") { return "乡镇街道" }
    let isAll = ["各部门", "直部门", "直各单位", "直单位"].contains(where: name.contains)
    return isAll ? own : nil
  }
}
