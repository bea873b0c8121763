import Definitions
import Domain
import Foundation
import Intake
import Testing

/// What is accepted, and what it becomes.
@Suite struct GoodInputTests {
  static let text = "任务,序号,牵头单位,备注\n推进“一网通办”,1,市工信局,已完成㐂\n"

  /// The same register under other encodings and line ends.
  static let forms: [(String, [UInt8])] = [
    ("UTF-8", Array(text.utf8)), ("BOM", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ("GB18030", BadTextTests.gb(text)),
    ("CRLF", Array(text.split(separator: "\n").joined(separator: "\r\n").utf8)),
    ("mixed", Array(("\n" + text + "\r\n,,,\r\n \n").utf8)),
    ("no final newline", Array(text.utf8.dropLast())),
    ("quoted", Array("\"任务\",\"序号\",牵头单位,备注\n推进“一网通办”,\"1\",\"市工信局\",\"已完成㐂\"".utf8)),
    ("padded", Array(" 任务 ,序号,牵头单位,备注\n　推进“一网通办” , 1,市工信局\t,已完成㐂\n".utf8)),
    ("English", Array("Title,number,lead_units,note\n推进“一网通办”,1,市工信局,已完成㐂\n".utf8)),
  ]

  @Test(arguments: forms)
  func readsTheSame(_ form: (String, [UInt8])) throws {
    var fixture = LedgerFixture()
    fixture.files["ledger.csv"] = form.1
    let outcome = try fixture.read()
    #expect(outcome.lines == [])
    #expect(
      outcome.table("task") == [
        "p task=1 number=1 number_text=1 number_order=011 title=推进“一网通办” lead_units=市工信局 note=已完成㐂"
      ])
  }

  @Test func quotesAndLineBreaks() throws {
    let outcome = try LedgerFixture.tasks(
      "序号,任务,牵头单位,备注", "1,\"甲,\r\n\"\"乙\"\"\",市工信局,=1+1 _x0041_", "2,丙,市工信句,"
    ).read()
    #expect(
      outcome.table("task") == [
        "p task=1 number=1 number_text=1 number_order=011 title=甲,\n\"乙\" lead_units=市工信局 note==1+1 _x0041_"
      ])
    #expect(outcome.lines == ["ledger.csv:4:5 unknown-unit 市工信句"])
  }

  /// Within quotes a bare carriage return is a line break of the cell, but ends no line of the file.
  @Test func carriageReturnsInQuotes() throws {
    let outcome = try LedgerFixture.tasks(
      "序号,任务,牵头单位,备注", "1,\"甲\r乙\r\n丙\",市工信局,\"\r\"", "2,丁,市工信句,"
    ).read()
    #expect(
      outcome.table("task") == [
        "p task=1 number=1 number_text=1 number_order=011 title=甲\n乙\n丙 lead_units=市工信局"
      ])
    #expect(outcome.lines == ["ledger.csv:4:5 unknown-unit 市工信句"])
  }

  /// A second byte order mark is no part of the first heading.
  @Test(arguments: 0...3) func byteOrderMarks(_ count: Int) throws {
    var fixture = LedgerFixture()
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    fixture.files["ledger.csv"] =
      Array([[UInt8]](repeating: mark, count: count).joined())
      + Array("分类,序号,任务,牵头单位\n服务,7,甲,市工信句\n".utf8)
    let outcome = try fixture.read()
    #expect(outcome.lines == ["ledger.csv:2:8 unknown-unit 市工信句"])
    #expect(outcome.summary == nil)
    fixture.files["ledger.csv"]?.removeLast(4)
    fixture.files["ledger.csv"]? += Array("局\n".utf8)
    #expect(
      try fixture.read().table("task") == [
        "p task=7 number=7 number_text=7 number_order=017 section=服务 title=甲 lead_units=市工信局"
      ])
  }

  @Test func ownColumnsAreKept() throws {
    let outcome = try LedgerFixture.tasks(
      "专班,序号,任务,牵头单位,文号", "一班,1,甲,市工信局,〔2023〕5号", ",2,乙,市工信局,", ",3,丙,市工信局,x"
    ).read()
    #expect(outcome.summary?.ownColumns == ["专班", "文号"])
    #expect(
      outcome.rows.filter { $0.table.name == "task" }.map { $0.values.last } == [
        .text("专班\u{1F}一班\u{1E}文号\u{1F}〔2023〕5号"), .null, .text("文号\u{1F}x"),
      ])
  }

  @Test func quantitiesAreMillionths() throws {
    let outcome = try LedgerFixture([
      "targets.csv": "编号,任务,指标,口径,目标值,基数,完成值\nt1,1,数,不低于,95%,-3.5,0.000001\n"
    ]).read()
    #expect(
      outcome.table("target") == [
        "p target=t1 task=1 indicator=数 comparison=>= target_value=95000000 base=-3500000 actual=1"
      ])
  }

  @Test func rowsWithoutKeyAreCounted() throws {
    let outcome = try LedgerFixture([
      "publications.csv": "单位,标题\n市工信局,甲\n市工信局,乙\n市工信局,甲\n"
    ]).read()
    #expect(
      outcome.table("publication").map { String($0.prefix(11)) } == [
        "p ordinal=1", "p ordinal=1", "p ordinal=2",
      ])
    let row = try #require(outcome.rows.last)
    #expect(row.table.keys.indices.allSatisfy { row.values[$0] != .null })
  }

  @Test func theSummarySaysWhatWasRead() throws {
    let fixture = LedgerFixture(["报送.csv": "单位,期别\n"])
    let summary = try #require(try fixture.read().summary)
    #expect(summary.coverage == [.units, .ledger, .submissions])
    #expect(summary.sources.map(\.file) == ["units.csv", "ledger.csv", "报送.csv"])
    #expect(summary.sources.map(\.rows) == [4, 1, 0])
    #expect(summary.sources.last?.hash == ContentHash(of: "单位,期别\n"))
    #expect(summary.plans == ["p"])
  }
}

/// Which plan a row belongs to.
@Suite struct PlanTests {
  @Test func oneNamedPlanIsTheLedgers() throws {
    let outcome = try LedgerFixture.tasks("方案,序号,任务,牵头单位", "a,1,甲,市工信局", ",2,乙,市工信局").read()
    #expect(outcome.rows.filter { $0.table.name == "task" }.map(\.plan) == ["a", "a"])
    #expect(outcome.summary?.plans == ["a"])
  }

  @Test func severalPlans() throws {
    let outcome = try LedgerFixture([
      "ledger.csv":
        "方案,序号,任务,牵头单位\na,1,甲,市工信局\nb,1,乙,市工信局\nb,2,丙,市工信局\n,3,丁,市工信局\n",
      "milestones.csv": "任务,节点,时限\n2,一,2023-05-01\n1,一,2023-05-01\n",
      "submissions.csv": "方案,单位,期别\nb,市工信局,Q1\n,市工信局,Q2\nc,市工信局,Q1\n",
    ]).read()
    #expect(
      outcome.lines == [
        "ledger.csv:5:1 plan-needed ", "milestones.csv:3:1 ambiguous-task 1",
        "submissions.csv:3:1 plan-needed ", "submissions.csv:4:1 plan-not-in-ledger c",
      ])
  }

  @Test func unknownPlans() throws {
    var fixture = LedgerFixture.tasks("方案,序号,任务,牵头单位", "2023-x,1,甲,市工信局")
    fixture.plans = ["2023-y", "2022"]
    let outcome = try fixture.read()
    #expect(
      outcome.faults.map(\.problem) == [
        .unknownPlan(nearest: "2023-y", known: ["2023-y", "2022"])
      ])
  }

  /// Beside a plan that is known, rows of others are set aside, with those that refer to their tasks.
  @Test func unknownPlansBesideKnownOnes() throws {
    var fixture = LedgerFixture([
      "ledger.csv":
        "方案,序号,任务,牵头单位\na,1,甲,市工信局\nx,5,乙,无此单位\nx,5,丙,市工信局\nx,,丁,\n",
      "milestones.csv": "任务,节点,时限\n5,一,2023-02-30\n1,一,2023-05-01\n",
      "submissions.csv": "方案,单位,期别\nx,无此单位,Q9\na,市工信局,Q1\n",
    ])
    fixture.plans = ["a"]
    let outcome = try fixture.read()
    #expect(outcome.lines == [])
    let summary = try #require(outcome.summary)
    #expect(summary.plans == ["a"])
    #expect(summary.sources.map(\.rows) == [4, 1, 1, 1])
    #expect(summary.setAside.plans == ["x"])
    #expect(summary.setAside.titles == ["乙", "丙", "丁"])
    func fault(_ lines: [Int]) -> InputProblem {
      .planSetAside(others: lines.map { .line($0) }, rows: lines.count, nearest: nil, known: ["a"])
    }
    #expect(summary.setAside.faults.map(\.problem) == [fault([3, 4, 5]), fault([2]), fault([2])])
    #expect(outcome.table("task").count == 1)
    #expect(outcome.table("milestone") == ["a task=1 milestone=一 unit= due_on=2023-05-01"])
    #expect(outcome.table("submission").count == 1)
  }

  /// What could be a task of either is not guessed; what is of no task there is, is wrong.
  @Test func referencesBesideUnknownPlans() throws {
    var fixture = LedgerFixture([
      "ledger.csv": "方案,序号,任务,牵头单位\na,1,甲,市工信局\nx,1,乙,市工信局\nx,,丙,\n",
      "milestones.csv": "任务,节点,时限\n1,一,2023-05-01\n7,一,2023-05-01\n",
      "targets.csv":
        "方案,编号,任务,指标,口径,目标值,同源指标\na,t1,1,户数,≥,5,x/t9\nx,t9,1,户数,≥,5,\n",
      "submissions.csv": "方案,单位,期别\ny,市工信局,Q1\n",
    ])
    fixture.plans = ["a"]
    let lines = try fixture.read().lines.filter { !$0.contains("?") }
    #expect(
      lines.map { $0.replacing(#/:\d+ /#, with: " ") } == [
        "ledger.csv:3 plan-set-aside x", "milestones.csv:2 ambiguous-task 1",
        "milestones.csv:3 unknown-task 7", "targets.csv:2 unknown-target x/t9",
        "targets.csv:3 plan-set-aside x", "submissions.csv:2 unknown-plan y",
      ])
  }

  @Test func tasksAreFoundByIdOrNumber() throws {
    let outcome = try LedgerFixture([
      "ledger.csv": "任务编号,序号,任务,牵头单位\nA1,7,甲,市工信局\n,8,乙,市工信局\n",
      "milestones.csv": "任务,节点,时限\n07,一,2023-05-01\nA1,二,2023-05-01\n8,一,2023-05-01\n",
    ]).read()
    #expect(
      outcome.table("milestone") == [
        "p task=A1 milestone=一 unit= due_on=2023-05-01",
        "p task=A1 milestone=二 unit= due_on=2023-05-01",
        "p task=8 milestone=一 unit= due_on=2023-05-01",
      ])
  }
}
