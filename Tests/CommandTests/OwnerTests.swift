import Foundation
import TestSupport
import Testing

/// Commands that write, started by another user than the owner of the store. Only root can try.
@Suite(.enabled(if: geteuid() == 0)) struct OwnerTests {
  /// nobody, as Debian numbers it.
  static let owner: uid_t = 65_534

  static let writing: [[String]] = [
    ["run"], ["snapshot"], ["report", "--as-of", "2023-04-25"],
    ["report", "--all-periods"], ["migrate"],
    ["history", "mark", "2023-Q1", "1", "--sent", "2023-04-25"],
    ["diff", "--from", "2023-04-10", "--to", "2023-04-25", "--workbook"],
  ]

  @Test(arguments: writing)
  func areRefusedBeforeAnythingIsWritten(_ words: [String]) throws {
    let office = try Self.office()
    let before = try Self.files(office)
    let result = try office.run(words)
    #expect(result.status == 2)
    for text in [
      "jibao.sqlite belongs to nobody, and this user is root",
      "runuser -u nobody -- \(Program.path) \(words.joined(separator: " "))", "--as-owner",
    ] {
      #expect(result.errors.contains(text), "\(text) in \(result.errors)")
    }
    #expect(try Self.files(office) == before)
  }

  @Test func rootMayBecomeTheOwner() throws {
    let office = try Self.office()
    for words in [["snapshot"], ["run"], ["report", "--as-of", "2023-04-25"]] {
      let result = try office.run(words + ["--as-owner"])
      #expect(result.status == 0, "\(words): \(result.errors)")
    }
    #expect(office.made().contains("2023-Q1/1"))
    // Whatever was written is the owner's.
    #expect(try Self.files(office).filter { !$0.hasSuffix(" \(Self.owner)") } == [])
  }

  @Test(arguments: [["history"], ["query"], ["verify"], ["check"], ["run", "--dry-run"]])
  func whoOnlyReadsMayBeAnyone(_ words: [String]) throws {
    let office = try Self.office()
    try FileManager.default.removeItem(atPath: "\(office.folder)/jibao.sqlite.lock")
    let result = try office.run(words)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try Self.files(office).filter { !$0.hasSuffix(" \(Self.owner)") } == [])
  }

  /// Where the store is on a server, the configuration says whose it is.
  @Test func theOwnerOfTheConfigurationCountsWhereTheStoreIsElsewhere() throws {
    let office = try Engine.$current.withValue(.postgres) { try Self.office() }
    let result = try office.run(["snapshot"])
    #expect(result.status == 2)
    #expect(result.errors.contains("jibao.yaml belongs to nobody"), "\(result.errors)")
  }

  @Test func anotherUserCannotBecomeTheOwner() throws {
    let office = try Self.office(owner: 65_533)
    #expect(chmod(office.folder, 0o755) == 0 && chmod("\(office.folder)/jibao.yaml", 0o644) == 0)
    let result = try Self.asNobody(["snapshot", "--as-owner", "--workspace", office.folder])
    #expect(result.status == 2)
    #expect(
      result.errors.contains("belongs to #65533, and this user is nobody"), "\(result.errors)")
    #expect(!result.errors.contains("or add --as-owner"))
  }

  /// The files that come with the program are root's.
  @Test func anyUserMakesAWorkspaceOfAnExample() throws {
    let folder = try Repository.temporaryFolder("user")
    #expect(chown(folder, Self.owner, Self.owner) == 0)
    let made = try Self.asNobody(["init", "\(folder)/W", "--example", "yingtan-2023"])
    #expect(made.status == 0, "\(made.errors)")
    for file in ["plan.yaml", "rules/2023-01-01.yaml"] {
      var status = stat()
      #expect(stat("\(folder)/W/plans/yingtan-2023/\(file)", &status) == 0)
      #expect(status.st_uid == Self.owner && status.st_mode & 0o777 == 0o600)
    }
  }

  private static func asNobody(_ words: [String]) throws -> Program.Result {
    try Program.launch(
      "/usr/bin/setpriv",
      ["--reuid=65534", "--regid=65534", "--clear-groups", Program.path] + words,
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"])
  }

  /// A workspace that a user owns, with a ledger.
  private static func office(owner: uid_t = owner) throws -> SmallOffice {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\nu1,市甲局\n")
    try office.write("ledger", "序号,任务,牵头单位,完成时限,状态\n1,第一项,市甲局,2023-12-31,推进中\n")
    let names = try FileManager.default.subpathsOfDirectory(atPath: office.folder)
    for path in [office.folder] + names.map({ "\(office.folder)/\($0)" }) {
      #expect(chown(path, owner, gid_t(owner)) == 0)
    }
    return office
  }

  /// The files of a workspace, each with its owner.
  private static func files(_ office: SmallOffice) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: office.folder).sorted().map { name in
      var status = stat()
      #expect(lstat("\(office.folder)/\(name)", &status) == 0)
      return "\(name) \(status.st_uid)"
    }
  }
}
