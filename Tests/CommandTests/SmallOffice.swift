import Foundation
import TestSupport
import Testing

/// A workspace with one plan, `p`, of 2023, and a ledger that a test writes; its clock stands where
/// the test sets it.
struct SmallOffice {
  let folder: String

  init(plan: String = "title: 2023年重点工作\noffice: 某市人民政府办公室\nplace: 某市\nyears: [2023]\n") throws {
    folder = try Repository.temporaryFolder("small") + "/V"
    let store =
      Engine.current == .postgres
      ? ["--store", try TestServer.address(of: TestServer.makeDatabase())] : []
    #expect(try Program().run(["init", folder] + store).status == 0)
    try write(plan, to: "plans/p/plan.yaml")
    if !store.isEmpty { #expect(try run(["migrate"]).status == 0) }
  }

  /// A new workspace in a folder, whose name is its ledger's.
  init(at folder: String) throws {
    self.folder = folder
    #expect(try Program().run(["init", folder]).status == 0)
  }

  /// Writes a file of the workspace.
  func write(_ text: String, to path: String) throws {
    let file = URL(fileURLWithPath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Sets a key of `jibao.yaml`.
  func configure(_ key: String, _ value: String) throws {
    let text = try String(contentsOfFile: "\(folder)/jibao.yaml", encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix(key + ":") }
    try write(lines.joined(separator: "\n") + "\n\(key): \(value)\n", to: "jibao.yaml")
  }

  /// Writes a register of the ledger.
  func write(_ register: String, _ rows: String, in folder: String = "ledger") throws {
    try write(rows, to: "\(folder)/\(register).csv")
  }

  /// Runs a command at an instant, or at 18:00 in Shanghai of a day.
  func run(
    _ words: [String], at now: String = "2023-04-25", output: FileHandle? = nil,
    errors: FileHandle? = nil
  ) throws -> Program.Result {
    try Program.launch(
      Program.path, words, environment: environment(now), output: output, errors: errors)
  }

  /// Runs a command line with redirections.
  func shell(
    _ line: String, at now: String = "2023-04-25", adding variables: [String: String] = [:]
  ) throws -> Program.Result {
    try Program.launch(
      "/bin/sh", ["-c", "exec \"$0\" \(line)", Program.path],
      environment: environment(now).merging(variables) { $1 })
  }

  /// Runs a command line on a terminal; returns what that is sent.
  func onTerminal(_ line: String, at now: String = "2023-04-25") throws -> String {
    let words = [Program.path] + line.split(separator: " ").map(String.init)
    return try Program.launch(
      Program.python, ["-c", "import pty, sys; pty.spawn(sys.argv[1:])"] + words,
      environment: environment(now)
    ).output
  }

  func environment(_ now: String) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "JIBAO_WORKSPACE": folder,
      "JIBAO_NOW": now.contains("T") ? now : now + "T10:00:00Z",
    ]
  }

  /// The editions and drafts that lie in `out/`, such as `2023-Q1/1`.
  func made(of plan: String = "p") -> [String] {
    let plan = "\(folder)/out/\(plan)"
    let shelves = (try? FileManager.default.contentsOfDirectory(atPath: plan)) ?? []
    return shelves.flatMap { shelf in
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(plan)/\(shelf)")) ?? [])
        .map { "\(shelf)/\($0)" }
    }.sorted()
  }

  /// What is stored: `snapshots`, `editions` or `runs`.
  func history(_ part: String = "snapshots") throws -> [[String: Any]] {
    let result = try run(["history", "--json"])
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require((json as? [String: Any])?[part] as? [[String: Any]], "\(result.errors)")
  }
}
