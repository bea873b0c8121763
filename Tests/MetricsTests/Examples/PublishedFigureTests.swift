import Domain
import Metrics
import TestSupport
import Testing

/// Figures that offices published, from ledgers that have them: shown as printed, or as they should
/// have been.
@Suite(.onEachEngine) struct PublishedFigureTests {
  /// A ledger of tasks of 甲局, so many of each kind: due date, status, progress, day of completion.
  private func ledger(_ kinds: [(count: Int, cells: String)]) -> SmallLedger {
    let rows = kinds.flatMap { Array(repeating: $0.cells, count: $0.count) }.enumerated()
    return SmallLedger(
      "序号,任务,牵头单位,完成时限,状态,进度,完成日期\n"
        + rows.map { "\($0 + 1),任务\($0 + 1),甲局,\($1)" }.joined(separator: "\n"))
  }

  /// 26 of 65 are 40.0 %.
  @Test func aRateHasOneDecimal() throws {
    let open = try ledger([
      (26, "2023-12-31,已完成,,2023-09-01"), (39, "2023-12-31,推进中,53.3%,"),
    ]).at("2023-09-25")
    try expect(open.completion("completed in_force"), is: "completed=26 in_force=65")
    #expect(Ratio(26, 65).rounded(scale: 1000) == 400)
  }

  /// 53.3 % in the third quarter is 低 21.7 个百分点 (连云港): the mean of what is open.
  @Test func aGapIsInPoints() throws {
    let open = try ledger([(39, "2023-12-31,推进中,53.3%,")]).at("2023-09-25")
    try expect(
      open.completion("behind filled gap_sum"), is: "behind=39 filled=39 gap_sum=\(39 * -217_000)")
    #expect(Ratio(39 * -217_000, 39 * 1_000_000).rounded(scale: 1000) == -217)
  }

  /// Eleven months of twelve are 91.7 %.
  @Test func elevenMonths() throws {
    var ledger = ledger([(1, "2023-12-31,推进中,,")])
    ledger.plan.scheduleRule = .months
    try expect(
      ledger.at("2023-11-30").tasks("scheduled"), is: "task  scheduled\n1     916667")
    #expect(Ratio(916_667, 1_000_000).rounded(scale: 1000) == 917)
  }

  /// 162 of 222 were printed as 72.9 (金寨). They are 73.0, and the six shares add up to 100.0.
  @Test func sixSharesOfTheLights() throws {
    let open = try ledger([
      (162, "2023-12-31,已完成,,2023-09-01"), (4, "2023-06-30,推进中,50%,"),
      (9, "2023-12-31,推进中,45%,"), (15, "2023-12-31,推进中,60%,"), (2, "2023-12-31,推进中,,"),
      (30, "2023-12-31,推进中,80%,"),
    ]).at("2023-09-25")
    let table = try open.moment.table("metrics/lights")
    let rows = table.rows.map { Row(table: table, values: $0) }.filter { $0.number("tasks") > 0 }
    let tasks = rows.map { $0.number("tasks") }
    #expect(tasks.sorted(by: >) == [162, 30, 15, 9, 4, 2])
    #expect(rows.allSatisfy { $0.number("in_force") == 222 })
    let shares = Ratio.shares(of: tasks, scale: 1000)
    #expect(shares.first == 730)
    #expect(shares.reduce(0, +) == 1000)
  }

  /// 44.3, 40.1 and 15.6 add up to 100.0 as they stand.
  @Test func threeSharesOfTheLights() throws {
    let open = try ledger([
      (443, "2023-12-31,已完成,,2023-09-01"), (156, "2023-12-31,推进中,60%,"),
      (401, "2023-12-31,推进中,80%,"),
    ]).at("2023-09-25")
    let tasks = try open.moment.table("metrics/lights").rows.compactMap { $0[3].integer }
    #expect(Ratio.shares(of: tasks.filter { $0 > 0 }, scale: 1000) == [443, 156, 401])
  }
}
