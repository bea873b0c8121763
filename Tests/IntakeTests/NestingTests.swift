import Testing

@testable import Intake

@Suite struct NestingTests {
  @Test func levelsAreThoseOfTheLongestWay() throws {
    // 0 → 1 → 2 → 3 and 0 → 3: three levels, six pairs.
    let edges = [[1, 3], [2], [3], []]
    #expect(Nesting.tooDeep(edges, pairLimit: 6) == nil)
    let deepest = try #require(Nesting.tooDeep(edges, pairLimit: 5))
    #expect(deepest == (0, 3))
  }

  @Test func aLongChainIsFollowedToItsEnd() throws {
    let count = 3_000
    let chain = (0..<count).map { $0 + 1 < count ? [$0 + 1] : [] }
    let deepest = try #require(Nesting.tooDeep(chain))
    #expect(deepest == (0, count - 1))
    #expect(Nesting.tooDeep(Array(chain.suffix(1)) + [[Int]](repeating: [], count: 9)) == nil)
  }

  /// 1,999 levels are the most of a single chain.
  @Test func aLedgerWithTooManyLevelsIsRefused() throws {
    func read(_ count: Int) throws -> [String] {
      let rows = (1...count).map { "\($0),任务\($0),\($0 > 1 ? String($0 - 1) : ""),市工信局" }
      let ledger = (["序号,任务,上级任务,牵头单位"] + rows).joined(separator: "\n") + "\n"
      return try LedgerFixture(["ledger.csv": ledger]).read().lines
    }
    #expect(try read(2_000).isEmpty)
    #expect(try read(2_010) == ["ledger.csv:2011:13 nested-too-deep 2009"])
  }
}
