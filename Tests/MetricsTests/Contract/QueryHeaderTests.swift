import Definitions
import Domain
import Testing

/// What a header must say.
@Suite struct QueryHeaderTests {
  private func query(_ header: String) throws -> QueryDefinition {
    let lines = header.split(separator: "\n", omittingEmptySubsequences: false).map { "-- \($0)" }
    let query = try QueryDefinition(
      DefinitionFile(
        kind: .query, id: "metrics/x", path: "x.sql",
        text: (lines + ["SELECT 1 AS a, 2 AS b"]).joined(separator: "\n")))
    try query.checkContract()
    return query
  }

  @Test func allFieldsAreRead() throws {
    let query = try query(
      """
      完成情况 · Completion

      What it means.

      And more.
      grain:    one row per unit
      key:      a
      params:   -
      columns:  a text,
                rate ratio
      order:    rate_num, a
      severity: warn
      """)
    #expect(query.name == "x")
    #expect(query.title == "完成情况 · Completion")
    #expect(query.description == "\nWhat it means.\n\nAnd more.")
    #expect(query.grain == "one row per unit")
    #expect(query.key == ["a"])
    #expect(
      query.columns.map { "\($0.name) \($0.kind)" } == [
        "a text", "rate_num integer", "rate_den integer",
      ])
    #expect(query.order == ["rate_num", "a"])
    #expect(query.severity == .warn)
  }

  static let refused: [(header: String, line: Int, problem: DefinitionFault.Problem)] = [
    ("", 1, .missingKey("title")),
    ("T\ncolumns: a integer", 1, .missingKey("grain")),
    ("T\ngrain: x\ngrain: y", 3, .duplicateKey("grain")),
    ("T\ngrain: x\ncolumns: a", 3, .query(.notNameAndType(field: "columns", item: "a"))),
    (
      "T\ngrain: x\ncolumns: a real", 3,
      .unknownWord("real", known: ["text", "integer", "date", "ratio"])
    ),
    ("T\ngrain: x\nparams: day date", 3, .query(.parameterWithoutColon)),
    ("T\ngrain: x\ncolumns: a text\nkey: b", 1, .unknownReference("b", known: ["a"])),
    ("T\ngrain: x\ncolumns: a text\norder: b", 1, .unknownReference("b", known: ["a"])),
    (
      "T\ngrain: x\ncolumns: a text, b text\nkey: a\norder: b", 6,
      .query(.orderEndsInKey)
    ),
    ("T\ngrain: x\nseverity: bad", 3, .unknownWord("bad", known: ["fail", "warn"])),
  ]

  @Test(arguments: refused)
  func isRefused(_ header: String, _ line: Int, _ problem: DefinitionFault.Problem) throws {
    let fault = #expect(throws: DefinitionFault.self) { try query(header) }
    #expect(fault?.place == SourcePlace(file: "x.sql", line: line))
    #expect(fault?.problem == problem)
  }
}
