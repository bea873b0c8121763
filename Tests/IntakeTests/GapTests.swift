import Domain
import Testing

/// Gaps that merged cells leave, and filling them.
@Suite struct GapTests {
  /// A task register with a column `heading` that holds the values, `-` for an empty cell.
  static func tasks(_ heading: String, _ values: String) -> LedgerFixture {
    let rows = values.split(separator: " ").enumerated().map {
      "\($0 + 1),任务\($0),市工信局,\($1 == "-" ? "" : $1)"
    }
    return LedgerFixture([
      "ledger.csv": (["序号,任务,牵头单位,\(heading)"] + rows).joined(separator: "\n")
    ])
  }

  @Test(arguments: [
    ("分类", "甲 - - 乙 - - 丙 - -", 6), ("分类", "甲 甲 - 乙 乙 - 丙 丙 -", 3), ("分类", "甲 - - - -", 4),
    ("牵头领导", "张三 - 李四 -", 2), ("牵头领导", "- 张三 张三 张三 -", 1), ("分类", "甲 - 甲 甲", 1),
  ])
  func gapsAreNamedOnce(_ heading: String, _ values: String, _ count: Int) throws {
    let outcome = try Self.tasks(heading, values).read()
    #expect(outcome.faults.map(\.problem) == [.gapsBelow(count: count, column: heading)])
    let cells = values.split(separator: " ")
    let first = try #require(
      cells.indices.first { $0 > 0 && cells[$0] == "-" && cells[$0 - 1] != "-" })
    #expect(outcome.faults.first?.place.line == first + 2)
    #expect(outcome.faults.first?.heading == heading)
  }

  @Test(arguments: [
    ("分类", "甲 甲 乙"), ("分类", "- - -"), ("分类", "- - 甲"), ("分类", "- 甲 - - - -"),
    ("牵头领导", "张三 - - 张三 - - -"), ("备注", "甲 - - 乙 - -"),
  ])
  func whatIsNoGap(_ heading: String, _ values: String) throws {
    #expect(try Self.tasks(heading, values).read().lines == [])
  }

  @Test func gapsOfTheLeadAreSaidOnceAndNotForEachTask() throws {
    let fixture = LedgerFixture.tasks(
      "序号,任务,牵头单位", "1,甲,市工信局", "2,乙,", "3,丙,", "4,丁,市政务办", "5,戊,")
    #expect(try fixture.read().faults.map(\.problem) == [.gapsBelow(count: 3, column: "牵头单位")])
    let single = LedgerFixture.tasks("序号,任务,牵头单位", "1,甲,市工信局", "2,乙,")
    #expect(try single.read().faults.map(\.problem) == [.noLeadUnit])
  }

  /// A few tasks without a lead among many are rightly without: each is said, with what to do where
  /// cells were merged.
  @Test func fewTasksWithoutLeadAreNoGaps() throws {
    let units = ["市工信局", "市政务办", "市发展改革委"]
    let rows = (1...12).map { "\($0),任务\($0),\([4, 9].contains($0) ? "" : units[$0 % 3])" }
    let fixture = LedgerFixture([
      "ledger.csv": (["序号,任务,牵头单位"] + rows).joined(separator: "\n")
    ])
    #expect(try fixture.read().faults.map(\.problem) == [.noLeadUnit, .noLeadUnit])
  }

  /// A unit may be in no ranking group, and a task may have no due date: that is no gap where groups
  /// are written in every row; it is one where a group begins wherever one is written.
  @Test(arguments: [
    ("部门 部门 - 部门 县区 县区 -", 0), ("部门 县区 县区 - -", 0), ("- 部门 - 部门 -", 0),
    ("部门 - - 县区 - - 园区 - -", 6), ("- 部门 - - 县区 -", 3), ("部门 - - -", 3),
  ])
  func gapsOfGroups(_ values: String, _ count: Int) throws {
    let groups = values.split(separator: " ").map { $0 == "-" ? "" : String($0) }
    let units = groups.enumerated().map { "u\($0),第\($0)局,\($1)\n" }.joined()
    let fixture = LedgerFixture([
      "units.csv": "编号,名称,考核分组\n" + units,
      "ledger.csv": "序号,任务,牵头单位\n1,甲,第0局\n",
    ])
    let problems = try fixture.read().faults.map(\.problem)
    #expect(problems == (count == 0 ? [] : [.gapsBelow(count: count, column: "单位名录.考核分组")]))
  }

  @Test(arguments: [
    ("2023-06-30 - - 2023-12-31 - -", 4), ("2023-06-30 - 2023-12-31 - - 2023-06-30", 3),
    ("2023-06-30 2023-06-30 - - 2023-12-31 -", 0), ("2023-06-30 2023-09-30 - 2023-12-31", 0),
  ])
  func gapsOfDueDates(_ values: String, _ count: Int) throws {
    let problems = try Self.tasks("完成时限", values).read().faults.map(\.problem)
    #expect(problems == (count == 0 ? [] : [.gapsBelow(count: count, column: "完成时限")]))
  }

  @Test func gapsOfGroupsAndTasks() throws {
    let fixture = LedgerFixture([
      "units.csv": "编号,名称,考核分组\na,甲局,县区\nb,乙局,\nc,市工信局,部门\n",
      "milestones.csv": "任务,节点,时限\n1,初稿,2023-03-01\n,印发,2023-04-01\n",
    ])
    let columns = try fixture.read().faults.compactMap { fault -> String? in
      guard case .gapsBelow(_, let column) = fault.problem else { return nil }
      return column
    }
    #expect(columns == ["单位名录.考核分组", "阶段目标.任务"])
    #expect(
      try fixture.read().lines == [
        "units.csv:3:6 ?gaps-below ", "milestones.csv:3:1 cell-empty ",
        "milestones.csv:3:1 ?gaps-below ",
      ])
  }

  /// A collective has no group of its own.
  @Test func collectivesHaveNoGroup() throws {
    let fixture = LedgerFixture([
      "units.csv":
        "编号,名称,考核分组,集体,成员\na,甲局,县区,,\nb,各县,,是,a\nc,市工信局,部门,,\nd,各局,,是,c\n"
    ])
    #expect(try fixture.read().lines == [])
  }

  @Test func gapsAreFilledDown() throws {
    var fixture = LedgerFixture([
      "ledger.csv": """
      序号,任务,分类,牵头领导,牵头单位
      1,甲,"简政""放权""类",张三,市工信局
      2,乙,,,
      ,,,,
      3,丙,服务,,市政务办
      4,丁,,李四,

      """,
      "milestones.csv": "任务,节点,时限\n1,初稿,2023-03-01\n,印发,2023-04-01\n3,初稿,2023-03-01\n",
    ])
    fixture.fillDown = [
      .ledger: ["section", "leaders", "lead_units"], .milestones: ["task"],
    ]
    let outcome = try fixture.read()
    #expect(
      outcome.table("task") == [
        "p task=1 number=1 number_text=1 number_order=011 section=简政\"放权\"类 title=甲 leaders=张三 lead_units=市工信局",
        "p task=2 number=2 number_text=2 number_order=012 section=简政\"放权\"类 title=乙 leaders=张三 lead_units=市工信局",
        "p task=3 number=3 number_text=3 number_order=013 section=服务 title=丙 leaders=张三 lead_units=市政务办",
        "p task=4 number=4 number_text=4 number_order=014 section=服务 title=丁 leaders=李四 lead_units=市政务办",
      ])
    #expect(
      outcome.table("milestone").map { $0.split(separator: " ").dropLast(2).joined(separator: " ") }
        == ["p task=1 milestone=初稿", "p task=1 milestone=印发", "p task=3 milestone=初稿"])
    #expect(
      outcome.faults.map(\.problem) == [
        .filledDown(count: 2), .filledDown(count: 2), .filledDown(count: 2), .filledDown(count: 1),
      ])
    #expect(outcome.lines.first == "ledger.csv:3:5 ?filled-down 简政\"\"放权\"\"类")
  }

  /// What is wrong with a cell is said where it stands, not for each row that took it.
  @Test func errorsOfFilledCellsAreSaidOnce() throws {
    var fixture = LedgerFixture.tasks(
      "序号,任务,牵头单位,完成时限", "1,甲,市工信句,2023-13-01", "2,乙,,", "3,丙,,")
    fixture.fillDown = [.ledger: ["lead_units", "due_on"]]
    #expect(
      try fixture.read().faults.filter { $0.severity == .error }.map(\.problem.code) == [
        "unknown-unit", "day-not-in-calendar",
      ])
  }

  /// Nothing is above the first row.
  @Test func whatIsEmptyAboveStaysEmpty() throws {
    var fixture = Self.tasks("分类", "- 甲 -")
    fixture.fillDown = [.ledger: ["section"]]
    let outcome = try fixture.read()
    #expect(outcome.table("task").map { $0.contains("section=甲") } == [false, true, true])
  }
}
