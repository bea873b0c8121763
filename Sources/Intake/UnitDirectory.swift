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
  private var ids: [ByteText: Int] = [:]
  private var names: [ByteText: Holders] = [:]

  /// The units that share a name.
  private struct Holders {
    var all: [Int]
    /// The one that is meant: that exists on the ledger's day, else the last.
    var meant: Int
    var isMeantInForce: Bool
  }

  /// For each unit whether nothing need be said of it where it is named.
  private var isPlain: [Bool] = []
  /// The lengths in bytes of the names that can stand among others, longest first.
  private(set) lazy var nameLengths: [Int] = Set(names.keys.lazy.map { $0.text.utf8.count })
    .filter { $0 <= Self.listedLength }.sorted(by: >)
  /// A longer name counts where it is the whole cell, or stands between separators.
  static let listedLength = 256
  private lazy var nearestNames = NearestSearch(units.lazy.flatMap { [$0.name] + $0.aliases })
  private lazy var nearestUnits = NearestSearch(units.lazy.map(\.id))

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
      note(index, ByteText(Self.folded(name)))
    }
  }

  private func note(_ index: Int, _ name: ByteText) {
    let isInForce = isInForce(index)
    guard var holders = names[name] else {
      names[name] = Holders(all: [index], meant: index, isMeantInForce: isInForce)
      return
    }
    guard holders.all.last != index else { return }
    names[name] = nil
    holders.all.append(index)
    if !holders.isMeantInForce { (holders.meant, holders.isMeantInForce) = (index, isInForce) }
    names[name] = holders
  }

  /// The unit with an id.
  func unit(id: String) -> Int? { ids[ByteText(id)] }

  /// The unit that a folded name means: one that exists on the ledger's day before others.
  func unit(named name: String) -> Int? { names[ByteText(name)]?.meant }

  /// The folded names that several units have.
  var sharedNames: [(name: ByteText, holders: [Int])] {
    names.filter { $0.value.all.count > 1 }.map { ($0.key, $0.value.all) }
  }

  /// Names and aliases that look like a word, nearest first. Asked for when all units are known.
  func nearest(_ word: String) -> [String] {
    Self.counted(nearestNames) { $0.candidates(word) }
  }

  private static func counted(
    _ search: NearestSearch, _ ask: (NearestSearch) -> [String]
  ) -> [String] {
    let before = search.compared
    defer { Steps.add(search.compared - before) }
    return ask(search)
  }

  /// Ids that look like a word, or whose unit is called so.
  func nearestIDs(_ word: String) -> [String] {
    if let unit = unit(named: Self.folded(word)) { return [units[unit].id] }
    return Self.counted(nearestUnits) { $0.candidates(word) }
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
