import Definitions

/// The rows of a table and plan that stand where a snapshot takes its place, by their hashes alone:
/// a row's hash covers its key, so that an unchanged row needs nothing else.
struct StandingRows {
  /// In ascending order.
  private var hashes: [ContentHash] = []
  private var isSeen: [Bool] = []
  private(set) var seenCount = 0
  /// Where the hashes begin that have the same first bits.
  private var starts: [UInt32] = []
  private var shift: UInt64 = 0

  init(_ rows: [ContentHash]) {
    guard !rows.isEmpty else { return }
    hashes = rows
    hashes.sort()
    isSeen = [Bool](repeating: false, count: rows.count)
    // About two hashes for each value of the bits.
    let bits = max(rows.count.bitWidth - rows.count.leadingZeroBitCount - 2, 1)
    shift = UInt64(64 - bits)
    starts = [UInt32](repeating: 0, count: 1 << bits + 1)
    for hash in hashes { starts[bucket(of: hash) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
  }

  /// How many rows the ledger was not seen to have.
  var unseenCount: Int { hashes.count - seenCount }

  var isEmpty: Bool { hashes.isEmpty }

  /// The hashes of the rows that the ledger has again, in ascending order.
  var seen: some Sequence<ContentHash> {
    zip(hashes, isSeen).lazy.filter(\.1).map(\.0)
  }

  /// Whether a row stands as the ledger has it; notes that it was seen.
  mutating func see(_ hash: ContentHash) -> Bool {
    guard let index = index(of: hash) else { return false }
    if !isSeen[index] {
      isSeen[index] = true
      seenCount += 1
    }
    return true
  }

  /// Whether the ledger has a row that stands.
  func wasSeen(_ hash: ContentHash) -> Bool { index(of: hash).map { isSeen[$0] } ?? false }

  private func index(of hash: ContentHash) -> Int? {
    guard !hashes.isEmpty else { return nil }
    let bucket = bucket(of: hash)
    return (Int(starts[bucket])..<Int(starts[bucket + 1])).first { hashes[$0] == hash }
  }

  private func bucket(of hash: ContentHash) -> Int { Int(hash.firstBits >> shift) }
}
