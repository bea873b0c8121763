import Domain
import Testing

@testable import Intake

/// Words that group and are nearly the same are named; others are not.
@Suite struct GroupingWordTests {
  @Test(arguments: [
    ("市直部门", "市直部们", true), ("市直部门", "省直部门", false), ("简政放权", "减政放权", true),
    ("简政放权", "简政放权类", true), ("第一组", "第二组", false), ("第1组", "第2组", false), ("县区", "园区", false),
    ("甘肃日报", "甘肃日报社", true), ("高新区管委会", "新区管委会", false),
  ])
  func nearWords(_ one: String, _ other: String, _ isNear: Bool) {
    #expect(NearForms(one).isNear(other) == isNear)
  }

  @Test(arguments: [
    ("张三", "副市长张三", true), ("张三副市长", "张三", true), ("张三", "张四", false),
    ("常务副市长", "副市长", false), ("市长", "副市长", false),
  ])
  func nearLeaders(_ one: String, _ other: String, _ isNear: Bool) {
    #expect(NearForms(one, isLeader: true).isNear(other) == isNear)
  }

  @Test func aFirstLedgerIsWarnedOfWhatItLacks() throws {
    var fixture = LedgerFixture()
    fixture.files["units.csv"] = Array("编号,名称\nu1,甲局\n".utf8)
    fixture.files["ledger.csv"] = Array("序号,任务,牵头单位,状态\n1,一网通办,甲局,\n".utf8)
    #expect(try fixture.read().lines == [])
    fixture.knownRegisters = []
    #expect(
      try fixture.read().lines == [
        "ledger.csv:1:0 ?column-lacking 完成时限", "ledger.csv:1:0 ?column-lacking 进度",
        "ledger.csv:1:12 ?column-lacking 状态",
      ])
  }
}
