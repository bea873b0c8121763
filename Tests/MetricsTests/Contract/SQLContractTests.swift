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

  static let day = "join the table day"
  static let clock = "the clock is read once, by the job"
  static let integers = "integers only"
  static let reads = "queries only read"

  /// Statements, the line of the fault (the statement begins on the tenth) and its words.
  static let refused: [(statement: String, line: Int, reason: String)] = [
    ("SELECT 1 AS a\nWHERE current_date > ''", 11, "current_date: \(clock)"),
    ("SELECT CURRENT_TIMESTAMP AS a", 10, "current_timestamp: \(clock)"),
    ("SELECT now() AS a", 10, "now: \(clock)"),
    ("SELECT date('2023-01-01') AS a", 10, "date: \(day)"),
    ("SELECT julianday(x) AS a", 10, "julianday: \(day)"),
    ("SELECT strftime('%Y', x) AS a", 10, "strftime: \(day)"),
    ("SELECT extract(year FROM x) AS a", 10, "extract: \(day)"),
    ("SELECT x + interval '1 day' AS a", 10, "interval: \(day)"),
    ("SELECT avg(x) AS a", 10, "avg: a rate is a numerator and a denominator"),
    ("SELECT round(x) AS a", 10, "round: rounding belongs to the report"),
    ("SELECT max(x, y) AS a", 10, "max: scalar form; use CASE"),
    ("SELECT min(coalesce(x, 1), y) AS a", 10, "min: scalar form; use CASE"),
    ("SELECT greatest(x, y) AS a", 10, "greatest: PostgreSQL only; use CASE"),
    ("SELECT x::integer AS a", 10, "::: use CAST"),
    ("SELECT CAST(x AS real) AS a", 10, "real: \(integers)"),
    ("SELECT CAST(x AS NUMERIC) AS a", 10, "numeric: \(integers)"),
    ("SELECT x * 1.5 AS a", 10, "1: \(integers)"), ("SELECT 1e3 AS a", 10, "1e3: \(integers)"),
    ("SELECT 1 AS a\nWHERE x\nLIKE 'a%'", 12, "like: the engines differ in case"),
    ("SELECT group_concat(x) AS a", 10, "group_concat: one row per pair"),
    ("SELECT string_agg(x, ',') AS a", 10, "string_agg: one row per pair"),
    ("SELECT json_extract(x, 'y') AS a", 10, "json_extract: JSON differs between the engines"),
    ("SELECT jsonb(x) AS a", 10, "jsonb: JSON differs between the engines"),
    ("SELECT ifnull(x, 1) AS a", 10, "ifnull: SQLite only; use coalesce"),
    ("SELECT sum(x) FILTER (WHERE y) AS a", 10, "filter: use sum(CASE …)"),
    ("SELECT random() AS a", 10, "random: not provable"),
    ("SELECT a FROM x LIMIT 3", 10, "limit: nothing is cut off silently"),
    ("SELECT * FROM x", 10, "*: name the columns"),
    ("SELECT DISTINCT * FROM x", 10, "*: name the columns"),
    ("SELECT 1, * FROM x", 10, "*: name the columns"),
    ("SELECT t.* FROM t", 10, "*: name the columns"),
    (
      "SELECT \"a\" FROM x", 10,
      "\": double quotes mean a string to one engine and a name to the other"
    ),
    ("SELECT 1 AS a; SELECT 2", 10, ";: one statement, without a semicolon"),
    ("SELECT 1 AS a\n;", 11, ";: one statement, without a semicolon"),
    ("WITH x AS (SELECT 1) DELETE FROM task", 10, "delete: \(reads)"),
    ("SELECT replace(x, 'a', 'b') AS a", 10, "replace: \(reads)"),
    ("DROP TABLE task", 10, "a query begins with SELECT or WITH"),
    ("ATTACH 'x' AS y", 10, "a query begins with SELECT or WITH"),
    ("", 10, "a query begins with SELECT or WITH"),
    ("SELECT :as_of AS a", 10, ":as_of is not among the params of the header"),
  ]

  @Test(arguments: refused)
  func isRefused(_ statement: String, _ line: Int, _ reason: String) throws {
    let fault = #expect(throws: DefinitionFault.self) { try query(statement) }
    #expect(fault?.place == SourcePlace(file: "x.sql", line: line))
    #expect(fault?.problem == .contract(reason))
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
    #expect(fault?.problem == .contract("prior_task: only changes/ see two moments"))
    let stranger = #expect(throws: DefinitionFault.self) {
      try query("SELECT p.a FROM prior_tusk AS p", id: "changes/x")
    }
    #expect(stranger?.problem == .contract("prior_tusk: no state or fact is tusk"))
  }

  @Test func aParameterIsDeclaredAndUsed() throws {
    let header = ["-- params:  :as_of date"]
    #expect(try query("SELECT :as_of AS a", header: header).parameters.map(\.name) == ["as_of"])
    let fault = #expect(throws: DefinitionFault.self) { try query("SELECT 1 AS a", header: header) }
    #expect(fault?.problem == .contract(":as_of is declared and not used"))
  }

  @Test func theOrderIsByPositionWithNullsLast() throws {
    #expect(try query("SELECT 1 AS a").statement == "SELECT 1 AS a\nORDER BY 1 NULLS LAST")
  }
}
