import Domain
import Testing

@testable import Intake

/// What is no ledger, and what in a ledger is no task.
@Suite struct NoLedgerTests {
  private typealias Books = SuggestedBooks

  @Test(arguments: [
    [
      ["差旅费报销单"], ["姓名：", nil, "部门：", nil, "日期："], ["序号", "项目", "金额", "备注"],
      ["1", "交通费", "120", nil], ["2", "住宿费", "380", nil], ["审批意见：", nil, "负责人签字："],
    ],
    [
      ["单位通讯录"], ["序号", "姓名", "单位", "职务", "电话"], ["1", "张一", "市局", "科员", "138"],
      ["2", "张二", "市局", "科员", "139"],
    ],
    [
      ["Budget 2024"], ["Cost centre", "Description", "Budget", "Actual", "Variance"],
      ["100", "Salaries", "1000", "900", "100"], ["200", "Travel", "50", "20", "30"],
    ],
    [["第1项"], ["一些文字"]],
  ])
  func isRefused(_ rows: [[String?]]) throws {
    let book = try Books.suggestion(Books.sheet("表", rows))
    #expect(!book.isLedger)
    #expect(book.questions.isEmpty)
  }

  @Test func rowsNumberedInAdvanceAreNoTasks() throws {
    let book = try Books.suggestion(
      Books.sheet(
        "Action Log",
        [["Action Log"], [], [], [nil, "Action Ref", "Action", "Owner", "Target Date", "Status"]]
          + (1...20).map { [nil, "\($0)"] }))
    #expect(book.sheets[0].rows == 0)
    #expect(
      book.sheets[0].notes.contains(
        .numberedInAdvance(20, first: CellAddress(row: 5, column: 2))))
  }

  @Test func anotherTableBesideIsLeftOut() throws {
    let book = try Books.suggestion(
      Books.sheet(
        "任务表",
        [
          ["序号", "工作任务", "责任科室", "完成时限", nil, "状态", "数量"],
          ["1", "推进证照分离改革", "审批科", "2023.6", nil, "已完成", "2"],
          ["2", "更新办事指南", "审批科", "2023.9", nil, "进行中", "3"],
          ["3", "上线主题套餐", "业务科", "2023.12"], ["4", "开展窗口培训", "大厅科", "年底前"],
          ["5", "设置专区", "大厅科", "年底前"],
        ]))
    #expect(Books.columns(book.sheets[0]) == "number=A1 title=B1 lead_units=C1 due_on=D1")
    #expect(book.sheets[0].notes.contains { if case .sideTable = $0 { true } else { false } })
  }

  @Test func aListOfWordsIsVocabulary() throws {
    let list = ListValidation(
      ranges: [CellRange("C2:C99")].compactMap { $0 }, words: ["Open", "Resolved", "Blocked"])
    let book = try Books.suggestion(
      Books.sheet(
        "Tasks",
        [
          ["No", "Task", "Status"], ["1", "Write the minutes", "Open"],
          ["2", "Send them round", "Resolved"],
        ],
        lists: [list]),
      Books.sheet("Lookups", [["Status"], ["Open"], ["Resolved"], ["Blocked"]]))
    #expect(book.sheets.map(\.kind) == [.register(.ledger), .vocabulary])
    #expect(book.words.map { "\($0.word)×\($0.count)" } == ["Open×1", "Resolved×1", "Blocked×0"])
  }
}
