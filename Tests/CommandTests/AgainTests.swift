import Foundation
import TestSupport
import Testing

/// Old editions made again, and what was known then.
@Suite(.onEachEngine) struct AgainTests {
  /// A workspace with an edition of 2023-H1, after which everything that could change did.
  private func changedWorkspace() throws -> (ExampleWorkspace, edition: String) {
    let workspace = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25"])
    let edition = try workspace.report("--period", "2023-H1")
    let plan = "\(workspace.folder)/plans/tianshui-2023/plan.yaml"
    try rewrite(plan) { $0.replacing("remark: ", with: "remark: 已修改") }
    try copy("Queries/metrics/lights.sql", into: workspace) {
      $0.replacing("-- Lights", with: "-- 灯")
    }
    try copy("Reports/quarterly.yaml", into: workspace) { $0.replacing("主要指标", with: "总指标") }
    try copy("Calendars/2023.csv", to: "calendars/2023.csv", into: workspace) {
      $0 + "2023-06-20,0,放假\n"
    }
    try copy("Queries/columns.yaml", into: workspace) { $0.replacing("任务名称", with: "任务") }
    // An export of before all others, and a correction of the day itself, are loaded late.
    for (day, ledger) in [("2023-03-01", "2023-04-25"), ("2023-06-25", "2023-09-25")] {
      let stored = try workspace.run(
        "snapshot", "--from", "\(ExampleWorkspace.ledgers)/\(ledger)", "--effective-on", day)
      #expect(stored.status == 0, "\(stored.errors)")
    }
    return (workspace, edition)
  }

  @Test func anEditionIsMadeAgainByteForByte() throws {
    let (workspace, edition) = try changedWorkspace()
    let into = "\(workspace.folder)/again"
    let result = try workspace.run(
      "report", "--again", "\(edition)/manifest.json", "--into", into)
    #expect(result.status == 0, "\(result)")
    #expect(result.output == "All 45 files are the same, byte for byte: \(into)\n")
    for name in try FileManager.default.subpathsOfDirectory(atPath: into)
    where name.hasSuffix(".csv") || name.hasSuffix(".xlsx") {
      #expect(
        FileManager.default.contentsEqual(atPath: "\(into)/\(name)", andPath: "\(edition)/\(name)"),
        "\(name)")
    }
    // Nothing is written over.
    let twice = try workspace.run(
      "report", "--again", "\(edition)/manifest.json", "--into", into)
    #expect(twice.status == 2 && twice.errors.contains("\(into) is not empty"), "\(twice)")
    // What is there now is another edition.
    let now = try workspace.report("--period", "2023-H1")
    #expect(now.hasSuffix("/2"))
    #expect(
      try text("\(now)/csv/总指标.csv") != text("\(edition)/csv/主要指标.csv"))
  }

  @Test func whatDiffersIsNamedAndFour() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let edition = try workspace.report("--period", "2023-Q1")
    let manifest = "\(workspace.folder)/kept.json"
    try rewrite("\(edition)/manifest.json", to: manifest) { text in
      text.replacing("\"name\" : \"csv/亮灯情况.csv\"", with: "\"name\" : \"csv/灯.csv\"")
        .replacing("\"program_version\" : \"", with: "\"program_version\" : \"0.")
    }
    let result = try workspace.run(
      "report", "--again", manifest, "--into", "\(workspace.folder)/again")
    #expect(result.status == 4, "\(result)")
    #expect(result.output.contains("made by jibao 0."))
    #expect(
      result.output.contains("csv/亮灯情况.csv is not the same\ncsv/灯.csv is not the same\n"))
    #expect(result.errors == "jibao: error: 2 files are not the same as in the manifest\n")
  }

  @Test func aStoreWithoutTheDefinitionsOrTheSnapshotIsSeven() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let manifest = try workspace.report("--period", "2023-Q1") + "/manifest.json"
    let other = try ExampleWorkspace(days: ["2023-06-25"])
    let missing = try other.run("report", "--again", manifest, "--into", "\(other.folder)/again")
    #expect(missing.status == 3, "no data of that day: \(missing)")
    let changed = "\(workspace.folder)/changed.json"
    try rewrite(manifest, to: changed) {
      $0.replacing("\"content_hash\" : \"", with: "\"content_hash\" : \"00")
    }
    let snapshot = try workspace.run(
      "report", "--again", changed, "--into", "\(workspace.folder)/a")
    #expect(snapshot.status == 7)
    #expect(snapshot.errors.contains("does not have snapshot 1 of 2023-04-25"), "\(snapshot)")
    let definition = "\(workspace.folder)/definition.json"
    try rewrite(manifest, to: definition) {
      let place = $0.firstRange(of: "\"id\" : \"2023\",")
      guard let place, let hash = $0[place.upperBound...].firstRange(of: "\"sha256\" : \"")
      else { return $0 }
      let end = $0.index(hash.upperBound, offsetBy: 8)
      return $0.replacingCharacters(in: hash.upperBound..<end, with: "00000000")
    }
    let kept = try workspace.run(
      "report", "--again", definition, "--into", "\(workspace.folder)/b")
    #expect(kept.status == 7)
    #expect(
      kept.errors.contains("the store has not kept calendar 2023 (SHA-256 00000000"), "\(kept)")
  }

  @Test func againStandsAlone() throws {
    let workspace = try ExampleWorkspace(days: [])
    #expect(try workspace.run("report", "--again", "x").status == 2)
    #expect(try workspace.run("report", "--into", "x").status == 2)
    let both = try workspace.run("report", "--again", "x", "--into", "y", "--period", "2023-Q1")
    #expect(both.errors == "jibao: error: --again and --period exclude each other\n")
    let none = try workspace.run(
      "report", "--again", "\(workspace.folder)/jibao.yaml", "--into", "\(workspace.folder)/y")
    #expect(none.status == 2)
    #expect(none.errors.contains("jibao.yaml is not the manifest.json of an edition"))
  }

  @Test func whatWasKnownThenIsShownByTheDefinitionsOfThen() throws {
    let (workspace, edition) = try changedWorkspace()
    let manifest = try text("\(edition)/manifest.json")
    let line = try #require(manifest.split(separator: "\n").first { $0.contains("\"known_at\"") })
    let knownAt = line.split(separator: "\"")[3]
    let folder = try workspace.report("--period", "2023-H1", "--known-at", String(knownAt))
    for name in ["csv/亮灯情况.csv", "csv/主要指标.csv", "csv/任务台账.csv"] {
      #expect(try text("\(folder)/\(name)") == text("\(edition)/\(name)"), "\(name)")
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func rewrite(
    _ path: String, to target: String? = nil, _ change: (String) -> String
  ) throws {
    try change(text(path)).write(toFile: target ?? path, atomically: false, encoding: .utf8)
  }

  private func copy(
    _ name: String, to target: String? = nil, into workspace: ExampleWorkspace,
    _ change: (String) -> String
  ) throws {
    let path = "\(workspace.folder)/\(target ?? name)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try rewrite("\(Repository.folder)/\(name)", to: path, change)
  }

  /// What is made again is no edition, nor an export: it does not lie among them, by whatever name.
  @Test(arguments: [
    "out/again", "out", "out/tianshui-2023/2023-Q1/9", "exports/2023-05-01", "link/x",
  ])
  func itDoesNotLieAmongEditions(_ into: String) throws {
    guard Engine.current == .sqlite else { return }
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let edition = try workspace.report("--period", "2023-Q1")
    try FileManager.default.createSymbolicLink(
      atPath: "\(workspace.folder)/link", withDestinationPath: "\(workspace.folder)/out")
    let result = try workspace.run(
      "report", "--again", "\(edition)/manifest.json", "--into", "\(workspace.folder)/\(into)")
    #expect(result.status == 2, "\(result)")
    #expect(result.errors.contains("where it would be taken for"), "\(result)")
    #expect(try workspace.run("verify").status == 0)
  }
}
