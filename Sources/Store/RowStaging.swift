import Database
import Definitions
import Domain

/// The years that dates name, noted one by one.
struct DatedYears {
  private(set) var all: Set<Int> = []
  /// Most dates name the year of the one before.
  private var last = Int?.none

  /// Notes the year of a date, or of nothing.
  mutating func note(_ value: Value) {
    guard case .text(let text) = value, !text.isEmpty else { return }
    var year = 0
    for byte in text.utf8.prefix(4) where (0x30...0x39).contains(byte) {
      year = year * 10 + Int(byte) - 0x30
    }
    if year == last { return }
    last = year
    all.insert(year)
  }
}

/// The rows of one table and plan on their way into the store.
///
/// Rows that stand already are only noted, by their hashes. Others are staged in a temporary table
/// and put in place by four statements; where nothing stands before the snapshot and none follows,
/// they go straight to their place.
final class RowStaging {
  private static let bufferSize = 2_048
  /// So many new rows make the statistics of a table worthless.
  private static let manyRows = 10_000

  let table: LedgerTable
  let plan: String
  /// The temporary tables: what the ledger has and does not stand; the versions that end.
  let staged: String
  let touched: String
  let store: LedgerStore
  let position: Int64
  /// The next later snapshot that holds the table for the plan.
  private let next: Int64
  private let isTrial: Bool
  private(set) var standing: StandingRows
  /// Where the rows were read that do not stand.
  private var arrived = SortedPieces<RowPlace>()
  private var buffer: [(row: LedgerRow, hash: ContentHash)] = []
  private var form: NamedForm
  /// The years that the rows' dates name.
  private(set) var years = DatedYears()
  private let dates: [Int]
  private var areTablesMade = false

  var connection: any Connection { store.connection }
  var keys: [String] { table.keys.map(\.name) }
  private var isBeforeAnother: Bool { next < LedgerStore.endOfTime }
  /// Whether nothing stands before the snapshot, but something after it.
  var isBeforeAll: Bool { standing.isEmpty && isBeforeAnother }
  /// Whether the plan has no rows, of whatever snapshot, and none follows.
  private var isFirst = false

  /// As `parameters`, at the snapshot that follows.
  var nextParameters: [String: Value] { parameters.merging(["position": .integer(next)]) { $1 } }

  /// The ledger, the plan and the position, as the statements name them.
  var parameters: [String: Value] {
    ["ledger": .text(store.ledger), "plan": .text(plan), "position": .integer(position)]
  }

  /// - Parameter number: Tells the temporary tables of plans apart.
  init(
    _ table: LedgerTable, plan: String, number: Int, store: LedgerStore, position: Int64,
    next: Int64, isTrial: Bool = false
  ) throws {
    self.table = table
    self.plan = plan
    self.store = store
    self.position = position
    self.next = next
    form = NamedForm(table)
    dates = table.columns.indices.filter { table.columns[$0].kind == .date }
    self.isTrial = isTrial
    staged = "staged_\(table.name)_\(number)"
    touched = "touched_\(table.name)_\(number)"
    standing = StandingRows([])
    standing = StandingRows(try readStanding())
    isFirst = try standing.isEmpty && !isBeforeAnother && hasNoVersions()
  }

  /// Whether all rows stand where they stood, and no others do.
  var changesNothing: Bool { arrived.count == 0 && standing.unseenCount == 0 }

  /// How many rows the ledger has.
  var count: Int { standing.seenCount + arrived.count }

  /// The hashes of the ledger's rows, piece by piece, each in ascending order.
  func hashes() -> [AnyIterator<ContentHash>] {
    [AnyIterator(standing.seen.makeIterator())]
      + arrived.sorted().map { AnyIterator($0.lazy.map(\.row).makeIterator()) }
  }

  /// Takes a row of the ledger.
  func add(_ row: LedgerRow) throws {
    let hash = form.hash(plan: plan, values: row.values)
    if standing.see(hash) { return }
    arrived.append(RowPlace(row: hash, place: row.place))
    for index in dates { years.note(row.values[index]) }
    buffer.append((row, hash))
    if buffer.count == Self.bufferSize { try flush() }
  }

  /// Finds the versions that end, when all rows were taken.
  func settle() throws {
    try flush()
    guard standing.unseenCount > 0 else { return }
    try makeTables()
    try analyze(staged)
    // Rows that say something else are found by their keys. Only if there are more, some are gone,
    // and which ones takes a look at all.
    if try touchChanged() < standing.unseenCount {
      try connection.execute("DELETE FROM \(touched)")
      try touchUnseen()
    }
    try analyze(touched)
  }

  /// Cuts, puts back, extends and inserts versions.
  /// - Returns: How many versions are new, and how many ended.
  func apply(places: inout [SortedPieces<RowPlace>]) throws -> (new: Int, ended: Int) {
    if standing.unseenCount > 0 {
      try cut()
      if isBeforeAnother { try putBackTails(beyond: next) }
    }
    guard arrived.count > 0 else { return (0, standing.unseenCount) }
    if isFirst {
      places.append(arrived)
    } else {
      try findFirstPlaces()
      if isBeforeAnother {
        try noteEarlierPlaces()
        try extendBack(from: next)
      }
      places.append(try newPlaces())
    }
    let count = isFirst ? arrived.count : try insertNew(until: next)
    if count >= Self.manyRows, let analyze = connection.dialect.analyzeTable {
      // The next statements are planned well at once, not when the server gets round to it; a
      // writer who does not own the table is passed over with a warning.
      try connection.execute(analyze(table.versions))
    }
    return (count, standing.unseenCount)
  }

  /// Removes the temporary tables.
  func finish() throws {
    guard areTablesMade else { return }
    for name in [staged, touched] { try connection.execute("DROP TABLE \(name)") }
  }

  /// Puts the rows taken so far where statements see them.
  private func flush() throws {
    guard !buffer.isEmpty else { return }
    // Nothing stands that a first ledger could be compared with.
    if isTrial, isFirst { return buffer.removeAll(keepingCapacity: true) }
    let from = Value.integer(position)
    var span: [Value] = []
    if isFirst {
      span = [.text(store.ledger), .text(plan), from, .integer(next)]
    } else {
      try makeTables()
    }
    try connection.insert(
      into: isFirst ? table.versions : staged,
      columns: (isFirst ? Self.span : []) + columns,
      rows: buffer.lazy.map { row, hash in
        span + [.blob(hash.bytes), from, .integer(Int64(row.line)), .text(row.place)] + row.values
      })
    buffer.removeAll(keepingCapacity: true)
  }

  /// Collects statistics of a temporary table that was filled, on engines that need them.
  private func analyze(_ name: String) throws {
    guard let analyze = connection.dialect.analyzeTable else { return }
    try connection.execute(analyze(name))
  }

  /// Makes the temporary tables, unless they are there.
  func makeTables() throws {
    guard !areTablesMade else { return }
    areTablesMade = true
    let types = connection.dialect
    func make(
      _ name: String, _ others: [(String, String)], and columns: [LedgerTable.Column]
    ) throws {
      let definitions =
        others.map { "\($0) \($1)" }
        + columns.map { "\($0.name) \($0.kind == .integer ? types.integer : types.text)" }
      try connection.execute(
        "CREATE TEMPORARY TABLE \(name) (\(definitions.joined(separator: ", ")))")
    }
    try make(
      staged,
      [
        ("hash", types.blob), ("source_position", types.integer), ("source_line", types.integer),
        ("source_place", types.text),
      ], and: table.columns)
    try make(
      touched, [("from_position", types.integer), ("to_position", types.integer)], and: table.keys)
  }
}
