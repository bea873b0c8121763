import Foundation
import TestSupport
import Testing

/// A ledger belongs to one workspace and its copies.
@Suite(.onEachEngine) struct BindingTests {
  private var token: (Office) -> String { { $0.folder + "/.jibao-ledger" } }

  /// Another workspace on the store of the first, with the same id of its ledger.
  private func second(to office: Office) throws -> Office {
    let other = try Office()
    let files = FileManager.default
    let path = other.folder + "/jibao.yaml"
    try files.removeItem(atPath: path)
    try files.copyItem(atPath: office.folder + "/jibao.yaml", toPath: path)
    if Engine.current == .sqlite {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing("store: jibao.sqlite", with: "store: \(office.folder)/jibao.sqlite")
        .write(toFile: path, atomically: false, encoding: .utf8)
    }
    return other
  }

  @Test func aWorkspaceIsBoundByItsFirstSnapshot() throws {
    var office = try Office()
    #expect(!FileManager.default.fileExists(atPath: token(office)))
    try office.store(1, for: "2023-04-25", on: "2023-04-25")
    let text = try String(contentsOfFile: token(office), encoding: .utf8)
    #expect(text.wholeMatch(of: /[0-9a-f]{32}\n/) != nil)
    let attributes = try FileManager.default.attributesOfItem(atPath: token(office))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let edition = try office.report("2023-Q1", on: "2023-04-25")
    let manifest = try String(contentsOfFile: edition + "/manifest.json", encoding: .utf8)
    #expect(!manifest.contains(text.dropLast()))
  }

  /// The ledger's id is misspelt in the configuration: no new history is begun in silence.
  @Test func anotherLedgerIsNotBegun() throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\nu1,甲局\n")
    try office.write("ledger", "序号,任务,牵头单位\n1,甲,甲局\n")
    #expect(try office.run(["snapshot"], at: "2023-04-20").status == 0)
    try office.configure("ledger", "W")
    for words in [["check"], ["run"], ["history"], ["snapshot"]] {
      let refused = try office.run(words)
      #expect(refused.status == 2, "\(words): \(refused)")
      #expect(refused.errors.contains("is bound to the ledger 'V'"), "\(refused)")
    }
    #expect(try office.run(["snapshot", "--adopt-ledger"]).status == 0)
    #expect(try office.run(["snapshot"]).status == 0)
    try office.configure("ledger", "V")
    #expect(try office.history().count == 1)
  }

  @Test func aSecondWorkspaceIsRefusedUntilItAdopts() throws {
    var first = try Office()
    try first.store(1, for: "2023-04-20", on: "2023-04-20")
    var second = try second(to: first)
    let ledger = try Repository.temporaryFolder("ledger")
    try second.write(2, of: 4, for: "2023-04-25", to: ledger)
    let snapshot = ["snapshot", "--from", ledger, "--effective-on", "2023-04-25"]
    let commands = [
      snapshot, ["report", "--as-of", "2023-04-20"], ["run"],
      ["history", "withdraw", "snapshot", "1", "--reason", "x"],
    ]
    for arguments in commands {
      let refused = try second.attempt("2023-04-25", arguments)
      #expect(refused.status == 2, "\(arguments): \(refused)")
      #expect(refused.errors.contains("is bound to another workspace"), "\(refused)")
      #expect(refused.errors.contains("\(second.folder) has no mark"), "\(refused)")
      #expect(refused.errors.contains("--adopt-ledger"), "\(refused)")
    }
    let adopted = try second.attempt("2023-04-25", snapshot + ["--adopt-ledger"])
    #expect(adopted.status == 0, "\(adopted)")
    // From now on the first one is the stranger, and does not even read.
    let late = try first.attempt("2023-04-26", ["run"])
    #expect(late.status == 2 && late.errors.contains("has mark "), "\(late)")
    #expect(try first.attempt("2023-04-26", ["history"]).status == 2)
    #expect(try second.attempt("2023-04-26", ["verify"]).status == 0)
  }

  @Test func copiesShareTheLedger() throws {
    var office = try Office()
    try office.store(1, for: "2023-04-20", on: "2023-04-20")
    var copy = try second(to: office)
    try FileManager.default.copyItem(atPath: token(office), toPath: token(copy))
    try copy.store(2, for: "2023-04-25", on: "2023-04-25")
    try office.store(3, for: "2023-04-26", on: "2023-04-26")
    try office.run("2023-04-26", "verify")
  }

  @Test func aLostOrDamagedTokenIsSaid() throws {
    var office = try Office()
    try office.store(1, for: "2023-04-20", on: "2023-04-20")
    try "x\n".write(toFile: token(office), atomically: false, encoding: .utf8)
    let damaged = try office.attempt("2023-04-21", ["run"])
    #expect(damaged.status == 2 && damaged.errors.contains(".jibao-ledger is not the file"))
    try FileManager.default.removeItem(atPath: token(office))
    #expect(try office.attempt("2023-04-21", ["report", "--as-of", "2023-04-20"]).status == 2)
    let adopted = ["report", "--as-of", "2023-04-20", "--adopt-ledger"]
    #expect(try office.attempt("2023-04-21", adopted).status == 0)
  }
}
