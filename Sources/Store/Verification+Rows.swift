import Database
import Definitions
import Domain

/// Where rows were read, snapshot by snapshot, against the hashes of their places.
struct PlaceProof {
  /// The forms of the snapshots, by position.
  let forms: [Int64: Int]
  private let snapshots: [Snapshot]
  /// Of a table: what a snapshot brought again after it was stored with a later one.
  private let earlier: [String: [(position: Int64, place: RowPlace)]]
  private var places: [Int64: PlaceForm] = [:]

  init(_ earlier: [String: [(position: Int64, place: RowPlace)]], _ snapshots: [Snapshot]) {
    self.earlier = earlier
    self.snapshots = snapshots
    forms = Dictionary(uniqueKeysWithValues: snapshots.map { ($0.position, $0.form) })
  }

  /// Takes the places of a table's versions, by the snapshots that brought them.
  mutating func take(_ table: LedgerTable, _ found: [Int64: Set<RowPlace>]) {
    var found = found
    for (position, place) in earlier[table.name] ?? [] {
      found[position, default: []].insert(place)
    }
    for (position, places) in found {
      self.places[position, default: PlaceForm()].append(table: table, [SortedPieces(places)])
    }
  }

  /// The snapshots whose rows stand elsewhere.
  var damage: [StoreDamage] {
    snapshots.filter { snapshot in
      snapshot.placeHash.map { $0 != places[snapshot.position, default: PlaceForm()].hash } ?? false
    }.map(StoreDamage.places)
  }
}

/// Holds the versions of a table against their hashes.
struct RowProof {
  private let store: LedgerStore
  private let table: LedgerTable
  private let forms: [Int64: Int]
  private let boundaries: [String: Set<Int64>]
  private let dates: [Int]
  private let names: [String]
  /// The same table as versions 1 and 2 had it, and where its columns are now.
  private let before: (table: EarlierTable, columns: [Int])?

  init(_ store: LedgerStore, _ table: LedgerTable, forms: [Int64: Int]) throws {
    self.store = store
    self.table = table
    self.forms = forms
    names = table.columns.map(\.name)
    dates = table.columns.indices.filter { table.columns[$0].kind == .date }
    boundaries = try store.boundaries(of: table)
    before = EarlierTable.named(table.name).map { [names] earlier in
      (earlier, earlier.columns.compactMap { names.firstIndex(of: $0) })
    }
  }

  /// A version as it is read.
  private struct Version {
    let plan: String
    let values: [Value]
    let hash: [UInt8]?
    let earlierHash: [UInt8]?
    let (from, to, source): (Int64, Int64, Int64)
    let line: Int64
    let place: String

    init(_ row: [Value]) {
      plan = row[0].text ?? ""
      (hash, earlierHash) = (row[1].bytes, row[2].bytes)
      (from, to, source) = (row[3].integer ?? 0, row[4].integer ?? 0, row[5].integer ?? 0)
      (line, place) = (row[6].integer ?? 0, row[7].text ?? "")
      values = Array(row[8...])
    }
  }

  /// - Returns: How many versions there are, and what is wrong with them.
  func verify(
    _ places: inout PlaceProof, _ years: inout DatedYears
  ) throws -> (rows: Int, damage: [StoreDamage]) {
    var (rows, damage, found) = (0, [StoreDamage](), [Int64: Set<RowPlace>]())
    var last: (key: RowKey, to: Int64)?
    var form = NamedForm(table)
    let keys = table.keys.map(\.name).joined(separator: ", ")
    try store.connection.forEachRow(
      of: """
        SELECT plan, hash, hash_2, from_position, to_position, source_position, source_line,
          source_place, \(names.joined(separator: ", "))
        FROM \(table.versions)\(store.itself)
        WHERE ledger = :ledger ORDER BY plan, \(keys), from_position
        """, ["ledger": .text(store.ledger)]
    ) { row in
      rows += 1
      let version = Version(row)
      for index in dates { years.note(version.values[index]) }
      let key = RowKey(plan: version.plan, keys: version.values.prefix(table.keys.count))
      let hashes = hashes(of: version, &form)
      let isOld = (forms[version.source] ?? 3) < 3
      if let hash = isOld ? hashes.before : hashes.now {
        found[version.source, default: []].insert(
          RowPlace(row: hash, place: isOld ? String(version.line) : version.place))
      }
      if !isWhole(version, hashes, isOld) {
        damage.append(
          .row(table: table.name, plan: version.plan, key: key.description, position: version.from))
      }
      if let last, last.key == key, last.to > version.from {
        damage.append(.overlap(table: table.name, plan: version.plan, key: key.description))
      }
      last = (key, version.to)
    }
    places.take(table, found)
    return (rows, damage)
  }

  /// The hashes of what a version says: in the form of today, and of one of before in its own.
  private func hashes(
    of version: Version, _ form: inout NamedForm
  ) -> (now: ContentHash?, before: ContentHash?) {
    guard version.earlierHash != nil, let before else {
      return (form.hash(plan: version.plan, values: version.values), nil)
    }
    let counted = OwnColumns.counted(version.values, of: table.name, names)
    return (
      form.hash(plan: version.plan, values: counted),
      before.table.hash(
        plan: version.plan, values: before.columns.lazy.map { version.values[$0] })
    )
  }

  private func isWhole(
    _ version: Version, _ hashes: (now: ContentHash?, before: ContentHash?), _ isOld: Bool
  ) -> Bool {
    hashes.now?.bytes == version.hash && hashes.before?.bytes == version.earlierHash
      && Self.isOn(version.line, version.place)
      && (version.earlierHash == nil || isOld && version.place == String(version.line))
      && version.source != LedgerStore.endOfTime
      && boundaries[version.plan]?.isSuperset(of: [version.from, version.to, version.source])
        == true
      && hasOrder(version)
  }

  /// Whether a place, such as 12 or 台账!A12, is on a line.
  static func isOn(_ line: Int64, _ place: String) -> Bool {
    String(place.reversed().prefix { ("0"..."9").contains($0) }.reversed()) == String(line)
  }

  /// Whether a number sorts as it is written.
  private func hasOrder(_ version: Version) -> Bool {
    guard let text = names.firstIndex(of: RegisterColumn.numberText),
      let order = names.firstIndex(of: RegisterColumn.numberOrder)
    else { return true }
    return version.values[order].text == version.values[text].text.map(NaturalOrder.key)
  }
}

extension LedgerStore {
  /// By plan, the positions of the snapshots that hold a table: where its versions may begin or
  /// end, besides the end of time.
  fileprivate func boundaries(of table: LedgerTable) throws -> [String: Set<Int64>] {
    try connection.rows(
      of: """
        SELECT plan, position FROM snapshot_coverage\(itself)
        WHERE ledger = :ledger AND register = :register
        """, ["ledger": .text(ledger), "register": .text(table.register.rawValue)]
    ).reduce(into: [:]) { boundaries, row in
      guard let plan = row[0].text, let position = row[1].integer else { return }
      boundaries[plan, default: [Self.endOfTime]].insert(position)
    }
  }

  /// By table, the rows that a snapshot brought again after they were stored with a later one.
  func earlierPlaces() throws -> [String: [(position: Int64, place: RowPlace)]] {
    try connection.rows(
      of:
        """
        SELECT table_name, position, hash, place, line FROM earlier_place\(itself)
        WHERE ledger = :ledger
        """,
      ["ledger": .text(ledger)]
    ).reduce(into: [:]) { places, row in
      guard let table = row[0].text, let position = row[1].integer,
        let hash = row[2].bytes.flatMap(ContentHash.init(bytes:)), let place = row[3].text,
        let line = row[4].integer, RowProof.isOn(line, place)
      else { throw StoreFailure.inconsistent("earlier_place") }
      places[table, default: []].append((position, RowPlace(row: hash, place: place)))
    }
  }

  /// Whether the years are noted that the dates of rows name: days are laid for these.
  func verifyYears(_ years: DatedYears) throws -> [StoreDamage] {
    let noted = Set(try datedYears())
    return years.all.isSubset(of: noted) ? [] : [.unreadable(table: "dated_year")]
  }

  /// The years that the ledger's dates name.
  public func datedYears() throws -> [Int] {
    try connection.rows(
      of: "SELECT year FROM dated_year\(itself) WHERE ledger = :ledger ORDER BY year",
      ["ledger": .text(ledger)]
    ).compactMap { $0[0].integer.map(Int.init) }
  }
}
