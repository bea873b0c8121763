import Database
import Domain
import Foundation
import Metrics
import TestSupport
import Testing

/// Each row of an example's README names the tasks or units of a situation at some of its states:
/// `| overdue 逾期 | 2019-06-30: 3, 7; 2019-09-30: 5 |`. They are exactly those.
@Suite(.onEachEngine) struct ExampleSituationTests {
  @Test(arguments: ["xuancheng-2019", "yingtan-2023"])
  func areThoseOfTheREADME(_ id: String) throws {
    let history = try ExampleHistory.named(id)
    var moments: [String: OpenMoment] = [:]
    let situations = try Self.situations(in: history.folder + "/README.md")
    #expect(situations.count > 35)
    for (situation, state, expected) in situations {
      let open = try moments[state] ?? history.moment(state.asDay)
      moments[state] = open
      let statement = try #require(Situations.statements[situation], "\(situation)")
      let day = Value.day(open.moment.request.asOf)
      let actual = try Self.list(
        open.connection.rows(of: statement, statement.contains(":as_of") ? ["as_of": day] : [:])
          .map { $0[0].cell })
      #expect(actual == expected, "\(id), \(situation), \(state)")
    }
  }

  /// What the README says: situation, day, and the list as it stands there.
  private static func situations(in path: String) throws -> [(String, String, String)] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "\n").flatMap { line -> [(String, String, String)] in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 2, cells[1].hasPrefix("20") else { return [] }
      let english = cells[0].prefix { $0.isASCII }.trimmingCharacters(in: .whitespaces)
      return cells[1].split(separator: ";").map { entry in
        let parts = entry.split(separator: ":", maxSplits: 1)
        return (
          english, parts[0].trimmingCharacters(in: .whitespaces),
          parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
        )
      }
    }
  }

  /// Tasks by number, then the rest.
  private static func list(_ names: [String]) -> String {
    names.sorted { left, right in
      (Int(left) ?? .max, left) < (Int(right) ?? .max, right)
    }.joined(separator: ", ")
  }
}
