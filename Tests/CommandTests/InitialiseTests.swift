import Foundation
import TestSupport
import Testing

/// A workspace is there whole, or not at all.
@Suite struct InitialiseTests {
  static let parts = ["jibao.yaml", "plans", "台账.xlsx"]

  @Test(arguments: ["new", "new/", "two/folders", "empty", "full", "."])
  func isMadeWhole(_ name: String) throws {
    let folder = try Repository.temporaryFolder("init")
    if ["empty", "full"].contains(name) {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    if name == "full" {
      try "x".write(toFile: "\(folder)/full/x", atomically: false, encoding: .utf8)
    }
    var program = Program()
    program.workingDirectory = folder
    let made = try program.run("init", name)
    #expect(made.status == 0, "\(made.errors)")
    let names = try Self.names("\(folder)/\(name)")
    #expect(
      names.filter { !$0.hasPrefix("jibao.sqlite") && !$0.hasPrefix(".jibao-ledger") }
        == (Self.parts + (name == "full" ? ["x"] : [])).sorted())
    #expect(try program.run("history", "--workspace", name).status == 0)
    if name != "." { #expect(try Self.names(folder).filter { $0.contains("jibao-new") } == []) }
  }

  @Test(arguments: parts + ["jibao.sqlite"])
  func nothingIsReplaced(_ part: String) throws {
    let folder = try Repository.temporaryFolder("init")
    try "mine".write(toFile: "\(folder)/\(part)", atomically: false, encoding: .utf8)
    let refused = try Program().run("init", folder)
    #expect(refused.status == 2)
    #expect(refused.errors.contains(part == "jibao.yaml" ? "is a workspace already" : part))
    #expect(try Self.names(folder) == [part])
    #expect(try String(contentsOfFile: "\(folder)/\(part)", encoding: .utf8) == "mine")
  }

  /// The store cannot be made on a disk that is full: a file as large as it gets.
  @Test(arguments: ["new", "there"])
  func whatFailsLeavesNothing(_ name: String) throws {
    let folder = try Repository.temporaryFolder("init")
    try FileManager.default.createDirectory(
      atPath: "\(folder)/there", withIntermediateDirectories: true)
    let result = try Program.launch(
      "/bin/sh",
      [
        "-c", "ulimit -f 20; exec \"$0\" init \"$1\" --example tianshui-2023", Program.path,
        "\(folder)/\(name)",
      ])
    #expect([5, 7].contains(result.status), "\(result)")
    #expect(try Self.names(folder) == ["there"])
    #expect(try Self.names("\(folder)/there") == [])
  }

  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}
