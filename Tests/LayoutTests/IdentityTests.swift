import Definitions
import Domain
import Pages
import TestSupport
import Testing

@testable import Layout

/// Matrices by what identifies their columns and rows, texts longer than a row, and CSV files that
/// can be put one under another.
@Suite struct IdentityTests {
  private static let yaml = """
    workbook: 甲.xlsx
    sheets:
      - name: 各期
        title: 各期
        blocks:
          - table:
              query: reports
              key: [unit]
              columns:
                - {column: unit_name, heading: 单位}
                - spread: {by: period, caption: name, order: ordinal, value: state, value_heading: 情况}
                  heading: "{value}"
                  group: 期别
    """

  private static let names = ["unit", "unit_name", "period", "name", "ordinal", "state"]

  private func prepared(
    _ rows: [[Value]], isListed: Bool = false
  ) throws -> (table: ReportDefinition.Table, result: PreparedResult) {
    let table = try #require(try Sample.report(Self.yaml).tables.first)
    let columns = Self.names.map {
      ResultColumn(name: $0, kind: $0 == "ordinal" ? .integer : .text)
    }
    let result = try table.prepared(
      ResultTable(columns: columns, rows: rows), isListed: isListed)
    return (isListed ? table.listed : table, result)
  }

  private func row(
    _ unit: String, _ period: String, _ name: String, _ ordinal: Int64, _ state: String
  ) -> [Value] {
    [.text(unit), .text("甲局"), .text(period), .text(name), .integer(ordinal), .text(state)]
  }

  @Test func periodsOfOneNameEachHaveAColumn() throws {
    let (table, result) = try prepared([
      row("a", "B", "年度监测", 2, "迟报"), row("a", "A", "年度监测", 1, "按时"),
      row("a", "C", "半年", 3, "未报"),
    ])
    let layout = try TableLayout(
      table, result: result.stream.columns, captions: result.captions, ownColumns: [])
    #expect(layout.columns.map(\.heading) == ["单位", "年度监测（A）", "年度监测（B）", "半年"])
    let rows = try result.stream.held().rows
    #expect(rows.count == 1)
    #expect(layout.columns.map { $0.text(rows[0]) } == ["甲局", "按时", "迟报", "未报"])
  }

  @Test func unitsOfOneNameEachHaveARow() throws {
    let rows = try prepared([
      row("a", "A", "一季度", 1, "按时"), row("b", "A", "一季度", 1, "迟报"),
    ]).result.stream.held().rows
    #expect(rows.map { $0[0] } == [.text("a"), .text("b")])
  }

  @Test func aListInItsPlaceNamesThemToo() throws {
    let (table, result) = try prepared(
      [row("a", "A", "年度监测", 1, "按时"), row("a", "B", "年度监测", 2, "迟报")], isListed: true)
    let layout = try TableLayout(table, result: result.stream.columns, ownColumns: [])
    let texts = try result.stream.held().rows.map { row in layout.columns.map { $0.text(row) } }
    #expect(texts == [["甲局", "年度监测（A）", "按时"], ["甲局", "年度监测（B）", "迟报"]])
  }

  /// What does not fit into a row is whole in pieces of which each does.
  @Test(arguments: [
    "短", String(repeating: "长", count: 900), String(repeating: "行\n", count: 60),
    String(repeating: "word 字", count: 300),
  ])
  func aLongTextGoesOnInPieces(_ text: String) {
    let pieces = TextMeasure.pieces(text, width: 40, size: 10.5)
    #expect(pieces.joined().filter { $0 != "\n" } == text.filter { $0 != "\n" })
    for piece in pieces {
      let lines = TextMeasure.lines(piece, width: 40, size: 10.5)
      #expect(TextMeasure.fits(lines: lines, size: 10.5), "\(lines)")
    }
  }

  @Test func aRowThatIsCutBeginsAtItsTopAndIsNamed() throws {
    try withFolder { folder in
      let path = folder + "/天水市简报.xlsx"
      var rows = Sample.rows
      rows["list"]?[0][0] = .text(String(repeating: "长", count: 600))
      _ = try Sample.write(into: folder, rows: rows)
      #expect(
        try part("sharedStrings.xml", of: path)
          .contains("注：本页第5行文字过长，打印件未印全，全文见电子表各单元格。"))
      #expect(try part("styles.xml", of: path).contains("vertical=\"top\""))
    }
    try withFolder { folder in
      _ = try Sample.write(into: folder)
      let strings = try part("sharedStrings.xml", of: folder + "/天水市简报.xlsx")
      #expect(!strings.contains("文字过长"))
    }
  }

  @Test(arguments: [CSVEncoding.utf8, .gb18030])
  func aFileSaysWhichReportItIsOf(_ encoding: CSVEncoding) throws {
    try withFolder { folder in
      var (context, options) = (Sample.context, ReportOptions())
      context.period = "2023-Q3"
      options.csvEncoding = encoding
      _ = try Sample.write(into: folder, context: context, options: options)
      let table = try #require(try readTable(folder + "/csv/清单.csv"))
      #expect(table.headings.suffix(3) == ["无数值原因", "报告期", "数据截止日"])
      #expect(
        table.rows.map { Array($0.suffix(3)) } == [
          ["", "2023-Q3", "2023-09-25"], ["办结率：本期无到期任务", "2023-Q3", "2023-09-25"],
        ])
      // Read back, a figure that is missing has its reason.
      #expect(table.cells("办结率") == ["40.0", "本期无到期任务"])
    }
  }

  @Test func aHeadingOfTheReportGoesBefore() throws {
    var data = DataFile(
      name: "", headings: ["报告期"], encoding: .utf8, guardsFormulas: true)
    data.stamp = [("报告期", "2023-Q3")]
    #expect(data.allHeadings == ["报告期", "报告期（报表）"])
  }
}
