import Database
import Definitions
public import Domain

/// That an edition went out, as somebody noted it.
public struct Sending: Hashable, Sendable {
  public let plan: String
  public let period: String
  public let edition: Int
  /// Counts the notes of an edition from 1: a later one corrects those before.
  public let mark: Int
  public let sentOn: Day
  /// UTC with milliseconds.
  public let notedAt: String
}

extension LedgerStore {
  /// Notes that an edition went out on a day; notes of before are kept.
  /// - Returns: The note, nil if there is no such edition.
  public func markSent(
    plan: String, period: String, edition: Int, on day: Day, now: String
  ) throws -> Sending? {
    try write {
      guard
        try editions().contains(where: {
          $0.plan == plan && $0.period == period && $0.edition == edition
        })
      else { return nil }
      let earlier = try sendings().filter {
        $0.plan == plan && $0.period == period && $0.edition == edition
      }
      let sending = Sending(
        plan: plan, period: period, edition: edition, mark: earlier.count + 1, sentOn: day,
        notedAt: now)
      let values = sending.values(ledger: ledger)
      let hash = RowForm(note: "sending", values).hash
      try add(.sending, values, rest: (["hash"], [.blob(hash.bytes)]))
      return sending
    } isThere: { sending in
      try sending.map(sendings().contains) ?? false
    }
  }

  /// All notes of editions that went out, those of an edition in order.
  public func sendings() throws -> [Sending] {
    try connection.rows(
      of: """
        SELECT plan, period, edition, mark, sent_on, noted_at FROM sending
        WHERE ledger = :ledger ORDER BY plan, period, edition, mark
        """, ["ledger": .text(ledger)]
    ).map { row in
      guard let plan = row[0].text, let period = row[1].text, let edition = row[2].integer,
        let mark = row[3].integer, let sentOn = row[4].day, let notedAt = row[5].text
      else { throw StoreFailure.inconsistent("sending") }
      return Sending(
        plan: plan, period: period, edition: Int(edition), mark: Int(mark), sentOn: sentOn,
        notedAt: notedAt)
    }
  }

  /// The edition of a period that counted as reported at an instant: the one sent last, else the
  /// newest; none that was withdrawn by then.
  public func reportedEdition(
    plan: String, period: String, knownAt: String
  ) throws -> ReportedEdition? {
    let snapshots = try snapshots()
    let withdrawn = Set(try withdrawals(knownAt: knownAt).flatMap(\.editions))
    let editions = try editions()
      .filter { $0.plan == plan && $0.period == period && !withdrawn.contains($0.withdrawn) }
      .map { edition in
        // In version 1 an edition could be noted an instant before what it stands on.
        let snapshot = snapshots.first { $0.position == edition.position }
        return (edition, knownAt: max(edition.madeAt, snapshot?.recordedAt ?? ""))
      }.filter { $0.knownAt <= knownAt }
    let numbers = Set(editions.map(\.0.edition))
    let marks = try sendings().filter {
      $0.plan == plan && $0.period == period && $0.notedAt <= knownAt
        && numbers.contains($0.edition)
    }
    // Of each edition the last note counts.
    let days = Dictionary(marks.map { ($0.edition, $0.sentOn) }, uniquingKeysWith: { $1 })
    let sent = days.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    let reported =
      editions.first { $0.0.edition == sent } ?? editions.max { $0.0.edition < $1.0.edition }
    return reported.map { edition, knownAt in
      ReportedEdition(
        number: edition.edition, asOf: edition.asOf, knownAt: knownAt,
        sentOn: days[edition.edition])
    }
  }
}

/// The edition of a period that counts as reported.
public struct ReportedEdition: Hashable, Sendable {
  public let number: Int
  public let asOf: Day
  /// The instant that it was known at, UTC with milliseconds.
  public let knownAt: String
  /// The day on which it went out, if that was noted.
  public let sentOn: Day?

  public init(number: Int, asOf: Day, knownAt: String, sentOn: Day?) {
    self.number = number
    self.asOf = asOf
    self.knownAt = knownAt
    self.sentOn = sentOn
  }
}

extension Sending {
  static let columns = ["ledger", "plan", "period", "edition", "mark", "sent_on", "noted_at"]

  /// The values of the columns.
  fileprivate func values(ledger: String) -> [Value] {
    [
      .text(ledger), .text(plan), .text(period), .integer(Int64(edition)), .integer(Int64(mark)),
      .day(sentOn), .text(notedAt),
    ]
  }
}
