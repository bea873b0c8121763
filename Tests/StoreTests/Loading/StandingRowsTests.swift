import Definitions
import Testing

@testable import Store

/// What of a ledger's rows is kept in memory while it is read.
@Suite struct StandingRowsTests {
  private func hashes(_ numbers: Range<Int>) -> [ContentHash] {
    numbers.map { ContentHash(of: "\($0)") }
  }

  @Test(arguments: [0, 1, 2, 3, 1_000])
  func everyRowIsFoundOnceAndNoOther(count: Int) {
    var rows = StandingRows(hashes(0..<count))
    #expect(rows.isEmpty == (count == 0) && rows.unseenCount == count)
    let seen = hashes(0..<count).filter { $0.firstBits % 3 == 0 }
    let found = (seen + seen).map { rows.see($0) }
    #expect(!found.contains(false))
    for hash in hashes(count..<count + 100) {
      let isFound = rows.see(hash)
      #expect(!isFound && !rows.wasSeen(hash))
    }
    #expect(rows.seenCount == seen.count && rows.unseenCount == count - seen.count)
    #expect(Array(rows.seen) == seen.sorted())
    #expect(hashes(0..<count).filter(rows.wasSeen) == seen)
  }

  @Test func piecesAreMergedInOrder() {
    let numbers = hashes(0..<200_000)
    let pieces = SortedPieces(numbers).sorted()
    #expect(pieces.count > 1)
    #expect(Array(Merged(pieces.map { AnyIterator($0.makeIterator()) })) == numbers.sorted())
    #expect(SortedPieces<Int>().sorted().isEmpty)
  }
}
