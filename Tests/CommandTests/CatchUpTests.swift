import Foundation
import TestSupport
import Testing

/// Catching up, and days on which there is nothing to be said yet.
@Suite(.onEachEngine) struct CatchUpTests {
  private func run(
    _ workspace: ExampleWorkspace, at instant: String, _ arguments: String...
  ) throws -> Program.Result {
    var program = workspace.program
    program.environment["JIBAO_NOW"] = instant
    return try program.run(arguments + ["--workspace", workspace.folder])
  }

  @Test func whatIsMissingIsMade() throws {
    let workspace = try ExampleWorkspace(
      days: ["2023-06-25", "2023-09-25"], program: .at("2023-09-25T09:00:00Z"))
    let now = "2023-10-10T10:00:00Z"
    #expect(try run(workspace, at: now, "report", "--period", "2023-Q3").status == 0)
    let planned = try run(workspace, at: now, "report", "--all-periods", "--dry-run")
    #expect(
      planned.output == """
        leave tianshui-2023 quarterly 2023-Q1 (no data)
        make tianshui-2023 quarterly 2023-H1 (missing)
        make tianshui-2023 quarterly 2023-Q3 (made)\n
        """)
    let missing = try run(
      workspace, at: now, "report", "--all-periods", "--only", "missing", "--dry-run")
    #expect(missing.output.contains("leave tianshui-2023 quarterly 2023-Q3 (made)\n"))
    let folder = "\(workspace.folder)/out/tianshui-2023"
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == [".jibao-ledger", "2023-Q3"], "a dry run")
    let made = try run(workspace, at: now, "report", "--all-periods", "--only", "missing")
    #expect(made.status == 0)
    #expect(made.output == "Edition 1: \(folder)/2023-H1/1\n")
    let again = try run(workspace, at: now, "report", "--all-periods")
    #expect(again.output.split(separator: "\n").count == 2, "\(again)")
    #expect(again.output.contains("Nothing new"))
  }

  @Test func whatFailedIsMadeAgain() throws {
    let workspace = try ExampleWorkspace(
      days: ["2023-04-25"], program: .at("2023-04-25T09:00:00Z"))
    let now = "2023-04-26T10:00:00Z"
    let draft = "\(workspace.folder)/out/tianshui-2023/2023-Q1/draft"
    try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
    let planned = try run(
      workspace, at: now, "report", "--all-periods", "--only", "failed", "--dry-run")
    #expect(planned.output == "make tianshui-2023 quarterly 2023-Q1 (a draft only)\n")
    #expect(
      try run(workspace, at: now, "report", "--all-periods", "--only", "failed").status == 0)
    #expect(!FileManager.default.fileExists(atPath: draft))
  }

  @Test func whatGoesTogether() throws {
    let workspace = try ExampleWorkspace(days: [])
    let now = "2023-04-26T10:00:00Z"
    for options in [
      ["--all-periods", "--period", "2023-Q1"], ["--only", "missing"], ["--dry-run"],
      ["--all-periods", "--only", "some"],
    ] {
      var program = workspace.program
      program.environment["JIBAO_NOW"] = now
      let result = try program.run(["report", "--workspace", workspace.folder] + options)
      #expect(result.status == 2, "\(options): \(result)")
    }
  }

  /// Exports of several days, of which one is in the store already.
  @Test func datedExportsAreTakenUnderTheirDays() throws {
    let workspace = try ExampleWorkspace(
      days: ["2023-06-25"], program: .at("2023-06-25T09:00:00Z"))
    for day in ["2023-04-25", "2023-06-25", "2023-09-25"] {
      try FileManager.default.createDirectory(
        atPath: "\(workspace.folder)/exports", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: "\(ExampleWorkspace.ledgers)/\(day)",
        toPath: "\(workspace.folder)/exports/\(day)")
    }
    #expect(try run(workspace, at: "2023-10-10T10:00:00Z", "run").status == 0)
    let history = try run(workspace, at: "2023-10-10T10:00:00Z", "history").output
    let shown = history.split(separator: "\n").prefix { $0 != "Editions" }.dropFirst(2)
    #expect(
      shown.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        == ["1 2023-06-25", "2 2023-04-25", "3 2023-09-25"])
    // Today's ledger, of which there is none, was not passed off as a past day's.
    #expect(try run(workspace, at: "2023-10-10T10:00:00Z", "verify").status == 0)
  }

  @Test func beforeThePlansFirstSnapshotThereIsNothing() throws {
    let workspace = try ExampleWorkspace(days: ["2023-06-25"])
    for arguments in [
      ["report", "--as-of", "2023-06-24"], ["report", "--period", "2023-Q1"],
      ["query", "metrics/key_figures", "--as-of", "2023-06-24"],
    ] {
      let result = try workspace.program.run(arguments + ["--workspace", workspace.folder])
      #expect(result.status == 3 && result.output.isEmpty, "\(arguments): \(result)")
      #expect(result.errors.contains("no data of tianshui-2023 as of "), "\(arguments)")
    }
    #expect(try workspace.run("report", "--as-of", "2023-06-25").status == 0)
  }
}
