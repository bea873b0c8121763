import Domain
@testable import Scoring
import TestSupport
import Testing

/// Places within groups.
@Suite struct RankingTests {
  /// Units of one group with these points, ranked: unit, points, place.
  private func places(_ points: [Int64]) -> [Int?] {
    points.enumerated().map { index, points in
      UnitScore(
        unit: ScoredUnit(id: "\(index)", name: "", group: "部门", isInOffice: true),
        lines: [], tasks: 1, points: points)
    }.ranked().map(\.place)
  }

  @Test(arguments: [
    ([90, 80, 70], [1, 2, 3]), ([70, 90, 80], [3, 1, 2]), ([90, 90, 70], [1, 1, 3]),
    // 第三名 A、B;第五名 C (六安)
    ([99, 98, 90, 90, 80], [1, 2, 3, 3, 5]), ([5, 5, 5], [1, 1, 1]), ([-1, 0], [2, 1]), ([], []),
  ])
  func tiesShareAPlace(_ points: [Int64], _ expected: [Int]) {
    #expect(places(points) == expected)
  }

  @Test func groupsReasonsAndChange() throws {
    let rules = """
      parts:
        - part: 一
          rules:
            - {rule: r, name: 一, query: scoring/events, per_item: 1}
      """
    let scored = try Scored(
      rules, "r a 3\nr b 3\nr c 1\nr d 1\nr e 9", tasks: ["a": 1, "b": 5, "d": 2, "e": 4])
    let standings = scored.scores.ranked(smallTasks: 3, prior: ["a": 2, "d": 1])
    let rows = standings.map { standing in
      [
        standing.score.unit.name, standing.score.points.points,
        standing.place.map(String.init) ?? standing.unranked?.rawValue ?? "",
        "of \(standing.ranked)", standing.isSmall ? "small" : "",
        standing.change.map(String.init) ?? "·",
      ]
    }
    #expect(
      "\n" + TextTable(rows: rows).text == """

        甲  3.00  1         of 2  small  1
        乙  3.00  1         of 2         ·
        丙  1.00  no_tasks  of 2         ·
        丁  1.00  1         of 1  small  0
        戊  9.00  no_group  of 0         ·
        """)
  }
}

extension UnitScore {
  /// A score of one line.
  fileprivate init(unit: ScoredUnit, lines: [ScoreLine], tasks: Int64, points: Int64) {
    self.init(
      unit: unit, lines: lines + [ScoreLine(.base, name: "", points: points)], tasks: tasks)
  }
}
