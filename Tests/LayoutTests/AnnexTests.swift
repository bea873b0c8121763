import Domain
import Foundation
import Pages
import TestSupport
import Testing

@testable import Layout

@Suite struct AnnexTests {
  private let sample = DocumentSample(
    yaml: """
      workbook: "附件.xlsx"
      figures:
        x: {query: items, text: x, empty: ""}
      document:
        name: "文稿.docx"
        title: 标题
        blocks:
          - text: ["逾期若干，其余见{annex.list}{see.total}。"]
          - annexes: 附件：
          - text: {style: office, lines: ["{office}"]}
      sheets:
        - name: 清单
          annex: list
          title: 事项清单
          print_columns: 2
          blocks:
            - table:
                query: items
                csv: 事项
                key: [number]
                columns:
                  - {column: number, heading: 序号, width: 6, format: integer}
                  - {column: day, heading: 时限, width: 12, format: date}
                  - {column: unit, heading: 单位, width: 20}
        - name: 合计
          annex: total
          upright: true
          title: 合计
          blocks:
            - table:
                query: total
                total: {label: 合计}
                columns:
                  - {column: state, heading: 情况, width: 20}
                  - {column: a, heading: 甲, format: integer}
                  - {column: all, heading: 全部, format: integer}
                  - {ratio: [a, all], heading: 比率, empty: 无}
      """,
    rows: [
      "items": [DocumentSample.item("k", "7", "甲局", "2023-09-15")],
      "total": DocumentSample.total("s", 4, 1, 0) + DocumentSample.total("t", 0, 0, 0),
    ])

  @Test func annexesAreListedNumberedAndShown() throws {
    #expect(
      try sample.document() == [
        "document notice: 标题", "section", "body: 逾期若干，其余见附件1（见附件2）。",
        "annexes: 附件：1.事项清单", "next_annex: 2.合计", "office: 某办",
        "section, landscape", "annex_number: 附件1", "annex_title: 事项清单", "table: 6, 12",
        "  head | 序号 | 时限", "  row | 7 | 9月15日",
        "section", "annex_number: 附件2", "annex_title: 合计", "table: 20, 8, 8, 10",
        "  head | 情况 | 甲 | 全部 | 比率", "  row | s | 1 | 4 | 25.0%", "  row | t | 0 | 0 | 无",
        "  row | 合计 | 1 | 4 | 25.0%",
      ])
    #expect(try sample.outputs().contains("附件1 清单,附件2 合计"))
  }

  /// One that has no rows is not there, and the only one has no number; its data are there all the
  /// same.
  @Test func anAnnexWithoutRowsIsLeftOut() throws {
    var sample = sample
    sample.rows["items"] = []
    let lines = try sample.document()
    #expect(lines[2] == "body: 逾期若干，其余见（见附件）。")
    #expect(lines.contains("annexes: 附件：合计"))
    #expect(lines.count { $0.hasPrefix("section") } == 1)
    #expect(lines.contains("new page, annex_number: 附件"))
    #expect(try sample.outputs().contains("附件 合计") && sample.outputs().contains("csv/事项.csv"))
  }
}
