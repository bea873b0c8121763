import Domain
import Testing

@testable import Intake

/// Words that group and are nearly the same are named; others are not.
@Suite struct GroupingWordTests {
  @Test(arguments: [
    ("市直部门", "市直部们", true), ("市直部门", "省直部门", false), ("简政放权", "减政放权", true),
    ("简政放权", "简政放权类", true), ("第一组", "第二组", false), ("第1组", "第2组", false), ("县区", "园区", false),
    ("甘肃日报", "甘肃日报社", true), ("高新区管委会", "新区管委会", false), ("A类", "a类", true),
    ("“一号”工程", "\"一号\"工程", true), ("市直—部门", "市直-部门", true), ("放权、服务", "放权,服务", true),
    ("一、简政放权", "简政放权", true), ("(一)简政放权", "二、简政放权", true), ("A类", "B类", false),
    ("1.一网通办", "一网通办", true), ("一、", "二、", false), ("第一", "第二", false),
    ("数据共享", "树据共享", true), ("数据共享", "证据共享", false), ("督察组", "督查组", true),
    ("督察组", "督导组", false), ("堃字组", "坤字组", true), ("約談组", "约谈組", false),
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

  /// What rules count by: a word that is nearly one of theirs counts nowhere, and is named.
  @Test(arguments: [
    ("约谈", nil), ("约谈。", "约谈"), ("约談", "约谈"), ("被约谈", "约谈"), ("约淡", "约谈"), ("表扬", nil),
    ("通报批评", nil), ("通报批平", "通报批评"),
  ])
  func wordsOfRules(_ written: String, _ near: String?) throws {
    var fixture = LedgerFixture([
      "events.csv": "单位,日期,类别,数量\n市工信局,2023-04-01,\(written),1\n市政务办,2023-04-02,通报批评,1\n"
    ])
    fixture.planWords = ["约谈", "通报批评"].map {
      PlanWord(file: "rules.yaml", kind: .eventKind, word: $0, isNeeded: false)
    }
    let problems = try fixture.read().faults.map(\.problem).filter {
      if case .ruleWordNear = $0 { true } else { false }
    }
    #expect(problems == (near.map { [.ruleWordNear($0)] } ?? []))
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
