import Database
public import Definitions
public import Domain

extension LedgerStore {
  /// A position that no snapshot reaches: the end of spans that still hold.
  static let endOfTime: Int64 = 999_999_999_999

  /// All snapshots in recording order, those that were withdrawn among them.
  public func snapshots() throws -> [Snapshot] { try snapshots(where: "1 = 1") }

  /// The snapshots that were not withdrawn, in recording order.
  public func standingSnapshots() throws -> [Snapshot] {
    try snapshots(where: Self.counts, known(at: Self.allKnown))
  }

  /// An instant that nothing is recorded after.
  static let allKnown = "9999"

  /// Of the snapshots that were not withdrawn, the one recorded last.
  public func newestSnapshot() throws -> Snapshot? {
    try snapshots(
      where: """
        s.sequence = (
          SELECT max(s.sequence) FROM snapshot AS s WHERE s.ledger = :ledger AND \(Self.counts))
        """, known(at: Self.allKnown)
    ).first
  }

  /// The snapshot at a position.
  public func snapshot(at position: Int64) throws -> Snapshot? {
    try snapshots(where: "s.position = :position", ["position": .integer(position)]).first
  }

  /// The snapshot that shows a day: the greatest position up to it among those known.
  public func snapshot(asOf day: Day, knownAt: String) throws -> Snapshot? {
    try snapshots(
      where: """
        s.position = (
          SELECT max(s.position) FROM snapshot AS s
          WHERE s.ledger = :ledger AND s.effective_on <= :as_of AND \(Self.counts))
        """, known(at: knownAt).merging(["as_of": .day(day)]) { $1 }
    ).first
  }

  /// The day that a position shows.
  public static func day(of position: Int64) -> Day? {
    let (year, rest) = (position / 100_000_000, position / 10_000 % 10_000)
    let (month, day) = (String(100 + rest / 100).dropFirst(), String(100 + rest % 100).dropFirst())
    return Day("\(year)-\(month)-\(day)")
  }

  /// For each register the position of the newest snapshot up to `day` that holds it for `plan`.
  public func positions(plan: String, asOf day: Day, knownAt: String) throws -> [Register: Int64] {
    try knownPositions(plan: plan, asOf: day, knownAt: knownAt).reduce(into: [:]) {
      $0[$1.register] = $1.position
    }
  }

  /// The snapshots up to `day` that hold a register for `plan`, of those known; in their order.
  public func knownPositions(
    plan: String, asOf day: Day, knownAt: String
  ) throws -> [(register: Register, position: Int64)] {
    try connection.rows(
      of: """
        SELECT c.register, c.position
        FROM snapshot_coverage AS c
        JOIN snapshot AS s ON s.ledger = c.ledger AND s.position = c.position
        WHERE c.ledger = :ledger AND c.plan IN ('', :plan) AND s.effective_on <= :as_of
          AND \(Self.counts)
        ORDER BY c.register, c.position
        """,
      known(at: knownAt).merging(["plan": .text(plan), "as_of": .day(day)]) { $1 }
    ).compactMap { row in
      guard let register = row[0].text.flatMap(Register.init), let position = row[1].integer else {
        return nil
      }
      return (register, position)
    }
  }

  /// The snapshots that are not known at an instant, recorded later or withdrawn by then, in the
  /// order of the days they show.
  public func positions(unknownAt instant: String) throws -> [Int64] {
    try connection.rows(
      of: """
        SELECT s.position FROM snapshot AS s
        WHERE s.ledger = :ledger AND NOT (\(Self.counts)) ORDER BY s.position
        """, known(at: instant)
    ).compactMap(\.first?.integer)
  }

  /// Where rows stand in a snapshot that was recorded after they were stored with one of a later
  /// day.
  public func earlierSources() throws -> [(hash: ContentHash, position: Int64, line: Int64)] {
    try connection.rows(
      of: "SELECT hash, position, line FROM earlier_place WHERE ledger = :ledger",
      ["ledger": .text(ledger)]
    ).map { row in
      guard let hash = row[0].bytes.flatMap(ContentHash.init(bytes:)),
        let position = row[1].integer,
        let line = row[2].integer
      else { throw StoreFailure.inconsistent("earlier_place") }
      return (hash, position, line)
    }
  }

  /// The plans of which any snapshot that was not withdrawn holds tasks, in order.
  public func plans() throws -> [String] {
    try connection.rows(
      of: """
        SELECT DISTINCT c.plan
        FROM snapshot_coverage AS c
        JOIN snapshot AS s ON s.ledger = c.ledger AND s.position = c.position
        WHERE c.ledger = :ledger AND c.register = 'ledger' AND \(Self.counts)
        ORDER BY c.plan
        """, known(at: Self.allKnown)
    ).compactMap(\.first?.text)
  }

  /// What a snapshot states in full, and how many rows its registers have.
  func coverage(at position: Int64) throws -> [(register: String, plan: String, rows: Int)] {
    try connection.rows(
      of: """
        SELECT register, plan, row_count FROM snapshot_coverage\(itself)
        WHERE ledger = :ledger AND position = :position ORDER BY register, plan
        """, ["ledger": .text(ledger), "position": .integer(position)]
    ).map { ($0[0].text ?? "", $0[1].text ?? "", Int($0[2].integer ?? 0)) }
  }

  /// The last snapshot before a position that holds a register for a plan and was not withdrawn:
  /// what a ledger that takes this position is compared with. Nil where there is none.
  public func comparedPosition(
    before position: Int64, holding register: Register, plan: String
  ) throws -> Int64? {
    try connection.firstRow(
      of: """
        SELECT max(c.position)
        FROM snapshot_coverage AS c
        JOIN snapshot AS s ON s.ledger = c.ledger AND s.position = c.position
        WHERE c.ledger = :ledger AND c.register = :register AND c.plan = :plan
          AND c.position < :position AND \(Self.counts)
        """,
      known(at: Self.allKnown).merging([
        "register": .text(register.rawValue), "plan": .text(plan), "position": .integer(position),
      ]) { $1 })?.first?.integer
  }

  /// The last snapshot before a position that holds a register for a plan, withdrawn or not: what
  /// stands where a ledger takes this position.
  func positionBefore(
    _ position: Int64, holding register: Register, plan: String
  ) throws -> Int64? {
    try connection.firstRow(
      of: """
        SELECT max(position) FROM snapshot_coverage
        WHERE ledger = :ledger AND register = :register AND plan = :plan AND position < :position
        """,
      [
        "ledger": .text(ledger), "register": .text(register.rawValue), "plan": .text(plan),
        "position": .integer(position),
      ])?.first?.integer
  }

  /// How many rows a snapshot's registers had.
  public func rowCounts(at position: Int64) throws -> [Register: Int64] {
    let rows = try connection.rows(
      of: """
        SELECT register, max(row_count) FROM snapshot_coverage
        WHERE ledger = :ledger AND position = :position GROUP BY register
        """, ["ledger": .text(ledger), "position": .integer(position)])
    return rows.reduce(into: [:]) { counts, row in
      if let register = row[0].text.flatMap(Register.init) { counts[register] = row[1].integer }
    }
  }

  private func snapshots(
    where condition: String, _ parameters: [String: Value] = [:]
  ) throws -> [Snapshot] {
    try connection.rows(
      of: """
        SELECT s.sequence, s.position, s.effective_on, s.recorded_at, s.content_hash, s.chain_hash,
          s.own_columns, s.place_hash, s.form
        FROM snapshot AS s\(itself)
        WHERE s.ledger = :ledger AND s.sequence <= :head AND \(condition) ORDER BY s.sequence
        """, ["ledger": .text(ledger), "head": .integer(head)].merging(parameters) { $1 }
    ).map(Snapshot.init)
  }
}

extension Snapshot {
  /// Reads the columns in the order in which `LedgerStore.snapshots` selects them.
  fileprivate init(row: [Value]) throws {
    guard let sequence = row[0].integer, let position = row[1].integer,
      let effectiveOn = row[2].day, let recordedAt = row[3].text,
      let content = row[4].bytes.flatMap(ContentHash.init(bytes:)),
      let chain = row[5].bytes.flatMap(ContentHash.init(bytes:)), let form = row[8].integer
    else { throw StoreFailure.inconsistent("snapshot") }
    self.init(
      sequence: sequence, position: position, form: Int(form), effectiveOn: effectiveOn,
      recordedAt: recordedAt,
      contentHash: content, chainHash: chain,
      placeHash: row[7].bytes.flatMap(ContentHash.init(bytes:)),
      ownColumns: row[6].text?.split(separator: "\u{1F}").map(String.init) ?? [])
  }
}
