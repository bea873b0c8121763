import Definitions
import Domain
import Scoring
import TestSupport
import Testing

/// What changed between two days, and where it came from.
@Suite struct ComparisonTests {
  private static func rules(_ item: String) -> String {
    """
    base: 100
    parts:
      - part: 一
        rules:
          - {rule: late, name: 迟办, query: scoring/late, per_item: \(item)}
          - {rule: praise, name: 表扬, query: scoring/events, per_item: 1}
    """
  }

  /// Lines of 甲 by task: `late 1 2` is 2 late items of task 1.
  private func input(tasks: [String], _ lines: [(rule: String, task: String, many: Int64)])
    -> ScoringInput
  {
    var input = ScoringInput(units: Scored.units)
    input.tasks["a"] = tasks
    for line in lines {
      input.lines[line.rule, default: [:]]["a", default: []].append(
        ScoringLine(unit: "a", task: line.task, quantity: Ratio(line.many, 1)))
    }
    return input
  }

  private var earlier: ScoringInput {
    input(tasks: ["1", "2"], [("late", "1", 1), ("late", "2", 3), ("praise", "", 2)])
  }
  /// Task 2 is gone, task 3 is new and late, task 1 is later still, there is less praise.
  private var later: ScoringInput {
    input(tasks: ["1", "3"], [("late", "1", 2), ("late", "3", 1), ("praise", "", 1)])
  }

  @Test func theDifferencesAddUp() throws {
    let book = try Scored.book(Self.rules("-2"))
    let comparison = ScoreComparison(
      before: try Scorer(book, earlier).score(of: Scored.units[0]),
      after: try Scorer(book, later).score(of: Scored.units[0]))
    let rows = comparison.differences.map { difference in
      [
        difference.after?.name ?? "-", difference.after?.task ?? difference.before?.task ?? "",
        difference.before?.points.points ?? "·", difference.after?.points.points ?? "·",
        difference.change.points,
      ]
    }
    #expect(
      "\n" + TextTable(rows: rows).text == """

        迟办  1  -2.00  -4.00  -2.00
        迟办  3  ·      -2.00  -2.00
        表扬     2.00   1.00   -1.00
        -     2  -6.00  ·      6.00
        """)
    #expect(
      comparison.differences.reduce(0) { $0 + $1.change }
        == comparison.after.points - comparison.before.points)
  }

  /// Tasks: 6 won with task 2, 2 lost with task 3. Performance: 2 lost on task 1, 1 of praise. Rules:
  /// three late items at 1 more each.
  @Test func originsInTheirOrder() throws {
    let (old, new) = (try Scored.book(Self.rules("-2")), try Scored.book(Self.rules("-3")))
    let origins = try ScoreOrigins(
      of: Scored.units[0], before: (old, earlier), between: later, after: (new, later))
    #expect(
      [origins.tasks, origins.performance, origins.rules].map(\.points)
        == ["4.00", "-3.00", "-3.00"])
  }

  /// 甲 20 of 20 by its rate; 乙 19 by two rules. One weight up or down by a tenth turns them.
  @Test func howSureAPlaceIs() throws {
    let book = try Scored.book(
      """
      parts:
        - part: 一
          rules:
            - {rule: x, name: 甲, query: scoring/events, per_item: 2}
            - {rule: y, name: 乙, query: scoring/events, per_item: 1}
      """)
    var input = ScoringInput(units: Scored.units)
    for unit in ["a", "b", "c"] {
      input.tasks[unit] = ["1"]
    }
    for (rule, unit, many) in [("x", "a", 10), ("y", "b", 19), ("x", "c", 1)] {
      input.lines[rule, default: [:]][unit] = [
        ScoringLine(unit: unit, quantity: Ratio(Int64(many), 1))
      ]
    }
    let ranges = try Scored.units.map { try PlaceRange(of: $0, book: book, input: input) }
    #expect(ranges.map { $0?.best } == [1, 1, 3, nil, nil])
    #expect(ranges.map { $0?.worst } == [2, 2, 3, nil, nil])
  }
}
