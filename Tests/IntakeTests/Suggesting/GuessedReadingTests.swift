import Domain
import Testing

@testable import Intake

/// What the reader makes of a guess: nothing is dropped or misread in silence.
@Suite struct GuessedReadingTests {
  private typealias Books = SuggestedBooks

  private static let head: [String?] = ["序号", "督办内容", "承办单位", "办理时限", "办理状态"]

  private static func task(_ number: Int, _ title: String, unit: String = "市公安局") -> [String?] {
    ["\(number)", title, unit, "2024年\(number + 4)月30日", "正在办理"]
  }

  @Test func anotherTableBelowIsLeftOut() throws {
    let reading = try GuessedReading(
      Books.sheet(
        "督办",
        [Self.head, Self.task(1, "整治占道经营"), Self.task(2, "打击电信诈骗"), Self.task(3, "创建平安社区")]
          + [[], ["统计表"], ["单位", "办结数", "在办数"], ["市公安局", "1", "2"]]))
    #expect(reading.errors == [])
    #expect(reading.guessed == 3)
    #expect(reading.outcome.rows("task", "number_text") == ["1", "2", "3"])
    #expect(reading.outcome.found.contains { $0.hasPrefix("督办!A6 ?") })
    #expect(reading.suggestion.sheets[0].bars == nil)
    #expect(!reading.suggestion.units.contains { $0.name == "在办数" })
  }

  /// Blocks apart from each other are one table.
  @Test func blocksBetweenEmptyRowsAreOneTable() throws {
    let reading = try GuessedReading(
      Books.sheet(
        "督办",
        [Self.head, ["一、城市管理"], Self.task(1, "整治占道经营"), [], ["二、社会治安"]]
          + [Self.task(2, "打击电信诈骗"), Self.task(3, "创建平安社区"), [], ["填表人：周某"]]))
    #expect(reading.errors == [])
    #expect(
      reading.outcome.rows("task", "number_text", "section") == [
        "1 一、城市管理", "2 二、社会治安", "3 二、社会治安",
      ])
  }

  @Test func partsThatEachBeginWithOneHaveNoNumbers() throws {
    func part(_ name: String) -> Sheet {
      Books.sheet(
        name,
        [Self.head, Self.task(1, "\(name)建设公路", unit: "\(name)政府")]
          + [Self.task(2, "\(name)新建学校", unit: "\(name)政府")])
    }
    let reading = try GuessedReading(part("东县"), part("西县"))
    #expect(reading.errors == [])
    #expect(reading.outcome.rows("task", "lead_units").count == 4)
    #expect(
      reading.suggestion.questions.contains {
        if case .noNumbers(.restarts) = $0 { true } else { false }
      })
    let running = try GuessedReading(
      Books.sheet("一", [Self.head, Self.task(1, "建设公路"), Self.task(2, "新建学校")]),
      Books.sheet("二", [Self.head, Self.task(3, "改造危桥"), Self.task(4, "修缮水库")]))
    #expect(running.outcome.rows("task", "number_text") == ["1", "2", "3", "4"])
  }

  @Test func statusesWithTheirProgress() throws {
    let reading = try GuessedReading(
      Books.sheet(
        "任务",
        [
          ["序号", "工作任务", "牵头单位", "完成状态"], ["1", "建设公路", "县卫健局（牵头）、县住建局", "进行中80%"],
          ["2", "新建学校", "县教育局", "已完成"], ["3", "改造危桥", "县交通局", "未启动0%"],
        ]))
    #expect(reading.errors == [])
    #expect(
      reading.outcome.rows("task", "number_text", "status", "progress") == [
        "1 in_progress 800000", "2 completed -", "3 not_started 0",
      ])
    #expect(!reading.suggestion.units.contains { $0.name == "牵头" })
  }

  @Test func shortTitlesAreTitles() throws {
    let reading = try GuessedReading(
      Books.sheet(
        "行动",
        [
          ["编号", "行动事项", "责任部门", "计划完成", "情况"], ["A-1", "制定方案", "市发改委", "2023-05-01", "办理中"],
          ["A-2", "组织培训", "市人社局", "2023-06-01", "办结"], ["A-3", "开展检查", "市应急局", "44926", "完成"],
          ["A-4", "通报结果", "市应急局", "2023-07-01", "完成"],
        ]))
    #expect(reading.guessed == 4)
    // A day that lost its format is refused with the day that it would be.
    #expect(reading.errors.count == 1 && reading.errors[0].hasPrefix("行动!D4 "))
  }

  @Test func theDayOfATitleIsNoPartOfIt() throws {
    let reading = try GuessedReading(
      Books.sheet("任务", [["某县2024年重点任务台账（截至2024年9月30日）"], Self.head, Self.task(1, "建设公路")]))
    #expect(reading.suggestion.plan.title == "某县2024年重点任务台账")
    #expect(reading.suggestion.plan.effectiveOn == Day("2024-09-30"))
  }

  /// What waits to be struck off is not; what is done in part is not done.
  @Test(arguments: [
    ("已办结待销号", "completed"), ("申请销号", "completed"), ("完成主体", "in_progress"),
    ("已完成前期", "in_progress"),
    ("已如期完成", "completed"), ("办结销号", "accepted"), ("基本完成", "in_progress"),
  ])
  func wordsOfStatus(_ word: String, _ code: String) {
    #expect(StatusWords.meaning(word)?.code == code)
  }

  /// More than 100 % is no task's progress.
  @Test func aColumnThatPassesOneHundredIsNoProgress() throws {
    let reading = try GuessedReading(
      Books.sheet(
        "任务",
        [
          ["序号", "项目名称", "责任单位", "完成时限", "1-8月完成率"], ["1", "城西水厂扩建", "市水务局", "2023-12-31", "85%"],
          ["2", "北环路改造工程", "市交通局", "2023-12-31", "119%"],
          ["3", "市民体育馆新建", "市体育局", "2023-12-31", "60%"],
        ]))
    #expect(reading.errors == [])
    #expect(reading.outcome.rows("task", "progress") == ["-", "-", "-"])
    #expect(
      reading.suggestion.questions.contains(
        .overOneHundred(CellAddress(row: 3, column: 5), "119%")))
  }

  // MARK: Problems and their rectification

  private static let problems: [[String?]] = [
    ["2023年度审计发现问题整改台账"],
    ["序号", "问题类别", "发现问题", "整改措施", "整改责任单位", "责任人", "整改时限", "整改状态", "销号时间"],
    ["1", "财政管理", "预算编制不细化", "细化预算", "市财政局", "张三", "2023-09-30", "已销号", "2023-09-20"],
    ["2", "项目管理", "项目推进缓慢", "加快施工", "市交通局", "李四", "2023-12-31", "整改中", nil],
    ["3", "资产管理", "资产账实不符", "全面清查", "市国资委", "王五", "2023-10-31", "已整改", nil],
  ]

  @Test func problemsBesideTasksAreRectifications() throws {
    let tasks = Books.sheet(
      "重点任务", [Self.head, Self.task(1, "推进审计整改"), Self.task(2, "完善内控制度")])
    let reading = try GuessedReading(tasks, Books.sheet("问题整改", Self.problems))
    #expect(reading.errors == [])
    #expect(
      reading.suggestion.sheets.map(\.kind) == [.register(.ledger), .register(.rectifications)])
    #expect(reading.outcome.rows("task", "number_text") == ["1", "2"])
    #expect(
      reading.outcome.rows(
        "rectification", "rectification", "problem", "measure", "owner", "due_on", "accepted_on")
        == [
          "1 预算编制不细化 细化预算 张三 2023-09-30 2023-09-20", "2 项目推进缓慢 加快施工 李四 2023-12-31 -",
          "3 资产账实不符 全面清查 王五 2023-10-31 -",
        ])
    // 已整改 without a day counts as open, and that is asked.
    #expect(
      reading.suggestion.questions.contains(
        .undatedRectifications(
          heading: "整改状态", cell: CellAddress(row: 5, column: 8), count: 1)))
  }

  @Test func problemsAloneAreTasks() throws {
    let reading = try GuessedReading(Books.sheet("问题整改", Self.problems))
    #expect(reading.errors == [])
    #expect(
      reading.outcome.rows("task", "number_text", "title", "lead_units", "status", "accepted_on")
        == [
          "1 预算编制不细化 市财政局 accepted 2023-09-20", "2 项目推进缓慢 市交通局 in_progress -",
          "3 资产账实不符 市国资委 completed -",
        ])
    #expect(
      reading.suggestion.questions.contains(
        .findingsAsTasks(heading: "发现问题", cell: CellAddress(row: 2, column: 3))))
  }

  /// Without days nothing could be struck off: such a sheet stays a ledger of its own, left out.
  @Test func problemsWithoutDaysAreLeftOut() throws {
    let tasks = Books.sheet("重点任务", [Self.head, Self.task(1, "推进审计整改"), Self.task(2, "完善内控制度")])
    let undated = Self.problems.map { Array($0.prefix(8)) }
    let reading = try GuessedReading(tasks, Books.sheet("问题整改", undated))
    #expect(reading.suggestion.sheets.map(\.kind) == [.register(.ledger), .otherLedger])
    #expect(reading.suggestion.questions.contains(.otherSheets(["问题整改"], taken: "重点任务")))
  }
}
