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

  /// Collectives within collectives are bounded as tasks are.
  @Test func collectivesNestedTooDeep() throws {
    func read(_ count: Int) throws -> [String] {
      let rows = (1...count).map { "c\($0),第\($0)组,是,\($0 > 1 ? "c\($0 - 1)" : "u")" }
      let units = (["编号,名称,集体,成员", "u,市工信局,,"] + rows).joined(separator: "\n") + "\n"
      return try LedgerFixture(["units.csv": units]).read().lines.filter { !$0.contains("?") }
    }
    #expect(try read(1_990).isEmpty)
    let refused = try read(2_010)
    #expect(refused.count == 1 && refused[0].contains("nested-too-deep c2009"), "\(refused)")
  }

  @Test(arguments: [(500, true), (501, false), (900, false)])
  func aTaskIsExtendedSoOften(_ count: Int, _ isTaken: Bool) throws {
    let rows = (0..<count).map {
      "1,\(1_900 + $0 / 336)-\(two($0 / 28 % 12 + 1))-\(two($0 % 28 + 1)),2023-12-31"
    }
    let lines = try LedgerFixture([
      "extensions.csv": (["任务,申请日期,新时限"] + rows).joined(separator: "\n") + "\n"
    ]).read().lines.filter { $0.contains("too-many") }
    #expect(lines == (isTaken ? [] : ["extensions.csv:502:1 too-many-extensions 1"]))
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
