import Domain

/// A unit of the register, with where it stands.
struct DirectoryUnit {
  let id: String
  let name: String
  let aliases: [String]
  let from: Day?
  let to: Day?
  let successor: String
  let isGroup: Bool
  let members: [String]
  let nameMark: CellMark
  let aliasMark: CellMark?
  let successorMark: CellMark?
  let memberMark: CellMark?

  /// Whether the unit exists on a day.
  func isInForce(on day: Day) -> Bool {
    (from ?? day) <= day && (to ?? day) >= day
  }

  /// Whether there is a day on which both units exist.
  func overlaps(_ other: DirectoryUnit) -> Bool {
    let start = [from, other.from].compactMap { $0 }.max()
    let end = [to, other.to].compactMap { $0 }.min()
    guard let start, let end else { return true }
    return start <= end
  }
}

/// The register of units, looked up by name, alias and id.
final class UnitDirectory {
  private(set) var units: [DirectoryUnit] = []
  /// Whether the register was read in full; if not, what is missing in it is no fault of others.
  var isComplete = true
  private let effectiveOn: Day
  private var nearestLeft = FaultList.limit
  private var ids: [ByteText: Int] = [:]
  private var names: [ByteText: [Int]] = [:]
  /// For each unit whether nothing need be said of it where it is named.
  private var isPlain: [Bool] = []
  /// The lengths of all names in bytes, longest first.
  private(set) lazy var nameLengths: [Int] = Set(names.keys.map { $0.text.utf8.count })
    .sorted(by: >)

  init(effectiveOn: Day) {
    self.effectiveOn = effectiveOn
  }

  func add(_ unit: DirectoryUnit) {
    let index = units.count
    units.append(unit)
    isPlain.append(
      unit.isInForce(on: effectiveOn) && !(unit.isGroup && unit.members.isEmpty))
    if ids[ByteText(unit.id)] == nil { ids[ByteText(unit.id)] = index }
    for name in [unit.name] + unit.aliases where !name.isEmpty {
      let key = ByteText(Self.folded(name))
      if names[key]?.contains(index) != true { names[key, default: []].append(index) }
    }
  }

  /// The unit with an id.
  func unit(id: String) -> Int? { ids[ByteText(id)] }

  /// The unit that a folded name means: one that exists on the ledger's day before others.
  func unit(named name: String) -> Int? {
    guard let holders = names[ByteText(name)] else { return nil }
    return holders.first { units[$0].isInForce(on: effectiveOn) } ?? holders.last
  }

  /// The units that share a folded name.
  func holders(of name: String) -> [Int] { names[ByteText(Self.folded(name))] ?? [] }

  /// Names and aliases that look like a word, nearest first; none once so many were asked for
  /// that no message can list them.
  func nearest(_ word: String) -> [String] {
    guard nearestLeft > 0 else { return [] }
    nearestLeft -= 1
    return Nearest.candidates(word, among: units.lazy.flatMap { [$0.name] + $0.aliases })
  }

  /// Ids that look like a word, or whose unit is called so.
  func nearestIDs(_ word: String) -> [String] {
    if let unit = unit(named: Self.folded(word)) { return [units[unit].id] }
    return Nearest.candidates(word, among: units.lazy.map(\.id))
  }

  func isInForce(_ unit: Int) -> Bool { units[unit].isInForce(on: effectiveOn) }

  /// Whether a unit is outside its dates, or a collective without members.
  func needsRemark(_ unit: Int) -> Bool { !isPlain[unit] }

  /// A name with brackets of one kind, so that （） and () are the same.
  static func folded(_ name: String) -> String {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0xFF08: scalars.append("(")
      case 0xFF09: scalars.append(")")
      case 0x3000, 0xA0: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
