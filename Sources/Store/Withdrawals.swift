import Database
import Definitions
import Domain

/// What was taken back, why and when: it counts for what was known before, not after.
public struct Withdrawal: Hashable, Sendable {
  /// An edition of a report.
  public struct Edition: Hashable, Sendable {
    public let plan: String
    public let period: String
    public let number: Int

    public init(plan: String, period: String, number: Int) {
      self.plan = plan
      self.period = period
      self.number = number
    }
  }

  /// Its own number in the chain.
  public let sequence: Int64
  public let recordedAt: String
  public let reason: String
  /// Where a wrong clock is the reason: the instant after which it was wrong.
  public let recordedAfter: String?
  /// The positions of the snapshots, in order.
  public let positions: [Int64]
  public let editions: [Edition]
}

extension LedgerStore {
  /// The condition that a snapshot `s` counts at `:known_at`: it was recorded by then, and not
  /// withdrawn by then. A withdrawal that a wrong clock recorded, and that a later one says so of,
  /// counts from that later one on.
  static let counts = """
    s.recorded_at <= :known_at AND s.sequence <= :head
          AND NOT EXISTS (
            SELECT 1
            FROM withdrawn_snapshot AS w
            JOIN entry AS e ON e.ledger = w.ledger AND e.sequence = w.sequence
            WHERE w.ledger = s.ledger AND w.position = s.position AND e.sequence <= :head
              AND (e.recorded_at <= :known_at
                OR EXISTS (
                  SELECT 1
                  FROM withdrawal AS l
                  JOIN entry AS m ON m.ledger = l.ledger AND m.sequence = l.sequence
                  WHERE l.ledger = e.ledger AND l.sequence > e.sequence AND l.sequence <= :head
                    AND l.recorded_after < e.recorded_at AND m.recorded_at <= :known_at)))
    """

  /// The values of `counts`, and of the ledger.
  func known(at instant: String) -> [String: Value] {
    ["ledger": .text(ledger), "known_at": .text(instant), "head": .integer(head)]
  }

  /// All withdrawals in the order in which they were recorded.
  public func withdrawals() throws -> [Withdrawal] {
    let parameters: [String: Value] = ["ledger": .text(ledger), "head": .integer(head)]
    let positions = try connection.rows(
      of: """
        SELECT sequence, position FROM withdrawn_snapshot\(itself)
        WHERE ledger = :ledger AND sequence <= :head ORDER BY sequence, position
        """, parameters)
    let editions = try connection.rows(
      of: """
        SELECT sequence, plan, period, edition FROM withdrawn_edition\(itself)
        WHERE ledger = :ledger AND sequence <= :head
        """, parameters)
    return try connection.rows(
      of: """
        SELECT w.sequence, e.recorded_at, w.reason, w.recorded_after
        FROM withdrawal AS w\(itself)
        JOIN entry AS e\(itself) ON e.ledger = w.ledger AND e.sequence = w.sequence
        WHERE w.ledger = :ledger AND w.sequence <= :head ORDER BY w.sequence
        """, parameters
    ).map { row in
      guard let sequence = row[0].integer, let recordedAt = row[1].text, let reason = row[2].text
      else { throw StoreFailure.inconsistent("withdrawal") }
      return Withdrawal(
        sequence: sequence, recordedAt: recordedAt, reason: reason, recordedAfter: row[3].text,
        positions: positions.filter { $0[0] == row[0] }.compactMap(\.[1].integer),
        editions: editions.filter { $0[0] == row[0] }.compactMap(Withdrawal.Edition.init).sorted())
    }
  }

  /// The withdrawals that count at an instant; see `counts`.
  func withdrawals(knownAt instant: String) throws -> [Withdrawal] {
    let all = try withdrawals()
    return all.filter { withdrawal in
      withdrawal.recordedAt <= instant
        || all.contains {
          $0.sequence > withdrawal.sequence && $0.recordedAt <= instant
            && $0.recordedAfter.map { $0 < withdrawal.recordedAt } == true
        }
    }
  }

  /// The positions of the snapshots that do not count any more.
  public func withdrawnPositions() throws -> Set<Int64> {
    Set(try withdrawals().flatMap(\.positions))
  }

  /// The numbers of the editions of a shelf that were taken back.
  public func withdrawnEditions(of plan: String, period: String) throws -> Set<Int> {
    Set(
      try withdrawals().flatMap(\.editions).filter { $0.plan == plan && $0.period == period }
        .map(\.number))
  }

  /// The editions that were made and not taken back.
  public func standingEditions() throws -> [EditionRecord] {
    let withdrawn = Set(try withdrawals().flatMap(\.editions))
    return try editions().filter { !withdrawn.contains($0.withdrawn) }
  }

  /// Takes snapshots and editions back, in one entry of the chain.
  /// - Parameter choose: Chooses among what there is, under the ledger's lock; what it throws is
  ///   thrown on.
  public func withdraw(
    reason: String, recordedAfter: String? = nil, now: String,
    choose: () throws -> (positions: [Int64], editions: [Withdrawal.Edition])
  ) throws -> Withdrawal {
    try write {
      let chosen = try choose()
      let (positions, editions) = (chosen.positions.sorted(), chosen.editions.sorted())
      let entry = try append(
        .withdrawal, now: now, after: newestInstant(butNotAfter: recordedAfter)
      ) { previous, sequence, recordedAt in
        Withdrawal(
          sequence: sequence, recordedAt: recordedAt, reason: reason,
          recordedAfter: recordedAfter, positions: positions, editions: editions
        ).hash(after: previous)
      }
      let withdrawal = Withdrawal(
        sequence: entry.sequence, recordedAt: entry.recordedAt, reason: reason,
        recordedAfter: recordedAfter, positions: positions, editions: editions)
      try insert(withdrawal)
      if let recordedAfter { try undoRefusals(after: recordedAfter, now: now) }
      return withdrawal
    } isThere: { withdrawal in
      try withdrawals().contains(withdrawal)
    }
  }

  private func newestInstant(butNotAfter instant: String?) throws -> String? {
    var instants = try recordedInstants()
    if let instant { instants.forget(after: instant) }
    return instants.newest
  }

  private func insert(_ withdrawal: Withdrawal) throws {
    let (ledger, sequence) = (Value.text(ledger), Value.integer(withdrawal.sequence))
    try connection.insert(
      into: "withdrawal", columns: ["ledger", "sequence", "reason", "recorded_after"],
      rows: [
        [
          ledger, sequence, .text(withdrawal.reason),
          withdrawal.recordedAfter.map(Value.text) ?? .null,
        ]
      ])
    try connection.insert(
      into: "withdrawn_snapshot", columns: ["ledger", "sequence", "position"],
      rows: withdrawal.positions.map { [ledger, sequence, .integer($0)] })
    try connection.insert(
      into: "withdrawn_edition", columns: ["ledger", "sequence", "plan", "period", "edition"],
      rows: withdrawal.editions.map {
        [ledger, sequence, .text($0.plan), .text($0.period), .integer(Int64($0.number))]
      })
  }
}

extension Withdrawal {
  /// What stands in the chain.
  func hash(after previous: ContentHash?) -> ContentHash {
    let start: [Value] = [
      previous.map { .blob($0.bytes) } ?? .null, .integer(sequence), .text(recordedAt),
      .text(reason), recordedAfter.map(Value.text) ?? .null,
    ]
    let items =
      positions.map { [Value.text("snapshot"), .integer($0)] }
      + editions.map {
        [Value.text("edition"), .text($0.plan), .text($0.period), .integer(Int64($0.number))]
      }
    return RowForm(note: "withdrawal", start + items.flatMap { $0 }).hash
  }
}

extension Withdrawal.Edition: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    left.key.lexicographicallyPrecedes(right.key)
  }

  private var key: [UInt8] {
    RowKey(plan: plan, keys: [.text(period)]).bytes + [0x1F] + "\(1_000_000_000 + number)".utf8
  }

  /// Reads the columns behind the sequence.
  fileprivate init?(row: [Value]) {
    guard let plan = row[1].text, let period = row[2].text, let number = row[3].integer else {
      return nil
    }
    self.init(plan: plan, period: period, number: Int(number))
  }
}

extension EditionRecord {
  /// The edition as withdrawals name it.
  public var withdrawn: Withdrawal.Edition {
    Withdrawal.Edition(plan: plan, period: period, number: edition)
  }
}
