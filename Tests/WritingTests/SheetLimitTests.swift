import Domain
import Foundation
import Layout
import Pages
import TestSupport
import Testing

@testable import Writing

/// What a sheet shows of lists that are too long for it, or too wide for the paper.
@Suite struct SheetLimitTests {
  /// Sums over lines that are not drawn stand for themselves, and nobody asks for the lines.
  @Test func sumsOfLinesThatAreNotDrawn() throws {
    let yaml = """
      workbook: 简报.xlsx
      sheets:
        - name: 清单
          title: 清单
          blocks:
            - table: {query: list, large: 清单.xlsx, columns: [{column: task, heading: 任务}]}
        - name: 明细
          title: 明细
          blocks:
            - table:
                query: all
                unless_long: list
                columns: [&due {column: due, heading: 到期, format: integer}]
        - name: 合计
          title: 合计
          blocks:
            - table:
                query: units
                sums: {table: all, columns: {due: due}}
                columns: [{column: unit, heading: 单位}, *due]
      """
    func asked(largeTable: Int) throws -> (queries: Set<String>, totals: String) {
      var options = ReportOptions()
      options.largeTable = largeTable
      var asked: Set<String> = []
      let writer = ReportLayout(
        report: try Sample.report(yaml), context: Sample.context, options: options)
      return try withFolder { folder in
        _ = try writer.write(into: folder) { query in
          asked.insert(query)
          return Sample.result(of: query)
        }
        return (asked, try part("worksheets/sheet3.xml", of: "\(folder)/简报.xlsx"))
      }
    }
    let long = try asked(largeTable: 1)
    #expect(long.queries == ["list", "units"] && !long.totals.contains("<f>"))
    let short = try asked(largeTable: 2)
    #expect(short.queries == ["list", "all", "units"] && short.totals.contains("SUM('明细'!$A:$A)"))
  }

  /// On the screen nothing is cut off: what wraps has its height, what does not its width.
  @Test func columnsThatAreNotPrintedAreAsWideAsTheirTexts() throws {
    let yaml = """
      workbook: 简报.xlsx
      sheets:
        - name: 单位
          title: 单位
          print_columns: 2
          blocks:
            - table:
                query: units
                columns:
                  - {column: due, heading: 到期, format: integer, width: 9}
                  - {column: unit, heading: 单位, width: 6}
                  - {column: unit, heading: 名称, width: 6}
                  - {column: done, heading: 办结, format: integer, width: 6}
      """
    try withFolder { folder in
      _ = try ReportLayout(report: Sample.report(yaml), context: Sample.context)
        .write(into: folder, tables: Sample.result)
      let sheet = try part("worksheets/sheet1.xml", of: "\(folder)/简报.xlsx")
      let widths = sheet.components(separatedBy: "<col ").dropFirst().compactMap {
        $0.components(separatedBy: "width=\"").last?.prefix { $0 != "." }
      }
      #expect(widths == ["9", "6", "10", "6"])
    }
  }
}
