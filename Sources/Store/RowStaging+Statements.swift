import Database
import Definitions
import Domain

/// What is read of the versions that stand, and the four statements that change them.
///
/// Source of the statements: shared notes on portable SQL; see docs/architecture.md, Loading.
extension RowStaging {
  /// What a version has besides the columns that are staged.
  static let span = ["ledger", "plan", "from_position", "to_position"]
  /// Where a version was read.
  static let source = ["source_position", "source_line", "source_place"]

  /// The staged columns, in order.
  var columns: [String] { ["hash"] + Self.source + table.columns.map(\.name) }

  /// The versions that hold at a position: where the snapshot takes its place, at which none begins
  /// yet, or at that of another.
  static let stands = """
    v.ledger = :ledger AND v.plan = :plan
      AND v.from_position <= :position AND :position < v.to_position
    """

  /// Whether the table has no version at all of the plan.
  func hasNoVersions() throws -> Bool {
    try connection.firstRow(
      of: """
        SELECT 1 FROM \(table.versions) AS v WHERE v.ledger = :ledger AND v.plan = :plan LIMIT 1
        """, ["ledger": .text(store.ledger), "plan": .text(plan)]) == nil
  }

  /// The hashes of the rows that stand.
  func readStanding() throws -> [ContentHash] {
    var hashes: [ContentHash] = []
    try connection.forEachRow(
      of: "SELECT v.hash FROM \(table.versions) AS v WHERE \(Self.stands)", parameters
    ) { row in
      guard let hash = row[0].bytes.flatMap(ContentHash.init(bytes:)) else {
        throw StoreFailure.inconsistent(table.versions)
      }
      hashes.append(hash)
    }
    return hashes
  }

  /// Notes the versions of rows that say something else now.
  /// - Returns: How many there are.
  func touchChanged() throws -> Int {
    try connection.execute(
      """
      INSERT INTO \(touched) (from_position, to_position, \(keys.joined(separator: ", ")))
      SELECT v.from_position, v.to_position, \(keys.map { "v.\($0)" }.joined(separator: ", "))
      FROM \(staged) AS s
      CROSS JOIN \(table.versions) AS v
      WHERE \(equalKeys("v", "s")) AND \(Self.stands)
      """, parameters)
  }

  /// Notes all versions that the ledger was not seen to have.
  func touchUnseen() throws {
    var ended: [[Value]] = []
    let names = ["from_position", "to_position"] + keys
    try connection.forEachRow(
      of: """
        SELECT v.hash, \(names.map { "v.\($0)" }.joined(separator: ", "))
        FROM \(table.versions) AS v WHERE \(Self.stands)
        """, parameters
    ) { row in
      if row[0].bytes.flatMap(ContentHash.init(bytes:)).map(standing.wasSeen) == false {
        ended.append(Array(row.dropFirst()))
      }
    }
    try connection.insert(into: touched, columns: names, rows: ended)
  }

  /// 1: the spans that the snapshot contradicts end where it begins.
  func cut() throws {
    let row = (keys + ["from_position"]).joined(separator: ", ")
    try connection.execute(
      """
      UPDATE \(table.versions) SET to_position = :position
      WHERE ledger = :ledger AND plan = :plan AND (\(row)) IN (SELECT \(row) FROM \(touched))
      """, parameters)
  }

  /// 2: what went on beyond the next snapshot goes on from there.
  func putBackTails(beyond next: Int64) throws {
    let copied = keys + ["hash", "hash_2"] + Self.source + table.values.map(\.name)
    try connection.execute(
      """
      INSERT INTO \(table.versions) (ledger, plan, from_position, to_position,
        \(copied.joined(separator: ", ")))
      SELECT v.ledger, v.plan, :next, k.to_position,
        \(copied.map { "v.\($0)" }.joined(separator: ", "))
      FROM \(table.versions) AS v
      JOIN \(touched) AS k ON k.from_position = v.from_position AND \(equalKeys("k", "v"))
      WHERE v.ledger = :ledger AND v.plan = :plan AND k.to_position > :next
      """,
      ["ledger": .text(store.ledger), "plan": .text(plan), "next": .integer(next)])
  }

  /// 3: what begins at the next snapshot and is the same began here already.
  func extendBack(from next: Int64) throws {
    let row = (keys + ["hash"]).joined(separator: ", ")
    try connection.execute(
      """
      UPDATE \(table.versions) SET from_position = :position
      WHERE ledger = :ledger AND plan = :plan AND from_position = :next
        AND (\(row)) IN (SELECT \(row) FROM \(staged))
      """, parameters.merging(["next": .integer(next)]) { $1 })
  }

  /// Gives the staged rows that were there before, on a day before this one, the place that they
  /// had first: of equal rows the place is one, in whatever order snapshots are recorded.
  func findFirstPlaces() throws {
    let keyed = """
      v.ledger = :ledger AND v.plan = :plan AND \(equalKeys("v", staged))
        AND v.hash = \(staged).hash AND v.source_position < :position
      """
    let noted = """
      e.ledger = :ledger AND e.table_name = :table AND e.hash = \(staged).hash
        AND e.position < :position
      """
    let first = """
      SELECT min(p.position) FROM (
        SELECT v.source_position AS position FROM \(table.versions) AS v WHERE \(keyed)
        UNION ALL
        SELECT e.position FROM earlier_place AS e WHERE \(noted)) AS p
      """
    // First where, then what: the second statement finds few rows to look at.
    try connection.execute(
      "UPDATE \(staged) SET source_position = coalesce((\(first)), source_position)", ofTable)
    for (column, name) in [("source_line", "line"), ("source_place", "place")] {
      try connection.execute(
        """
        UPDATE \(staged) SET \(column) = coalesce((
          SELECT min(v.\(column)) FROM \(table.versions) AS v
          WHERE \(keyed) AND v.source_position = \(staged).source_position), (
          SELECT e.\(name) FROM earlier_place AS e
          WHERE \(noted) AND e.position = \(staged).source_position), \(column))
        WHERE source_position < :position
        """, ofTable)
    }
  }

  /// Notes the places of rows that are stored already, from a later day, and of none before.
  func noteEarlierPlaces() throws {
    try connection.execute(
      """
      INSERT INTO earlier_place (ledger, position, table_name, hash, place, line)
      SELECT :ledger, :position, :table, s.hash, s.source_place, s.source_line
      FROM \(staged) AS s
      WHERE s.source_position = :position AND EXISTS (
        SELECT 1 FROM \(table.versions) AS v
        WHERE v.ledger = :ledger AND v.plan = :plan AND \(equalKeys("v", "s"))
          AND v.hash = s.hash AND v.source_position > :position)
      """, ofTable)
  }

  /// The places of the staged rows that the snapshot is the first to bring, in the order of days.
  func newPlaces() throws -> SortedPieces<RowPlace> {
    var places = SortedPieces<RowPlace>()
    try connection.forEachRow(
      of: "SELECT s.hash, s.source_place FROM \(staged) AS s WHERE s.source_position = :position",
      parameters
    ) { row in
      guard let hash = row[0].bytes.flatMap(ContentHash.init(bytes:)), let place = row[1].text
      else { throw StoreFailure.inconsistent(staged) }
      places.append(RowPlace(row: hash, place: place))
    }
    return places
  }

  private var ofTable: [String: Value] { parameters.merging(["table": .text(table.name)]) { $1 } }

  /// 4: the rest is new, up to the next snapshot.
  /// - Returns: How many there are.
  func insertNew(until next: Int64) throws -> Int {
    try connection.execute(
      """
      INSERT INTO \(table.versions) (\((Self.span + columns).joined(separator: ", ")))
      SELECT :ledger, :plan, :position, :next,
        \(columns.map { "s.\($0)" }.joined(separator: ", "))
      FROM \(staged) AS s
      WHERE \(isNew)
      """, parameters.merging(["next": .integer(next)]) { $1 })
  }

  /// Whether a staged row has no version from this position on yet.
  private var isNew: String {
    """
    NOT EXISTS (
      SELECT 1 FROM \(table.versions) AS v
      WHERE v.ledger = :ledger AND v.plan = :plan AND v.from_position = :position
        AND \(equalKeys("v", "s")))
    """
  }

  func equalKeys(_ left: String, _ right: String) -> String {
    keys.map { "\(left).\($0) = \(right).\($0)" }.joined(separator: " AND ")
  }
}
