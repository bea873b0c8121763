import Database
import Definitions
public import Domain

extension LedgerStore {
  /// A position that no snapshot reaches: the end of spans that still hold.
  static let endOfTime: Int64 = 999_999_999_999

  /// All snapshots in recording order.
  public func snapshots() throws -> [Snapshot] {
    try snapshots(where: "true", order: "sequence", [:])
  }

  /// The snapshot recorded last.
  public func newestSnapshot() throws -> Snapshot? {
    try snapshots(
      where: "sequence = (SELECT max(sequence) FROM snapshot WHERE ledger = :ledger)",
      order: "sequence", [:]
    ).first
  }

  /// The snapshot that shows a day: the greatest position up to it among those known.
  public func snapshot(asOf day: Day, knownAt: String) throws -> Snapshot? {
    try snapshots(
      where: """
        position = (
          SELECT max(position) FROM snapshot
          WHERE ledger = :ledger AND effective_on <= :as_of AND recorded_at <= :known_at)
        """,
      order: "sequence", ["as_of": .day(day), "known_at": .text(knownAt)]
    ).first
  }

  /// For each register the position of the newest snapshot up to `day` that holds it for `plan`.
  public func positions(plan: String, asOf day: Day, knownAt: String) throws -> [Register: Int64] {
    let rows = try connection.rows(
      of: """
        SELECT c.register, max(c.position)
        FROM snapshot_coverage AS c
        JOIN snapshot AS s ON s.ledger = c.ledger AND s.position = c.position
        WHERE c.ledger = :ledger AND c.plan IN ('', :plan)
          AND s.effective_on <= :as_of AND s.recorded_at <= :known_at
        GROUP BY c.register
        """,
      [
        "ledger": .text(ledger), "plan": .text(plan), "as_of": .day(day),
        "known_at": .text(knownAt),
      ])
    return rows.reduce(into: [:]) { positions, row in
      if let register = row[0].text.flatMap(Register.init), let position = row[1].integer {
        positions[register] = position
      }
    }
  }

  /// The snapshots up to `day` that hold a register for `plan`, of those recorded by `knownAt`.
  public func knownPositions(
    plan: String, asOf day: Day, knownAt: String
  ) throws -> [(register: Register, position: Int64)] {
    try connection.rows(
      of: """
        SELECT c.register, c.position
        FROM snapshot_coverage AS c
        JOIN snapshot AS s ON s.ledger = c.ledger AND s.position = c.position
        WHERE c.ledger = :ledger AND c.plan IN ('', :plan)
          AND s.effective_on <= :as_of AND s.recorded_at <= :known_at
        ORDER BY c.register, c.position
        """,
      [
        "ledger": .text(ledger), "plan": .text(plan), "as_of": .day(day),
        "known_at": .text(knownAt),
      ]
    ).compactMap { row in
      guard let register = row[0].text.flatMap(Register.init), let position = row[1].integer else {
        return nil
      }
      return (register, position)
    }
  }

  /// The snapshots recorded after an instant, in the order of the days they show.
  public func positions(recordedAfter instant: String) throws -> [Int64] {
    try connection.rows(
      of: """
        SELECT position FROM snapshot
        WHERE ledger = :ledger AND recorded_at > :known_at ORDER BY position
        """, ["ledger": .text(ledger), "known_at": .text(instant)]
    ).compactMap(\.first?.integer)
  }

  /// The plans of which any snapshot holds tasks, in order.
  public func plans() throws -> [String] {
    try connection.rows(
      of: """
        SELECT DISTINCT plan FROM snapshot_coverage
        WHERE ledger = :ledger AND register = 'ledger' ORDER BY plan
        """, ["ledger": .text(ledger)]
    ).compactMap(\.first?.text)
  }

  /// What a snapshot states in full, and how many rows its registers have.
  func coverage(at position: Int64) throws -> [(register: String, plan: String, rows: Int)] {
    try connection.rows(
      of: """
        SELECT register, plan, row_count FROM snapshot_coverage
        WHERE ledger = :ledger AND position = :position ORDER BY register, plan
        """, ["ledger": .text(ledger), "position": .integer(position)]
    ).map { ($0[0].text ?? "", $0[1].text ?? "", Int($0[2].integer ?? 0)) }
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
    where condition: String, order: String, _ parameters: [String: Value]
  ) throws -> [Snapshot] {
    try connection.rows(
      of: """
        SELECT sequence, position, effective_on, recorded_at, content_hash, chain_hash, own_columns,
          place_hash, form
        FROM snapshot WHERE ledger = :ledger AND \(condition) ORDER BY \(order)
        """, parameters.merging(["ledger": .text(ledger)]) { own, _ in own }
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
