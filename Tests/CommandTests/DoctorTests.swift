import Foundation
import TestSupport
import Testing

/// `jibao doctor`: what is wrong with a workspace, each with its cure and code.
@Suite struct DoctorTests {
  private let office: SmallOffice

  init() throws {
    office = try SmallOffice(
      plan: "title: 2026年重点工作\noffice: 某市人民政府办公室\nplace: 某市\nyears: [2026]\n")
    try office.write("units", "编号,名称\nu1,市甲局\n")
    try office.write(
      "ledger", "序号,任务,牵头单位,完成时限,状态,进度\n1,第一项,市甲局,2026-12-31,推进中,20%\n")
    #expect(try office.run(["run"], at: "2026-04-20").status == 0)
  }

  /// What was found of a subject: its state and text.
  private func findings(
    at now: String = "2026-04-21", _ code: Int32
  ) throws -> [String: (state: String, found: String, cures: [String])] {
    let result = try office.run(["doctor", "--json"], at: now)
    #expect(result.status == code, "\(result)")
    struct Finding: Decodable { let subject, state, found: String; let cures: [String] }
    let all = try JSONDecoder().decode([Finding].self, from: Data(result.output.utf8))
    return Dictionary(
      all.map { ($0.subject, ($0.state, $0.found, $0.cures)) },
      // Several of one subject: the first that is wrong.
      uniquingKeysWith: { $0.0 == "wrong" ? $0 : $1 })
  }

  @Test func findsNothingWrongWithASoundWorkspace() throws {
    let found = try findings(0)
    #expect(found.values.allSatisfy { $0.state != "wrong" })
    #expect(found["deadline"]?.found.contains("p 2026-Q1 is cut off on 2026-04-25") == true)
    let text = try office.run(["doctor", "--lang", "zh"], at: "2026-04-21")
    #expect(text.output.contains("正常 截止日：p 一季度（2026-Q1）数据截止 2026-04-25"), "\(text.output)")
  }

  @Test func everythingWrongHasItsCodeAndCure() throws {
    // No run for days.
    #expect(try findings(at: "2026-04-24", 1)["runs"]?.state == "wrong")
    // A clock that goes back.
    #expect(try findings(at: "2026-04-01", 2)["clock"]?.cures.isEmpty == false)
    // A next year without working days, from December on.
    let december = try findings(at: "2026-12-02", 1)["calendar"]
    #expect(december?.state == "notice" && december?.found.contains("2027") == true)
    // A command that is not there.
    try office.configure("notify", "./nothing")
    #expect(try findings(2)["notify"]?.state == "wrong")
    try office.configure("notify", "sh")
    // A ledger that is not there.
    try FileManager.default.moveItem(
      atPath: "\(office.folder)/ledger", toPath: "\(office.folder)/away")
    #expect(try findings(3)["source"]?.state == "wrong")
    try FileManager.default.moveItem(
      atPath: "\(office.folder)/away", toPath: "\(office.folder)/ledger")
    #expect(try findings(0)["source"]?.state != "wrong")
    // A configuration that cannot be read.
    try office.configure("max_age", "never")
    #expect(try findings(2)["configuration"]?.found.contains("jibao.yaml") == true)
  }

  @Test func aStoreThatIsGoneIsSeven() throws {
    try FileManager.default.removeItem(atPath: "\(office.folder)/jibao.sqlite")
    #expect(try findings(7)["store"]?.state == "wrong")
  }

  @Test func whatLastRunsFoundStandsThere() throws {
    try office.write(
      "ledger", "序号,任务,牵头单位,完成时限,状态,进度\n1,第一项,没有的单位,2026-12-31,推进中,20%\n")
    _ = try office.run(["run"], at: "2026-04-21")
    let found = try findings(at: "2026-04-22", 3)
    #expect(found["runs"]?.found.contains("没有的单位") == true)
    #expect(found["source"]?.found.contains("2026-04-21") == true)
  }

  @Test func aFolderThatIsNoWorkspaceIsTwo() throws {
    #expect(try Program().run("doctor", "--workspace", "/nowhere").status == 2)
  }
}
