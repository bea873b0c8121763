import Crypto
import Definitions
import Domain

/// What the content hash of a snapshot is taken of.
struct ContentForm {
  private var digest = SHA256()

  var hash: ContentHash { ContentHash(digest.finalize()) }

  /// The rows of a table, which are sorted.
  mutating func append(table: LedgerTable, rows: [ContentHash]) {
    digest.update(data: Array("\(table.name) \(rows.count)\n".utf8))
    for row in rows.sorted() { digest.update(data: row.bytes) }
  }

  /// The registers and plans stated, so that a plan stated as empty is not one left out.
  mutating func append(coverage: [(register: String, plan: String)]) {
    let lines = coverage.map { "\($0.register) \($0.plan)\n" }
    for line in lines.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      digest.update(data: Array(line.utf8))
    }
  }
}

/// Where a row was read.
struct RowPlace: Hashable, Comparable {
  let row: ContentHash
  let line: Int64

  static func < (left: RowPlace, right: RowPlace) -> Bool {
    left.row == right.row ? left.line < right.line : left.row < right.row
  }
}

/// What the place hash of a snapshot is taken of: the lines of the rows that it was the first to
/// bring. Nothing that is loaded later changes them.
struct PlaceForm {
  private var digest = SHA256()

  var hash: ContentHash { ContentHash(digest.finalize()) }

  /// The places of a table, which are sorted.
  mutating func append(table: LedgerTable, _ places: some Collection<RowPlace>) {
    guard !places.isEmpty else { return }
    digest.update(data: Array("\(table.name) \(places.count)\n".utf8))
    for place in places.sorted() {
      digest.update(data: place.row.bytes)
      digest.update(data: Array("\(place.line)\n".utf8))
    }
  }
}

/// One entry of the chain that holds the recorded snapshots together.
struct ChainLink {
  let previous: ContentHash?
  let sequence: Int64
  let effectiveOn: Day
  let recordedAt: String
  let contentHash: ContentHash
  /// Nil for a snapshot of version 1, in whose entry it does not stand.
  let placeHash: ContentHash?
  let ownColumns: [String]
  /// Sources, definitions and renumberings, in any order.
  let parts: [String]

  var hash: ContentHash {
    let lines =
      [
        previous?.description ?? "-", "\(sequence)", "\(effectiveOn)", recordedAt,
        contentHash.description, ownColumns.joined(separator: "\u{1F}"),
      ] + [placeHash].compactMap { $0.map { "places \($0)" } }
      + parts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return ContentHash(of: lines.joined(separator: "\n"))
  }
}
