import Foundation
import TestSupport
import Testing

/// Ledgers that lack tasks, or give them other numbers, are stopped until that is confirmed.
@Suite(.onEachEngine) struct ShrinkTests {
  private static let heading = "序号,任务,牵头单位,完成时限,状态\n"
  private static let tasks = (1...10).map { "\($0),任务\($0),市甲局,2023-12-31,推进中" }

  /// A workspace with ten open tasks as of 25 April.
  private func workspace(_ program: Program = Program()) throws -> ExampleWorkspace {
    let workspace = try ExampleWorkspace(days: [], program: program)
    let first = try snapshot(Self.tasks, "2023-04-25", workspace)
    #expect(first.status == 0, "\(first)")
    return workspace
  }

  @discardableResult
  private func write(_ tasks: [String], to folder: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "编号,名称\nu1,市甲局\n".write(
      toFile: "\(folder)/units.csv", atomically: false, encoding: .utf8)
    try (Self.heading + tasks.map { $0 + "\n" }.joined()).write(
      toFile: "\(folder)/ledger.csv", atomically: false, encoding: .utf8)
    return folder
  }

  private func snapshot(
    _ tasks: [String], _ day: String, _ workspace: ExampleWorkspace, _ options: String...
  ) throws -> Program.Result {
    let folder = try write(tasks, to: Repository.temporaryFolder("ledger"))
    return try workspace.program.run(
      ["snapshot", "--workspace", workspace.folder, "--from", folder, "--effective-on", day]
        + options)
  }

  @Test func aLedgerThatLacksTooManyTasksIsStopped() throws {
    let workspace = try workspace()
    // Two of ten are 20 %: as many as allowed.
    let few = try snapshot(Array(Self.tasks.dropLast(2)), "2023-05-01", workspace)
    #expect(few.status == 0, "\(few)")
    let many = try snapshot(Array(Self.tasks.dropLast(4)), "2023-05-02", workspace)
    #expect(many.status == 3)
    #expect(
      many.errors == """
        jibao: error: rows of ledger: there were 8, of these there are 6 (gone: 7 任务7, 8 任务8); \
        if that is right, add --accept-loss ledger
        jibao: error: the ledger of 2023-05-02 is stopped; nothing was stored\n
        """)
    #expect(try !workspace.run("history").output.contains("2023-05-02"))
    let accepted = try snapshot(
      Array(Self.tasks.dropLast(4)), "2023-05-02", workspace, "--accept-shrink")
    #expect(accepted.status == 0, "\(accepted)")
  }

  @Test func whatIsCompletedMayGoAndTheLimitIsConfigured() throws {
    let workspace = try workspace()
    let done = Self.tasks.map { $0.replacing("推进中", with: "已取消") }
    #expect(try snapshot(done, "2023-05-01", workspace).status == 0)
    #expect(try snapshot([Self.tasks[0]], "2023-05-02", workspace).status == 0)
    let strict = try self.workspace()
    let path = "\(strict.folder)/jibao.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("max_shrink: 20", with: "max_shrink: 0")
      .write(toFile: path, atomically: false, encoding: .utf8)
    #expect(try snapshot(Array(Self.tasks.dropLast()), "2023-05-01", strict).status == 3)
  }

  @Test func aRunRefusesAndNamesTheTasks() throws {
    let workspace = try workspace(.at("2023-04-25T09:00:00Z"))
    try write([Self.tasks[0]], to: "\(workspace.folder)/ledger")
    var program = workspace.program
    program.environment["JIBAO_NOW"] = "2023-06-25T10:00:00Z"
    let result = try program.run("run", "--workspace", workspace.folder)
    #expect(result.status == 3)
    #expect(result.errors.contains("rows of ledger: there were 10, of these there are 1 "))
    // The office is not empty-handed: a draft of the last good ledger.
    let drafts = "\(workspace.folder)/out/tianshui-2023/2023-H1/draft"
    #expect(FileManager.default.fileExists(atPath: drafts))
  }

  @Test func renumberedTasksAreStoppedUntilConfirmed() throws {
    let workspace = try workspace()
    // One put in at the top: every number below is another task's.
    let shifted =
      ["1,新增事项,市甲局,2023-12-31,推进中"]
      + (1...10).map { "\($0 + 1),任务\($0),市甲局,2023-12-31,推进中" }
    let stopped = try snapshot(shifted, "2023-05-01", workspace)
    #expect(stopped.status == 3)
    #expect(
      stopped.errors.hasPrefix(
        """
        jibao: error: numbers that may have another task than before: 11
          tianshui-2023 1: 任务1 → 新增事项 (another task?)
          tianshui-2023 1 → 2: 任务1 (renumbered?)

        """), "\(stopped.errors)")
    let file = "\(workspace.folder)/renumbered.csv"
    let pairs = (1...10).map { "\($0),\($0 + 1)\n" }.joined()
    try ("原编号,新编号\n" + pairs + ",77\n").write(
      toFile: file, atomically: false, encoding: .utf8)
    let stray = try snapshot(shifted, "2023-05-01", workspace, "--renumber", file)
    #expect(stray.status == 3)
    #expect(
      stray.errors.contains("\(file):12: the ledger does not change the number of “77” so"),
      "\(stray)")
    // Task 1 has no title that another had, but its number had another task.
    try ("old_id,new_id\n,1\n" + pairs).write(toFile: file, atomically: false, encoding: .utf8)
    let stored = try snapshot(shifted, "2023-05-01", workspace, "--renumber", file)
    #expect(stored.status == 0, "\(stored)")
    let verified = try workspace.run("verify")
    #expect(verified.status == 0, "\(verified)")
    let gone = try workspace.run("query", "checks/gone_task", "--as-of", "2023-05-01", "--csv")
    #expect(gone.output == "task,unit,detail\r\n", "\(gone)")
  }

  /// An older export found later: it follows no snapshot, but the next one has other numbers.
  @Test func anOlderLedgerWithOtherNumbersIsStopped() throws {
    let workspace = try workspace()
    let swapped = Self.tasks.map { row in
      row.hasPrefix("1,")
        ? "2" + row.dropFirst() : row.hasPrefix("2,") ? "1" + row.dropFirst() : row
    }
    let stopped = try snapshot(swapped, "2023-01-31", workspace)
    #expect(stopped.status == 3)
    #expect(
      stopped.errors.contains("numbers that may have another task than before: 2"), "\(stopped)")
    let file = "\(workspace.folder)/renumbered.csv"
    try "old_id,new_id\n1,2\n2,1\n".write(toFile: file, atomically: false, encoding: .utf8)
    let stored = try snapshot(swapped, "2023-01-31", workspace, "--renumber", file)
    #expect(stored.status == 0, "\(stored)")
    // Fewer tasks than later are nothing to be asked about.
    let fewer = try snapshot(Array(swapped.prefix(3)), "2023-01-15", workspace)
    #expect(fewer.status == 0, "\(fewer)")
    #expect(try workspace.run("verify").status == 0)
  }

  @Test func aTaskThatIsReallyNewIsConfirmedAsSuch() throws {
    let workspace = try workspace()
    let tasks = Self.tasks.dropLast() + ["99,任务10,市甲局,2023-12-31,推进中"]
    #expect(try snapshot(Array(tasks), "2023-05-01", workspace).status == 3)
    let file = "\(workspace.folder)/renumbered.csv"
    try "原编号,新编号\n,99\n".write(toFile: file, atomically: false, encoding: .utf8)
    let stored = try snapshot(Array(tasks), "2023-05-01", workspace, "--renumber", file)
    #expect(stored.status == 0, "\(stored)")
    let gone = try workspace.run("query", "checks/gone_task", "--as-of", "2023-05-01", "--csv")
    #expect(gone.output == "task,unit,detail\r\n10,,任务10\r\n", "\(gone)")
  }

  /// What an office has to decide is not guessed where it says nothing.
  @Test func everyNumberIsDecided() throws {
    let workspace = try workspace()
    let file = "\(workspace.folder)/renumbered.csv"
    let other = ["1,建设冷链物流园区,市甲局,2023-12-31,推进中"] + Self.tasks.dropFirst()
    for text in ["原编号,新编号,处理\n1,1,\n", "原编号,新编号\n1,1\n"] {
      try text.write(toFile: file, atomically: false, encoding: .utf8)
      let result = try snapshot(other, "2023-05-01", workspace, "--renumber", file)
      #expect(result.status == 3, "\(result)")
      #expect(result.errors.contains("\(file):2: 处理 is empty"), "\(result)")
    }
    // Of two numbers that changed places one alone is not enough.
    let swapped = Self.tasks.map { row in
      row.hasPrefix("1,")
        ? "2" + row.dropFirst() : row.hasPrefix("2,") ? "1" + row.dropFirst() : row
    }
    for text in ["原编号,新编号\n1,2\n", "原编号,新编号,处理\n2,1,编号调整\n"] {
      try text.write(toFile: file, atomically: false, encoding: .utf8)
      let result = try snapshot(swapped, "2023-05-01", workspace, "--renumber", file)
      #expect(result.status == 3, "\(result)")
      #expect(
        result.errors.contains("numbers that may have another task than before: 1"), "\(result)")
    }
  }

  /// Lines of a file stand as the office counts: 2 before 10.
  @Test func questionsStandInTheOrderOfNumbers() throws {
    let workspace = try workspace()
    let shifted = (1...10).map { "\($0 + 1),任务\($0),市甲局,2023-12-31,推进中" }
    let stopped = try snapshot(shifted, "2023-05-01", workspace)
    #expect(stopped.status == 3)
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: workspace.folder).first {
        $0.hasPrefix("renumber-20230501")
      })
    let text = try String(contentsOfFile: "\(workspace.folder)/\(name)", encoding: .utf8)
    let numbers = text.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[2] }
    #expect(numbers == (2...11).map { "\($0)" })
  }

  @Test func aRenumberingFileWithoutItsHeadingsIsRefused() throws {
    let workspace = try workspace()
    let file = "\(workspace.folder)/renumbered.csv"
    try "旧,新\n1,2\n".write(toFile: file, atomically: false, encoding: .utf8)
    let result = try snapshot(Self.tasks, "2023-05-01", workspace, "--renumber", file)
    #expect(result.status == 3)
    #expect(
      result.errors.contains("\(file):1: the column 原编号 (old_id) is missing"), "\(result)")
  }
}
