import Foundation
import TestSupport
import Testing

/// What is left when the program is killed, and what the next run makes of it.
@Suite struct CutOffTests {
  /// Runs the program and kills it at a system call.
  private func kill(
    _ office: Office, on day: String, at call: String, _ number: Int, _ arguments: [String]
  ) throws -> Int32 {
    let environment = [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "JIBAO_NOW": day + "T10:00:00Z",
    ]
    return try Program.launch(
      "/usr/bin/env",
      [
        "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
        "inject=\(call):signal=KILL:when=\(number)", Program.path,
      ] + arguments + ["--workspace", office.folder], environment: environment
    ).status
  }

  /// At renaming the mark of `out/` and the edition, at making its folder lasting before and after, at noting it.
  @Test(arguments: [
    ("rename", 1), ("rename", 2), ("fsync", 1), ("fsync", 12), ("unlink", 1), ("unlink", 2),
  ])
  func anEditionIsSettledByTheNextRun(_ call: String, _ number: Int) throws {
    var office = try Office()
    try office.store(1, for: "2023-04-25", on: "2023-04-25")
    let status = try kill(
      office, on: "2023-04-25", at: call, number, ["report", "--period", "2023-Q1"])
    #expect(status != 0)
    try office.run("2023-04-25", "verify")
    let edition = try office.report("2023-Q1", on: "2023-04-25")
    #expect(edition.hasSuffix("2023-Q1/1"))
    let shelf = (edition as NSString).deletingLastPathComponent
    #expect(try FileManager.default.contentsOfDirectory(atPath: shelf) == ["1"])
    try office.run("2023-04-25", "verify")
    let history = try office.run("2023-04-25", "history", "--json").output
    #expect(history.components(separatedBy: "\"manifest_hash\"").count == 2)
  }

  /// A draft is there at every instant.
  @Test(arguments: ["renameat2", "fsync"]) func aDraftIsNeverGone(_ call: String) throws {
    var office = try Office()
    try office.store(1, for: "2023-04-20", on: "2023-04-20")
    let ledger = office.folder + "/ledger"
    try FileManager.default.createDirectory(
      atPath: ledger, withIntermediateDirectories: true)
    try office.write(1, of: 4, for: "2023-04-20", to: ledger)
    try office.run("2023-04-20", "run")
    let draft = office.folder + "/out/V/2023-Q1/draft/manifest.json"
    try #require(FileManager.default.fileExists(atPath: draft))
    try office.write(2, of: 4, for: "2023-04-21", to: ledger)
    for number in 1...3 {
      _ = try kill(office, on: "2023-04-21", at: call, number, ["run"])
      #expect(FileManager.default.fileExists(atPath: draft), "\(call) \(number)")
    }
  }

  /// A migration that was cut off, or whose copy was, begins again.
  @Test(arguments: ["", "half", "other", "same"]) func aMigrationBeginsAgain(
    _ copy: String
  ) throws {
    let folder = try Repository.temporaryFolder("old") + "/west"
    let program = Program()
    #expect(try program.run("init", folder).status == 0)
    let made = try Program.launch(
      Program.python, ["\(Repository.folder)/Tests/StoreTests/Loading/version_1.py", folder])
    #expect(made.status == 0, "\(made)")
    let (store, backups) = ("\(folder)/jibao.sqlite", "\(folder)/backups")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: store))
    try FileManager.default.createDirectory(
      atPath: backups, withIntermediateDirectories: true)
    let backup = URL(fileURLWithPath: "\(backups)/version-1.sqlite")
    switch copy {
    case "half": try bytes.prefix(bytes.count / 2).write(to: backup)
    case "same": try bytes.write(to: backup)
    case "other":
      try FileManager.default.copyItem(atPath: store, toPath: backup.path)
      let changed = try Program.launch(
        Program.python,
        [
          "-c",
          "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
            + "c.execute('DELETE FROM run'); c.execute('VACUUM'); c.close()", backup.path,
        ])
      #expect(changed.status == 0, "\(changed)")
    default: try Data().write(to: URL(fileURLWithPath: "\(backups)/.version-1.tmp"))
    }
    let migrated = try program.run("migrate", "--workspace", folder)
    #expect(migrated.status == 0, "\(migrated)")
    let names = try FileManager.default.contentsOfDirectory(atPath: backups).sorted()
    let isOther = copy == "other"
    #expect(names == (isOther ? ["version-1-2.sqlite"] : []) + ["version-1.sqlite"])
    let newest = "\(backups)/\(isOther ? "version-1-2" : "version-1").sqlite"
    #expect(try Data(contentsOf: URL(fileURLWithPath: newest)) == bytes)
  }

  /// A run waits for a verification, and a verification for a run; a run does not wait for a run.
  @Test func whoOnlyReadsIsWaitedFor() throws {
    var office = try Office()
    try office.store(1, for: "2023-04-25", on: "2023-04-25")
    let lock = office.folder + "/jibao.sqlite.lock"
    /// The exit code of a command that begins while another process holds the lock for a while.
    func status(whileHeld option: String, _ arguments: String...) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["flock", option, lock, "sleep", "3"]
      try process.run()
      defer { process.waitUntilExit() }
      while try Program.launch("/usr/bin/env", ["flock", "-n", "-x", lock, "true"]).status == 0 {}
      return try office.attempt("2023-04-25", arguments).status
    }
    #expect(try status(whileHeld: "-s", "report", "--period", "2023-Q1") == 0)
    #expect(try status(whileHeld: "-x", "verify") == 0)
    #expect(try status(whileHeld: "-s", "verify") == 0)
    #expect(try status(whileHeld: "-x", "report", "--period", "2023-Q1") == 6)
  }
}

/// Two hosts that share a store on a server, and the folder that they publish in.
@Suite struct TwoHostsTests {
  @Test func racesEndWithOneEditionOfEachNumber() async throws {
    try await Engine.$current.withValue(.postgres) {
      var first = try Office()
      try first.store(1, for: "2023-04-25", on: "2023-04-25")
      let second = first.folder + "-second"
      let files = FileManager.default
      let configuration = first.folder + "/jibao.yaml"
      let text = try String(contentsOfFile: configuration, encoding: .utf8)
      try text.replacing("output: out", with: "output: \(first.folder)/out")
        .write(toFile: configuration, atomically: false, encoding: .utf8)
      try files.copyItem(atPath: first.folder, toPath: second)
      let day = "2023-04-25"
      for round in 2...4 {
        // Another ledger each time, which both store and report.
        let ledger = try Repository.temporaryFolder("ledger")
        try first.write(round, of: 4, for: day, to: ledger)
        for folder in [first.folder, second] {
          try? files.removeItem(atPath: folder + "/ledger")
          try files.copyItem(atPath: ledger, toPath: folder + "/ledger")
        }
        let folders = [first.folder, second, first.folder, second, first.folder, second]
        let runs = ["run", "run", "run", "run", "verify", "verify"]
        let results = await withTaskGroup(of: (String, Program.Result?).self) { group in
          for (command, folder) in zip(runs, folders) {
            group.addTask {
              var program = Program()
              program.environment["JIBAO_NOW"] = day + "T10:0\(round):00Z"
              return (command, try? program.run(command, "--workspace", folder))
            }
          }
          return await group.reduce(into: []) { $0.append($1) }
        }
        for (command, result) in results {
          let status = result?.status ?? -1
          #expect(status == 0 || (command == "run" && status == 6), "\(command) \(result as Any)")
        }
        #expect(results.contains { $0.0 == "run" && $0.1?.status == 0 })
        let verified = try first.attempt(day, ["verify"])
        #expect(verified.status == 0, "\(verified)")
      }
    }
  }
}
