import Crypto
import Definitions
import Domain

/// What the content hash of a snapshot is taken of.
struct ContentForm {
  private var digest = SHA256()

  var hash: ContentHash { ContentHash(digest.finalize()) }

  /// The rows of a table in ascending order.
  mutating func append(table: LedgerTable, count: Int, rows: some Sequence<ContentHash>) {
    digest.update(data: Array("\(table.name) \(count)\n".utf8))
    for row in rows { row.withBytes { digest.update(bufferPointer: $0) } }
  }

  /// The registers and plans stated, so that a plan stated as empty is not one left out. Not in
  /// form 1.
  mutating func append(coverage: [(register: String, plan: String)]) {
    let lines = coverage.map { "\($0.register) \($0.plan)\n" }
    for line in lines.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      digest.update(data: Array(line.utf8))
    }
  }
}

/// Where a row was read: its line, or a sheet and a cell.
struct RowPlace: Hashable, Comparable {
  let row: ContentHash
  let place: String

  static func < (left: RowPlace, right: RowPlace) -> Bool {
    left.row == right.row
      ? left.place.utf8.lexicographicallyPrecedes(right.place.utf8) : left.row < right.row
  }
}

/// What the place hash of a snapshot is taken of: the places of the rows that it was the first to
/// bring, in the order of days. Nothing that is loaded later changes them.
struct PlaceForm {
  private var digest = SHA256()

  var hash: ContentHash { ContentHash(digest.finalize()) }

  /// The places of a table.
  mutating func append(table: LedgerTable, _ places: [SortedPieces<RowPlace>]) {
    let count = places.map(\.count).reduce(0, +)
    guard count > 0 else { return }
    digest.update(data: Array("\(table.name) \(count)\n".utf8))
    let pieces = places.flatMap { $0.sorted() }
    for place in Merged(pieces.map { AnyIterator($0.makeIterator()) }) {
      place.row.withBytes { digest.update(bufferPointer: $0) }
      digest.update(data: Array("\(place.place)\n".utf8))
    }
  }
}

/// One entry of the chain that holds the recorded snapshots together.
struct ChainLink {
  let previous: ContentHash?
  let sequence: Int64
  let form: Int
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
      + (form < 3 ? [] : ["form \(form)"])
      + parts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return ContentHash(of: lines.joined(separator: "\n"))
  }
}
