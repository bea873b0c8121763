import Definitions
import Domain
import Testing

@testable import Intake

/// What tasks hold beside themselves: milestones as rows or in a cell, targets, units by their role.
@Suite struct TaskPartTests {
  @Test func rowsOfATaskAreMilestones() throws {
    let outcome = try WorkbookFixture(
      [
        ["序号", "工作任务", "工作标准", "完成时间", "责任单位", "股室"],
        ["1", "商贸综合体", "完成前期手续", "2023.3", "市工信局", "一股"],
        [nil, nil, "主体完工", "2023.9", nil, "二股"], [nil, nil, "开业运营", "2023.12", nil, "二股"],
        ["2", "电商产业园", "入驻企业20家", "2023.12", "市发改委", nil],
      ], merges: ["A2:A4", "B2:B4", "E2:E4"],
      """
          columns:
            number: 序号
            title: 工作任务
            milestones.milestone: 工作标准
            milestones.due_on: 完成时间
            lead_units: 责任单位
          rows_of_a_task: milestones
      """
    ).read()
    #expect(
      outcome.rows("task", "task", "title", "due_on", "lead_units", "extra") == [
        "1 商贸综合体 2023-12-31 市工信局 股室\u{1F}一股\n二股\n二股", "2 电商产业园 2023-12-31 市发改委 -",
      ])
    #expect(
      outcome.rows("milestone", "task", "milestone", "due_on", "place") == [
        "1 完成前期手续 2023-03-31 重点任务!C2", "1 主体完工 2023-09-30 重点任务!C3",
        "1 开业运营 2023-12-31 重点任务!C4", "2 入驻企业20家 2023-12-31 重点任务!C5",
      ])
  }

  @Test func rowsOfATaskHaveToBeSaid() throws {
    let outcome = try WorkbookFixture(
      [["序号", "工作任务", "标准"], ["1", "甲", "一"], [nil, nil, "二"]], merges: ["A2:A3", "B2:B3"],
      TableTests.plain
    ).read()
    #expect(outcome.found == ["重点任务!B3 task-over-several-rows 甲"])
  }

  @Test func milestonesInACell() throws {
    let outcome = try WorkbookFixture(
      [
        ["序号", "工作任务", "目标节点"], ["1", "扩容", "3月：完成批复\n6月底前完成征地"], ["2", "养老", "每季度末通报一次"],
        ["3", "装修", "不知道"],
      ], TableTests.plain + "\n      milestones: {from: 目标节点, take: milestones}"
    ).read()
    #expect(outcome.found.filter { !$0.contains("?") } == ["重点任务!C4 deadline-form 不知道"])
    let good = try WorkbookFixture(
      [["序号", "工作任务", "目标节点"], ["1", "扩容", "3月：完成批复\n6月底前完成征地"], ["2", "养老", "每季度末通报一次"]],
      TableTests.plain + "\n      milestones: {from: 目标节点, take: milestones}"
    ).read()
    #expect(
      good.rows("milestone", "task", "due_on", "place") == [
        "1 2023-03-31 重点任务!C2", "1 2023-06-30 重点任务!C2", "2 2023-03-31 重点任务!C3",
        "2 2023-06-30 重点任务!C3", "2 2023-09-30 重点任务!C3", "2 2023-12-31 重点任务!C3",
      ])
    #expect(good.rows("task", "task", "due_on") == ["1 2023-06-30", "2 2023-12-31"])
  }

  @Test func aDeadlineThatComesAgainMakesMilestones() throws {
    let outcome = try WorkbookFixture(
      [["序号", "工作任务", "完成时限"], ["1", "通报", "每季度末"], ["2", "建设", "2023-12-31"]],
      TableTests.plain + "\n      due_on: 完成时限"
    ).read()
    #expect(outcome.rows("milestone", "task", "due_on").count == 4)
    #expect(outcome.rows("task", "task", "due_on").last == "2 2023-12-31")
  }

  @Test func unitsOfACellByTheirRole() throws {
    let outcome = try WorkbookFixture(
      [
        ["序号", "工作任务", "责任单位"], ["1", "甲", "牵头单位:\n市工信局\n配合单位:\n市交通局"],
        ["2", "乙", "市发改委牵头，市工信局配合"], ["3", "丙", "市政务办"],
      ], TableTests.plain + "\n      lead_units: {from: 责任单位, roles: words}"
    ).read()
    #expect(outcome.found == [])
    #expect(
      outcome.rows("task", "task", "lead_units", "support_units") == [
        "1 市工信局 市交通局", "2 市发改委 市工信局", "3 市政务办 -",
      ])
  }

  @Test func unitsInTheTextOfATask() throws {
    let outcome = try WorkbookFixture(
      [["序号", "目标任务"], ["1", "增长6%左右（市发改委牵头，市工信局配合）"], ["2", "新增10家（市工信局）"], ["3", "无单位"]],
      "    columns:\n      number: 序号\n      title: 目标任务\n      lead_units: {from: 目标任务, take: units}"
    ).read()
    #expect(
      outcome.rows("task", "title", "lead_units", "support_units") == [
        "增长6%左右 市发改委 市工信局", "新增10家 市工信局 -", "无单位 - -",
      ])
    #expect(outcome.found.contains("重点任务!B2 ?units-taken-from-text （市发改委牵头，市工信局配合）"))
  }

  @Test func quantitiesBecomeTargets() throws {
    let outcome = try WorkbookFixture(
      [["序号", "工作任务", "年度目标"], ["1", "就业", "1300人"], ["2", "投资", "10000万元"], ["3", "住房", "好"]],
      TableTests.plain + "\n      targets: {from: 年度目标, take: quantity}"
    ).read()
    #expect(outcome.found.filter { !$0.contains("?") } == ["重点任务!C4 quantity-form 好"])
    let good = try WorkbookFixture(
      [["序号", "工作任务", "年度目标"], ["1", "就业", "1300人"], ["2", "投资", "1万元"]],
      TableTests.plain + "\n      targets: {from: 年度目标, take: quantity}"
    ).read()
    #expect(
      good.rows(
        "target", "target", "task", "indicator", "comparison", "target_value", "unit_of_measure")
        == ["1-1 1 年度目标 >= 1300000000 人", "2-1 2 年度目标 >= 10000000000 元"])
  }
}
