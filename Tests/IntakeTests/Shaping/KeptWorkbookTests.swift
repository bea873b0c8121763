import Definitions
import Domain
import TestSupport
import Testing

@testable import Intake

/// Workbooks as offices keep them, read by the mapping that an office would write.
@Suite struct KeptWorkbookTests {
  @Test func milestonesAreRowsOfMergedTasks() throws {
    let outcome = try read(
      "merged-tasks-milestone-rows", years: [2016], units: ["县商务局", "县住建局", "县房管局", "城关镇", "城东街道"],
      """
          columns:
            number: 序号
            task_id: 系统内编号
            title: 支撑项目
            lead_units: {from: 责任主体, roles: words}
            milestones.milestone: 工作标准/工作标准
            milestones.due_on: 时间节点/完成时间
          bars: section
          rows_of_a_task: milestones
      """)
    #expect(outcome.errorCount == 0, "\(outcome.found)")
    #expect(
      outcome.rows("task", "task", "section", "lead_units", "responsible_units", "due_on") == [
        "5 一、社会消费品零售总额增长12% 县商务局 县住建局\n城关镇 2016-12-31",
        "6 一、社会消费品零售总额增长12% 县商务局 - 2016-12-31",
        "9 二、城镇化率提高1.5个百分点 县住建局\n县房管局 城关镇\n城东街道 2016-11-30",
      ])
    #expect(
      outcome.rows("milestone", "task", "milestone", "due_on") == [
        "5 完成前期手续 2016-03-31", "5 主体完工 2016-09-30", "5 开业运营 2016-12-31", "6 入驻企业20家 2016-12-31",
        "9 签订征收协议 2016-06-30", "9 竣工 2016-11-30",
      ])
  }

  @Test func milestonesStandInACell() throws {
    let outcome = try read(
      "milestones-in-a-cell", years: [2023], units: [],
      """
          columns:
            number: 序号
            section: 工作类别
            title: 目标名称
            leaders: 责任领导
            milestones: {from: 目标节点或完成时限, take: milestones}
      """)
    #expect(
      outcome.rows("milestone", "task", "due_on") == [
        "1 2023-03-31", "1 2023-06-30", "1 2023-09-30", "1 2023-12-31", "2 2023-08-31",
        "2 2023-12-31", "3 2023-03-31", "3 2023-06-30", "3 2023-09-30", "3 2023-12-31",
        "4 2023-08-31", "4 2023-08-31",
      ])
    #expect(
      outcome.rows("task_leader", "task", "leader") == [
        "1 张三", "1 李四", "2 王五", "3 赵六", "3 钱七", "4 王五",
      ])
  }

  @Test func leadersAreBarsAndUnitsStandInTheText() throws {
    let outcome = try read(
      "leader-blocks-units-in-text", years: [2023],
      units: [
        "市统计局", "市经信局", "市文旅局", "市委宣传部", "市农业农村局", "各县（区）政府",
      ],
      """
          columns:
            number: 序号
            title: 目标任务
            lead_units: {from: 目标任务, take: units}
            progress_note: 推进情况
          bars: leaders
      """)
    #expect(
      outcome.rows("task", "task", "leaders", "lead_units", "support_units") == [
        "1 市长 陈某（统筹） 市发改委 市统计局、各县（区）政府", "2 市长 陈某（统筹） 市经信局 -",
        "3 副市长 李某 市交通局、各县（区）政府 -", "4 副市长 李某 市文旅局、市委宣传部 -", "5 副市长 李某 市农业农村局 -",
      ])
    #expect(outcome.rows("task", "title").first == "地区生产总值增长6%左右")
  }

  @Test func duplicatesAndContradictionsAreErrorsByCell() throws {
    let outcome = try read(
      "progress-colour-legend", years: [2017], units: [],
      """
          columns:
            number: 序号
            title: 项目进度
            starts_on: 开始日期
            due_on: 结束日期
            status: 状态
      """)
    let errors = outcome.faults.filter { $0.severity == .error }
    let duplicates = errors.filter { $0.problem.code == "duplicate-key" }
    #expect(duplicates.count == 8)
    #expect(Set(duplicates.map(\.value)) == ["10", "11", "12", "13"])
    #expect(
      errors.contains { $0.place.within == "项目进度!E8" && $0.problem.code == "day-before" })
  }

  @Test func rowsNumberedInAdvanceAreNoTasks() throws {
    let outcome = try read(
      "action-log-numbered-in-advance", years: [2023], units: [], sheet: "Action Log",
      """
          columns: {number: Action Ref, title: Action / Decision, status: Status}
      """)
    #expect(outcome.rows("task", "task") == [])
    #expect(
      outcome.faults.contains {
        $0.problem == .rowsNumberedAhead(count: 112) && $0.place.within == "Action Log!C5"
      })
  }

  @Test func aTableMayBeginInColumnB() throws {
    let outcome = try read(
      "tracker-from-column-b", years: [2023], units: [], sheet: "Action Tracker",
      """
          columns: {number: S.No, section: Task Category, title: Task Description, owner: Owner}
      """)
    #expect(outcome.errorCount == 0, "\(outcome.found.prefix(5))")
    #expect(outcome.rows("task", "task").count == 37)
    #expect(outcome.rows("task", "place").first == "Action Tracker!B2")
  }

  private func read(
    _ name: String, years: [Int], units: [String], sheet: String? = nil, _ keys: String
  ) throws -> LedgerFixture.Outcome {
    let faults = FaultList()
    let path = "\(Repository.folder)/Tests/IntakeTests/Workbooks/\(name).xlsx"
    let workbook = try #require(Workbook.read(path, faults: faults))
    var fixture = WorkbookFixture(
      workbook.sheets,
      mapping: "sheets:\n  - sheet: \(sheet ?? workbook.sheets[0].name)\n    register: ledger\n"
        + keys)
    fixture.units = units
    fixture.years = years
    return try fixture.read()
  }
}
