import Foundation
import TestSupport
import Testing

/// Exit codes and messages: an interface for cron and for people.
@Suite struct FailureTests {
  @Test func wrongUsageIsTwo() throws {
    let program = Program()
    let folder = try Repository.temporaryFolder("empty")
    #expect(try program.run("frobnicate").status == 2)
    #expect(try program.run("snapshot", "--effective-on", "2023-02-30").status == 2)
    let nowhere = try program.run("history", "--workspace", folder)
    #expect(nowhere.status == 2)
    #expect(
      nowhere.errors == """
        jibao: error: \(folder) is no workspace: it has no jibao.yaml; make one with \
        'jibao init', or name it with --workspace\n
        """)
    let workspace = try ExampleWorkspace(days: [])
    let query = try workspace.run("query", "metrics/completion_by_moon")
    #expect(query.status == 2)
    let period = try workspace.run("report", "--period", "2023-Q9")
    #expect(period.status == 2)
    #expect(period.errors.contains("it has: 2023-Q1, 2023-H1, 2023-Q3, 2023-FY, 2023-final"))
  }

  @Test func aConfigurationFaultNamesFileAndLine() throws {
    let workspace = try ExampleWorkspace(days: [])
    let path = "\(workspace.folder)/jibao.yaml"
    try "ledger: a\nsauce: ledger\n".write(toFile: path, atomically: false, encoding: .utf8)
    let result = try workspace.run("history")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("jibao: error: \(path):2:1: unknown key 'sauce'; known: "))
  }

  @Test func aRefusedLedgerIsThreeAndStoresNothing() throws {
    let workspace = try ExampleWorkspace(days: [])
    let ledger = try Repository.temporaryFolder("bad")
    try "编号,名称\nu1,市甲局\nu2,市乙局\n".write(
      toFile: "\(ledger)/units.csv", atomically: false, encoding: .utf8)
    try "序号,任务,牵头单位,完成时限\n1,一,市甲局,2023-02-30\n2,二,市丙局,2023-12-31\n".write(
      toFile: "\(ledger)/ledger.csv", atomically: false, encoding: .utf8)
    let result = try workspace.run(
      "snapshot", "--from", ledger, "--effective-on", "2023-09-25")
    #expect(result.status == 3)
    #expect(result.output.isEmpty)
    #expect(
      result.errors.contains("jibao: error: \(ledger)/ledger.csv:2:9: "), "\(result.errors)")
    #expect(
      result.errors.contains("jibao: error: \(ledger)/ledger.csv:3:5: "), "\(result.errors)")
    #expect(result.errors.contains("the ledger is refused: 2 errors; nothing was stored"))
    #expect(try workspace.run("history", "--json").output.contains("\"snapshots\" : [\n\n  ]"))
  }

  @Test func noDataIsThreeNeverZeros() throws {
    let workspace = try ExampleWorkspace(days: ["2023-06-25"])
    let result = try workspace.run("report", "--period", "2023-Q1")
    #expect(result.status == 3)
    #expect(
      result.errors
        == "jibao: error: no data of tianshui-2023 as of 2023-04-25: no snapshot shows it\n")
  }

  @Test func anotherRunAtWorkIsSix() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let lock = open("\(workspace.folder)/jibao.sqlite.lock", O_RDWR)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    defer { close(lock) }
    #expect(try workspace.run("run").status == 6)
    #expect(try workspace.run("report", "--period", "2023-Q1").status == 6)
    #expect(try workspace.run("query", "metrics/lights", "--as-of", "2023-04-25").status == 0)
  }

  @Test func aDamagedStoreIsSeven() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let store = "\(workspace.folder)/jibao.sqlite"
    try Data("not a database, but long enough to look like a file".utf8).write(
      to: URL(fileURLWithPath: store))
    let result = try workspace.run("history")
    #expect(result.status == 7)
    try FileManager.default.removeItem(atPath: store)
    #expect(try workspace.run("history").status == 7)
  }

  @Test func anAlteredEditionIsFound() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let folder = try workspace.report("--period", "2023-Q1")
    let csv = "\(folder)/csv/任务台账.csv"
    let handle = try #require(FileHandle(forUpdatingAtPath: csv))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("42\r\n".utf8))
    let result = try workspace.run("verify")
    #expect(result.status == 7)
    #expect(result.output == "\(csv) was altered\n")
  }

  @Test func outputThatCannotBeWrittenIsFive() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let full = try Program.launch(
      "/bin/sh",
      [
        "-c",
        "'\(Program.path)' query metrics/lights --as-of 2023-04-25 -w '\(workspace.folder)' >/dev/full",
      ])
    #expect(full.status == 5)
    try Data().write(to: URL(fileURLWithPath: "\(workspace.folder)/out"))
    #expect(try workspace.run("report", "--period", "2023-Q1").status == 5)
    // A share that is not mounted: a link to nowhere.
    try FileManager.default.removeItem(atPath: "\(workspace.folder)/out")
    try FileManager.default.createSymbolicLink(
      atPath: "\(workspace.folder)/out", withDestinationPath: "/nowhere/reports")
    #expect(try workspace.run("report", "--period", "2023-Q1").status == 5)
  }

  @Test func aCheckThatFailsIsFourAndLeavesADraft() throws {
    let workspace = try ExampleWorkspace(
      days: ["2023-12-31"], program: .at("2027-03-01T10:00:00Z"))
    // The calendar of 2027 does not ship: working days cannot be counted up to that day.
    let result = try workspace.run("report", "--as-of", "2027-03-01")
    #expect(result.status == 4, "\(result.errors)")
    #expect(
      result.errors.contains(
        "1 blocking check failed, the first 'Year without a working-day calendar: 2027'; a draft was made"
      ))
    let folder = "\(workspace.folder)/out/tianshui-2023/as-of-2027-03-01"
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["draft"])
    let findings = try String(contentsOfFile: "\(folder)/draft/csv/数据核查.csv", encoding: .utf8)
    #expect(findings.contains("缺少工作日历,2027,须改正"))
    // What the finding asks for mends it at once, for the years up to that day.
    let calendars = "\(workspace.folder)/calendars"
    try FileManager.default.createDirectory(
      atPath: calendars, withIntermediateDirectories: true)
    try "date,is_working,name\n".write(
      toFile: "\(calendars)/2027.csv", atomically: false, encoding: .utf8)
    #expect(try workspace.run("report", "--as-of", "2027-03-01").status == 0)
  }

  @Test func anInstantThatIsNoneIsTwo() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    #expect(
      try workspace.run("report", "--period", "2023-Q1", "--known-at", "nonsense").status == 2)
    let early = try workspace.run(
      "report", "--period", "2023-Q1", "--known-at", "2020-01-01T00:00:00+08:00")
    #expect(early.status == 3)
  }
}
