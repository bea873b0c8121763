import Definitions
import Domain
import Testing

@testable import Intake

/// What is made of workbooks that nobody has described.
@Suite struct SuggestionTests {
  private typealias Books = SuggestedBooks

  @Test func auditFindingsInEnglish() throws {
    let book = try Books.suggestion(
      Books.sheet("Cover", [["Internal Audit"], ["Recommendation tracking report"]]),
      Books.sheet(
        "Recommendations",
        [
          ["Internal Audit recommendations - position as at 31 March 2024"], [],
          [
            "Audit title", "Ref", "Priority", "Finding", "Recommendation", "Responsible Officer",
            "Original target date", "Revised target date", "Status", "Progress update",
          ],
          [
            "Payroll", "2023/01.1", "High", "There is no segregation of duties for leavers.",
            "Introduce a second check of leavers.", "Head of HR", "2023-09-30", "2024-06-30",
            "Outstanding", "New system",
          ],
          [
            nil, "2023/01.2", "Medium", "Exception reports are not reviewed",
            "Review monthly exception reports.", "Payroll Manager", "2023-06-30", nil,
            "Implemented", "Done",
          ],
          [
            "Creditors", "2023/02.1", "Low", "Duplicate payments were found",
            "Run duplicate report weekly", "Head of Finance", "2023-12-31", nil,
            "Partially implemented", "In test",
          ],
          [
            nil, "2023/02.2", "High", "Orders raised after invoice", "Enforce no PO no pay",
            "Head of Procurement", "2024-03-31", nil, "Not yet due", "-",
          ],
        ]))
    #expect(book.sheets.map(\.kind) == [.noHeadings, .register(.ledger)])
    #expect(
      Books.columns(book.sheets[1])
        == "number=B3 section=A3 title=E3 lead_units=F3 due_on=G3 status=I3 expected_on=H3 progress_note=J3"
    )
    #expect(book.sheets[1].fillDown.map(\.column) == ["section"])
    #expect(book.plan.years == [2023, 2024])
    #expect(
      book.words.map { "\($0.word)=\($0.code)" } == [
        "Outstanding=in_progress", "Implemented=completed", "Partially implemented=in_progress",
        "Not yet due=in_progress",
      ])
    #expect(book.units.map(\.name).contains("Head of Finance"))
  }

  @Test func theActionsOfARaidLogAreItsLedger() throws {
    let risks = Books.sheet(
      "Risks",
      [["Risk ID", "Risk description", "Likelihood", "Impact", "Mitigation", "Owner", "Status"]]
        + (1...14).map {
          ["\($0)", "Risk that supplier \($0) fails", "3", "4", "Calls", "J Smith", "Open"]
        })
    let actions = Books.sheet(
      "Actions",
      [["Action ID", "Action description", "Owner", "Due date", "Status", "Date closed"]]
        + (1...9).map {
          [
            "A0\($0)", "Write the specification for part \($0)", "A Patel / M Jones",
            "2024-02-0\($0)", $0 % 3 == 0 ? "Closed" : "Open", $0 % 3 == 0 ? "2024-02-01" : nil,
          ]
        })
    let book = try Books.suggestion(risks, actions, Books.sheet("Sheet5", []))
    #expect(book.sheets.map(\.kind) == [.otherLedger, .register(.ledger), .empty])
    #expect(
      Books.columns(book.sheets[1])
        == "number=A1 title=B1 lead_units=C1/first_listed due_on=D1 status=E1 completed_on=F1")
    #expect(book.units.map(\.name).sorted() == ["A Patel", "M Jones"])
    #expect(book.questions.contains(.otherSheets(["Risks"], taken: "Actions")))
    #expect(book.questions.count <= 5)
  }

  @Test func twoLevelsBarsAndTotals() throws {
    let book = try Books.suggestion(
      Books.sheet(
        "督办台账",
        [
          ["某县2024年重点督办事项台账"], ["填报单位：某县政府督查室", nil, nil, nil, nil, "截至2024年9月20日"],
          ["序号", "督办事项", "责任分工", nil, "时间要求", nil, "进展", nil],
          [nil, nil, "牵头领导", "承办单位", "启动时间", "办结时限", "目前进展情况", "办理状态"],
          ["一、基础设施"],
          [
            "1", "实施城区老旧小区改造项目", "张某某\n李某", "县住建局、城关镇", "2024-03-01", "2024-10-31", "已完成8个小区",
            "正在推进",
          ],
          ["2", "建成农村公路80公里", "王某", "县交通局（县财政局配合）", nil, "11月底前", "已完工62公里", "序时推进"],
          ["二、民生保障"],
          ["3", "新建公办幼儿园2所", "赵某", "县教育局", nil, "8月底", "已建成投用", "已办结"],
          ["4", "开展燃气安全排查整治", "孙某", "县住建局、县应急管理局", nil, "立行立改", "完成第一轮排查", "已完成80%"],
          ["合计", "4项"], ["填表人：周某", nil, nil, "联系电话：0000"],
        ], merges: ["A1:H1", "C3:D3", "E3:F3", "G3:H3", "A3:A4", "B3:B4"]),
      file: "x.xlsx")
    let sheet = book.sheets[0]
    #expect(sheet.headings == 3...4)
    #expect(
      Books.columns(sheet)
        == "number=A3 title=B3 leaders=C4 lead_units=D4/words starts_on=E4 due_on=F4 status=H4/status_and_progress progress_note=G4"
    )
    #expect(sheet.columns[3].mapping.from == ["责任分工/承办单位"])
    #expect(sheet.bars?.column == "section" && sheet.bars?.count == 2)
    #expect(sheet.rows == 4)
    #expect(book.plan.title == "某县2024年重点督办事项台账")
    #expect(book.plan.office == "某县政府督查室")
    #expect(book.plan.effectiveOn == Day("2024-09-20"))
    #expect(book.units.map(\.name).contains("县财政局"))
    #expect(!book.units.map(\.name).contains { $0.contains("（") })
  }

  @Test func statesOfOneLedgerAreNotAddedUp() throws {
    func week(_ number: Int, _ status: String) -> Sheet {
      Books.sheet(
        "第\(number)周",
        [["第\(number)周工作安排"], ["序号", "本周重点工作", "负责人", "部门", "完成时间", "完成情况"]]
          + (1...6).map {
            ["\($0)", "第\($0)项重点工作的内容安排", "王小明", "办公室", "2023-05-0\($0)", status]
          })
    }
    let book = try Books.suggestion(week(1, "进行中"), week(2, "进行中"), week(3, "已完成"))
    #expect(
      book.sheets.map(\.kind)
        == [.earlierState(of: "第3周"), .earlierState(of: "第3周"), .register(.ledger)])
  }

  @Test func openAndClosedAreParts() throws {
    let headings: [String?] = ["Ref", "Action", "Owner", "Due", "Status"]
    let open = Books.sheet(
      "Open",
      [headings]
        + (1...7).map {
          ["\($0)", "Open action \($0)", "Finance Team", "2024-05-0\($0)", "In progress"]
        })
    let closed = Books.sheet(
      "Closed",
      [headings]
        + (1...5).map {
          ["3\($0)", "Closed action \($0)", "HR Team", "2023-05-0\($0)", "Complete"]
        })
    let book = try Books.suggestion(open, closed)
    #expect(book.sheets.map(\.kind) == [.register(.ledger), .part(of: "Open")])
    #expect(book.plan.years == [2023, 2024])
    #expect(book.questions.first == .parts(["Open", "Closed"]))
  }

  @Test func contentsDecideWhereNoHeadingIsKnown() throws {
    let book = try Books.suggestion(
      Books.sheet(
        "Sheet1",
        [
          ["编号", "攻坚项", "抓总", "要在何时", "干到哪了"],
          ["民生-1", "推进城区集中供热管网改造工程建设", "市住建局", "2024-10-31", "正在推进"],
          ["民生-2", "完成全市农村饮水安全巩固提升", "市水务局", "2024-11-30", "已完成"],
          ["产业-1", "引进亿元以上工业项目十个", "市招商局", "2024-12-31", "未启动"],
        ]))
    #expect(
      Books.columns(book.sheets[0]) == "number=A1 title=B1 lead_units=C1 due_on=D1 status=E1")
    #expect(book.sheets[0].columns[3].reason == .contents(.dates, 3, of: 3))
  }

  @Test func contentsDecideWhereAHeadingMisleads() throws {
    let book = try Books.suggestion(
      Books.sheet(
        "项目进度",
        [
          ["序号", "项目进度", "开始日期", "结束日期", "完成时间"],
          ["1", "编制可行性研究报告并送审", "2024-01-01", "2024-03-01", "已完成"],
          ["2", "办理用地预审手续", "2024-02-01", "2024-04-01", "进行中"],
          ["3", "完成施工图设计", "2024-03-01", "2024-05-01", "未开始"],
        ]))
    #expect(
      Books.columns(book.sheets[0]) == "number=A1 title=B1 starts_on=C1 due_on=D1 status=E1")
  }

  @Test func aNumberThatBeginsAnewIsNoKey() throws {
    let book = try Books.suggestion(
      Books.sheet(
        "表",
        [["项目", "序号", "环节", "内容", "负责人"]]
          + (1...5).map { [$0 == 1 ? "甲工程" : nil, "\($0)", "环节\($0)的安排", "说明", "张三"] }
          + (1...3).map { [$0 == 1 ? "乙工程" : nil, "\($0)", "另一环节\($0)", "说明", "李四"] },
        merges: ["A2:A6", "A7:A9"]))
    #expect(!Books.columns(book.sheets[0]).contains("number="))
    #expect(book.sheets[0].ownColumns.contains("序号"))
    #expect(book.sheets[0].fillDown.map(\.column) == ["section"])
    guard case .noNumbers(.restarts) = book.questions.first else {
      Issue.record("\(book.questions)")
      return
    }
  }

  @Test func rowsThatATaskIsMergedOverAreMilestones() throws {
    let book = try Books.suggestion(
      Books.sheet(
        "督查台账",
        [
          ["序号", "工作目标", "阶段任务", "完成时间", "责任单位"],
          ["1", "建成城西商贸综合体", "完成前期手续", "2016.3", "县商务局"],
          [nil, nil, "主体完工", "2016.9", nil], [nil, nil, "开业运营", "2016.12", nil],
          ["2", "建成电商产业园", "入驻企业20家", "2016.12", "县商务局"],
        ], merges: ["A2:A4", "B2:B4", "E2:E4"]))
    #expect(
      Books.columns(book.sheets[0])
        == "number=A1 title=B1 lead_units=E1 milestones.milestone=C1 milestones.due_on=D1")
    #expect(book.sheets[0].rowsOfATask?.register == .milestones)
    #expect(book.sheets[0].rows == 2)
  }
}
