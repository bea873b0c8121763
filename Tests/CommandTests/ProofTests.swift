import Foundation
import TestSupport
import Testing

/// What was sent is noted, and what was cut off is found.
@Suite(.onEachEngine) struct ProofTests {
  @Test func whatWasSentIsNotedAndCorrected() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    _ = try workspace.report("--period", "2023-Q1")
    let first = try workspace.run("history", "mark", "2023-Q1", "1", "--sent", "2023-04-26")
    #expect(first.output == "Edition 1 of tianshui-2023 2023-Q1 was sent on 2023-04-26.\n")
    let second = try workspace.run(
      "history", "mark", "2023-Q1", "1", "--sent", "2023-04-27", "--plan", "tianshui-2023")
    #expect(
      second.output == """
        Edition 1 of tianshui-2023 2023-Q1 was sent on 2023-04-27. This corrects an earlier note.\n
        """)
    let history = try workspace.run("history")
    #expect(history.output.contains("2023-04-27 (corrects 2023-04-26)"), "\(history.output)")
    let json = try workspace.run("history", "--json")
    #expect(json.output.contains(#""2023-04-26","#) && json.output.contains(#""2023-04-27""#))
    #expect(try workspace.run("verify").status == 0)
  }

  @Test func whatIsNoEditionIsTwo() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    _ = try workspace.report("--period", "2023-Q1")
    let result = try workspace.run("history", "mark", "2023-Q1", "2", "--sent", "2023-04-26")
    #expect(result.status == 2)
    #expect(
      result.errors == "jibao: error: there is no edition '2023-Q1 2'; there are: 2023-Q1 1\n")
    #expect(
      try workspace.run("history", "mark", "2023-Q1", "1", "--sent", "2023-04-31").status == 2)
  }

  @Test(arguments: ["2023-04-24", "2050-04-26"]) func noEditionGoesOutBeforeItsDayOrTomorrow(
    day: String
  ) throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    _ = try workspace.report("--period", "2023-Q1")
    let result = try workspace.run("history", "mark", "2023-Q1", "1", "--sent", day)
    #expect(result.status == 2)
    #expect(
      result.errors.hasPrefix(
        "jibao: error: the edition cannot have gone out on \(day): it shows 2023-04-25, "),
      "\(result.errors)")
  }

  /// What was kept is shown and verified by what was kept, whatever the files of today hold.
  @Test func aFaultyRuleFileOfTodayHidesNothingOfOld() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let edition = try workspace.report("--period", "2023-Q1")
    let rules = "\(workspace.folder)/plans/tianshui-2023/rules/2023-06-01.yaml"
    try "oops: [".write(toFile: rules, atomically: true, encoding: .utf8)
    for arguments in [
      ["verify"], ["history"],
      ["report", "--again", "\(edition)/manifest.json", "--into", "\(workspace.folder)/again"],
      [
        "query", "metrics/completion", "--as-of", "2023-04-25", "--known-at",
        // The second after this one: what was just recorded is known by its end.
        Date(timeIntervalSinceNow: 1).formatted(.iso8601),
      ],
    ] {
      let result = try workspace.run(arguments)
      #expect(result.status == 0, "\(arguments) \(result)")
    }
    for arguments in [["check"], ["report", "--as-of", "2023-04-25"]] {
      let result = try workspace.run(arguments)
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("jibao: error: \(rules):2:1: "), "\(result.errors)")
    }
  }

  /// The store says nothing of what was cut off at its end; a manifest kept elsewhere does.
  @Test func cutOffSnapshotsAreFoundAgainstAKeptManifest() throws {
    // What is done to the store here is done to a file.
    guard Engine.current == .sqlite else { return }
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let before = "\(workspace.folder)/before.sqlite"
    let store = "\(workspace.folder)/jibao.sqlite"
    try FileManager.default.copyItem(atPath: store, toPath: before)
    try workspace.snapshot("2023-06-25")
    let kept = "\(workspace.folder)/kept.json"
    let edition = try workspace.report("--period", "2023-H1")
    try FileManager.default.copyItem(atPath: "\(edition)/manifest.json", toPath: kept)
    let good = try workspace.run("verify", "--against", kept)
    #expect(good.status == 0, "\(good)")
    #expect(good.output.hasSuffix("Nothing was altered. Held against 1 kept manifest.\n"))
    // The store of before, and no trace of the edition.
    try FileManager.default.removeItem(atPath: store)
    try FileManager.default.copyItem(atPath: before, toPath: store)
    try FileManager.default.removeItem(atPath: "\(workspace.folder)/out")
    #expect(try workspace.run("verify").status == 0)
    let result = try workspace.run("verify", "--against", kept)
    #expect(result.status == 7)
    #expect(
      result.output == """
        \(kept): the store does not have its snapshot 2 of 2023-06-25
        \(kept): its link is not in the store's chain: snapshots were cut off or made anew
        \(kept): the manifest is not the one noted\n
        """)
  }

  @Test func anEditionThatTheStoreDoesNotKnowIsFound() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let edition = try workspace.report("--period", "2023-Q1")
    let copy = (edition as NSString).deletingLastPathComponent + "/2"
    try FileManager.default.copyItem(atPath: edition, toPath: copy)
    let result = try workspace.run("verify")
    #expect(result.status == 7)
    #expect(result.output == "\(copy): the store does not know this edition\n")
  }

  /// Killed after publishing, before noting: the next run notes the edition.
  @Test func anEditionThatWasNotNotedIsNotedByTheNextRun() throws {
    // What is done to the store here is done to a file.
    guard Engine.current == .sqlite else { return }
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let store = "\(workspace.folder)/jibao.sqlite"
    let before = "\(workspace.folder)/before.sqlite"
    try FileManager.default.copyItem(atPath: store, toPath: before)
    _ = try workspace.report("--period", "2023-Q1")
    try FileManager.default.removeItem(atPath: store)
    try FileManager.default.copyItem(atPath: before, toPath: store)
    #expect(try workspace.run("verify").status == 7)
    _ = try workspace.report("--period", "2023-Q1")
    let result = try workspace.run("verify")
    #expect(result.status == 0, "\(result)")
  }

  /// A store of version 1 is not read; the next snapshot copies it, migrates it and goes on.
  @Test func anOlderStoreIsCopiedBeforeItIsMigrated() throws {
    let folder = try Repository.temporaryFolder("old") + "/west"
    let program = Program()
    #expect(try program.run("init", folder).status == 0)
    let made = try Program.launch(
      Program.python, ["\(Repository.folder)/Tests/StoreTests/Loading/version_1.py", folder])
    #expect(made.status == 0, "\(made)")
    let older = try program.run("history", "--workspace", folder)
    #expect(older.status == 7)
    #expect(older.errors.contains("the store is of version 1: run 'jibao migrate'"), "\(older)")
    let stored = try Program.at("2023-09-25T09:00:00Z").run(
      "snapshot", "--workspace", folder, "--from", "\(ExampleWorkspace.ledgers)/2023-09-25",
      "--effective-on", "2023-09-25", "--accept-loss", "units", "--accept-loss", "plan:p",
      "--accept-loss", "plan:q")
    #expect(stored.status == 0, "\(stored)")
    #expect(stored.output.hasPrefix("Stored snapshot 3 of 2023-09-25"))
    let copy = try Data(
      contentsOf: URL(fileURLWithPath: "\(folder)/backups/version-1.sqlite"))
    #expect(copy == (try Data(contentsOf: URL(fileURLWithPath: "\(folder)/version-1.sqlite"))))
    // Its edition has no files here; all else is as it was made.
    let verified = try program.run("verify", "--workspace", folder)
    #expect(verified.output == "\(folder)/out/p/2023-H1/1: no manifest that can be read\n")
  }

  /// A progress corrected afterwards: edition 2 lists first what changed in the ledger, then each
  /// figure that follows, with the unit where it is one's.
  @Test func correctionsBeginWithTheLedger() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    _ = try workspace.report("--period", "2023-Q1")
    let ledger = try Repository.temporaryFolder("corrected") + "/ledger"
    try FileManager.default.copyItem(
      atPath: "\(ExampleWorkspace.ledgers)/2023-04-25", toPath: ledger)
    let tasks = try String(contentsOfFile: "\(ledger)/ledger.csv", encoding: .utf8)
    try tasks.replacing("推进中,60", with: "推进中,99", maxReplacements: 1)
      .write(toFile: "\(ledger)/ledger.csv", atomically: false, encoding: .utf8)
    let stored = try workspace.run("snapshot", "--from", ledger, "--effective-on", "2023-04-25")
    #expect(stored.status == 0, "\(stored)")
    let folder = try workspace.report("--period", "2023-Q1")
    #expect(folder.hasSuffix("/2"))
    let lines = try String(contentsOfFile: "\(folder)/corrections.csv", encoding: .utf8)
      .split(separator: "\r\n")
    #expect(lines.first?.hasSuffix("类别,表,行,单位,项目,原值,现值") == true)
    #expect(
      lines.dropFirst().first == "台账,任务台账,2,市政府办公室、各县区政府、经开区管委会、各部门单位,进度,60,99")
    #expect(lines.contains("随之变动,任务单位明细,ts-gangu / 2,甘谷县人民政府,进度,60,99"))
    #expect(lines.contains("随之变动,分组完成情况,市直部门,,平均序时差（百分点）,-0.3,0.3"))
    #expect(lines.dropFirst(2).allSatisfy { $0.hasPrefix("随之变动,") })
    #expect(
      FileManager.default.fileExists(atPath: "\(folder)/corrections.xlsx"))
  }
}
