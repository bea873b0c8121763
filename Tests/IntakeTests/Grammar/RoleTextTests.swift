import Domain
import Testing

@testable import Intake

@Suite struct RoleTextTests {
  static let names: Set = [
    "市发改委", "市统计局", "市财政局", "县商务局", "县住建局", "城关镇", "各县区党委、政府", "市经信局", "市交通局", "各县（区）政府",
  ]

  static func shown(_ text: RoleText) -> String {
    Role.allCases.compactMap { role in
      text.names[role].map {
        "\(role.rawValue)=\($0.split(separator: "\n").joined(separator: "⏎"))"
      }
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("牵头单位:\n县商务局\n责任单位:\n县住建局\n城关镇\n", "lead=县商务局 responsible=县住建局⏎城关镇"),
    ("牵头单位:\n县商务局\n", "lead=县商务局"),
    ("牵头：市发改委 配合：市统计局", "lead=市发改委 support=市统计局"),
    ("牵头单位：市发改委；配合单位：市统计局、市财政局", "lead=市发改委 support=市统计局、市财政局"),
    ("市发改委牵头，市统计局、市财政局配合", "lead=市发改委 support=市统计局、市财政局"),
    ("市发改委牵头,市统计局,市财政局配合", "lead=市发改委 support=市统计局,市财政局"),
    ("由市发改委牵头，市统计局配合。", "lead=市发改委 support=市统计局"),
    ("市发改委牵头市统计局配合", "lead=市发改委 support=市统计局"),
    ("市发改委牵头负责，市统计局、市财政局按职责分工负责", "lead=市发改委 responsible=市统计局、市财政局"),
    ("市发改委（牵头）、市统计局、市财政局（配合）", "lead=市发改委 responsible=市统计局 support=市财政局"),
    ("市发改委(牵头单位)、市统计局", "lead=市发改委 responsible=市统计局"),
    ("主办：市发改委\n协办：市统计局", "lead=市发改委 support=市统计局"),
    ("市发改委、市统计局", "lead=市发改委、市统计局"), ("市发改委", "lead=市发改委"),
    ("各县区党委、政府", "lead=各县区党委、政府"), ("市发改委/市统计局", "lead=市发改委、市统计局"),
    ("市发改委+市统计局\n市财政局", "lead=市发改委、市统计局⏎市财政局"), ("市发改委/未知", "lead=市发改委/未知"),
    ("市发改委（含A、B）牵头", "lead=市发改委（含A、B）"), ("汇总单位：市统计局", "collect=市统计局"),
    ("", ""), ("牵头", "lead=牵头"), ("：", "lead=："),
  ])
  func splitsByWords(_ text: String, _ expected: String) {
    let read = RoleText.read(text, own: .lead, isName: Self.names.contains)
    #expect(Self.shown(read) == expected)
  }

  @Test func namesWithoutAWordHaveTheColumnsRole() {
    #expect(Self.shown(RoleText.read("市发改委", own: .responsible)) == "responsible=市发改委")
    #expect(
      Self.shown(RoleText.read("市发改委牵头，市统计局", own: .responsible))
        == "lead=市发改委 responsible=市统计局")
  }

  @Test(arguments: [
    ("市发改委、市统计局、市财政局", "lead=市发改委 responsible=市统计局、市财政局"), ("市发改委", "lead=市发改委"),
    ("各县区党委、政府、市统计局", "lead=各县区党委、政府 responsible=市统计局"),
    ("市发改委/市统计局", "lead=市发改委 responsible=市统计局"), ("甲局 乙局", "lead=甲局 responsible=乙局"),
    ("市发改委（市统计局、市财政局）、城关镇", "lead=市发改委（市统计局、市财政局） responsible=城关镇"),
  ])
  func theFirstListedLeads(_ text: String, _ expected: String) {
    #expect(Self.shown(RoleText.firstListed(text, isName: Self.names.contains)) == expected)
  }

  @Test(arguments: [
    (
      "地区生产总值增长6%左右（市发改委牵头，市统计局、各县（区）政府配合）",
      "地区生产总值增长6%左右", "（市发改委牵头，市统计局、各县（区）政府配合）",
      "lead=市发改委 support=市统计局、各县（区）政府"
    ),
    ("新增企业10家（市经信局）", "新增企业10家", "（市经信局）", "lead=市经信局"),
    (
      "农村公路120公里（市交通局、各县（区）政府）。", "农村公路120公里。", "（市交通局、各县（区）政府）",
      "lead=市交通局、各县（区）政府"
    ),
    ("办节（市发改委牵头）（9月底前）", "办节（9月底前）", "（市发改委牵头）", "lead=市发改委"),
  ])
  func takesUnitsOutOfTheText(
    _ text: String, _ title: String, _ taken: String, _ units: String
  ) throws {
    let bracket = try #require(
      RoleText.bracket(inTitle: text, own: .lead, isName: Self.names.contains))
    #expect(bracket.title == title)
    #expect(bracket.taken == taken)
    #expect(Self.shown(bracket.units) == units)
  }

  @Test(arguments: [
    "新增企业10家", "增长6%（力争7%）", "办节（第三届）", "（", "）", "()", "（）", "", "新增企业（市经信局）10家", "a)b)c)",
  ])
  func leavesOtherBrackets(_ text: String) {
    #expect(RoleText.bracket(inTitle: text, own: .lead, isName: Self.names.contains) == nil)
  }

  @Test func neverCrashes() {
    var random = SeededRandom(seed: 26)
    let pieces = [
      "牵头", "：", ":", "（", "）", "(", ")", "市发改委", "、", "，", "；", "\n", "配合", "牵头单位", "/", "+", "由",
      "。", " ", "甲",
      "负责", "\0",
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...10, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let read = RoleText.read(text, own: .lead, isName: Self.names.contains)
      #expect(!read.names.values.contains(""), "\(text)")
      // No name is lost, whatever stands around it.
      let kept = read.names.values.joined(separator: " ")
      #expect(kept.ranges(of: "市发改委").count == text.ranges(of: "市发改委").count, "\(text)")
      _ = RoleText.firstListed(text, isName: Self.names.contains)
      _ = RoleText.bracket(inTitle: text, own: .lead, isName: Self.names.contains)
      _ = LeaderCell.leaders(text)
    }
  }
}

@Suite struct LeaderTextTests {
  static func shown(_ text: String) -> [String] {
    LeaderCell.leaders(text).map { $0.name + ($0.isAssisting ? " assists" : "") }
  }

  @Test(arguments: [
    ("张三\n李四", ["张三", "李四"]), ("张三、李四", ["张三", "李四"]), ("张三/李四", ["张三", "李四"]),
    ("张三+李四", ["张三", "李四"]), ("Ann/Bob", ["Ann", "Bob"]), ("张三（协助）", ["张三 assists"]),
    ("张三，李四（配合）", ["张三", "李四 assists"]), ("张三牵头，李四配合", ["张三", "李四 assists"]),
    ("张三（牵头）、李四协助", ["张三", "李四 assists"]), ("张三、张三", ["张三"]),
    ("李四 协助：赵六", ["李四", "赵六 assists"]), ("李四协助：赵六、钱七", ["李四", "赵六 assists", "钱七 assists"]),
    ("协助领导赵六", ["赵六 assists"]), ("李四（牵头）、赵六（协助）", ["李四", "赵六 assists"]),
    ("主抓：王五", ["王五"]), ("主抓：王五；协助：李四", ["王五", "李四 assists"]), ("（协助）赵六", ["赵六 assists"]),
    ("牵头领导：张三\n协助领导：李四\n王五", ["张三", "李四 assists", "王五 assists"]),
    ("张三 配合 李四", ["张三", "李四 assists"]), ("协助:\n赵六", ["赵六 assists"]),
    ("牵头：张三，李四（协助），王五", ["张三", "李四 assists", "王五"]),
    ("市长 陈某（统筹）", ["市长 陈某（统筹）"]), ("A/B组", ["A/B组"]), ("/", ["/"]), ("", []),
  ])
  func reads(_ text: String, _ expected: [String]) {
    #expect(Self.shown(text) == expected)
  }
}
