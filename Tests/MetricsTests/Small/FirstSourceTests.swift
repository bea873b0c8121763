import Domain
import Metrics
import TestSupport
import Testing

/// The row that a figure leads back to: the first one, in the order of days, of those that were
/// known; whatever was recorded first.
@Suite(.onEachEngine) struct FirstSourceTests {
  private static let heading = "序号,任务,牵头单位,完成时限,状态\n"
  /// Ledgers of four days in which 清理证明 stands on another line each time, and says something
  /// else once.
  private static let states = [
    ("2023-03-31", "1,开通专线,甲局,2023-06-30,推进中\n2,清理证明,乙局,2023-07-31,推进中"),
    ("2023-06-25", "2,清理证明,乙局,2023-07-31,推进中\n1,开通专线,甲局,2023-06-30,推进中"),
    ("2023-08-31", "2,清理证明,乙局,2023-08-31,推进中\n1,开通专线,甲局,2023-06-30,推进中"),
    (
      "2023-09-25",
      "3,新开一项,甲局,2023-12-31,推进中\n1,开通专线,甲局,2023-06-30,推进中\n"
        + "2,清理证明,乙局,2023-07-31,推进中"
    ),
  ]

  @Test(arguments: [
    [0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [2, 0, 3, 1], [0, 3, 2, 1], [3, 0, 1, 2],
    [1, 3, 0, 2],
  ])
  func theSourceIsTheFirstInTheOrderOfDays(_ order: [Int]) throws {
    let states = order.map { Self.states[$0] }
    var ledger = SmallLedger(Self.heading + states[0].1, on: states[0].0)
    for state in states.dropFirst() { ledger.add(on: state.0, Self.heading + state.1) }
    for (day, source) in [
      ("2023-03-31", "1 202303310001 2, 2 202303310001 3"),
      ("2023-06-25", "1 202303310001 2, 2 202303310001 3"),
      ("2023-08-31", "1 202303310001 2, 2 202308310001 2"),
      ("2023-09-25", "1 202303310001 2, 2 202303310001 3, 3 202309250001 2"),
    ] {
      let rows = try ledger.at(day).moment.table("state/task").text(
        "task source_position source_line")
      let found = rows.split(separator: "\n").dropFirst().map {
        $0.split(separator: " ").joined(separator: " ")
      }
      #expect(found.joined(separator: ", ") == source, "\(day)")
    }
  }

  /// What is remade as it was known has the source that was known.
  @Test func anEarlierSourceCountsOnceItIsKnown() throws {
    var ledger = SmallLedger(Self.heading + Self.states[1].1, on: Self.states[1].0)
    ledger.add(on: Self.states[0].0, Self.heading + Self.states[0].1)
    func sources(known count: Int) throws -> [Value] {
      let moment = try ledger.at("2023-06-25", known: count).moment
      let table = try moment.table("state/task")
      let column = try #require(table.index(of: "source_position"))
      return table.rows.map { $0[column] }
    }
    #expect(try sources(known: 1) == [.integer(202_306_250_001), .integer(202_306_250_001)])
    #expect(try sources(known: 2) == [.integer(202_303_310_001), .integer(202_303_310_001)])
  }
}
