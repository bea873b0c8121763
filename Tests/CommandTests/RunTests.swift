import Foundation
import TestSupport
import Testing

/// `jibao run` through the year, started as cron starts it.
@Suite(.onEachEngine) struct RunTests {
  @Test func saysNothingWhenAllIsWellAndWritesWhatIsDue() throws {
    let workspace = try ExampleWorkspace(days: [])
    try place(ledger: "2023-04-25", in: workspace)
    // 25 April, 17:10 in Shanghai: the day of the cut-off has closed.
    let due = try run(workspace, at: "2023-04-25T09:10:00Z")
    #expect(due.status == 0 && due.output.isEmpty, "\(due)")
    // What the ledger is warned of is said once.
    let said = due.errors.split(separator: "\n").filter { !$0.hasPrefix("  → ") }
    #expect(said.count == 3 && said.allSatisfy { $0.hasPrefix("jibao: warning: ") }, "\(due)")
    #expect(editions(workspace, "2023-Q1") == ["1"])
    // Half an hour later nothing is new.
    let again = try run(workspace, at: "2023-04-25T09:40:00Z")
    #expect(again.status == 0 && again.output.isEmpty && again.errors.isEmpty, "\(again)")
    #expect(editions(workspace, "2023-Q1") == ["1"])
  }

  @Test func beforeTheDayClosesItBelongsToTheDayBefore() throws {
    let workspace = try ExampleWorkspace(days: [])
    try place(ledger: "2023-04-25", in: workspace)
    let early = try run(workspace, at: "2023-04-25T08:59:00Z")
    #expect(early.status == 0, "\(early)")
    #expect(editions(workspace, "2023-Q1") == ["draft"])
  }

  @Test func missedCutoffsAreCaughtUpFromExports() throws {
    let workspace = try ExampleWorkspace(days: [])
    for day in ["2023-04-25", "2023-06-25"] {
      try copy("\(ExampleWorkspace.ledgers)/\(day)", "\(workspace.folder)/exports/\(day)")
    }
    #expect(try run(workspace, at: "2023-07-10T10:00:00Z").status == 0)
    #expect(editions(workspace, "2023-Q1") == ["1"])
    #expect(editions(workspace, "2023-H1") == ["1"])
  }

  @Test func anExportWhoseNameIsNoDayIsSaid() throws {
    let workspace = try workspace(["2023-04-25"])
    try place(ledger: "2023-04-25", in: workspace)
    for name in ["2023-02-30", "20230425", "notes"] {
      try copy("\(ExampleWorkspace.ledgers)/2023-04-25", "\(workspace.folder)/exports/\(name)")
    }
    let result = try run(workspace, at: "2023-04-25T10:00:00Z")
    #expect(result.status == 3)
    #expect(
      result.errors == """
        jibao: error: \(workspace.folder)/exports/2023-02-30 is not loaded: its name is no day such as 2023-09-25
        jibao: error: \(workspace.folder)/exports/20230425 is not loaded: its name is no day such as 2023-09-25\n
        """)
    #expect(editions(workspace, "2023-Q1") == ["1"])
  }

  @Test func aRefusedLedgerLeavesADraftOfTheLastGoodOne() throws {
    let workspace = try workspace(["2023-04-25"])
    try place(ledger: "2023-06-25", in: workspace)
    let units = "\(workspace.folder)/ledger/units.csv"
    try Data("编号,名称\nx,没有的单位\n".utf8).write(to: URL(fileURLWithPath: units))
    let result = try run(workspace, at: "2023-06-25T10:00:00Z")
    #expect(result.status == 3)
    #expect(editions(workspace, "2023-H1") == ["draft"])
    #expect(editions(workspace, "2023-Q1") == ["1"])
  }

  @Test func aLedgerThatIsNotThereIsSaid() throws {
    // What is done to the store here is done to a file.
    guard Engine.current == .sqlite else { return }
    let workspace = try workspace(["2023-04-25"])
    let result = try run(workspace, at: "2023-04-26T10:00:00Z")
    #expect(result.status == 3)
    #expect(result.errors.contains("\(workspace.folder)/ledger: "))
    #expect(editions(workspace, "2023-Q1") == ["1"])
    try FileManager.default.removeItem(atPath: "\(workspace.folder)/jibao.sqlite")
    #expect(try run(workspace, at: "2023-04-26T10:00:00Z").status == 7)
  }

  @Test func dryRunSaysWhatWouldBeDoneAndDoesNothing() throws {
    let workspace = try workspace(["2023-04-25"])
    let result = try run(workspace, at: "2023-04-26T10:00:00Z", "--dry-run")
    #expect(
      result.output == """
        The run belongs to 2023-04-26.
        there is no ledger at \(workspace.folder)/ledger
        report tianshui-2023 quarterly 2023-Q1, cut-off 2023-04-25\n
        """)
    #expect(editions(workspace, "2023-Q1") == [])
  }

  @Test func theCommandsOfCronAndSystemdWork() throws {
    let listed = try Program.launch(
      Program.python, ["\(Repository.folder)/Tests/Tools/cron_commands.py"])
    let commands = listed.output.split(separator: "\n").map(String.init)
    #expect(listed.status == 0 && commands.count >= 2, "\(listed)")
    let workspace = try workspace(["2023-04-25"])
    for command in commands where command.contains(" run ") {
      var words = command.split(separator: " ").map(String.init)
      words.removeFirst()
      let folder = try #require(words.firstIndex(of: "--workspace")) + 1
      words[folder] = workspace.folder
      let result = try workspace.program.run(words + ["--dry-run"])
      #expect(result.status == 0, "\(command): \(result.errors)")
    }
  }

  /// A workspace whose ledgers were stored on the first of their days.
  private func workspace(_ days: [String]) throws -> ExampleWorkspace {
    try ExampleWorkspace(days: days, program: .at(days[0] + "T09:00:00Z"))
  }

  private func run(
    _ workspace: ExampleWorkspace, at instant: String, _ arguments: String...
  ) throws -> Program.Result {
    var program = workspace.program
    program.environment["JIBAO_NOW"] = instant
    return try program.run(["run", "--workspace", workspace.folder] + arguments)
  }

  private func place(ledger day: String, in workspace: ExampleWorkspace) throws {
    try copy("\(ExampleWorkspace.ledgers)/\(day)", "\(workspace.folder)/ledger")
  }

  private func copy(_ source: String, _ target: String) throws {
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: source, toPath: target)
  }

  private func editions(_ workspace: ExampleWorkspace, _ period: String) -> [String] {
    let folder = "\(workspace.folder)/out/tianshui-2023/\(period)"
    return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
  }
}
