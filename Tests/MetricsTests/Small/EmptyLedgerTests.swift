import Definitions
import Domain
import Metrics
import TestSupport
import Testing

/// A ledger without a row: lists are empty, sums are there and nothing is divided.
@Suite(.onEachEngine) struct EmptyLedgerTests {
  /// What has rows all the same: one for the plan, or one for each figure or light.
  static let never = [
    "completion", "judgement", "judgement_parts", "key_figures", "lights", "next_cutoff", "overdue",
    "overview", "six_figures",
  ]

  @Test func everyFigureOfNothing() throws {
    let open = try SmallLedger("序号,任务,牵头单位,完成时限,状态").at("2023-06-25")
    for id in DefinitionLibrary.shipped.queryIDs
    where ["metrics/", "signs/"].contains(where: id.hasPrefix) {
      let isEmpty = try open.moment.table(id).rows.isEmpty
      let name = id.split(separator: "/").last.map(String.init) ?? id
      #expect(isEmpty != Self.never.contains(name), "\(id)")
    }
    #expect(try open.findings().isEmpty)
  }
}
