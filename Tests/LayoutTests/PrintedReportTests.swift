import Domain
import Layout
import Pages
import TestSupport
import Testing

/// What a page says, as text.
@Suite struct PrintedReportTests {
  private func printed() throws -> [String] {
    try ReportLayout(report: Sample.report(), context: Sample.context)
      .books(tables: Sample.result)[0].book.pages.map { try $0.printed() }
  }

  @Test func aList() throws {
    let page = try printed()[0]
    #expect(
      page == """
        page: 清单

        title: 天水市清单
        line: 数据截止：2023年9月25日
        caption: 共 2 项
        table list: 2 rows
          head: 任务 │ 灯 │ 时限 │ 进度 │ 序时差 │ 督办 │ 科室 │ 到期 │ 办结 │ 办结率 │ 重点
          办结率 = 办结 ÷ 到期
          1 │ 红灯 │ 2023-06-30 │ 53.3% │ -21.7 │ 甲 │ =乙 │ 65 │ 26 │ =40.0% │ 是
          2 │  │  │  │ 0.0 │  │  │ 0 │ 0 │ =本期无到期任务 │ 否
          coloured: 灯: 红灯


        line: 负责人（签字）：

        widths: 16 10 12 10 10 16 16 8 8 10 8
        print: across, 11 columns, gridlines
        list: 0 columns frozen, filters

        """)
  }

  @Test func sumsAChartAndFacts() throws {
    let page = try printed()[1]
    #expect(
      page == """
        page: 合计

        title: 合计
        line: 数据截止：2023年9月25日
        table units: 2 rows
          head: 单位 │ 到期 │ 办结 │ 办结率
          办结率 = 办结 ÷ 到期
          市发改委 │ 3 │ 1 │ =33.3%
          市商务局 │ 4 │ 4 │ =100.0%
        sum: 合计（分项之和） │ 7 {sum} │ 5 {sum} │ 71.4% {办结 ÷ 到期}
        sum: 全部 │ 5 │ 3 │ 60.0% {办结 ÷ 到期}

        chart: column, 图: 到期, 办结 by 单位 of table 1, 304 × 250

        label: 截止 │ 2023年9月25日


        widths: 16 8 8 10
        print: across, 4 columns, gridlines
        list: 0 columns frozen, filters

        """)
  }
}
