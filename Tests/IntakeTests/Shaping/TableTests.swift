import Definitions
import Domain
import Testing

@testable import Intake

/// Tables of sheets as offices keep them: where headings stand, what rows are, what is none.
@Suite struct TableTests {
  static let plain = """
        columns:
          number: 序号
          title: 工作任务
    """

  @Test func headingsBelowATitleAndFromColumnB() throws {
    let outcome = try WorkbookFixture(
      [
        ["2023年重点工作台账"], [nil, "填报单位：市政务办", nil, "截至2023年9月25日"], [],
        [nil, " 序 号 ", "工作\n任务", "完成 时限", "股室"],
        [nil, "1", "甲", "2023-12-31", "一股"], [nil, "2", "乙", nil, nil],
      ], Self.plain + "\n      due_on: 完成时限"
    ).read()
    #expect(outcome.found == [])
    #expect(
      outcome.rows("task", "task", "title", "due_on", "extra", "place") == [
        "1 甲 2023-12-31 股室\u{1F}一股 重点任务!B5", "2 乙 - - 重点任务!B6",
      ])
    let table = try #require(outcome.summary?.notes.tables.first { $0.register == .ledger })
    #expect(table.headings == 4...4)
    #expect(table.above.map(\.text) == ["2023年重点工作台账", "填报单位：市政务办", "截至2023年9月25日"])
    #expect(table.above.map(\.place.within) == ["重点任务!A1", "重点任务!B2", "重点任务!D2"])
    #expect(outcome.summary?.sources.map(\.register) == [.units, .ledger, .milestones])
    #expect(
      outcome.summary?.sources.map(\.file) == [
        "台账.xlsx:单位名录", "台账.xlsx:重点任务", "台账.xlsx:重点任务",
      ])
  }

  @Test func headingsMatchWithoutBracketsAndDates() throws {
    let outcome = try WorkbookFixture(
      [
        ["序号", "工作任务", "进展情况（截至8月）", "1-8月完成率", "投资\n（万元）"],
        ["1", "甲", "正在施工", "60%", "12"],
      ],
      Self.plain + "\n      progress_note: 进展情况\n      progress: 完成率\n"
    ).read()
    #expect(outcome.found == [])
    #expect(
      outcome.rows("task", "progress_note", "progress", "extra") == [
        "正在施工 600000 投资（万元）\u{1F}12"
      ])
  }

  @Test func twoLevelsOfHeadingsAreJoined() throws {
    let outcome = try WorkbookFixture(
      [
        ["清单"], ["序号", "工作任务", "时间节点", nil, "责任主体"], [nil, nil, "启动\n时间", "完成\n时间", nil],
        ["1", "甲", "2023-01-10", "2023-09-30", "市工信局"],
      ], merges: ["A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3"],
      Self.plain
        + "\n      starts_on: 启动时间\n      due_on: 时间节点/完成时间\n      lead_units: 责任主体"
    ).read()
    #expect(outcome.found == [])
    #expect(
      outcome.rows("task", "starts_on", "due_on", "lead_units") == ["2023-01-10 2023-09-30 市工信局"])
    #expect(outcome.summary?.notes.tables.last?.headings == 2...3)
  }

  @Test func mergedCellsFillDown() throws {
    let outcome = try WorkbookFixture(
      [
        ["分类", "序号", "工作任务", "牵头单位"], ["民生", "1", "甲", "市工信局"], [nil, "2", "乙", nil],
        ["产业", "3", "丙", "市发改委"], [nil, "4", "丁", nil],
      ], merges: ["A2:A3", "D2:D3"],
      Self.plain
        + "\n      section: 分类\n      lead_units: 牵头单位\n    fill_down: [lead_units]"
    ).read()
    #expect(
      outcome.rows("task", "task", "section", "lead_units") == [
        "1 民生 市工信局", "2 民生 市工信局", "3 产业 市发改委", "4 - 市发改委",
      ])
    #expect(
      outcome.found == [
        "重点任务!A3 ?filled-down 民生", "重点任务!D3 ?filled-down 市工信局", "重点任务!A5 ?gaps-below ",
      ])
  }

  @Test func barsNameWhatFollowsAndHeadingsMayRepeat() throws {
    let outcome = try WorkbookFixture(
      [
        ["政府工作报告"], ["市长 陈某"], ["序号", "工作任务"], ["1", "甲"], ["副市长 李某"], ["序号", "工作任务"],
        ["2", "乙"], ["3", "丙"],
      ], merges: ["A1:B1", "A2:B2", "A5:B5"], Self.plain + "\n    headings: 3\n    bars: leaders"
    ).read()
    #expect(outcome.rows("task", "task", "leaders") == ["1 市长 陈某", "2 副市长 李某", "3 副市长 李某"])
    let table = try #require(outcome.summary?.notes.tables.first { $0.register == .ledger })
    #expect(table.bars.count == 2)
    #expect(table.headingsAgain.count == 1)
  }

  @Test func barsWithoutAMeaningAreNoTasks() throws {
    let outcome = try WorkbookFixture(
      [["序号", "工作任务"], ["一、民生"], ["1", "甲"], ["二、产业"], ["2", "乙"]],
      merges: ["A2:B2", "A4:B4"], Self.plain
    ).read()
    #expect(outcome.rows("task", "task", "section") == ["1 -", "2 -"])
    #expect(outcome.found == ["重点任务!A2 ?bars-unread 重点任务"])
  }

  @Test func unlikeHeadingsAreRefusedByCell() throws {
    let outcome = try WorkbookFixture(
      [["序号", "工作任务", "状态"], ["1", "甲", nil], ["序号", "工作任务", "完成时限"], ["2", "乙", nil]],
      Self.plain
    ).read()
    #expect(outcome.found == ["重点任务!C3 headings-differ 完成时限"])
  }

  @Test func rowsNumberedInAdvanceAreSaidOnce() throws {
    let outcome = try WorkbookFixture(
      [["序号", "工作任务", "完成时限"], ["1", "甲", nil], ["2", nil, "2023-12-31"], ["3"], ["4"]],
      Self.plain
    ).read()
    #expect(outcome.rows("task", "task") == ["1"])
    #expect(outcome.found == ["重点任务!A3 ?rows-numbered-ahead 重点任务"])
    #expect(outcome.faults.first?.problem == .rowsNumberedAhead(count: 3))
  }

  @Test func totalsNotesAndSignaturesAreNoTasks() throws {
    let outcome = try WorkbookFixture(
      [
        ["序号", "工作任务", "投资"], ["1", "甲", "5"], ["小计", "1项"], ["2", "乙", "7"], ["合计", "3项"],
        ["注：投资以万元计"], ["填表人：张三", nil, "审核人：李四"],
      ], Self.plain
    ).read()
    #expect(outcome.rows("task", "task") == ["1", "2"])
    #expect(
      outcome.found == [
        "重点任务!A5 ?total-differs 重点任务", "重点任务!A6 ?rows-below-table 重点任务",
      ])
    #expect(
      outcome.faults.map(\.problem) == [
        .totalDiffers(said: 3, rows: 2), .rowsBelowTable(count: 2),
      ])
  }

  @Test func aTaskMayBeginAsANoteDoes() throws {
    let outcome = try WorkbookFixture(
      [["工作任务", "序号"], ["注重调查研究", "1"], ["合计划拨资金", "2"]], Self.plain
    ).read()
    #expect(outcome.found == [])
    #expect(outcome.rows("task", "title") == ["注重调查研究", "合计划拨资金"])
  }

  @Test func sideTablesAreNamedAndLeftOut() throws {
    let outcome = try WorkbookFixture(
      [
        ["序号", "工作任务", nil, "图例", "含义"], ["1", "甲", nil, "红", "滞后"], ["2", "乙"],
      ], Self.plain
    ).read()
    #expect(outcome.rows("task", "task", "extra") == ["1 -", "2 -"])
    #expect(outcome.found == ["重点任务!D1 ?cells-beside-table 重点任务"])
  }

  @Test func hiddenPartsAreReadAndSaid() throws {
    var builder = SheetBuilder()
    for (row, cells) in [["序号", "工作任务", "内部编号"], ["1", "甲", "A1"], ["2", "乙", "A2"]].enumerated() {
      for (column, text) in cells.enumerated() {
        builder.add(text, row: row + 1, column: column + 1, flags: row == 2 ? .coloured : [])
      }
      builder.endRow(row + 1, isHidden: row == 1)
    }
    var details = Sheet.Details()
    details.hiddenColumns = [3]
    details.comments = [CellAddress(row: 3, column: 2): "请核实"]
    let fixture = WorkbookFixture(
      [
        builder.sheet(name: "重点任务", details: details),
        Sheet(name: "销号", visibility: .hidden, rows: [["序号"], ["9"]]),
        Sheet(name: "Sheet2", rows: []),
      ], mapping: "sheets:\n  - {sheet: 重点任务, register: ledger, columns: {number: 序号, title: 工作任务}}"
    )
    let outcome = try fixture.read()
    #expect(
      outcome.rows("task", "task", "note", "extra") == [
        "1 - 内部编号\u{1F}A1", "2 批注（工作任务）：请核实 内部编号\u{1F}A2",
      ])
    #expect(
      outcome.found == [
        "重点任务!C1 ?columns-hidden 重点任务", "重点任务!A2 ?rows-hidden 重点任务",
        "重点任务!A3 ?colours-not-read 重点任务", "重点任务!B3 ?comments-kept 重点任务",
        "销号 ?sheet-left-out 销号",
      ])
  }

  @Test func formulasWithoutValueAndTimesAreSaid() throws {
    var builder = SheetBuilder()
    for (column, text) in ["序号", "工作任务", "完成时限"].enumerated() {
      builder.add(text, row: 1, column: column + 1)
    }
    builder.endRow(1)
    builder.add("1", kind: .number, row: 2, column: 1, flags: .formula)
    builder.add("甲", row: 2, column: 2)
    builder.add("2023-12-31", kind: .dateTime, row: 2, column: 3, time: "17:00:00")
    builder.endRow(2)
    builder.add("2", kind: .number, row: 3, column: 1)
    builder.add("", kind: .formulaWithoutValue, row: 3, column: 2, flags: .formula)
    builder.add("2023-12-31", kind: .date, row: 3, column: 3)
    builder.endRow(3)
    let good =
      "sheets:\n  - {sheet: 重点任务, register: ledger, columns: {number: 序号, title: 工作任务, due_on: 完成时限}}"
    let outcome = try WorkbookFixture([builder.sheet(name: "重点任务")], mapping: good).read()
    #expect(
      outcome.found == [
        "重点任务!A2 ?formulas-read 重点任务", "重点任务!C2 ?times-left-out 重点任务",
        "重点任务!B3 formula-without-value ", "重点任务!B3 ?titles-missing ",
      ])
  }

  @Test func partsOfARegisterAndSeveralTablesOnASheet() throws {
    let open: [[String?]] = [["序号", "工作任务", "备注1"], ["1", "甲", "x"]]
    let closed: [[String?]] = [
      ["工作任务", "序号"], ["乙", "2"], [], ["单位", "期别", "报送日期"], ["市工信局", "Q1", "2023-04-20"],
    ]
    let outcome = try WorkbookFixture(
      [Sheet(name: "在办", rows: open), Sheet(name: "已办", rows: closed)],
      mapping: """
        sheets:
          - {sheet: "*办", register: ledger, columns: {number: 序号, title: 工作任务}}
          - {sheet: 已办, register: submissions, headings: 4}
        """
    ).read()
    #expect(outcome.found == [])
    #expect(
      outcome.rows("task", "task", "title", "extra", "place") == [
        "1 甲 备注1\u{1F}x 在办!A2", "2 乙 - 已办!A2",
      ])
    #expect(outcome.rows("submission", "unit", "period", "place") == ["gxj Q1 已办!A5"])
  }

  @Test func duplicateNumbersNameBothPlaces() throws {
    let outcome = try WorkbookFixture(
      [["序号", "工作任务"], ["1", "甲"], ["1", "乙"]], Self.plain
    ).read()
    #expect(outcome.found == ["重点任务!A2 duplicate-key 1", "重点任务!A3 duplicate-key 1"])
    #expect(
      outcome.faults.first?.problem
        == .duplicateKey(others: [.cell(sheet: "重点任务", CellAddress(row: 3, column: 1))]))
  }

  @Test func whatIsMissingIsNamed() throws {
    let nothing = try WorkbookFixture(
      [["甲", "乙"], ["1", "2"]], Self.plain
    ).read()
    #expect(nothing.found == ["重点任务 headings-not-found 重点任务"])
    let missing = try WorkbookFixture(
      [["序号", "工作任务", "责任部门"], ["1", "甲", nil]], Self.plain + "\n      lead_units: 责任单位"
    ).read()
    #expect(missing.found == ["重点任务!A1 mapped-heading-missing 责任单位"])
    #expect(
      missing.faults.first?.problem
        == .mappedHeadingMissing(column: "牵头单位", line: 7, nearest: "责任部门"))
    let twice = try WorkbookFixture(
      [["序号", "工作任务", "时限", "时限"], ["1", "甲"]], Self.plain + "\n      due_on: 时限"
    ).read()
    #expect(twice.faults.first?.problem == .mappedHeadingTwice(columns: ["C", "D"]))
    let sheet = try WorkbookFixture(
      [Sheet(name: "任务", rows: [["序号", "任务"], ["1", "甲"]])],
      mapping: "sheets:\n  - {sheet: 重点任务, register: ledger}"
    ).read()
    #expect(sheet.faults.map(\.problem.code).contains("sheet-not-found"))
  }

  @Test func aTemplateNeedsNoMapping() throws {
    let outcome = try WorkbookFixture([
      Sheet(
        name: "任务台账", rows: [["序号", "任务", "牵头单位"], ["示例行", "例"], ["1", "甲", "市工信局"]])
    ]).read()
    #expect(outcome.found == [])
    #expect(outcome.rows("task", "task", "lead_units") == ["1 市工信局"])
    let other = try WorkbookFixture([Sheet(name: "工作", rows: [["序号", "任务"]])]).read()
    #expect(other.faults.map(\.problem) == [.workbookNeedsMapping])
  }
}
