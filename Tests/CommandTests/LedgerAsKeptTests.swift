import Foundation
import Testing

/// Ledgers as offices keep them, from the file to the report.
@Suite struct LedgerAsKeptTests {
  static let units = "编号,名称,考核分组\nu1,甲局,部门\nu2,乙局,部门\n"

  /// Whatever text a cell may hold can be reported.
  @Test(arguments: [
    "分类", "任务", "牵头领导", "责任人", "进展情况", "滞后原因", "下一步措施", "需协调事项", "备注", "序号", "任务编号",
  ])
  func longTexts(_ heading: String) throws {
    let office = try SmallOffice()
    try office.write("units", Self.units)
    let text = String(repeating: "长", count: 32_767)
    let headings = ["任务编号", "序号", "分类", "任务", "牵头领导", "牵头单位", "完成时限", "状态", "进度"]
    let cells = ["T1", "1", "综合", "第一项", "张三", "甲局", "2023-03-31", "推进中", "20%"]
    let columns = headings.contains(heading) ? headings : headings + [heading]
    let row = columns.enumerated().map { $1 == heading ? text : cells[$0] }
    try office.write(
      "ledger",
      columns.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n"
        + cells.joined(separator: ",").replacing("T1,1", with: "T2,2").replacing("第一项", with: "第二项")
        + String(repeating: ",", count: columns.count - cells.count) + "\n")
    #expect(try office.run(["snapshot"]).status == 0)
    for report in [[], ["unit"]] {
      let result = try office.run(["report"] + report + ["--period", "2023-Q1"])
      #expect([0, 4].contains(result.status), "\(result.errors.prefix(500))")
    }
  }

  @Test func gapsAreNamedAndFilledAsTheCureSays() throws {
    let office = try SmallOffice()
    try office.write("units", Self.units)
    try office.write(
      "ledger", "序号,分类,任务,牵头单位\n1,简政,甲,甲局\n2,,乙,乙局\n3,服务,丙,甲局\n4,,丁,乙局\n")
    let named = try office.run(["check"])
    #expect(named.status == 0)
    #expect(named.errors.contains("ledger.csv:3:3"))
    #expect(named.errors.contains("fill_down: [分类] in jibao.yaml"))
    try office.configure("fill_down", "[分类]")
    let filled = try office.run(["snapshot"])
    #expect(filled.status == 0 && filled.errors.contains("分类: 2 cells are empty and took"))
    let tasks = try office.run(["query", "state/task", "--csv", "--as-of", "2023-04-25"]).output
    #expect(tasks.components(separatedBy: "简政").count == 3)
    #expect(tasks.components(separatedBy: "服务").count == 3)
  }

  @Test(arguments: [
    ("[分裂]", "nearest: 分类"), ("[milestones.分类]", "does not exist"), ("[分类, section]", "twice"),
  ])
  func columnsThatAreNone(_ value: String, _ said: String) throws {
    let office = try SmallOffice()
    try office.configure("fill_down", value)
    let result = try office.run(["check"])
    #expect(result.status == 2, "\(result)")
    #expect(result.errors.contains("jibao.yaml"), "\(result)")
    #expect(result.errors.contains(said), "\(result)")
  }

  @Test func collectivesInCollectives() throws {
    let office = try SmallOffice()
    try office.write(
      "units",
      "编号,名称,集体,成员\nu1,甲局,,\nu2,乙局,,\nu3,两局,是,u1;u2\nu4,全市,是,u3;u1\nu5,各方,是,u4\nu6,无人,是,\n")
    try office.write("ledger", "序号,任务,牵头单位\n1,甲,各方\n2,乙,无人\n")
    #expect(try office.run(["snapshot"]).status == 0)
    let leaves = try office.run(["query", "state/unit_leaf", "--csv", "--as-of", "2023-04-25"])
    #expect(
      leaves.output.split(whereSeparator: \.isNewline).dropFirst().map(String.init) == [
        "u1,u1", "u2,u2", "u3,u1", "u3,u2", "u4,u1", "u4,u2", "u5,u1", "u5,u2", "u6,u6",
      ])
  }
}
