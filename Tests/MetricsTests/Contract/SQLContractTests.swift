import Definitions
import Domain
import Testing

/// What a query must not say, and why.
@Suite struct SQLContractTests {
  private func query(
    _ statement: String, header: [String] = [], id: String = "metrics/x"
  ) throws -> QueryDefinition {
    let lines =
      ["-- Title", "--", "-- Words.", "--", "-- grain:   one row", "-- key:     a"]
      + (header.isEmpty ? ["-- params:  -"] : header)
      + ["-- columns: a integer", "-- order:   a", statement]
    let query = try QueryDefinition(
      DefinitionFile(
        kind: .query, id: id, path: "x.sql", text: lines.joined(separator: "\n")))
    try query.checkContract(momentTables: ["task"])
    return query
  }

  /// Statements, the line of the fault (the statement begins on the tenth) and its words.
  static let refused: [(statement: String, line: Int, rule: DefinitionFault.QueryRule)] = [
    ("SELECT 1 AS a\nWHERE current_date > ''", 11, .word("current_date", .clock)),
    ("SELECT CURRENT_TIMESTAMP AS a", 10, .word("current_timestamp", .clock)),
    ("SELECT now() AS a", 10, .word("now", .clock)),
    ("SELECT date('2023-01-01') AS a", 10, .word("date", .joinDay)),
    ("SELECT julianday(x) AS a", 10, .word("julianday", .joinDay)),
    ("SELECT strftime('%Y', x) AS a", 10, .word("strftime", .joinDay)),
    ("SELECT extract(year FROM x) AS a", 10, .word("extract", .joinDay)),
    ("SELECT x + interval '1 day' AS a", 10, .word("interval", .joinDay)),
    ("SELECT avg(x) AS a", 10, .word("avg", .rateOfTwo)),
    ("SELECT round(x) AS a", 10, .word("round", .rounding)),
    ("SELECT max(x, y) AS a", 10, .word("max", .useCase)),
    ("SELECT min(coalesce(x, 1), y) AS a", 10, .word("min", .useCase)),
    ("SELECT greatest(x, y) AS a", 10, .word("greatest", .useCase)),
    ("SELECT x::integer AS a", 10, .word("::", .useCast)),
    ("SELECT CAST(x AS real) AS a", 10, .word("real", .integersOnly)),
    ("SELECT CAST(x AS NUMERIC) AS a", 10, .word("numeric", .integersOnly)),
    ("SELECT x * 1.5 AS a", 10, .word("1", .integersOnly)),
    ("SELECT 1e3 AS a", 10, .word("1e3", .integersOnly)),
    ("SELECT 1 AS a\nWHERE x\nLIKE 'a%'", 12, .word("like", .letterCase)),
    ("SELECT group_concat(x) AS a", 10, .word("group_concat", .rowPerPair)),
    ("SELECT string_agg(x, ',') AS a", 10, .word("string_agg", .rowPerPair)),
    ("SELECT json_extract(x, 'y') AS a", 10, .word("json_extract", .json)),
    ("SELECT jsonb(x) AS a", 10, .word("jsonb", .json)),
    ("SELECT ifnull(x, 1) AS a", 10, .word("ifnull", .useCoalesce)),
    ("SELECT sum(x) FILTER (WHERE y) AS a", 10, .word("filter", .useSumOfCase)),
    ("SELECT random() AS a", 10, .word("random", .notProvable)),
    ("SELECT a FROM x LIMIT 3", 10, .word("limit", .nothingCutOff)),
    ("SELECT * FROM x", 10, .word("*", .nameColumns)),
    ("SELECT DISTINCT * FROM x", 10, .word("*", .nameColumns)),
    ("SELECT 1, * FROM x", 10, .word("*", .nameColumns)),
    ("SELECT t.* FROM t", 10, .word("*", .nameColumns)),
    (
      "SELECT \"a\" FROM x", 10,
      .word("\"", .quotesDiffer)
    ),
    ("SELECT 1 AS a; SELECT 2", 10, .word(";", .oneStatement)),
    ("SELECT 1 AS a\n;", 11, .word(";", .oneStatement)),
    ("WITH x AS (SELECT 1) DELETE FROM task", 10, .word("delete", .onlyReads)),
    ("SELECT replace(x, 'a', 'b') AS a", 10, .word("replace", .onlyReads)),
    ("DROP TABLE task", 10, .beginsWithSelect),
    ("ATTACH 'x' AS y", 10, .beginsWithSelect),
    ("", 10, .beginsWithSelect),
    ("SELECT :as_of AS a", 10, .undeclared(parameter: ":as_of")),
  ]

  @Test(arguments: refused)
  func isRefused(_ statement: String, _ line: Int, _ rule: DefinitionFault.QueryRule) throws {
    let fault = #expect(throws: DefinitionFault.self) { try query(statement) }
    #expect(fault?.place == SourcePlace(file: "x.sql", line: line))
    #expect(fault?.problem == .query(rule))
  }

  /// What looks like something that is refused, and is not.
  @Test(arguments: [
    "SELECT max(x) AS a", "SELECT 2 * 3 AS a", "SELECT count(*) AS a", "SELECT x * y AS a",
    "SELECT 'now() LIKE \"x\"; 1.5' AS a", "SELECT 'it''s a date' AS a",
    "SELECT 1 AS a -- LIMIT 3; \"x\"", "SELECT f.limit_1 AS a", "SELECT updated AS a",
    "SELECT max(coalesce(x, 1)) AS a", "WITH x AS (SELECT 1 AS b) SELECT b AS a FROM x",
  ])
  func isAllowed(_ statement: String) throws {
    #expect(try query(statement).body == statement)
  }

  @Test func onlyChangeQueriesSeeAnEarlierMoment() throws {
    let statement = "SELECT p.a\nFROM task AS t\nJOIN prior_task AS p ON p.a = t.a"
    #expect(try query(statement, id: "changes/x").tables == ["task", "prior_task"])
    let fault = #expect(throws: DefinitionFault.self) { try query(statement) }
    #expect(fault?.place == SourcePlace(file: "x.sql", line: 12))
    #expect(fault?.problem == .query(.word("prior_task", .onlyChangesSeeTwo)))
    let stranger = #expect(throws: DefinitionFault.self) {
      try query("SELECT p.a FROM prior_tusk AS p", id: "changes/x")
    }
    #expect(stranger?.problem == .query(.noPriorTable("tusk")))
  }

  @Test func aParameterIsDeclaredAndUsed() throws {
    let header = ["-- params:  :as_of date"]
    #expect(try query("SELECT :as_of AS a", header: header).parameters.map(\.name) == ["as_of"])
    let fault = #expect(throws: DefinitionFault.self) { try query("SELECT 1 AS a", header: header) }
    #expect(fault?.problem == .query(.unused(parameter: ":as_of")))
  }

  @Test func theOrderIsByPositionWithNullsLast() throws {
    #expect(try query("SELECT 1 AS a").statement == "SELECT 1 AS a\nORDER BY 1 NULLS LAST")
  }
}
