import Database
public import Definitions
import Domain

/// An entry of the chain: a snapshot, a withdrawal, what else is recorded.
public struct ChainEntry: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case snapshot, withdrawal
    /// A form that a unit returned.
    case returned = "return"
  }

  public let sequence: Int64
  public let kind: Kind
  /// UTC with milliseconds.
  public let recordedAt: String
  public let hash: ContentHash
}

extension LedgerStore {
  /// All entries of the chain in the order in which they were recorded.
  public func entries() throws -> [ChainEntry] { try entries(where: "1 = 1") }

  /// The entry recorded last, of whatever kind: up to it all is known, and it is the chain's head.
  public func newestEntry() throws -> ChainEntry? {
    try entries(
      where: """
        sequence = (
          SELECT max(sequence) FROM entry WHERE ledger = :ledger AND sequence <= :head)
        """
    ).first
  }

  /// The newest instant of recording that still counts: those that a wrong clock gave, and that were
  /// withdrawn for it, do not.
  public func newestInstant() throws -> String? { try recordedInstants().newest }

  func recordedInstants() throws -> RecordedInstants {
    var instants = RecordedInstants()
    let wrongAfter = try withdrawals().reduce(into: [:]) { $0[$1.sequence] = $1.recordedAfter }
    for entry in try entries() {
      instants.append(entry, wrongAfter: wrongAfter[entry.sequence] ?? nil)
    }
    return instants
  }

  private func entries(where condition: String) throws -> [ChainEntry] {
    try connection.rows(
      of: """
        SELECT sequence, kind, recorded_at, hash FROM entry\(itself)
        WHERE ledger = :ledger AND sequence <= :head AND \(condition) ORDER BY sequence
        """, ["ledger": .text(ledger), "head": .integer(head)]
    ).map { row in
      guard let sequence = row[0].integer, let kind = row[1].text.flatMap(ChainEntry.Kind.init),
        let recordedAt = row[2].text, let hash = row[3].bytes.flatMap(ContentHash.init(bytes:))
      else { throw StoreFailure.inconsistent("entry") }
      return ChainEntry(sequence: sequence, kind: kind, recordedAt: recordedAt, hash: hash)
    }
  }

  /// Adds an entry behind the newest one.
  /// - Parameters:
  ///   - after: The instant that it must come after; nil for none.
  ///   - hash: Takes the hash of it, once its place is known.
  func append(
    _ kind: ChainEntry.Kind, now: String, after instant: String?,
    hash: (_ previous: ContentHash?, _ sequence: Int64, _ recordedAt: String) throws -> ContentHash
  ) throws -> ChainEntry {
    let previous = try newestEntry()
    let sequence = (previous?.sequence ?? 0) + 1
    let recordedAt = try freeInstant(Instant.after(instant, atLeast: now))
    let entry = ChainEntry(
      sequence: sequence, kind: kind, recordedAt: recordedAt,
      hash: try hash(previous?.hash, sequence, recordedAt))
    try connection.insert(
      into: "entry", columns: ["ledger", "sequence", "kind", "recorded_at", "hash"],
      rows: [
        [
          .text(ledger), .integer(sequence), .text(kind.rawValue), .text(recordedAt),
          .blob(entry.hash.bytes),
        ]
      ])
    return entry
  }

  /// An instant that no entry has: the true clock may come to where a wrong one has been.
  private func freeInstant(_ instant: String) throws -> String {
    let taken = Set(try entries().map(\.recordedAt))
    var instant = instant
    while taken.contains(instant) { instant = Instant.after(instant, atLeast: instant) }
    return instant
  }
}

/// Follows the instants of a chain's entries: they rise, but for those of a wrong clock that were
/// withdrawn.
struct RecordedInstants {
  private var counted: [String] = []

  /// The last one that counts.
  var newest: String? { counted.max() }

  /// Takes the next entry.
  /// - Parameter instant: Of a withdrawal, the instant after which all that was recorded counts no
  ///   longer.
  /// - Returns: Whether it comes after all that count.
  @discardableResult
  mutating func append(_ entry: ChainEntry, wrongAfter instant: String?) -> Bool {
    if let instant { forget(after: instant) }
    let isLater = newest.map { $0 < entry.recordedAt } ?? true
    counted.append(entry.recordedAt)
    return isLater
  }

  /// Lets those that come after an instant count no longer.
  mutating func forget(after instant: String) { counted.removeAll { $0 > instant } }
}
