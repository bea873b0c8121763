import Definitions
import Domain
import Scoring
import TestSupport
import Testing

/// Which lines of a query's result a rule takes, and what of them.
@Suite struct LineReaderTests {
  private static let columns =
    ["unit", "task", "title", "occasion", "source_file", "source_day", "kind"].map {
      ResultColumn(name: $0, kind: .text)
    }
    + ["role_code", "qty_num", "qty_den", "days", "reach_num", "reach_den", "source_line"].map {
      ResultColumn(name: $0, kind: .integer)
    }

  private static func row(
    _ unit: String, role: Int64, kind: String, _ task: String, days: Int64?
  ) -> [Value] {
    [
      .text(unit), .text(task), .text("任务" + task), .text(""), .text("ledger.csv"),
      .text("2023-09-25"), .text(kind), .integer(role), .integer(2), .integer(1),
      days.map(Value.integer) ?? .null, .integer(11), .integer(10), .integer(7),
    ]
  }

  private static let result = ResultTable(
    columns: columns,
    rows: [
      row("a", role: 1, kind: "黄牌", "1", days: 5), row("a", role: 3, kind: "黄牌", "2", days: 6),
      row("a", role: 1, kind: "红牌", "3", days: nil), row("d", role: 3, kind: "黄牌", "4", days: 8),
      row("d", role: 4, kind: "黄牌", "5", days: 9), row("x", role: 1, kind: "黄牌", "6", days: 1),
    ])

  /// The lines of a rule: unit, task, quantity.
  private func lines(_ rule: String, explained: String? = nil) throws -> [String] {
    let book = try Scored.book(
      """
      parts:
        - part: 一
          rules:
            - {rule: r, name: n, query: scoring/q, \(rule)}
      """, roles: "{otherwise: [lead], 县区: [lead, responsible]}")
    let input = try book.input(units: Scored.units, explained: explained) { _, _ in
      ResultStream(Self.result)
    }
    return (input.lines["r"] ?? [:]).values.flatMap { $0 }.map {
      "\($0.unit) \($0.task) \($0.quantity.numerator)/\($0.quantity.denominator)"
    }.sorted()
  }

  @Test(arguments: [
    // The roles of the unit's group; a unit that is not known has no lines.
    ("per_item: 1", ["a 1 2/1", "a 3 2/1", "d 4 2/1"]),
    ("per_item: 1, roles: [support]", ["d 5 2/1"]),
    ("per_item: 1, only: {kind: 黄牌}", ["a 1 2/1", "d 4 2/1"]),
    ("per_item: 1, only: {kind: [黄牌, 红牌], task: '3'}", ["a 3 2/1"]),
    // A quantity that is not known is no line.
    ("per_day: 1", ["a 1 5/1", "d 4 8/1"]),
    ("per_item: 1, quantity: reach, roles: [support]", ["d 5 11/10"]),
  ])
  func whatARuleTakes(_ rule: String, _ expected: [String]) throws {
    #expect(try lines(rule) == expected)
  }

  @Test(arguments: [
    ("per_rate: 10, empty: full", ["a  4/2", "d  2/1"]),
    ("unit_steps: [{from: 1, points: 1}]", ["a  4/1", "d  2/1"]),
    ("rate_steps: [{from: 1, points: 1}]", ["a  4/2", "d  2/1"]),
    // A line for each.
    ("quantity: qty, line_steps: [{from: 1, points: 1}]", ["a 1 2/1", "a 3 2/1", "d 4 2/1"]),
  ])
  func whereOnlyTheSumCountsThereIsOneLine(_ rule: String, _ expected: [String]) throws {
    #expect(try lines(rule) == expected)
  }

  @Test func ofTheUnitThatIsExplainedEveryLineIsKept() throws {
    #expect(
      try lines("per_rate: 10, empty: full", explained: "a") == ["a 1 2/1", "a 3 2/1", "d  2/1"])
  }

  @Test(arguments: [
    ("per_item: 1", nil, nil),
    ("per_rate: 10, empty: full", "a", nil),
    (
      "per_rate: 10, empty: full, quantity: reach, only: {kind: 黄牌}", nil,
      ["kind", "qty_den", "reach", "reach_den", "reach_num", "role_code", "unit"]
    ),
  ])
  func ofWhatIsOnlyAddedUpFewColumnsAreAskedFor(
    _ rule: String, _ explained: String?, _ expected: [String]?
  ) throws {
    let book = try Scored.book(
      "parts: [{part: 一, rules: [{rule: r, name: n, query: scoring/q, \(rule)}]}]")
    var asked: [String: [String]?] = [:]
    _ = try book.input(units: Scored.units, explained: explained) { query, columns in
      asked[query] = .some(columns?.sorted())
      return ResultStream(Self.result)
    }
    #expect(asked["scoring/q"] == .some(expected))
  }

  @Test func theRowOfTheLedger() throws {
    let book = try Scored.book(
      "parts: [{part: 一, rules: [{rule: r, name: n, query: scoring/q, per_item: 1}]}]")
    let input = try book.input(units: Scored.units) { _, _ in ResultStream(Self.result) }
    let line = try #require(input.lines["r"]?["a"]?.first)
    #expect(line.title == "任务1")
    #expect(
      line.row == LedgerPlace(file: "ledger.csv", day: try "2023-09-25".asDay, line: 7))
    #expect(input.tasks == ["a": ["1", "3"]])
  }
}
