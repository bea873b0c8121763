import Foundation
import TestSupport
import Testing

/// `jibao diff` and the report `delta` on the example year.
@Suite(.onEachEngine) struct ChangesTests {
  static let days = ExampleWorkspace.days

  /// Needs Python; held against a list made from the CSV files without the program.
  @Test func agreeWithAnIndependentList() throws {
    let workspace = try ExampleWorkspace()
    let pairs = Array(zip(Self.days, Self.days.dropFirst())) + [(Self.days[0], Self.days[4])]
    for (from, to) in pairs {
      let result = try workspace.run("diff", "--from", from, "--to", to, "--csv")
      #expect(result.status == 0, "\(result.errors)")
      let file = "\(workspace.folder)/diff.csv"
      try result.output.write(toFile: file, atomically: false, encoding: .utf8)
      let compared = try Program.launch(
        Program.python,
        [
          "\(Repository.folder)/Tests/CrossCheck/changes.py", "--ledgers",
          ExampleWorkspace.ledgers, "--from", from, "--to", to, file,
        ])
      #expect(compared.status == 0, "\(from) \(to): \(compared.output)\(compared.errors)")
      #expect(compared.output != "0 changes\n", "\(from) \(to)")
    }
  }

  @Test func aTableForAReader() throws {
    let workspace = try ExampleWorkspace(days: ["2023-06-25", "2023-09-25"])
    let result = try workspace.run("diff", "--from", "2023-06-30", "--to", "2023-09-25")
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines[0]
        == "tianshui-2023: 2023-06-30, snapshot of 2023-06-25 → 2023-09-25")
    #expect(lines[2] == "new_tasks                         1      1  New tasks")
    #expect(lines.contains("due_moved  Due dates moved"))
    // A list without rows is counted and not shown.
    #expect(!lines.contains { $0.hasPrefix("gone_tasks  Tasks gone") })
    let one = try workspace.run(
      "diff", "gone_tasks", "--from", "2023-06-30", "--to", "2023-09-25", "--lang", "zh")
    #expect(
      one.output == """
        tianshui-2023: 2023-06-30、快照日 2023-06-25 → 2023-09-25

        gone_tasks  消失任务
        task  number  section  title  lead_units  due  status  progress  open\n
        """)
  }

  @Test func jsonHasEveryKind() throws {
    let workspace = try ExampleWorkspace(days: ["2023-06-25", "2023-09-25"])
    func json(_ kinds: String...) throws -> [String: Any] {
      let result = try workspace.program.run(
        ["diff"] + kinds + [
          "--from", "2023-06-30", "--to", "2023-09-25", "--json", "--workspace", workspace.folder,
        ])
      let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      return try #require(object as? [String: Any])
    }
    let all = try json()
    #expect(all["plan"] as? String == "tianshui-2023")
    let from = all["from"] as? [String: String]
    #expect(from == ["as_of": "2023-06-30", "snapshot_day": "2023-06-25"])
    let changes = try #require(all["changes"] as? [String: [[String: Any]]])
    #expect(
      changes.keys.sorted() == [
        "completed_late", "due_moved", "gone_tasks", "milestones_changed", "new_tasks",
        "newly_completed", "part_completed_late", "progress_back", "reassigned", "reworded",
        "status_adjusted", "status_back", "targets_changed",
      ])
    #expect(changes["gone_tasks"]?.isEmpty == true)
    #expect(changes["new_tasks"]?.first?["status"] as? String == "in_progress")
    let one = try #require(json("due_moved")["changes"] as? [String: [[String: Any]]])
    #expect(Array(one.keys) == ["due_moved"])
  }

  @Test func aWorkbookForTheOffice() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25"])
    let folder = try workspace.report("delta", "--period", "2023-H1")
    #expect(folder.hasSuffix("/tianshui-2023/2023-H1-delta-since-2023-04-25/1"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.contains { $0.hasSuffix("台账变动情况（4月25日至6月25日）.xlsx") })
    let csv = try String(contentsOfFile: "\(folder)/csv/变动汇总.csv", encoding: .utf8)
    #expect(csv.contains("新增任务,0,0,"))
    let manifest = try String(contentsOfFile: "\(folder)/manifest.json", encoding: .utf8)
    #expect(manifest.contains("\"compared_with\" : {\n    \"as_of\" : \"2023-04-25\""))
    // The same comparison by another name is the same files on a shelf of its own.
    let made = try workspace.run("diff", "--from", "2023-04-25", "--to", "2023-06-25", "--workbook")
    let other = "\(workspace.folder)/out/tianshui-2023/as-of-2023-06-25-delta-since-2023-04-25/1"
    #expect(made.output == "Edition 1: \(other)\n")
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/csv") {
      let (one, two) = ("\(folder)/csv/\(name)", "\(other)/csv/\(name)")
      #expect(FileManager.default.contentsEqual(atPath: one, andPath: two), "\(name)")
    }
    #expect(try workspace.run("verify").status == 0)
  }

  static let refused: [(arguments: [String], status: Int32, message: String)] = [
    (["diff", "--to", "2023-06-25"], 2, "--from is missing"),
    (["diff", "--as-of", "2023-06-25"], 2, "--known-at is missing"),
    (
      ["diff", "--from", "2023-06-25", "--and-known-at", "2023-07-01"], 2, "--as-of is missing"
    ),
    (
      ["diff", "--as-of", "2023-06-25", "--known-at", "2023-07-01", "--to", "2023-06-30"], 2,
      "--as-of and --to exclude each other"
    ),
    (
      ["diff", "--from", "2023-06-25", "--to", "2023-06-25"], 2,
      "the first day must be before the second; of one day, the first instant before the second"
    ),
    (
      ["diff", "--from", "2023-04-24", "--to", "2023-06-25"], 3,
      "no data of tianshui-2023 as of 2023-04-24: no snapshot shows it"
    ),
    (
      ["diff", "--from", "2023-01-01", "--to", "2023-04-24"], 3,
      "no data of tianshui-2023 as of 2023-01-01: no snapshot shows it"
    ),
    (
      ["diff", "--as-of", "2023-06-25", "--known-at", "2020-01-01"], 3,
      "nothing was known at 2020-01-01T15:59:59.999Z: no snapshot was recorded by then"
    ),
    (
      ["diff", "tusks", "--from", "2023-04-25", "--to", "2023-06-25"], 2,
      "there is no 'changes/tusks'; there are: changes/all_changes"
    ),
    (
      ["query", "changes/new_tasks"], 2,
      "changes/new_tasks sees two moments: use 'jibao diff --from DATE --to DATE'"
    ),
    (
      ["report", "delta", "--period", "2023-Q1"], 2,
      "no cut-off of the plan lies before 2023-04-25: name a day with --compare-with"
    ),
    (
      ["report", "delta", "--as-of", "2023-06-25", "--compare-with", "2023-04-24"], 3,
      "no data of tianshui-2023 as of 2023-04-24"
    ),
    (
      ["report", "--as-of", "2023-06-25", "--compare-with", "2023-04-25"], 2,
      "quarterly shows one day: --compare-with is for reports on changes, such as delta"
    ),
    (["report", "--as-of", "2023-04-24"], 3, "no data of tianshui-2023 as of 2023-04-24"),
    (
      ["query", "metrics/lights", "--as-of", "2023-04-24"], 3,
      "no data of tianshui-2023 as of 2023-04-24"
    ),
  ]

  @Test func whatCannotBeComparedIsSaid() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25"])
    for (arguments, status, message) in Self.refused {
      let result = try workspace.program.run(arguments + ["--workspace", workspace.folder])
      #expect(result.status == status, "\(arguments)")
      #expect(result.errors.hasPrefix("jibao: error: \(message)"), "\(result.errors)")
      #expect(result.output.isEmpty, "\(arguments)")
    }
  }
}
