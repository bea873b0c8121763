import Definitions
import Domain
import Foundation
import Intake
import Testing

/// CSV files as offices save them from a workbook, read by a mapping.
@Suite struct CSVShapingTests {
  @Test func titleRowsAndMergedCellsOfACSVFile() throws {
    let outcome = try read(
      [
        "units.csv": LedgerFixture.units,
        "重点任务.csv": #"""
        2023年重点工作台账,,,,
        填报单位：市政务办,,,截至9月25日,
        分类,序号,"工作
        任务",牵头单位,完成时限
        民生,1,甲,市工信局,9月底前
        ,2,"乙，含""引号""",,年底
        产业,3,丙,市发改委,
        合计,3项,,,
        """#,
      ],
      """
      sheets:
        - sheet: 重点任务
          register: ledger
          columns: {number: 序号, section: 分类, title: 工作任务, lead_units: 牵头单位, due_on: 完成时限}
          fill_down: [section, lead_units]
      """)
    #expect(outcome.errorCount == 0, "\(outcome.found)")
    #expect(
      outcome.rows("task", "task", "section", "title", "lead_units", "due_on", "place") == [
        "1 民生 甲 市工信局 2023-09-30 5", "2 民生 乙，含\"引号\" 市工信局 2023-12-31 6",
        "3 产业 丙 市发改委 - 7",
      ])
    let table = try #require(outcome.summary?.notes.tables.first)
    #expect(table.headings == 3...3)
    #expect(table.filledDown.mapValues(\.count) == ["分类": 1, "牵头单位": 1])
    #expect(table.totals.count == 1)
  }

  @Test func barsOfACSVFile() throws {
    let outcome = try read(
      [
        "units.csv": LedgerFixture.units,
        "重点任务.csv": "序号,工作任务\n一、民生,\n1,甲\n二、产业,\n2,乙\n",
      ],
      """
      sheets:
        - {sheet: 重点任务, register: ledger, columns: {number: 序号, title: 工作任务}, bars: section}
      """)
    #expect(outcome.rows("task", "task", "section") == ["1 一、民生", "2 二、产业"])
  }

  @Test func aFaultNamesLineAndColumnOfTheFile() throws {
    let outcome = try read(
      [
        "units.csv": LedgerFixture.units,
        "重点任务.csv": "清单,,\n序号,工作任务,完成时限\n1,甲,不知道\n1,乙,\n",
      ],
      "sheets:\n  - {sheet: 重点任务, register: ledger, columns: {number: 序号, title: 工作任务, due_on: 完成时限}}"
    )
    #expect(
      outcome.lines.filter { !$0.contains("?") } == [
        "重点任务.csv:3:1 duplicate-key 1", "重点任务.csv:3:5 deadline-form 不知道",
        "重点任务.csv:4:1 duplicate-key 1",
      ])
  }

  /// A mapping for a workbook says nothing of files with our own headings.
  @Test func filesWithOurHeadingsNeedNoEntry() throws {
    let outcome = try read(
      ["units.csv": LedgerFixture.units, "ledger.csv": "序号,任务,牵头单位\n1,甲,市工信局\n"],
      "sheets:\n  - {sheet: 重点任务, register: ledger, columns: {title: 工作任务}}")
    #expect(outcome.found == [])
    #expect(outcome.rows("task", "task", "lead_units") == ["1 市工信局"])
  }

  private func read(_ files: [String: String], _ mapping: String) throws -> LedgerFixture.Outcome {
    var fixture = LedgerFixture()
    fixture.files = files.mapValues { Array($0.utf8) }
    let folder = try fixture.write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let reader = LedgerReader(
      vocabulary: .standard, plans: ["p"], defaultPlan: "p",
      effectiveOn: try #require(Day("2023-09-25")), leadsByPolicy: ["p"], years: ["p": [2023]],
      knownRegisters: Set(Register.allCases),
      mapping: try LedgerMapping(
        DefinitionFile(kind: .mapping, id: "mapping", path: "mapping.yaml", text: mapping)))
    var outcome = LedgerFixture.Outcome()
    do {
      let summary = try reader.read(folder) { outcome.rows.append($0) }
      outcome.summary = summary
      outcome.faults = summary.warnings
    } catch let refused as LedgerRefused {
      outcome.faults = refused.faults
      outcome.errorCount = refused.errorCount
    }
    return outcome
  }
}
