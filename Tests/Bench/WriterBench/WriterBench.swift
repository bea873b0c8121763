import Definitions
import Domain
import Foundation
import Layout
import Writing

/// Writes reports of made-up rows, without a store: what the writers alone cost.
///
///     WriterBench list ROWS FOLDER    a task list, as bare_xlsxwriter.c writes it
///     WriterBench units UNITS FOLDER  a workbook for each unit
@main
enum WriterBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let count = Int(arguments[2]) else {
      print("usage: WriterBench list ROWS FOLDER | units UNITS FOLDER")
      exit(2)
    }
    let isList = arguments[1] == "list"
    let report = try ReportDefinition(
      DefinitionFile(
        kind: .report, id: "bench", path: "bench.yaml", text: isList ? listReport : unitReport))
    let context = ReportContext(
      cutoff: Day(number: 19_625), texts: [:], ownColumns: [], lights: [])
    let layout = ReportLayout(report: report, context: context)
    _ = try FolderWriter.write(into: arguments[3]) { output in
      try layout.layOut(tables: { result(of: $0, count) }, to: output)
    }
  }

  private static func result(of query: String, _ count: Int) -> ResultStream {
    switch query {
    case "units": units(count)
    case "parts": TaskRows.stream(count * partsPerUnit) { .text("u\($0 / partsPerUnit)") }
    default: TaskRows.stream(count) { .text("u\($0)") }
    }
  }

  /// Tasks of a unit, in all roles, where 100,000 tasks have 3,000 units.
  private static let partsPerUnit = 50

  private static func units(_ count: Int) -> ResultStream {
    let columns = ["unit", "unit_name"].map { ResultColumn(name: $0, kind: .text) }
    let rows = (0..<count).map { [Value.text("u\($0)"), .text("第\($0)局")] }
    return ResultStream(ResultTable(columns: columns, rows: rows))
  }

  private static let listReport = """
    workbook: 简表.xlsx
    sheets:
      - name: 任务台账
        title: 任务台账
        blocks:
          - table:
              query: list
              large: 任务台账.xlsx
              columns: \(TaskRows.shownColumns)
    """

  private static let unitReport = """
    workbook: "{unit_name}.xlsx"
    each: {query: units, key: unit}
    sheets:
      - name: 单位情况
        title: "{unit_name}任务完成情况"
        one_page: true
        blocks:
          - facts: {单位: "{unit_name}", 编号: "{unit}"}
      - name: 任务
        title: "{unit_name}任务清单"
        blocks:
          - table: {query: parts, title: "共 {rows} 项", columns: \(TaskRows.shownColumns)}
    """
}
