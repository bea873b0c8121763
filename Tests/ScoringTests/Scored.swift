import Definitions
import Domain
import Scoring
import TestSupport

/// A rule file and lines that a reviewer can read, scored.
struct Scored {
  /// `甲`, `乙` and `丙` of the group 部门, `丁` of the group 县区, `戊` without one.
  static let units = [
    ScoredUnit(id: "a", name: "甲", group: "部门", isInOffice: true),
    ScoredUnit(id: "b", name: "乙", group: "部门", isInOffice: true),
    ScoredUnit(id: "c", name: "丙", group: "部门", isInOffice: true),
    ScoredUnit(id: "d", name: "丁", group: "县区", isInOffice: true),
    ScoredUnit(id: "e", name: "戊", group: nil, isInOffice: true),
  ]

  let scores: [UnitScore]

  /// - Parameters:
  ///   - rules: What follows the head of the file: `parts` and the rest.
  ///   - lines: A line each, `rule unit quantity occasion`; the quantity an integer or a quotient.
  ///   - tasks: How many tasks each unit has.
  init(_ rules: String, _ lines: String, tasks: [String: Int64] = ["a": 5]) throws {
    let book = try Self.book(rules)
    var input = ScoringInput(
      units: Self.units,
      tasks: Dictionary(
        uniqueKeysWithValues: tasks.map { unit, count in
          (unit, (0..<count).map { "\($0)" })
        }))
    for text in lines.split(separator: "\n") {
      let words = text.split(separator: " ").map(String.init)
      let numbers = words[2].split(separator: "/").compactMap { Int64($0) }
      let line = ScoringLine(
        unit: words[1], occasion: words.count > 3 ? words[3] : "",
        quantity: Ratio(numbers[0], numbers.count > 1 ? numbers[1] : 1))
      if words[0] == "workload" {
        input.workload[words[1], default: []].append(line)
      } else {
        input.lines[words[0], default: [:]][words[1], default: []].append(line)
      }
    }
    scores = try Scorer(book, input).scores()
  }

  static func book(_ rules: String, roles: String = "[lead]") throws -> RuleBook {
    let head = """
      version: "1"
      effective: 2023-01-01
      basis: 某办发〔2023〕1号
      example: true
      places: 2
      roles: \(roles)

      """
    return try RuleBook(
      DefinitionFile(kind: .rules, id: "p/2023-01-01", path: "r.yaml", text: head + rules))
  }

  /// The lines of a unit: what they come from, their names, quantities and points; then the sum.
  func lines(of unit: String) -> String {
    guard let score = scores.first(where: { $0.unit.id == unit }) else { return "not scored" }
    let rows = score.lines.map { line in
      [
        line.kind.rawValue, line.name,
        line.quantity.map { "\($0.numerator)/\($0.denominator)" } ?? "·", line.points.points,
      ]
    }
    return TextTable(rows: rows + [["", "", "", score.points.points]]).text
  }
}

extension Int64 {
  /// Millionths as points with two decimals.
  var points: String {
    let (whole, rest) = (magnitude / 1_000_000, magnitude % 1_000_000 / 10_000)
    return (self < 0 ? "-" : "") + "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
