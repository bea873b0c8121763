import Foundation
import TestSupport
import Testing

/// An office's own queries are held to what their headers promise: by `check` at a moment of
/// nothing, and whenever they are run.
@Suite(.onEachEngine) struct OwnQueryTests {
  static let columns = "task text, done integer, day date"

  private func office(
    _ statement: String, columns: String = columns, key: String = "task", order: String = "task",
    path: String = "metrics/own"
  ) throws -> SmallOffice {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\n1,甲局\n")
    try office.write("ledger", "序号,任务,牵头单位,完成时限,状态\n1,一,甲局,2023-12-31,\n2,二,甲局,2023-12-31,\n")
    #expect(try office.run(["snapshot"]).status == 0)
    try office.write(
      "-- 自定\n--\n-- 一项口径。\n--\n-- grain:   one row per task\n-- key:     \(key)\n"
        + "-- columns: \(columns)\n-- order:   \(order)\n\(statement)\n",
      to: "Queries/\(path).sql")
    return office
  }

  private func asked(_ office: SmallOffice) throws -> Program.Result {
    try office.run(["query", "metrics/own", "--as-of", "2023-04-25", "--csv"])
  }

  @Test func oneThatKeepsItsPromises() throws {
    let office = try office(
      "SELECT t.task, f.completed AS done, t.due_on AS day\nFROM task AS t, task_fact AS f "
        + "WHERE f.task = t.task")
    let check = try office.run(["check"])
    #expect(check.status == 0, "\(check)")
    let result = try asked(office)
    #expect(result.output.contains("1,0,2023-12-31"), "\(result)")
  }

  /// One without an end is stopped: SQLite's after so much work, a server's after a minute.
  @Test(.enabled(if: Engine.current == .sqlite)) func oneWithoutEnd() throws {
    let endless = "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s) "
    let office = try office(
      endless + "SELECT '' AS task, count(*) AS done, NULL AS day FROM s WHERE i < 0", key: "-")
    let check = try office.run(["check"])
    #expect(check.status == 2 && check.errors.contains("own.sql:9: "), "\(check)")
    #expect(check.errors.contains("has it an end?"), "\(check)")
  }

  /// Statements that `check` and the run refuse, with the line of the file.
  @Test(arguments: [
    ("SELECT task, completed AS day, 1 AS done FROM task_fact", 7),
    ("SELECT task, completed AS finished, NULL AS day FROM task_fact", 7),
    ("SELECT task, completed AS done FROM task_fact", 7),
    ("SELECT task, completed AS done, NULL AS day, 1 AS more FROM task_fact", 7),
    ("SELECT task,\n  complted AS done, NULL AS day FROM task_fact", 10),
    ("SELECT task, 1 AS done, NULL AS day\nFROM task_facts", 10),
    ("SELECT task, nope(1) AS done, NULL AS day FROM task_fact", 9),
    ("SELECT task, completed AS done NULL AS day FROM task_fact", 9),
    ("SELECT t.task, 1 AS done, NULL AS day FROM task AS t, task_fact AS f WHERE f.task = ", 9),
  ])
  func statementsThatAreWrong(_ statement: String, _ line: Int) throws {
    let office = try office(statement)
    for result in try [office.run(["check"]), asked(office)] {
      #expect(result.status == 2)
      // PostgreSQL names the end of a statement, or a type, where SQLite names a word.
      let place = Engine.current == .sqlite ? "own.sql:\(line): " : "own.sql:"
      #expect(result.errors.contains(place), "\(result.errors)")
      #expect(result.output.isEmpty)
    }
  }

  /// What only the rows show, and the line of the header that they break.
  @Test(arguments: [
    ("SELECT 'x' AS task, completed AS done, NULL AS day FROM task_fact", "task", 6),
    ("SELECT NULL AS task, completed AS done, NULL AS day FROM task_fact", "task", 6),
    ("SELECT task, completed AS done, NULL AS day FROM task_fact", "-", 6),
    ("SELECT task, 'x' AS done, NULL AS day FROM task_fact", "task", 7),
    ("SELECT task, 1 AS done, 'soon' AS day FROM task_fact", "task", 7),
    ("SELECT task, 1 AS done, '2023-02-30' AS day FROM task_fact", "task", 7),
    ("SELECT 1 AS task, 1 AS done, NULL AS day FROM task_fact WHERE task = '1'", "task", 7),
  ])
  func rowsThatBreakTheHeader(_ statement: String, _ key: String, _ line: Int) throws {
    let office = try office(statement, key: key)
    let result = try asked(office)
    #expect(result.status == 2)
    #expect(result.errors.contains("own.sql:\(line): "), "\(result.errors)")
  }

  /// A fact may not bear the name of a table that is there, or a word of SQL.
  @Test(arguments: [
    "late", "day", "task_version", "task", "score", "order", "自定", "my-fact", "prior_x",
  ])
  func namesThatNoFactCanHave(_ name: String) throws {
    let office = try office(
      "SELECT task FROM task_version", columns: "task text", path: "facts/\(name)")
    try office.write(
      "-- 自定\n--\n-- 一项口径。\n--\n-- grain:   one row per task\n-- key:     task\n"
        + "-- columns: task text\n-- order:   task\nSELECT task FROM state_\(name)\n",
      to: "Queries/metrics/other.sql")
    let result = try office.run(["check"])
    #expect(result.status == 2 && result.errors.contains("facts/\(name).sql"), "\(result.errors)")
  }

  /// A fact whose rows are wrong is named itself, not what reads it; no edition is made of it.
  @Test(arguments: [
    ("SELECT '1' AS task, 'soon' AS day FROM task_fact WHERE task = '1'", 7),
    ("SELECT 'x' AS task, NULL AS day FROM task_fact", 6),
  ])
  func factsThatBreakTheirHeader(_ statement: String, _ line: Int) throws {
    let office = try office(statement, columns: "task text, day date", path: "facts/own_fact")
    try office.write(
      "-- 自定\n--\n-- 一项口径。\n--\n-- grain:   one row per task\n-- key:     task\n"
        + "-- columns: task text\n-- order:   task\nSELECT task FROM own_fact\n",
      to: "Queries/metrics/own.sql")
    let result = try asked(office)
    #expect(result.status == 2)
    #expect(result.errors.contains("own_fact.sql:\(line): "), "\(result.errors)")
  }

  @Test func noReportIsMadeOfAnOwnQueryThatIsWrong() throws {
    let office = try office("SELECT task, 'x' AS done, NULL AS day FROM task_fact")
    try office.write(
      """
      workbook: "{period_title}自定.xlsx"
      sheets:
        - name: 自定
          title: 自定
          blocks:
            - table:
                query: metrics/own
                key: [task]
                csv: 自定
                columns:
                  - {column: task, heading: 任务}
                  - {column: done, heading: 完成, format: integer}

      """, to: "Reports/own.yaml")
    let result = try office.run(["report", "own", "--period", "2023-Q1"])
    #expect(result.status == 2 && office.made() == [], "\(result) \(office.made())")
  }
}

/// Folders that cannot be read are not taken for empty ones.
@Suite struct ClosedFolderTests {
  /// Links to nothing, which root cannot read either.
  @Test(arguments: ["plans", "Queries", "Reports", "calendars", "exports", "Queries/metrics"])
  func makeNothing(_ folder: String) throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\n1,甲局\n")
    try office.write("ledger", "序号,任务,牵头单位,完成时限,状态\n1,一,甲局,2023-12-31,\n")
    let path = "\(office.folder)/\(folder)"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere/x")
    let result = try office.run(["run"])
    #expect(result.status == 2 && result.errors.contains(folder), "\(result)")
    #expect(office.made() == [])
  }

  /// A folder of definitions that a command names is not there: its overrides would be missed in silence.
  @Test(arguments: ["--queries", "--reports"])
  func aNamedFolderIsThere(_ option: String) throws {
    let office = try SmallOffice()
    let result = try office.run(["check", option, "/nowhere/at/all"])
    #expect(result.status == 2 && result.errors.contains("/nowhere/at/all: "), "\(result)")
  }

  /// What is not read is said, not left: by `check`, and a plan's file by whatever needs the plan.
  @Test func filesThatAreNotRead() throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\n1,甲局\n")
    try office.write("ledger", "序号,任务,牵头单位\n1,一,甲局\n")
    try office.write("x", to: "Reports/own/own.yaml")
    let checked = try office.run(["check", "--lang", "zh"])
    #expect(checked.status == 2, "\(checked)")
    #expect(
      checked.errors.contains("Reports/own/own.yaml：此处的文件不会被读取；应放在 Reports/<name>.yaml"),
      "\(checked)")
    try FileManager.default.removeItem(atPath: "\(office.folder)/Reports")
    try office.write("title: q\noffice: 甲\nyears: [2023]\n", to: "plans/q/plan.yml")
    for words in [["check"], ["run"], ["report", "--period", "2023-Q1"]] {
      let result = try office.run(words)
      #expect(result.status == 2 && result.errors.contains("plans/q/plan.yml: "), "\(result)")
    }
  }

  private static let report = """
    workbook: "{period_title}自定.xlsx"
    sheets:
      - name: 自定
        title: 自定
        blocks:
          - table:
              query: metrics/own
              key: [task]
              csv: 自定
              columns:
                - {column: task, heading: 任务}
                - {column: done, heading: 完成, format: integer}
                - {column: done, at: previous, heading: 上期完成, format: integer}

    """

  static let since: [(then: String?, shown: String, isMarked: Bool)] = [
    (nil, "1", true),
    ("task text, other integer|SELECT task, completed AS other FROM task_fact", "1", true),
    ("task text, done integer|SELECT task, completed + 4 AS done FROM task_fact", "5", false),
  ]

  /// A query that an earlier edition did not have, or that lacked a column which is shown now, is run
  /// by today's whole set on the ledger of then, and the sheet says so; one that was the same then is
  /// shown as it was, without a word.
  @Test(arguments: since)
  func whatWasDefinedSinceIsMarked(_ then: String?, _ shown: String, _ isMarked: Bool) throws {
    let office = try SmallOffice()
    func define(_ columns: String, _ statement: String) throws {
      try office.write(
        "-- 自定\n--\n-- 一项口径。\n--\n-- grain:   one row per task\n-- key:     task\n"
          + "-- columns: \(columns)\n-- order:   task\n\(statement)\n",
        to: "Queries/metrics/own.sql")
    }
    try office.write("units", "编号,名称\n1,甲局\n")
    let heading = "序号,任务,牵头单位,完成时限,状态,进度,完成日期\n"
    try office.write("ledger", heading + "1,一,甲局,2023-03-31,已完成,100%,2023-03-30\n")
    if let then {
      let parts = then.split(separator: "|").map(String.init)
      try define(parts[0], parts[1])
    }
    #expect(try office.run(["run"], at: "2023-04-25").status == 0)
    try define("task text, done integer", "SELECT task, completed AS done FROM task_fact")
    try office.write(Self.report, to: "Reports/own.yaml")
    #expect(try office.run(["snapshot"], at: "2023-06-25").status == 0)
    let made = try office.run(["report", "own", "--period", "2023-H1"], at: "2023-06-25")
    #expect(made.status == 0, "\(made)")
    let folder = "\(office.folder)/out/p/2023-H1-own/1"
    let csv = try String(contentsOfFile: "\(folder)/csv/自定.csv", encoding: .utf8)
    #expect(csv.contains("1,1,\(shown)"), "\(csv)")
    let workbook = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".xlsx") })
    let texts = try Program.launch(
      Program.python,
      [
        "-c",
        "import sys, openpyxl; w = openpyxl.load_workbook(sys.argv[1]); "
          + "print([str(c.value) for s in w for r in s for c in r if c.value])",
        "\(folder)/\(workbook)",
      ])
    #expect(texts.output.contains("当时尚未设立") == isMarked, "\(texts)")
  }
}
