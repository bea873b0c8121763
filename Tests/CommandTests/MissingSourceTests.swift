import Foundation
import TestSupport
import Testing

/// A ledger that is not where it should be, with and without a folder of exports.
@Suite struct MissingSourceTests {
  /// A folder of exports does not hide that the ledger is gone.
  @Test(arguments: [nil, "", "notes", "2023-02-30", "2023-04-20"])
  func isSaidBesideExports(_ export: String?) throws {
    let office = try Self.office()
    try FileManager.default.removeItem(atPath: "\(office.folder)/ledger")
    if let export {
      try FileManager.default.createDirectory(
        atPath: "\(office.folder)/exports", withIntermediateDirectories: true)
      if !export.isEmpty { try Self.place("40%", in: "exports/\(export)", of: office) }
    }
    let result = try office.run(["run"])
    let isDated = export == "2023-04-20"
    #expect(result.status == (isDated ? 0 : 3), "\(result)")
    #expect(result.errors.contains("\(office.folder)/ledger"), "\(result)")
    #expect(result.errors.contains("source: exports") == isDated, "\(result)")
    // What lacks the ledger of its day is a draft.
    #expect(office.made() == [isDated ? "2023-Q1/1" : "2023-Q1/draft"])
  }

  /// A folder of exports that the configuration names is missed where it is not there.
  @Test func exportsThatAreNotMounted() throws {
    let office = try Self.office()
    try office.configure("exports", "/nowhere/exports")
    let result = try office.run(["run", "--lang", "zh"])
    #expect(result.status == 3)
    #expect(
      result.errors == "jibao: 错误：/nowhere/exports（历史台账文件夹）不存在或没有台账，请确认是否已挂载\n", "\(result)")
    #expect(office.made() == ["2023-Q1/1"])
  }

  @Test func checkMissesTheLedger() throws {
    let office = try Self.office()
    try FileManager.default.removeItem(atPath: "\(office.folder)/ledger")
    let result = try office.run(["check"])
    #expect(result.status == 3)
    #expect(result.errors.contains("\(office.folder)/ledger: no such file or folder"), "\(result)")
    let new = try SmallOffice()
    let none = try new.run(["check"])
    #expect(none.status == 0 && none.output.contains("there is no ledger yet"), "\(none)")
  }

  @Test(arguments: ["exports", "exports/"])
  func anOfficeMaySayThatItHasExportsOnly(_ source: String) throws {
    let office = try Self.office()
    try office.configure("source", source)
    try Self.place("40%", in: "exports/2023-04-24", of: office)
    let result = try office.run(["run"])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
    #expect(try office.history().count == 2)
    #expect(office.made() == ["2023-Q1/1"])
  }

  private static func office() throws -> SmallOffice {
    let office = try SmallOffice()
    try place("20%", in: "ledger", of: office)
    let stored = try office.run(["snapshot"], at: "2023-04-10")
    #expect(stored.status == 0, "\(stored.errors)")
    return office
  }

  private static func place(_ progress: String, in folder: String, of office: SmallOffice) throws {
    try office.write("units", "编号,名称\nu1,市甲局\n", in: folder)
    try office.write(
      "ledger", "序号,任务,牵头单位,完成时限,状态,进度\n1,第一项,市甲局,2023-12-31,推进中,\(progress)\n",
      in: folder)
  }
}
