import Foundation
import TestSupport
import Testing

/// What is wrong in many cells alike is said once.
@Suite struct AlikeFaultTests {
  @Test func anUnknownWordIsSaidOnceWithTheNumberOfItsCells() throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称,考核分组\nu1,甲局,部门\n")
    try office.write(
      "ledger", "序号,任务,牵头单位,状态\n1,甲,甲局,推进种\n2,乙,甲局,推进种\n3,丙,甲局,搞定啦\n4,丁,甲局,推进种\n")
    let refused = try office.run(["snapshot"])
    #expect(refused.status == 3)
    let errors = refused.errors.split(separator: "\n").filter { $0.contains("推进种") }
    #expect(errors.count == 1, "\(refused.errors)")
    #expect(errors.first?.contains("ledger.csv:2:") == true)
    #expect(errors.first?.hasSuffix("(3 cells)") == true, "\(refused.errors)")
    #expect(
      refused.errors.split(separator: "\n").contains {
        $0.contains("搞定啦") && !$0.contains("cells)")
      })
    // Programs are told every cell.
    let json = try office.run(["snapshot", "--json"]).output
    #expect(json.components(separatedBy: "unknown-word").count == 5, "\(json)")
  }
}
