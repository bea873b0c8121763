import Definitions
import Domain
import Testing

/// `mapping.yaml`: what it says, and what is refused with its line.
@Suite struct LedgerMappingTests {
  private func mapping(_ text: String) throws -> LedgerMapping {
    try LedgerMapping(
      DefinitionFile(kind: .mapping, id: "mapping", path: "mapping.yaml", text: text))
  }

  @Test func everyKeyIsRead() throws {
    let mapping = try mapping(
      """
      units: 单位名录.csv
      sheets:
        - sheet: 重点任务*            # 推测：表头含“工作任务”
          register: ledger
          headings: 3-4
          columns:
            序号: A
            title: 工作任务
            lead_units: {from: 责任单位, roles: words}
            status: {from: 进展情况, take: status_and_progress}
            targets: {from: [年度目标, 指标], take: quantity}
            milestones.due_on: 时间节点/完成时间
            阶段目标.节点: 节点
          fill_down: [分类, leaders]
          bars: section
          rows_of_a_task: 阶段目标
          end_at: [合计, 注]
        - sheet: 单位
          register: 单位名录
        - {sheet: 说明, register: none}
      """)
    #expect(mapping.units == "单位名录.csv")
    #expect(mapping.sheets.map(\.register) == [.ledger, .units, nil])
    let sheet = mapping.sheets[0]
    #expect(sheet.headings == 3...4)
    #expect(
      sheet.columns.map(\.column) == [
        "number", "title", "lead_units", "status", "targets", "milestones.due_on",
        "milestones.milestone",
      ])
    #expect(sheet.columns[2].roles == .words)
    #expect(sheet.columns[3].take == .statusAndProgress)
    #expect(sheet.columns[4].from == ["年度目标", "指标"])
    #expect(sheet.columns[4].place?.line == 11)
    #expect(sheet.fillDown == ["section", "leaders"])
    #expect(sheet.bars == "section")
    #expect(sheet.rowsOfATask == .milestones)
    #expect(sheet.endAt == ["合计", "注"])
    #expect(mapping.sheets[1].endAt == nil)
    #expect(mapping.sheets[2].place?.line == 20)
  }

  /// What is wrong, on its line.
  static let faults: [(text: String, line: Int, problem: DefinitionFault.Problem)] = [
    ("sheets: []\nsheet: x", 2, .unknownKey("sheet", known: [])),
    ("units: a.csv", 1, .missingKey("sheets")),
    ("sheets:\n  - register: ledger", 2, .missingKey("sheet")),
    ("sheets:\n  - sheet: a", 2, .missingKey("register")),
    (entry("register: tasks"), 3, .unknownWord("tasks", known: [])),
    (ledger("heading: 3"), 4, .unknownKey("heading", known: [])),
    (ledger("headings: 3-5"), 4, .expected(.headingRows)),
    (ledger("columns: {due: 时限}"), 4, .unknownKey("due", known: [])),
    (ledger("columns:\n      title: 任务\n      任务: 事项"), 6, .duplicateKey("任务")),
    (ledger("columns:\n      title: {from: 任务, roles: all}"), 5, .expected(.columnOfUnits)),
    (ledger("columns:\n      milestones: 节点"), 5, .missingKey("take")),
    (ledger("columns:\n      title: {from: 任务, take: all}"), 5, .unknownWord("all", known: [])),
    (
      ledger("columns:\n      title: {from: 任务, take: quantity}"), 5,
      .unknownWord("quantity", known: [])
    ),
    (ledger("fill_down: [标题]"), 4, .unknownWord("标题", known: [])),
    (ledger("bars: title"), 4, .unknownWord("title", known: [])),
    (
      entry("register: units\n    rows_of_a_task: milestones"), 4,
      .unknownWord("milestones", known: [])
    ),
  ]

  private static func entry(_ keys: String) -> String { "sheets:\n  - sheet: a\n    " + keys }

  private static func ledger(_ keys: String) -> String { entry("register: ledger\n    " + keys) }

  /// A problem without the words that it lists.
  private func bare(_ problem: DefinitionFault.Problem) -> DefinitionFault.Problem {
    switch problem {
    case .unknownKey(let key, let known):
      known.isEmpty ? problem : .unknownKey(key, known: [])
    case .unknownWord(let word, let known):
      known.isEmpty ? problem : .unknownWord(word, known: [])
    default: problem
    }
  }

  @Test(arguments: faults.indices)
  func isRefused(_ index: Int) throws {
    let (text, line, problem) = Self.faults[index]
    let fault = try #require(throws: DefinitionFault.self) { try mapping(text) }
    #expect(bare(fault.problem) == problem)
    #expect(fault.place.file == "mapping.yaml")
    #expect(fault.place.line == line)
  }

  @Test(arguments: [
    ("重点任务", "重点任务", true), ("重点任务", " 重点任务", true), ("重点任务", "重点任务2", false),
    ("重点任务*", "重点任务2", true), ("重点任务*", "其他重点任务", false), ("*任务*（*）", "重点任务(在办)", true),
    ("Open*", "open", false), ("a*a", "a", false), ("*", "随便", true),
  ])
  func patterns(_ pattern: String, _ name: String, _ isMatch: Bool) {
    #expect(SheetMapping(sheet: pattern, register: .ledger).matches(name) == isMatch)
  }
}
