import Definitions
import Domain
import Foundation
import Layout
import Pages
import TestSupport
import Testing

@testable import Writing

/// Matrices, shares, grouped headings, merged cells, links, texts with figures.
@Suite struct SheetPartsTests {
  private static let yaml = """
    workbook: "简报.xlsx"
    figures:
      late_units: {query: marks, where: {mark: late}, text: "{unit}（{month}月{days:size}）", first: 1, more: "等{rows}家", empty: 无}
      rate: {query: totals, text: "{done/due}", empty: 本期无到期任务}
      none: {query: marks, where: {mark: gone}, text: "{unit}", empty: 无}
      mood: {query: totals, text: {by: code, words: {bad: "差：{done}项"}, otherwise: 好}, empty: ""}
    sheets:
      - name: 封面
        title: 通报
        upright: true
        blocks:
          - text: {style: masthead, lines: [某办文件]}
          - text: {style: paragraph, lines: ["按时率{rate}，迟报单位{late_units}；消失{none}。{mood}"]}
          - space: 2
          - contents: {title: 目录, printed: true}
      - name: 矩阵
        title: 矩阵
        blocks:
          - table:
              query: marks
              key: [unit]
              columns:
                - {column: group, heading: 组, merge: true}
                - {column: unit, heading: 单位, link: {table: lines, key: unit}}
                - {spread: {by: month, value: mark}, heading: "{value}月", group: 各月, words: {late: 迟}}
      - name: 明细
        title: 明细
        blocks:
          - table:
              query: lines
              first: 2
              more: "共 {rows} 行"
              key: [unit]
              columns:
                - {column: unit, heading: 单位}
                - {column: tasks, heading: 任务, format: integer}
                - {share: tasks, heading: 占比, bar: true}
              total: {label: 合计}
          - table:
              query: totals
              first: 0
              more: "另有 {rows} 条，见 CSV"
              csv: 合计
              columns: [{column: due, heading: 到期, format: integer}]
      - {name: 空, title: 空, only_with: nothing, blocks: [{text: [空]}, {table: {query: nothing, csv: 无, columns: [{column: unit, heading: 单位}]}}]}
    """

  private static let columns: [String: [ResultColumn]] = [
    "marks": [
      ResultColumn(name: "group", kind: .text), ResultColumn(name: "unit", kind: .text),
      ResultColumn(name: "month", kind: .integer), ResultColumn(name: "mark", kind: .text),
      ResultColumn(name: "days", kind: .integer),
    ],
    "lines": [
      ResultColumn(name: "unit", kind: .text), ResultColumn(name: "tasks", kind: .integer),
    ],
    "totals": [
      ResultColumn(name: "due", kind: .integer), ResultColumn(name: "done", kind: .integer),
      ResultColumn(name: "code", kind: .text),
    ],
    "nothing": [ResultColumn(name: "unit", kind: .text)],
  ]

  private static let rows: [String: [[Value]]] = [
    "marks": [
      [.text("甲组"), .text("一局"), .integer(10), .text("late"), .integer(-21_700)],
      [.text("甲组"), .text("一局"), .integer(2), .text("done"), .integer(0)],
      [.text("甲组"), .text("二局"), .integer(2), .text("late"), .integer(0)],
      [.text("乙组"), .text("三局"), .integer(10), .text("done"), .integer(0)],
    ],
    "lines": [
      [.text("一局"), .integer(1)], [.text("二局"), .integer(1)], [.text("三局"), .integer(1)],
    ],
    "totals": [[.integer(65), .integer(26), .text("bad")]],
  ]

  private static func result(of query: String) -> ResultStream {
    ResultStream(ResultTable(columns: columns[query] ?? [], rows: rows[query] ?? []))
  }

  /// The report with its lists in a workbook of their own, where they are long.
  private static let withCompanion = yaml.replacing(
    "          query: lines\n", with: "          query: lines\n          large: 明细.xlsx\n"
  ).replacing("            - {share: tasks, heading: 占比, bar: true}\n", with: "")

  private func report() throws -> ReportDefinition {
    let report = try Sample.report(Self.yaml)
    try report.check { Self.columns[$0] }
    return report
  }

  /// Writes the report and hands over the parts of its workbook.
  private func withParts(
    rows: [String: [[Value]]] = Self.rows, options: ReportOptions = ReportOptions(),
    _ body: ((_ part: String) throws -> String) throws -> Void
  ) throws {
    try withFolder { folder in
      _ = try ReportLayout(report: report(), context: Sample.context, options: options)
        .write(into: folder) { query in
          let rows = rows[query] ?? []
          return ResultStream(ResultTable(columns: Self.columns[query] ?? [], rows: rows))
        }
      try body { try part($0, of: folder + "/简报.xlsx") }
    }
  }

  @Test func textsSayFigures() throws {
    try withParts { part in
      let texts = try part("sharedStrings.xml")
      #expect(texts.contains("　　按时率40.0%，迟报单位一局（10月2.2）等2家；消失无。差：26项"))
      let text1 = try part("worksheets/sheet1.xml")
      #expect(text1.contains("orientation=\"portrait\""))
    }
  }

  @Test func aSheetWithNothingToShowIsLeftOut() throws {
    try withParts { part in
      let (workbook, texts) = (try part("workbook.xml"), try part("sharedStrings.xml"))
      #expect(workbook.contains("name=\"明细\""))
      #expect(!workbook.contains("name=\"空\""))
      #expect(!texts.contains(">空<"))
    }
  }

  @Test func valuesBecomeColumnsInTheirOrderAndRowsOne() throws {
    try withParts { part in
      let sheet = try part("worksheets/sheet2.xml")
      // Title, two rows of headings, three units: 2月 stands before 10月.
      #expect(sheet.contains("<dimension ref=\"A1:D6\"/>"))
      let texts = try part("sharedStrings.xml").components(separatedBy: "</t>").map {
        $0.split(separator: ">").last.map(String.init) ?? ""
      }
      let second = try #require(texts.firstIndex(of: "2月"))
      let tenth = try #require(texts.firstIndex(of: "10月"))
      #expect(tenth > second)
      // Headings without a group take both rows; equal cells are one; so is a group's heading.
      for merged in ["A2:A3", "B2:B3", "C2:D2", "A4:A5"] {
        #expect(sheet.contains("<mergeCell ref=\"\(merged)\"/>"), "\(merged)")
      }
      #expect(!sheet.contains("<autoFilter"))
    }
  }

  @Test func cellsLeadToTheirRows() throws {
    try withParts { part in
      let sheet = try part("worksheets/sheet2.xml")
      let first = try #require(sheet.components(separatedBy: "<c r=\"B4\"").last)
      #expect(first.contains("<f>HYPERLINK(\"#'明细'!A3\",\"一局\")</f><v>一局</v></c><c r=\"C4\""))
      // The third line is not shown.
      #expect(sheet.components(separatedBy: "<f>HYPERLINK(").count == 3)
    }
  }

  @Test func rowsThatAreNotShownStandInTheCSVFile() throws {
    try withFolder { folder in
      _ = try ReportLayout(report: report(), context: Sample.context).write(into: folder) { query in
        ResultStream(ResultTable(columns: Self.columns[query] ?? [], rows: Self.rows[query] ?? []))
      }
      let csv = try String(contentsOfFile: folder + "/csv/合计.csv", encoding: .utf8)
      #expect(csv.hasSuffix("到期,报告期,数据截止日\r\n65,,2023-09-25\r\n"))
      // So do those of a sheet that is left out.
      let none = try String(contentsOfFile: folder + "/csv/无.csv", encoding: .utf8)
      #expect(none.hasSuffix("单位,报告期,数据截止日\r\n"))
    }
    try withParts { part in
      let texts = try part("sharedStrings.xml")
      #expect(texts.contains("<t>另有 1 条，见 CSV</t>") && !texts.contains("<t>到期</t>"))
    }
  }

  @Test func sharesAddUpAndBarsShowThem() throws {
    try withParts { part in
      let sheet = try part("worksheets/sheet3.xml")
      for (cell, share) in [("C3", "0.334"), ("C4", "0.333")] {
        let text = try #require(sheet.components(separatedBy: "<c r=\"\(cell)\"").last)
        #expect(text.prefix(40).contains("<v>\(share)</v>"), "\(cell)")
      }
      #expect(sheet.contains("<dataBar"))
      let text2 = try part("sharedStrings.xml")
      #expect(text2.contains("共 3 行"))
    }
  }

  @Test func aMatrixOfTooManyCellsIsNotDrawn() throws {
    var options = ReportOptions()
    options.largeTable = 3
    try withParts(options: options) { part in
      let text3 = try part("sharedStrings.xml")
      #expect(text3.contains("共 4 项，过多，不列表。"))
    }
  }

  /// The same cells one below the other, with what heads their columns beside them.
  @Test(arguments: [(4, 500), (50_000, 3)])
  func aMatrixOfTooManyCellsIsAList(cells: Int, columns: Int) throws {
    var options = ReportOptions()
    (options.matrixCells, options.matrixColumns) = (cells, columns)
    try withParts(options: options) { part in
      let text = try part("sharedStrings.xml")
      #expect(text.contains("列成矩阵为3行×4列，过大，改列清单。"))
      for word in ["各月", "10月", "2月", "迟"] {
        #expect(text.contains("<t>\(word)</t>"), "\(word)")
      }
    }
  }

  @Test func aMatrixBesideALongListIsNotEvenAskedFor() throws {
    let yaml = Self.withCompanion.replacingOccurrences(
      of: "          query: marks\n", with: "          query: marks\n          unless_long: lines\n"
    ).replacingOccurrences(of: "          total: {label: 合计}\n", with: "")
      .replacingOccurrences(of: "query: marks, where", with: "query: totals, where")
      .replacingOccurrences(of: "mark: late", with: "code: none")
      .replacingOccurrences(of: "mark: gone", with: "code: none")
    var options = ReportOptions()
    options.largeTable = 2
    var asked: Set<String> = []
    try withFolder { folder in
      let writer = ReportLayout(
        report: try Sample.report(yaml), context: Sample.context, options: options)
      let files = try writer.write(into: folder) { query in
        asked.insert(query)
        return Self.result(of: query)
      }
      #expect(files.map(\.name).contains("明细.xlsx"))
    }
    #expect(asked == ["lines", "totals", "nothing"])
  }

  @Test(arguments: [("明细", "lines"), ("明细（{late_units}）", "marks")])
  func longListsComeFirstUnlessFiguresStandInThem(_ title: String, _ first: String) throws {
    let yaml = Self.withCompanion.replacing("title: 明细", with: "title: \(title)")
    var options = ReportOptions()
    options.largeTable = 2
    var asked: [String] = []
    try withFolder { folder in
      let writer = ReportLayout(
        report: try Sample.report(yaml), context: Sample.context, options: options)
      _ = try writer.write(into: folder) { query in
        asked.append(query)
        return Self.result(of: query)
      }
      let text = try part("sharedStrings.xml", of: folder + "/明细.xlsx")
      #expect(text.contains("一局（10月2.2）等2家") == (first == "marks"))
      #expect(!text.contains("{late_units}"))
    }
    #expect((asked.first == "lines") == (first == "lines"))
  }

  @Test func unknownPlaceholdersInFigures() throws {
    let yaml = Self.yaml.replacingOccurrences(of: "{done/due}", with: "{done/duo}")
    let writer = ReportLayout(report: try Sample.report(yaml), context: Sample.context)
    #expect(throws: DefinitionFault.self) {
      try withFolder { folder in
        _ = try writer.write(into: folder) { query in
          Self.result(of: query)
        }
      }
    }
  }
}
