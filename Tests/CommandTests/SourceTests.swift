import Database
import DatabaseSQLite
import Domain
import Foundation
import TestSupport
import Testing

/// Snapshots straight from an operational database.
@Suite struct SourceTests {
  static let ledger = TaskTracking.folder + "/2023-09-25"

  @Test func bothEnginesAndTheFilesSayTheSame() throws {
    let sources =
      try [Self.ledger] + TaskTracking.Engine.allCases.map { try TaskTracking($0).source }
    let hashes = try sources.map { source in
      let workspace = try SourceWorkspace()
      let taken = try workspace.snapshot(source, "--json")
      #expect(taken.status == 0, "\(taken)")
      #expect(try workspace.run("verify").status == 0)
      // The queries are kept with the snapshot, and what they gave is hashed into its chain.
      let store = try SQLiteConnection(path: "\(workspace.folder)/jibao.sqlite", mode: .reading)
      let kept = try store.rows(
        of: "SELECT id FROM snapshot_definition WHERE id LIKE 'source/%' ORDER BY id")
      #expect(
        kept.compactMap(\.first?.text) == [
          "source/assignments", "source/extensions", "source/ledger", "source/milestones",
          "source/units",
        ])
      let ending = source == Self.ledger ? "csv" : "sql"
      let files = try store.rows(of: "SELECT register, file FROM snapshot_source")
      #expect(files.count == 5)
      #expect(files.allSatisfy { $0[1].text == "\($0[0].text ?? "").\(ending)" })
      return taken.output.split(separator: "\n").filter { $0.contains("content_hash") }.first
    }
    #expect(hashes[0] != nil && Set(hashes).count == 1, "\(hashes)")
  }

  @Test(arguments: TaskTracking.Engine.allCases)
  func badRowsAreNamedByQueryRowAndColumn(_ engine: TaskTracking.Engine) throws {
    let tasks = try TaskTracking(engine)
    let connection = try tasks.connect()
    for change in [
      "UPDATE department SET sort_no = -1 WHERE id = 5",
      "UPDATE task SET start_date = '2024-02-01' WHERE id = 103",
      "UPDATE task SET status = 7 WHERE id = 104",
      "UPDATE task_department SET department_id = 8 WHERE id = 14",
    ] { try connection.execute(change) }
    let workspace = try SourceWorkspace()
    let result = try workspace.snapshot(tasks.source)
    let queries = "\(workspace.folder)/Queries/source"
    #expect(result.status == 3)
    let lines = result.errors.split(separator: "\n").filter { !$0.hasPrefix("  →") }
    #expect(
      lines.joined(separator: "\n").replacing(queries, with: "source") == """
        jibao: error: source/units.sql: row 1, column order: “-1” is below zero
        jibao: error: source/ledger.sql: row 3, column due_on: due_on “2023-10-31” lies before \
        starts_on 2024-02-01
        jibao: error: source/ledger.sql: row 4, column status: “7” is no known word for status
        jibao: error: source/ledger.sql: row 6, column lead_units: “市大数据中心” is not in the \
        register of units
        jibao: error: the ledger is refused: 4 errors; nothing was stored
        """)
    #expect(try workspace.run("history", "--json").output.contains("sequence") == false)
    // `check` says the same.
    let checked = try workspace.run("check", tasks.source, "--effective-on", "2023-09-25")
    #expect(checked.status == 3 && checked.errors == result.errors)
  }

  @Test func aRunReadsTheDatabaseThatTheConfigurationNames() throws {
    let tasks = try TaskTracking(.sqlite)
    let workspace = try SourceWorkspace()
    try FileManager.default.copyItem(atPath: tasks.source, toPath: "\(workspace.folder)/t.sqlite")
    try workspace.configure("source: ledger ", "source: t.sqlite ")
    var program = workspace.program
    program.environment["JIBAO_NOW"] = "2023-09-25T09:10:00Z"
    for _ in 1...2 {
      let result = try program.run("run", "--workspace", workspace.folder)
      #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
    }
    let shelf = "\(workspace.folder)/out/task-tracking/2023-Q3"
    #expect(try FileManager.default.contentsOfDirectory(atPath: shelf) == ["1"])
  }

  @Test func anUnreachableServerIsSevenAndOneLine() throws {
    let workspace = try SourceWorkspace()
    let address = "postgres://office@127.0.0.1:1/tasks"
    let taken = try workspace.snapshot(address)
    #expect(taken.status == 7 && taken.output.isEmpty)
    #expect(taken.errors.hasPrefix("jibao: error: the source cannot be read: 127.0.0.1:1/tasks: "))
    #expect(taken.errors.split(separator: "\n").count == 1)
    try workspace.configure("source: ledger ", "source: \(address) ")
    let run = try workspace.run("run")
    #expect(run.status == 7 && run.errors == taken.errors)
  }

  @Test(arguments: TaskTracking.Engine.allCases)
  func theSourceCannotBeWritten(_ engine: TaskTracking.Engine) throws {
    let tasks = try TaskTracking(engine)
    let workspace = try SourceWorkspace()
    var attempts = [
      "DELETE FROM task",
      "WITH gone AS (DELETE FROM task RETURNING id) SELECT id AS task FROM gone",
      "SELECT 1 AS task) AS source; DELETE FROM task; SELECT (1",
    ]
    if engine == .postgres {
      try tasks.connect().execute(
        """
        CREATE FUNCTION clear() RETURNS integer LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM set_config('transaction_read_only', 'off', false);
          DELETE FROM progress_report;
          RETURN 1;
        END $$
        """)
      try tasks.connect().execute(
        """
        CREATE FUNCTION empty() RETURNS integer LANGUAGE sql
        AS 'DELETE FROM progress_report RETURNING id'
        """)
      attempts += ["SELECT clear() AS task", "SELECT empty() AS task"]
    }
    for attempt in attempts {
      try workspace.query(
        "extensions", "-- X\n--\n-- grain: x\n-- columns: task integer\n-- order: task\n" + attempt)
      let result = try workspace.snapshot(tasks.source)
      #expect(result.status == 2, "\(attempt): \(result)")
      #expect(result.errors.contains("/Queries/source/extensions.sql"), "\(result.errors)")
    }
    let count = try tasks.connect().firstRow(
      of: "SELECT (SELECT count(*) FROM task) + (SELECT count(*) FROM progress_report)")
    #expect(count == [.integer(18)])
  }

  @Test func wrongQueriesAreTwoAndNamed() throws {
    let tasks = try TaskTracking(.sqlite)
    func said(_ change: (SourceWorkspace) throws -> Void) throws -> String {
      let workspace = try SourceWorkspace()
      try change(workspace)
      let result = try workspace.snapshot(tasks.source)
      #expect(result.status == 2, "\(result)")
      return result.errors.replacing("\(workspace.folder)/Queries/", with: "")
    }
    let header = "-- X\n--\n-- grain: x\n"
    #expect(
      try said { try FileManager.default.removeItem(atPath: $0.path("units")) }
        == "jibao: error: source/units.sql: expected a query that yields the register units\n")
    #expect(
      try said {
        try $0.query("tasks", header + "-- columns: a text\n-- order: a\nSELECT 'a' AS a")
      }
      .hasPrefix("jibao: error: source/tasks.sql: 'source/tasks' does not exist; there are: "))
    let other = try said {
      try $0.query("events", header + "-- columns: unit text\n-- order: unit\nSELECT 1 AS task")
    }
    #expect(
      other == """
        jibao: error: source/events.sql:4: the header's columns are unit; the \
        statement yields task\n
        """)
    #expect(
      try said {
        try $0.query("events", header + "-- columns: unit text\n-- order: unit\nSELECT unit FROM x")
      } == """
        jibao: error: source/events.sql: the database refuses the query: there is no \
        table 'x'\n
        """)
    #expect(
      try said { try $0.query("events", header + "-- columns: unit text\nSELECT 1 AS unit") }
        .contains("a source query has an order"))
    #expect(
      try said {
        try $0.query(
          "events",
          header + "-- params: :plan text\n-- columns: unit text\n-- order: unit\nSELECT :plan")
      }.contains("no parameter but :effective_on date, not :plan"))
    let workspace = try SourceWorkspace()
    #expect(try workspace.run("check").status == 0)
    #expect(try workspace.run("query", "source/units").status == 2)
  }

  /// One without an end is stopped by what it takes: of SQLite memory or work, of a server time, which
  /// no test waits for.
  @Test func aQueryWithoutEndIsTwoAndNamed() throws {
    let tasks = try TaskTracking(.sqlite)
    let workspace = try SourceWorkspace()
    try workspace.query(
      "extensions",
      """
      -- X
      --
      -- grain: x
      -- columns: task integer
      -- order: task
      WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s)
      SELECT length(group_concat(printf('%1000d', i))) AS task FROM s
      """)
    let result = try workspace.snapshot(tasks.source)
    #expect(result.status == 2 && result.output.isEmpty, "\(result)")
    #expect(
      result.errors == """
        jibao: error: \(workspace.path("extensions")): the database refuses the query: it takes \
        more work, or yields more rows, than any report needs; has it an end?\n
        """)
    #expect(try workspace.run("history", "--json").output.contains("sequence") == false)
  }

  @Test func instantsOfAServerAreDaysOfTheOffice() throws {
    let tasks = try TaskTracking(.postgres)
    let workspace = try SourceWorkspace()
    // 18:00 in Greenwich is the next day in Shanghai; a date is ISO text however the server is set.
    try workspace.query(
      "milestones",
      """
      -- X
      --
      -- grain: x
      -- columns: task integer, milestone text, due_on date
      -- order: task
      SELECT 2 AS task, '节点' AS milestone,
        CAST(TIMESTAMP WITH TIME ZONE '2023-06-20 18:00:00+00' AS date) AS due_on
      """)
    let source = tasks.source + "%20-cdatestyle%3DGerman%20-ctimezone%3DUTC"
    let taken = try workspace.snapshot(source)
    #expect(taken.status == 0, "\(taken)")
    let stored = try workspace.run(
      "query", "state/milestone", "--as-of", "2023-09-25", "--csv")
    #expect(stored.output.contains("2023-06-21"), "\(stored)")
  }

  @Test func aPasswordIsNeverShownOrKept() throws {
    let canary = "canary-5e1d"
    let tasks = try TaskTracking(.postgres)
    var workspace = try SourceWorkspace()
    let passwords = "\(workspace.folder)/passwords"
    try "*:*:*:*:\(canary)\n".write(toFile: passwords, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: passwords)
    try workspace.configure("output: out", "output: out\nstore_passwords: passwords")
    workspace.program.environment["PGPASSWORD"] = canary
    var said = ""
    for source in [
      tasks.source, "postgres://office@127.0.0.1:1/tasks",
      "postgres://office:\(canary)@127.0.0.1:1/tasks", "postgres://office:\(canary)@[/tasks",
    ] {
      let result = try workspace.snapshot(source)
      said += result.output + result.errors
    }
    let made = try workspace.run("report", "--period", "2023-Q3", "--json")
    #expect(made.status == 0, "\(made)")
    #expect(!(said + made.output + made.errors).contains(canary))
    try FileManager.default.removeItem(atPath: passwords)
    let kept = try Program.launch("/bin/grep", ["-rla", canary, workspace.folder])
    #expect(kept.status == 1 && kept.output.isEmpty, "\(kept)")
    // Others must not be able to read the file.
    try canary.write(toFile: passwords, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: passwords)
    #expect(try workspace.snapshot(tasks.source).status == 2)
  }
}

/// A workspace of the example, with its source queries.
struct SourceWorkspace {
  let folder: String
  var program = Program()

  init() throws {
    folder = try Repository.temporaryFolder("source") + "/W"
    let made = try program.run("init", folder, "--example", "task-tracking")
    if made.status != 0 { throw ExampleWorkspace.Unexpected(result: made) }
  }

  func snapshot(_ source: String, _ arguments: String...) throws -> Program.Result {
    try program.run(
      ["snapshot", "--workspace", folder, "--from", source, "--effective-on", "2023-09-25"]
        + arguments)
  }

  func run(_ arguments: String...) throws -> Program.Result {
    try program.run(arguments + ["--workspace", folder])
  }

  func path(_ register: String) -> String { "\(folder)/Queries/source/\(register).sql" }

  func query(_ register: String, _ text: String) throws {
    try text.write(toFile: path(register), atomically: false, encoding: .utf8)
  }

  func configure(_ line: String, _ other: String) throws {
    let path = "\(folder)/jibao.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing(line, with: other).write(toFile: path, atomically: false, encoding: .utf8)
  }
}
