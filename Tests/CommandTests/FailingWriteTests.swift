import Foundation
import TestSupport
import Testing

/// Every write of an output made to fail once, by a library that is loaded before the C library;
/// and threads that cannot be made.
@Suite(.enabled(if: FailingWrites.library != nil)) struct FailingWriteTests {
  private let workspace: ExampleWorkspace
  private let out: String

  init() throws {
    workspace = try ExampleWorkspace(days: ["2023-06-25"])
    out = workspace.folder + "/out"
  }

  /// Runs a report of the half-year with the library in front.
  private func report(
    _ id: String, _ faults: [String: String] = [:]
  ) throws -> Program.Result {
    var program = workspace.program
    program.environment.merge(faults) { $1 }
    program.environment["FAIL_BELOW"] = "/out/"
    program.environment["LD_PRELOAD"] = FailingWrites.library
    return try program.run(
      "report", id, "--period", "2023-H1", "--workspace", workspace.folder)
  }

  /// How many writes a report takes.
  private func writes(_ id: String) throws -> Int {
    let count = workspace.folder + "/count"
    // The marks of out/ and of the plan's folder are written once, with the first report.
    #expect(try report(id).status == 0)
    try removeEditions()
    #expect(try report(id, ["FAIL_COUNT": count]).status == 0)
    try removeEditions()
    return try #require(Int(text(count).trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// Removes what was published; the marks of `out/` and of the plan's folder stay.
  private func removeEditions() throws {
    let folder = out + "/tianshui-2023"
    for shelf in try FileManager.default.contentsOfDirectory(atPath: folder)
    where !shelf.hasPrefix(".") {
      try FileManager.default.removeItem(atPath: "\(folder)/\(shelf)")
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// All that is published.
  private func files() -> [String] {
    let all = FileManager.default.enumerator(atPath: out)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.contains(".") && !$0.split(separator: "/").contains { $0.first == "." } }
  }

  @Test(arguments: [ENOSPC, EIO, EINTR])
  func everyWriteThatFailsIsFiveAndPublishesNothing(code: Int32) throws {
    // The office's whole report once, a small one for the other errors.
    let id = code == ENOSPC ? "quarterly" : "brief"
    let writes = try writes(id)
    #expect(writes > 3)
    for write in 1...writes {
      let result = try report(id, ["FAIL_AT": "\(write)", "FAIL_HOW": "\(code)"])
      #expect(result.status == 5, "write \(write) of \(writes): \(result.errors)")
      #expect(files() == [], "write \(write) of \(writes)")
    }
    #expect(try report(id).status == 0, "the next run makes it")
  }

  /// A write that says more than it did; one that did less and says so goes on.
  @Test func whatIsLostIsNoticedAndWhatIsShortGoesOn() throws {
    let writes = try writes("brief")
    for write in 1...writes {
      let lost = try report("brief", ["FAIL_AT": "\(write)", "FAIL_HOW": "lost"])
      #expect(lost.status == 5, "write \(write) of \(writes): \(lost.errors)")
      #expect(files() == [])
    }
    #expect(try report("brief").status == 0)
    let whole = try hashes()
    for write in 1...writes {
      try removeEditions()
      let short = try report("brief", ["FAIL_AT": "\(write)", "FAIL_HOW": "short"])
      #expect(short.status == 0, "write \(write) of \(writes): \(short.errors)")
      #expect(try hashes() == whole, "write \(write) of \(writes)")
    }
  }

  @Test(arguments: ["quarterly", "unit"])
  func withoutThreadsTheSameIsMadeOnTheSpot(id: String) throws {
    #expect(try report(id).status == 0)
    let whole = try hashes()
    try removeEditions()
    let result = try report(id, ["FAIL_THREADS": "1"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try hashes() == whole)
  }

  /// No part of a workbook stands in a file of its own.
  @Test func nothingIsWrittenBesideTheOutput() throws {
    let memory = Set(try FileManager.default.contentsOfDirectory(atPath: "/dev/shm"))
    #expect(try report("quarterly").status == 0)
    let after = Set(try FileManager.default.contentsOfDirectory(atPath: "/dev/shm"))
    #expect(after.subtracting(memory).filter { $0.hasPrefix("tmp.") } == [])
  }

  /// A kill between two calls leaves a temporary file of the engine; the next run removes it.
  @Test func leftoversOfTheEngineAreRemoved() throws {
    let folder = try Repository.temporaryFolder("leftovers")
    for name in ["etilqs_0123456789abcdef", "other"] {
      try Data("a".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    var program = workspace.program
    program.environment["SQLITE_TMPDIR"] = folder
    #expect(
      try program.run("report", "brief", "--period", "2023-H1", "--workspace", workspace.folder)
        .status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["other"])
  }

  /// The hashes of the files that the edition's manifest lists.
  private func hashes() throws -> [String] {
    let manifests =
      FileManager.default.enumerator(atPath: out)?.compactMap { $0 as? String }
      .filter { $0.hasSuffix("manifest.json") } ?? []
    return try manifests.flatMap { path in
      try text(out + "/" + path).split(separator: "\n").filter { $0.contains("\"sha256\"") }
        .map(String.init)
    }
  }
}

/// The library, built with the compiler that is there.
enum FailingWrites {
  static let library: String? = {
    let source = Repository.folder + "/Tests/CommandTests/Faults/failing.c"
    guard let folder = try? Repository.temporaryFolder("failing") else { return nil }
    for compiler in ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"]
    where FileManager.default.isExecutableFile(atPath: compiler) {
      let path = folder + "/failing.so"
      let result = try? Program.launch(
        compiler, ["-shared", "-fPIC", "-O1", "-o", path, source, "-ldl"])
      if result?.status == 0 { return path }
    }
    return nil
  }()
}
