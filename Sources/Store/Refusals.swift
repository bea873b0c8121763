import Database
public import Definitions
public import Domain

/// A ledger that was refused: nothing of it was stored.
public struct Refusal: Hashable, Sendable {
  /// The day whose state it would have shown.
  public let day: Day
  /// Of what was refused.
  public let contentHash: ContentHash
  /// The exit code.
  public let outcome: Int
  public let reason: String
  /// UTC with milliseconds, after all that was recorded before.
  public let refusedAt: String
}

/// A day of which the office says that it has no ledger.
public struct LedgerlessDay: Hashable, Sendable {
  public let day: Day
  public let reason: String
  /// UTC with milliseconds.
  public let notedAt: String

  public init(day: Day, reason: String, notedAt: String) {
    (self.day, self.reason, self.notedAt) = (day, reason, notedAt)
  }
}

extension LedgerStore {
  /// Notes that a ledger was refused, unless the same one of the day stands refused already.
  public func refuse(
    _ contentHash: ContentHash, of day: Day, outcome: Int, reason: String, now: String
  ) throws {
    try write {
      guard try standingRefusals().last(where: { $0.day == day })?.contentHash != contentHash else {
        return
      }
      let refusals = try refusals()
      let newest = try (standingSnapshots().map(\.recordedAt) + refusals.map(\.refusedAt)).max()
      try note(
        Refusal(
          day: day, contentHash: contentHash, outcome: outcome, reason: reason,
          refusedAt: Instant.after(newest, atLeast: now)))
    } isThere: {
      try standingRefusals().contains { $0.day == day && $0.contentHash == contentHash }
    }
  }

  /// Adds a row behind those that there are.
  private func note(_ refusal: Refusal) throws {
    let count = try connection.firstRow(
      of: "SELECT count(*) FROM refusal WHERE ledger = :ledger", ["ledger": .text(ledger)]
    )?[0].integer
    try add(
      .refusal,
      [
        .text(ledger), .integer((count ?? 0) + 1), .day(refusal.day),
        .blob(refusal.contentHash.bytes), .integer(Int64(refusal.outcome)),
        .text(refusal.reason), .text(refusal.refusedAt),
      ])
  }

  /// The outcome of a row that is no refusal: those before it that are dated after the instant which
  /// is its reason were noted by a wrong clock, and are none.
  private static let undone = 0

  /// Undoes the refusals that a wrong clock dated after an instant. Nothing is deleted: a writer on a
  /// server may add rows alone.
  func undoRefusals(after instant: String, now: String) throws {
    guard let day = try refusals().last(where: { $0.refusedAt > instant })?.day else { return }
    try note(
      Refusal(
        day: day, contentHash: ContentHash(of: instant), outcome: Self.undone, reason: instant,
        refusedAt: now))
  }

  /// Notes that there is no ledger of a day: what lacks it may be published.
  public func release(_ day: Day, reason: String, now: String) throws {
    try write {
      let newest = try (refusals().map(\.refusedAt) + ledgerlessDays().map(\.notedAt)).max()
      try add(
        .ledgerlessDay,
        [.text(ledger), .day(day), .text(reason), .text(Instant.after(newest, atLeast: now))])
    } isThere: {
      try ledgerlessDays().contains { $0.day == day && $0.reason == reason }
    }
  }

  /// The ledgers that were refused and still stand so: no ledger of their day was stored since, and
  /// the office has not said that there is none.
  public func standingRefusals() throws -> [Refusal] {
    let (snapshots, released) = (try standingSnapshots(), try ledgerlessDays())
    return try refusals().filter { refusal in
      !snapshots.contains {
        $0.effectiveOn == refusal.day && $0.recordedAt >= refusal.refusedAt
      } && !released.contains { $0.day == refusal.day && $0.notedAt >= refusal.refusedAt }
    }
  }

  /// The days of which the office says that it has no ledger, in the order in which it said so.
  public func ledgerlessDays() throws -> [LedgerlessDay] {
    try connection.rows(
      of: """
        SELECT day, reason, noted_at FROM ledgerless_day
        WHERE ledger = :ledger ORDER BY noted_at, day
        """, ["ledger": .text(ledger)]
    ).map { row in
      guard let day = row[0].day, let reason = row[1].text, let notedAt = row[2].text else {
        throw StoreFailure.inconsistent("ledgerless_day")
      }
      return LedgerlessDay(day: day, reason: reason, notedAt: notedAt)
    }
  }

  /// All ledgers that were ever refused, in order; without those that a wrong clock noted and that
  /// were taken back with all that it recorded.
  public func refusals() throws -> [Refusal] {
    try connection.rows(
      of: """
        SELECT day, content_hash, outcome, reason, refused_at FROM refusal
        WHERE ledger = :ledger ORDER BY refusal
        """, ["ledger": .text(ledger)]
    ).reduce(into: []) { refusals, row in
      guard let day = row[0].day, let hash = row[1].bytes.flatMap(ContentHash.init(bytes:)),
        let outcome = row[2].integer, let reason = row[3].text, let refusedAt = row[4].text
      else { throw StoreFailure.inconsistent("refusal") }
      if outcome == Self.undone {
        refusals.removeAll { $0.refusedAt > reason }
      } else {
        refusals.append(
          Refusal(
            day: day, contentHash: hash, outcome: Int(outcome), reason: reason,
            refusedAt: refusedAt))
      }
    }
  }
}
