import Definitions
import Domain
import Pages
import TestSupport
import Testing

@testable import Layout

/// What no workbook can be is found by `jibao check`, not when the report is due.
@Suite struct ReportLimitTests {
  private func problem(_ text: String, _ other: String) -> DefinitionFault.Problem? {
    do {
      try Sample.report(Sample.yaml.replacing(text, with: other)).check { Sample.columns[$0] }
      return nil
    } catch let fault as DefinitionFault { return fault.problem } catch { return nil }
  }

  @Test func namesOfSheets() {
    #expect(problem("name: 合计\n", "name: a/b\n") == .expected(.sheetName))
    #expect(problem("name: 合计\n", "name: 清单\n") == .duplicateKey("清单"))
    #expect(problem("name: 合计\n", "name: 清单\n    scored: true\n") == .duplicateKey("清单"))
  }

  @Test func sheetsOfOneNameForPlansWithRulesAndWithout() {
    let yaml = Sample.yaml.replacing("name: 清单\n", with: "name: 合计\n    scored: false\n")
      .replacing("name: 合计\n    title: 合计", with: "name: 合计\n    scored: true\n    title: 合计")
    #expect(throws: Never.self) { try Sample.report(yaml).check { Sample.columns[$0] } }
  }

  @Test func namesOfFiles() {
    #expect(problem("csv: 单位", "csv: 清单") == .duplicateKey("清单"))
    #expect(problem("csv: 单位", "csv: 数据字典") == .duplicateKey("数据字典"))
  }

  static let wrong: [(text: String, other: String, expected: DefinitionFault.Form)] = [
    ("    footing: true", "    widths: [0]", .wholeNumberWithin(1, 255)),
    ("    footing: true", "    widths: [256]", .wholeNumberWithin(1, 255)),
    ("    footing: true", "    print_columns: 0", .wholeNumberWithin(1, 16_384)),
    ("    footing: true", "    freeze_columns: -1", .wholeNumberWithin(0, 16_384)),
    ("    footing: true", "    font_size: 0", .wholeNumberWithin(1, 72)),
  ]

  @Test(arguments: wrong) func measures(text: String, other: String, expected: DefinitionFault.Form)
  {
    #expect(problem(text, other) == .expected(expected))
  }

  @Test func aReportHasASheet() throws {
    let yaml = "workbook: a.xlsx\nsheets: []\n"
    #expect(throws: DefinitionFault.self) { try Sample.report(yaml).check { Sample.columns[$0] } }
    // Those of the plans that the report is not for have none.
    let scored = Sample.yaml.replacing("\n    title: ", with: "\n    scored: true\n    title: ")
    let report = try Sample.report(scored).applying(isScored: false)
    try withFolder { folder in
      #expect(throws: DefinitionFault.self) {
        try ReportLayout(report: report, context: Sample.context).write(into: folder) {
          ResultStream(ResultTable(columns: Sample.columns[$0] ?? [], rows: []))
        }
      }
    }
  }
}
