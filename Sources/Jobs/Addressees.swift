public import Domain

/// 主送 where a plan names nobody: the ranking groups of the register of units, governments first.
///
///     各县区人民政府，天水经开区管委会，市直有关部门，驻市有关单位
public struct Addressees {
  private struct Unit {
    let names: [String]
    let order: Int64
  }

  private let groups: [(name: String, units: [Unit])]

  /// - Parameter units: The rows of `state/unit`; collectives, units that are no longer in office and
  ///   those without a group are not addressed.
  public init(_ units: ResultTable) {
    var groups: [String: [Unit]] = [:]
    for row in units.rows {
      func value(_ name: String) -> Value { units.index(of: name).map { row[$0] } ?? .null }
      guard let group = value("ranking_group").text, !group.isEmpty,
        value("is_group").integer == 0, value("in_office").integer == 1
      else { continue }
      let aliases = (value("aliases").text ?? "").split { "、，,；;".contains($0) }.map(String.init)
      groups[group, default: []].append(
        Unit(
          names: [value("unit_name").text ?? ""] + aliases,
          order: value("official_order").integer ?? .max))
    }
    self.groups = groups.map { name, units in (name, units.sorted { $0.order < $1.order }) }
      .sorted { ($0.units[0].order, $0.name) < ($1.units[0].order, $1.name) }
  }

  public var text: String {
    let shown = groups.map { Self.shown($0.name, $0.units) }
    return (0...4).flatMap { rank in shown.filter { $0.rank == rank }.map(\.text) }
      .joined(separator: "，")
  }

  /// What a group is called among the addressees, and its rank among them.
  private static func shown(_ group: String, _ units: [Unit]) -> (rank: Int, text: String) {
    if units.allSatisfy({ $0.names[0].hasSuffix("政府") }) {
      return (0, group.hasSuffix("政府") ? "各\(group)" : "各\(group)人民政府")
    }
    let committees = units.compactMap { unit in
      unit.names.filter { $0.hasSuffix("管委会") }.max { $0.count < $1.count }
        ?? (unit.names[0].hasSuffix("管理委员会") ? unit.names[0] : nil)
    }
    if committees.count == units.count {
      return (1, units.count > 3 ? "各\(group)管委会" : committees.joined(separator: "，"))
    }
    for (rank, word) in [(2, "部门"), (3, "单位")] where group.hasSuffix(word) {
      return (rank, group.dropLast(word.count) + "有关" + word)
    }
    return (4, "各\(group)")
  }
}
