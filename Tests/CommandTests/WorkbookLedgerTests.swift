import Foundation
import TestSupport
import Testing

/// The office's own workbook as its ledger: from the file to the history.
@Suite struct WorkbookLedgerTests {
  private static let mapping = """
    # 推测：表头含“目标名称”
    units: 单位名录.csv
    sheets:
      - sheet: 重点工作
        register: ledger
        columns:
          number: 序号
          section: 工作类别
          title: 目标名称
          leaders: 责任领导
          milestones: {from: 目标节点或完成时限, take: milestones}

    """

  /// An office whose ledger is one of the kept workbooks.
  private func office(_ mapping: String? = mapping, to path: String = "台账.xlsx") throws
    -> SmallOffice
  {
    let office = try SmallOffice()
    try office.configure("source", path)
    let file = URL(fileURLWithPath: "\(office.folder)/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    if FileManager.default.fileExists(atPath: file.path) {
      try FileManager.default.removeItem(at: file)
    }
    try FileManager.default.copyItem(
      atPath: "\(Repository.folder)/Tests/IntakeTests/Workbooks/milestones-in-a-cell.xlsx",
      toPath: file.path)
    try office.write("编号,名称,考核分组\nu1,甲局,部门\n", to: "单位名录.csv")
    if let mapping { try office.write(mapping, to: "mapping.yaml") }
    return office
  }

  @Test func aSnapshotOfAWorkbook() throws {
    let office = try office()
    let stored = try office.run(["snapshot"])
    #expect(stored.status == 0, "\(stored)")
    let milestones = try office.run([
      "query", "state/milestone", "--csv", "--as-of", "2023-04-25",
    ]).output
    #expect(milestones.components(separatedBy: "2023-").count > 12)
    let again = try office.run(["snapshot"])
    #expect(again.status == 0)
    #expect(try office.run(["verify"]).status == 0)
    let files = try office.run(["query", "state/source_file", "--csv", "--as-of", "2023-04-25"])
    #expect(files.output.contains("台账.xlsx:重点工作"), "\(files)")
    let items = try office.run(["query", "metrics/item_list", "--json", "--as-of", "2023-04-25"])
    #expect(items.output.contains("\"重点工作!E2\""), "\(items)")
  }

  @Test func withoutAMappingItIsRefusedWithTheCure() throws {
    let office = try office(nil)
    let refused = try office.run(["snapshot"])
    #expect(refused.status == 3)
    #expect(refused.errors.contains("jibao check --suggest"), "\(refused.errors)")
  }

  @Test func aMappingThatIsWrongIsNamedByLine() throws {
    let office = try office(Self.mapping.replacing("title:", with: "titel:"))
    let refused = try office.run(["snapshot"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("mapping.yaml:9"), "\(refused.errors)")
  }

  @Test func aFaultNamesItsCellInTextAndJSON() throws {
    let office = try office(Self.mapping.replacing("责任领导", with: "责任人"))
    let refused = try office.run(["snapshot"])
    #expect(refused.status == 3)
    #expect(refused.errors.contains("台账.xlsx:重点工作!A1"), "\(refused.errors)")
    let json = try office.run(["snapshot", "--json"]).output
    #expect(json.contains("\"sheet\" : \"重点工作\""), "\(json)")
    #expect(json.contains("\"cell\" : \"A1\""), "\(json)")
  }

  @Test func aWorkbookInAFolderAndAsAnExport() throws {
    let office = try office(to: "ledger/台账.xlsx")
    try office.configure("source", "ledger")
    #expect(try office.run(["snapshot"]).status == 0)
    try FileManager.default.createDirectory(
      atPath: "\(office.folder)/exports", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(office.folder)/ledger/台账.xlsx",
      toPath: "\(office.folder)/exports/2023-03-25.xlsx")
    let dry = try office.run(["run", "--dry-run"])
    #expect(dry.output.contains("2023-03-25"), "\(dry)")
    try FileManager.default.copyItem(
      atPath: "\(office.folder)/ledger/台账.xlsx", toPath: "\(office.folder)/ledger/又一份.xlsx")
    let two = try office.run(["snapshot"])
    #expect(two.status == 3)
    #expect(two.errors.contains("台账.xlsx"), "\(two.errors)")
  }
}
