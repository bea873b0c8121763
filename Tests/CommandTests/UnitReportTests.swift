import Foundation
import TestSupport
import Testing

/// `jibao report unit`: a workbook for each unit, and what `reports` in jibao.yaml is for.
@Suite(.onEachEngine) struct UnitReportTests {
  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func aWorkbookForEachUnitThatHasAnythingToDo() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25", "2023-09-25"])
    let folder = try workspace.report("unit", "--period", "2023-Q3")
    let listed = try workspace.run(
      "query", "metrics/unit_list", "--as-of", "2023-09-25", "--csv"
    ).output.split(separator: "\r\n").dropFirst()
    let workbooks = try files(folder).filter { $0.hasSuffix(".xlsx") }
    #expect(workbooks.count == listed.count && listed.count > 20)
    #expect(workbooks.contains("天水市商务局任务完成情况（截至9月25日）.xlsx"))
    let manifest = try String(contentsOfFile: "\(folder)/manifest.json", encoding: .utf8)
    for name in workbooks { #expect(manifest.contains("\"\(name)\""), "\(name)") }
    #expect(try workspace.run("verify").status == 0)
    // The same result makes no edition; what is known of one unit changes its workbook alone.
    let again = try workspace.run("report", "unit", "--period", "2023-Q3")
    #expect(again.output.contains("edition 1 says the same"))
  }

  /// A unit's workbook holds its rows, and the sum of its lines is its score.
  @Test func openpyxlReadsThemBack() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25", "2023-09-25"])
    let folder = try workspace.report("unit", "--period", "2023-Q3")
    let result = try Program.launch(
      Program.python, ["\(Repository.folder)/Tests/CrossCheck/unit_workbooks.py", folder])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test func checkCopiesUntilTheLastCutoff() throws {
    let workspace = try ExampleWorkspace()
    func says(_ period: String) throws -> Bool {
      let folder = try workspace.report("unit", "--period", period)
      let name = try #require(try files(folder).first { $0.hasPrefix("天水市商务局") })
      let strings = try Program.launch(
        "/usr/bin/unzip", ["-p", "\(folder)/\(name)", "xl/sharedStrings.xml"])
      return strings.output.contains(">核对稿<")
    }
    #expect(try says("2023-FY"))
    #expect(try !says("2023-final"))
  }

  @Test func aPlanWithoutRulesHasNoScores() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25"])
    let rules = "plans/tianshui-2023/rules"
    try FileManager.default.removeItem(atPath: "\(workspace.folder)/\(rules)")
    let ledger = "\(Repository.folder)/Examples/tianshui-2023/2023-06-25"
    let day = ["--effective-on", "2023-06-25", "--workspace", workspace.folder]
    // That rules are gone is confirmed.
    let confirmed = try workspace.program.run(
      ["snapshot", "--from", ledger, "--accept-loss", "file:\(rules)/2023-01-01.yaml"] + day)
    #expect(confirmed.status == 0, "\(confirmed)")
    let checked = try workspace.program.run(["check", ledger] + day)
    #expect(checked.status == 0, "\(checked)")
    for report in ["quarterly", "brief", "unit", "bulletin", "delta"] {
      let folder = try workspace.report(report, "--period", "2023-H1")
      let csv = try files("\(folder)/csv")
      #expect(!csv.contains { $0.contains("得分") }, "\(report): \(csv)")
    }
  }

  @Test func runMakesTheReportsOfTheConfiguration() throws {
    let run = Program.at("2023-04-25T10:00:00Z")
    let workspace = try ExampleWorkspace(days: ["2023-04-25"], program: run)
    try configure(workspace, "[quarterly, unit]")
    let planned = try run.run("run", "--dry-run", "-w", workspace.folder)
    #expect(planned.output.contains("report tianshui-2023 unit 2023-Q1, cut-off 2023-04-25\n"))
    _ = try run.run("run", "-w", workspace.folder)
    #expect(
      try files("\(workspace.folder)/out/tianshui-2023")
        == [".jibao-ledger", "2023-Q1", "2023-Q1-unit"])
    let made = try workspace.run("report", "--period", "2023-Q1")
    #expect(made.output.split(separator: "\n").count == 2, "both, where none is named")
  }

  @Test func reportsThatAreNoneAreFoundByCheck() throws {
    let workspace = try ExampleWorkspace(days: [])
    try configure(workspace, "[quarterly, units]")
    let check = try workspace.run("check")
    #expect(check.status == 2)
    #expect(
      check.errors.hasPrefix("jibao: error: \(workspace.folder)/jibao.yaml:"), "\(check.errors)")
    #expect(check.errors.contains("'units'") && check.errors.contains("nearest: unit"))
    try configure(workspace, "[unit, unit]")
    #expect(try workspace.run("check").errors.contains("'unit' stands twice"))
  }

  /// Writes past a limit fail as they do on a full disk: nothing is left, and the code is 5.
  @Test func aFullDiskLeavesNoEdition() throws {
    let workspace = try ExampleWorkspace(days: ["2023-09-25"])
    let result = try Program.launch(
      "/bin/sh",
      [
        "-c",
        "ulimit -f 4; '\(Program.path)' report unit --as-of 2023-09-25 -w '\(workspace.folder)'",
      ])
    #expect(result.status == 5, "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(try files("\(workspace.folder)/out/tianshui-2023/as-of-2023-09-25-unit") == [])
    // libxlsxwriter says something, too, before.
    let last = try #require(result.errors.split(separator: "\n").last)
    #expect(last.hasPrefix("jibao: error: ") && last.contains("任务完成情况"), "\(result.errors)")
  }

  private func configure(_ workspace: ExampleWorkspace, _ reports: String) throws {
    let path = "\(workspace.folder)/jibao.yaml"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let others = lines.filter { !$0.hasPrefix("reports:") }
    try (others + ["reports: \(reports)"]).joined(separator: "\n").write(
      toFile: path, atomically: false, encoding: .utf8)
  }
}
