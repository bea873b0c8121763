import Foundation
import TestSupport
import Testing

/// `out/` bears a mark of its workspace: a bare mount point gets no edition.
@Suite struct OutputMarkTests {
  @Test(.onEachEngine) func aFolderThatIsNotMountedGetsNothing() throws {
    let office = try Self.office()
    let mark = "\(office.folder)/out/.jibao-ledger"
    #expect(FileManager.default.fileExists(atPath: mark))
    try Self.move("\(office.folder)/out", to: "\(office.folder)/away")
    try FileManager.default.createDirectory(
      atPath: "\(office.folder)/out", withIntermediateDirectories: false)
    try Self.place(40, in: office)
    let failed = try office.run(["run"], at: "2023-06-25")
    #expect(failed.status == 5)
    #expect(failed.errors.contains("\(office.folder)/out does not bear this workspace's mark"))
    #expect(try office.run(["report", "--period", "2023-Q1"], at: "2023-06-25").status == 5)
    #expect(office.made() == [])
    // The ledger was stored all the same; with the share mounted all goes on.
    #expect(try office.history().count == 2)
    try FileManager.default.removeItem(atPath: "\(office.folder)/out")
    #expect(try office.run(["run"], at: "2023-06-25T11:00:00Z").status == 5)
    try Self.move("\(office.folder)/away", to: "\(office.folder)/out")
    let result = try office.run(["run"], at: "2023-06-25T12:00:00Z")
    #expect(result.status == 0, "\(result.errors)")
    #expect(office.made() == ["2023-H1/1", "2023-Q1/1"])
    #expect(try office.run(["verify"], at: "2023-06-26").status == 0)
  }

  /// A plan's folder may be a share of its own.
  @Test func aPlansFolderThatIsNotMountedGetsNothing() throws {
    let office = try Self.office()
    let folder = "\(office.folder)/out/p"
    #expect(FileManager.default.fileExists(atPath: "\(folder)/.jibao-ledger"))
    try Self.move(folder, to: "\(office.folder)/away")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try Self.place(40, in: office)
    let failed = try office.run(["run"], at: "2023-06-25")
    #expect(failed.status == 5)
    #expect(
      failed.errors.contains("\(folder) does not bear this workspace's mark"), "\(failed.errors)")
    #expect(office.made() == [])
    try FileManager.default.removeItem(atPath: folder)
    try Self.move("\(office.folder)/away", to: folder)
    let result = try office.run(["run"], at: "2023-06-25T12:00:00Z")
    #expect(result.status == 0, "\(result.errors)")
    #expect(office.made() == ["2023-H1/1", "2023-Q1/1"])
    #expect(try office.run(["verify"], at: "2023-06-26").status == 0)
  }

  /// A workspace from before there were marks.
  @Test func oneThatHoldsANotedEditionGetsItsMark() throws {
    let office = try Self.office()
    let mark = "\(office.folder)/out/.jibao-ledger"
    let text = try String(contentsOfFile: mark, encoding: .utf8)
    try FileManager.default.removeItem(atPath: mark)
    try Self.place(40, in: office)
    #expect(try office.run(["run"], at: "2023-06-25").status == 0)
    #expect(try String(contentsOfFile: mark, encoding: .utf8) == text)
    // One whose editions are not as they were noted does not.
    try FileManager.default.removeItem(atPath: mark)
    for edition in ["2023-Q1/1", "2023-H1/1"] {
      try office.write("{}", to: "out/p/\(edition)/manifest.json")
    }
    #expect(try office.run(["report", "--as-of", "2023-06-01"], at: "2023-06-26").status == 5)
  }

  @Test func anotherWorkspacesFolderGetsNothing() throws {
    let (one, other) = (try Self.office(), try Self.office(30))
    try one.configure("output", "\(other.folder)/out")
    let result = try one.run(["report", "--as-of", "2023-04-25"], at: "2023-04-26")
    #expect(result.status == 5)
    #expect(result.errors.contains("bears another workspace's mark"), "\(result.errors)")
    // Nor does one without mark that holds another's editions.
    try FileManager.default.removeItem(atPath: "\(other.folder)/out/.jibao-ledger")
    #expect(try one.run(["report", "--as-of", "2023-04-25"], at: "2023-04-26").status == 5)
  }

  /// A workspace that lost its token takes ledger and folder over together.
  @Test func whoAdoptsTheLedgerAdoptsTheFolder() throws {
    let office = try Self.office()
    try FileManager.default.removeItem(atPath: "\(office.folder)/.jibao-ledger")
    try Self.place(40, in: office)
    #expect(try office.run(["run"], at: "2023-06-25").status == 2)
    let adopted = try office.run(["run", "--adopt-ledger"], at: "2023-06-25")
    #expect(adopted.status == 0, "\(adopted.errors)")
    #expect(office.made() == ["2023-H1/1", "2023-Q1/1"])
    #expect(try office.run(["report", "--as-of", "2023-06-01"], at: "2023-06-26").status == 0)
  }

  @Test func theMarkMayBeCopied() throws {
    let office = try Self.office()
    try office.configure("output", "elsewhere")
    try Self.place(40, in: office)
    #expect(try office.run(["run"], at: "2023-06-25").status == 5)
    try FileManager.default.createDirectory(
      atPath: "\(office.folder)/elsewhere", withIntermediateDirectories: false)
    try FileManager.default.copyItem(
      atPath: "\(office.folder)/.jibao-ledger", toPath: "\(office.folder)/elsewhere/.jibao-ledger")
    let result = try office.run(["report", "--period", "2023-H1"], at: "2023-06-25")
    #expect(result.status == 0, "\(result.errors)")
  }

  /// An office that has made the edition of the first quarter.
  private static func office(_ progress: Int = 20) throws -> SmallOffice {
    let office = try SmallOffice()
    try place(progress, in: office)
    let made = try office.run(["run"], at: "2023-04-25")
    #expect(made.status == 0 && office.made() == ["2023-Q1/1"], "\(made.errors)")
    return office
  }

  private static func place(_ progress: Int, in office: SmallOffice) throws {
    try office.write("units", "编号,名称\nu1,市甲局\n")
    try office.write(
      "ledger", "序号,任务,牵头单位,完成时限,状态,进度\n1,第一项,市甲局,2023-12-31,推进中,\(progress)%\n")
  }

  private static func move(_ path: String, to target: String) throws {
    try FileManager.default.moveItem(atPath: path, toPath: target)
  }
}
