import Definitions
import Domain
import Foundation
import TestSupport
import Testing

/// Rule files: what they may say, and every fault with its line.
@Suite struct RuleFileTests {
  static let head = """
    version: "1"
    effective: 2023-01-01
    basis: 某办发〔2023〕1号
    example: false
    places: 2
    roles: [lead]

    """

  private func book(_ text: String) throws -> RuleBook {
    try RuleBook(
      DefinitionFile(kind: .rules, id: "p/2023-01-01", path: "rules.yaml", text: text))
  }

  /// The head, then one rule on line 10.
  private func rule(_ text: String) throws -> RuleBook {
    try book(
      Self.head + "parts:\n  - part: 一\n    rules:\n      - {rule: r, name: n, query: q, \(text)}\n"
    )
  }

  @Test func rolesByGroup() throws {
    let book = try book(
      Self.head.replacing("[lead]", with: "{otherwise: [lead], 县区: [lead, responsible]}")
        + "parts: []\n")
    #expect(book.roles.roles(of: "县区") == [.lead, .responsible])
    #expect(book.roles.roles(of: "部门") == [.lead])
    #expect(book.roles.roles(of: nil) == [.lead])
  }

  @Test func aRuleIsReadWhole() throws {
    let book = try rule(
      "per_day: -0.125, quantity: workdays, only: {kind: [黄牌, 红牌], state: late}, floor: -5, basis: 第三条"
    )
    let rule = try #require(book.rules.first)
    #expect(rule.measure == .each(points: -125_000, .day, every: 1))
    #expect(rule.source.quantity == "workdays")
    #expect(rule.source.only.map(\.column) == ["kind", "state"])
    #expect(rule.source.only.first?.values == ["黄牌", "红牌"])
    #expect(rule.limits.cap == nil && rule.limits.floor == -5_000_000)
  }

  /// A number without its unit explains nothing; where the column does not say it, nobody guesses.
  @Test(arguments: [
    ("q", "days", RuleBook.Counted.day), ("q", "workdays", .day), ("q", "qty", .item),
    ("scoring/behind", "qty", .point), ("q", "reach", nil),
  ])
  func whatAQuantityCounts(_ query: String, _ quantity: String, _ counted: RuleBook.Counted?) throws
  {
    let book = try book(
      Self.head + """
        parts:
          - part: 一
            rules:
              - {rule: r, name: n, query: \(query), quantity: \(quantity), line_steps: [{from: 1, points: 1}]}
        """)
    #expect(book.rules.first?.source.counted == counted)
  }

  @Test(arguments: [
    ("per_item: 1, quality: x", 10, "quality"), ("per_item: 1, per_day: 1", 10, "oneKeyOf"),
    ("basis: x", 10, "oneKeyOf"), ("per_rate: 5", 10, "empty"),
    ("per_rate: 5, empty: half", 10, "half"),
    ("per_item: 0", 10, "pointsNotZero"), ("per_item: 1e3", 10, "decimal"),
    ("per_item: 1, every: 0", 10, "wholeNumberWithin(1, "),
    ("per_day: 1, every: 2", 10, #"keyOnlyWith("every""#),
    ("per_item: 1, empty: full", 10, #"keyOnlyWith("empty""#),
    ("per_item: 1, floor: -5", 10, "floorOfDeductingRule"),
    ("per_item: -1, cap: 5", 10, "capOfAddingRule"),
    ("per_item: 1, cap: -5", 10, "capOfAddingRule"),
    ("per_item: -1, floor: 0", 10, "floorOfDeductingRule"),
    ("per_item: 1, cap: 0.001", 10, "pointsWithDecimals(2)"),
    ("flag: 否决, cap: 1", 10, "capOfAddingRule"),
    ("line_steps: [{from: 2, points: 1}]", 10, "quantity"),
    ("quantity: days, line_steps: []", 10, "oneStep"),
    (
      "quantity: days, line_steps: [{from: 2, points: 1}, {from: 2, points: 2}]", 10,
      "stepsAscending"
    ),
    ("per_item: 1, roles: [boss]", 10, "boss"), ("per_item: 1, roles: []", 10, "oneRole"),
  ])
  func faultsOfRules(_ text: String, _ line: Int, _ word: String) {
    expectFault(line: line, word: word) { try rule(text) }
  }

  @Test(arguments: [
    (head.replacing("2023-01-01", with: "2023-02-01") + "parts: []", 2, "dateOfFileName"),
    (head.replacing("places: 2", with: "places: 5") + "parts: []", 5, "wholeNumberWithin(0, 4)"),
    (head.replacing("[lead]", with: "{县区: [lead]}") + "parts: []", 6, "otherwise"),
    (head.replacing("basis:", with: "bases:") + "parts: []", 3, "bases"),
    (head + "cap: 5\nfloor: 10\nparts: []", 7, "capNotBelowFloor"),
    (head + "base: 0.125\nparts: []", 7, "pointsWithDecimals(2)"),
    (
      head + "parts:\n  - part: 一\n    base: 10\n    cap: 5\n    rules: []", 10,
      "capNotBelowBase"
    ),
    (
      head + "parts:\n  - part: 一\n    base: 10\n    floor: 15\n    rules: []", 10,
      "floorNotAboveBase"
    ),
    (
      head + "parts: []\nmultiples:\n  - {name: m, factor: 2, of: all, rules: [x]}", 9, "x"
    ),
    (head + "parts: []\nmultiples:\n  - {name: m, factor: 0, of: all}", 9, "factorAboveZero"),
    (
      head + """
        parts:
          - part: 一
            rules:
              - {rule: r, name: n, query: q, per_item: 1}
              - {rule: r, name: n, query: q, per_item: 1}
        """, 11, "r"
    ),
  ])
  func faultsOfFiles(_ text: String, _ line: Int, _ word: String) {
    expectFault(line: line, word: word) { try book(text) }
  }

  @Test func queriesAndColumnsAreHeldAgainstWhatThereIs() throws {
    let columns = (RuleBook.lineColumns + ["days", "state"]).map {
      ResultColumn(name: $0, kind: $0 == "days" || $0.hasPrefix("qty") ? .integer : .text)
    }
    func check(_ text: String) throws {
      try book(
        Self.head + "parts:\n  - part: 一\n    rules:\n      - {rule: r, name: n, \(text)}\n"
      ).check(queries: ["metrics/a", "scoring/late"]) { _ in columns }
    }
    try check("query: scoring/late, per_day: 1, only: {state: x}")
    expectFault(line: 10, word: "scoring/lat") { try check("query: scoring/lat, per_item: 1") }
    expectFault(line: 10, word: "metrics/a") { try check("query: metrics/a, per_item: 1") }
    expectFault(line: 10, word: "workdays") {
      try check("query: scoring/late, per_day: 1, quantity: workdays")
    }
    expectFault(line: 10, word: "stat") {
      try check("query: scoring/late, per_item: 1, only: {stat: x}")
    }
    expectFault(line: 11, word: "stat") {
      try check("query: scoring/late, per_item: 1,\n         only: {stat: x}")
    }
    expectFault(line: 10, word: "role_code") {
      try check("query: scoring/late, per_item: 1, roles: [lead]")
    }
  }

  @Test(arguments: [
    ("2022-12-31", nil), ("2023-01-01", "2023-01-01"), ("2023-06-30", "2023-01-01"),
    ("2023-07-01", "2023-07-01"), ("2024-01-01", "2023-07-01"),
  ])
  func theLatestRulesInForceCount(_ day: String, _ expected: String?) throws {
    let books = try ["2023-01-01", "2023-07-01"].map { date in
      try RuleBook(
        DefinitionFile(
          kind: .rules, id: "p/\(date)", path: "r",
          text: Self.head.replacing("2023-01-01", with: date) + "parts: []\n"))
    }
    let day = try #require(Day(day))
    #expect(books.inForce(on: day)?.effective.description == expected)
  }

  /// The file of docs/rules.md, against the shipped queries.
  @Test func theDocumentedExampleIsSound() throws {
    let page = try String(contentsOfFile: Repository.folder + "/docs/rules.md", encoding: .utf8)
    let text = page.components(separatedBy: "```yaml\n")[1].components(separatedBy: "```")[0]
    let book = try RuleBook(
      DefinitionFile(kind: .rules, id: "p/2027-01-01", path: "docs/rules.md", text: text))
    let library = DefinitionLibrary.shipped
    try book.check(queries: library.queryIDs) { try library.query($0).columns }
    #expect(book.rules.count == 3 && book.multiples.count == 1 && book.workload != nil)
  }

  private func expectFault(
    line: Int, word: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> some Any
  ) {
    do {
      _ = try body()
      Issue.record("nothing was wrong", sourceLocation: sourceLocation)
    } catch let fault as DefinitionFault {
      #expect(fault.place.line == line, "\(fault)", sourceLocation: sourceLocation)
      #expect("\(fault.problem)".contains(word), "\(fault)", sourceLocation: sourceLocation)
    } catch {
      Issue.record(error, sourceLocation: sourceLocation)
    }
  }
}
