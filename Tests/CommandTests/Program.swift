import Foundation
import TestSupport

/// The built program, run as its users run it.
struct Program {
  /// What a run left behind.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The binary beside the test bundle.
  static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("jibao").path

  var environment: [String: String] = [:]
  var workingDirectory = Repository.folder

  /// The program with a clock that stands still.
  static func at(_ now: String) -> Program { Program(environment: ["JIBAO_NOW": now]) }

  /// Runs the program with English wording, in an environment of its own.
  func run(_ arguments: String...) throws -> Result { try run(arguments) }

  func run(_ arguments: [String]) throws -> Result {
    try Self.launch(
      Self.path, arguments,
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 },
      workingDirectory: workingDirectory)
  }

  /// Runs any program and waits for it.
  static func launch(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil,
    workingDirectory: String = Repository.folder, output stream: FileHandle? = nil,
    errors errorStream: FileHandle? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment ?? ProcessInfo.processInfo.environment
    process.currentDirectoryURL = URL(fileURLWithPath: workingDirectory)
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: nothing has to be drained while the program runs.
    let folder = try Repository.temporaryFolder("run")
    let (output, errors) = ("\(folder)/stdout", "\(folder)/stderr")
    for file in [output, errors] { try Data().write(to: URL(fileURLWithPath: file)) }
    process.standardOutput = try stream ?? FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError =
      try errorStream ?? FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  /// The Python that has what the cross-checks need.
  static var python: String {
    ProcessInfo.processInfo.environment["JIBAO_PYTHON"] ?? "/usr/bin/python3"
  }
}

/// A workspace of an example plan: that of Tianshui unless said.
struct ExampleWorkspace {
  static let days = ["2023-04-25", "2023-06-25", "2023-09-25", "2023-11-25", "2023-12-31"]
  static let ledgers = Repository.folder + "/Examples/tianshui-2023"

  let example: String
  let folder: String
  let program: Program

  /// Makes a workspace and stores the ledgers of some days.
  /// - Parameter store: The address of an empty database on a server; nil for a store of the engine
  ///   that the test runs on.
  init(
    _ example: String = "tianshui-2023", days: [String] = days, program: Program = Program(),
    store: String? = nil
  ) throws {
    folder = try Repository.temporaryFolder("example") + "/W"
    self.example = example
    self.program = program
    let isOnServer = Engine.current == .postgres
    let store = try store ?? (isOnServer ? TestServer.address(of: TestServer.makeDatabase()) : nil)
    let place = store.map { ["--store", $0] } ?? []
    try expect(program.run(["init", folder, "--example", example] + place))
    if store != nil { try expect(program.run("migrate", "--workspace", folder)) }
    for day in days { try snapshot(day) }
  }

  /// Stores the ledger of a day; returns the warnings.
  @discardableResult
  func snapshot(_ day: String) throws -> String {
    let result = try program.run(
      "snapshot", "--workspace", folder, "--from",
      "\(Repository.folder)/Examples/\(example)/\(day)",
      "--effective-on", day)
    try expect(result)
    return result.errors
  }

  /// Runs a command on the workspace.
  func run(_ arguments: String...) throws -> Program.Result { try run(arguments) }

  func run(_ arguments: [String]) throws -> Program.Result {
    try program.run(arguments + ["--workspace", folder])
  }

  /// Runs a report and returns the folder that it stands in.
  func report(_ arguments: String...) throws -> String {
    let result = try program.run(["report", "--workspace", folder, "--json"] + arguments)
    try expect(result)
    let made = try JSONDecoder().decode([Made].self, from: Data(result.output.utf8))
    guard let first = made.first else { throw Unexpected(result: result) }
    return first.folder
  }

  private struct Made: Decodable { let folder: String }

  private func expect(_ result: Program.Result) throws {
    if result.status != 0 { throw Unexpected(result: result) }
  }

  /// A command that should have worked did not.
  struct Unexpected: Error { let result: Program.Result }
}
