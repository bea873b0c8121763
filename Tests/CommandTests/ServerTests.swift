import Foundation
import TestSupport
import Testing

/// The program on a store that stands on a server.
@Suite struct ServerTests {
  private func server() throws -> String {
    try TestServer.address(of: TestServer.makeDatabase())
  }

  /// Every file of the reports but the manifests, which hold clock and chain.
  private func contents(of workspace: ExampleWorkspace) throws -> [String: Data] {
    let out = workspace.folder + "/out"
    let names = try FileManager.default.subpathsOfDirectory(atPath: out)
    return names.filter { $0.contains(".") && !$0.hasSuffix(".json") }.reduce(into: [:]) {
      $0[$1] = FileManager.default.contents(atPath: "\(out)/\($1)")
    }
  }

  @Test(arguments: [
    (
      "tianshui-2023", ExampleWorkspace.days,
      ["2023-Q1", "2023-H1", "2023-Q3", "2023-FY", "2023-final"]
    ),
    ("xuancheng-2019", ["2019-02-28", "2019-06-30", "2019-09-30", "2019-12-31"], ["2019-final"]),
    (
      "yingtan-2023",
      ["2023-03-25", "2023-04-28", "2023-06-30", "2023-08-28", "2023-09-30", "2023-12-31"],
      ["2023-B3", "2023-Q3"]
    ),
  ])
  func reportsAreTheSameBytesOnBothEngines(
    _ example: String, _ days: [String], _ periods: [String]
  ) throws {
    let days = days.filter {
      FileManager.default.fileExists(atPath: "\(Repository.folder)/Examples/\(example)/\($0)")
    }
    let file = try ExampleWorkspace(example, days: days)
    let server = try ExampleWorkspace(example, days: days, store: server())
    for period in periods {
      for workspace in [file, server] { _ = try workspace.report("--period", period) }
    }
    let (first, second) = (try contents(of: file), try contents(of: server))
    #expect(first.count >= 15 * periods.count)
    #expect(first.keys.sorted() == second.keys.sorted())
    // The mark of out/ is each workspace's own.
    for (name, bytes) in first where !name.hasSuffix(".jibao-ledger") {
      #expect(second[name] == bytes, "\(name)")
    }
  }

  @Test func everyCommandWorks() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"], store: server())
    _ = try workspace.report("--period", "2023-Q1")
    let again = try workspace.run("report", "--period", "2023-Q1")
    #expect(again.output.hasPrefix("Nothing new: edition 1 says the same"))
    let history = try workspace.run("history")
    #expect(history.output.contains("2023-04-25"))
    let verified = try workspace.run("verify")
    #expect(verified.status == 0 && verified.output.contains("1 snapshots"), "\(verified)")
    let migrated = try workspace.run("migrate")
    #expect(migrated.output == "The store was up to date.\n")
    let query = try workspace.run("query", "metrics/completion", "--as-of", "2023-04-25", "--csv")
    #expect(query.status == 0 && query.output.split(separator: "\r\n").count == 2)
    let noData = try workspace.run("report", "--as-of", "2022-01-01")
    #expect(noData.status == 3)
  }

  /// The number of an edition is given once, even where its folder is gone.
  @Test func aNumberIsGivenOnce() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"], store: server())
    let first = try workspace.report("--period", "2023-Q1")
    try FileManager.default.removeItem(atPath: workspace.folder + "/out/tianshui-2023")
    let second = try workspace.report("--period", "2023-Q1")
    #expect(first.hasSuffix("2023-Q1/1") && second.hasSuffix("2023-Q1/2"))
  }

  @Test func aServerThatIsNotThereIsSevenAndOneLine() throws {
    let folder = try Repository.temporaryFolder("server") + "/W"
    let program = Program()
    let address = "postgres:///jibao?host=\(folder)"
    #expect(try program.run("init", folder, "--store", address).status == 0)
    for command in ["history", "migrate", "verify"] {
      let result = try program.run(command, "--workspace", folder)
      #expect(result.status == 7)
      #expect(result.output == "")
      #expect(result.errors.hasPrefix("jibao: error: the store cannot be reached: "))
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }
  }

  @Test func aDatabaseWithoutAStoreIsSaid() throws {
    let folder = try Repository.temporaryFolder("server") + "/W"
    #expect(try Program().run("init", folder, "--store", server()).status == 0)
    let result = try Program().run("history", "--workspace", folder)
    #expect(result.status == 7)
    #expect(result.errors.contains("jibao migrate"))
  }

  /// A password that is given in the three ways there are stands nowhere afterwards.
  @Test func aPasswordIsNowhere() throws {
    let canary = "canary-4711"
    var program = Program()
    program.environment["PGPASSWORD"] = canary
    let name = try TestServer.makeDatabase()
    let workspace = try ExampleWorkspace(
      days: ["2023-04-25"], program: program, store: TestServer.address(of: name))
    let passwords = try Repository.temporaryFolder("passwords") + "/pgpass"
    try Data("*:*:*:*:\(canary)\n".utf8).write(to: URL(fileURLWithPath: passwords))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: passwords)
    let configuration = "\(workspace.folder)/jibao.yaml"
    let text = try String(contentsOfFile: configuration, encoding: .utf8)
    try (text + "store_passwords: \(passwords)\n")
      .write(toFile: configuration, atomically: false, encoding: .utf8)
    var said = try [
      workspace.run("report", "--period", "2023-Q1", "--json"), workspace.run("verify"),
      workspace.run("history", "--json"), workspace.run("run", "--dry-run"),
      workspace.run("query", "metrics/no_such"),
    ]
    // Of a role that has another password, and in an address, where it must not be.
    for store in [
      try "postgres:///\(name)?host=\(TestServer.folder())&user=nobody",
      "postgres://postgres:\(canary)@/\(name)", "postgres:///x?password=\(canary)",
    ] {
      try text.replacing(#/store: .*/#, with: "store: \(store)")
        .write(toFile: configuration, atomically: false, encoding: .utf8)
      said.append(try workspace.run("history"))
      #expect(said.last?.status == (store.contains(canary) ? 2 : 7))
    }
    try FileManager.default.removeItem(atPath: configuration)
    for result in said { #expect(!(result.output + result.errors).contains(canary)) }
    let kept = try Program.launch("/bin/grep", ["-rla", canary, workspace.folder])
    #expect(kept.status == 1 && kept.output.isEmpty, "\(kept)")
    let dump = try Program.launch(
      "/usr/bin/env", ["pg_dump", "--no-owner", "-d", try TestServer.address(of: name)])
    #expect(dump.status == 0 && dump.output.contains("天水"))
    #expect(!dump.output.contains(canary))
  }
}
