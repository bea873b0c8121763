import Definitions
import Domain
import Pages
import TestSupport
import Testing

@testable import Layout

/// Columns on an earlier moment: how they are read, and what they show.
@Suite struct ComparisonColumnTests {
  private static let shown = """
    - {column: unit, heading: 单位}
    - {column: due, heading: 到期, format: integer}
    - {column: done, heading: 办结, format: integer}
    - {ratio: [done, due], heading: 办结率, empty: 无}
    """
  private static let compared = """
    - {column: due, at: previous, heading: 上期到期, format: integer}
    - {ratio: [done, due], at: previous, heading: 上期办结率, empty: 当期无}
    - {change: due, at: previous, heading: 到期增减}
    - {change: [done, due], at: previous, heading: 增减}
    - {differs: [done, due], at: previous, heading: 更正后}
    - {ratio: [done, due], at: year_before, heading: 去年, empty: 无}
    """

  private func report(
    _ columns: String = shown + "\n" + compared, rest: String = ""
  ) throws -> ReportDefinition {
    let yaml = """
      workbook: x.xlsx
      sheets:
        - name: 表
          title: 表
          blocks:
            - table:
                query: units
                key: [unit]
                csv: 表
                total: {label: 合计, once: {label: 全部, query: all}}
      \(rest)          columns:
      \(columns.split(separator: "\n").map { "            " + $0 }.joined(separator: "\n"))
      """
    return try ReportDefinition(
      DefinitionFile(kind: .report, id: "x", path: "x.yaml", text: yaml))
  }

  private func fault(
    _ column: String, replacing columns: String = shown, rest: String = ""
  ) throws -> (line: Int, problem: DefinitionFault.Problem)? {
    do {
      let report = try report(columns + "\n" + column, rest: rest)
      try report.check { Sample.columns[$0] }
      return nil
    } catch let fault as DefinitionFault { return (fault.place.line, fault.problem) }
  }

  @Test func soundColumns() throws {
    let report = try report()
    try report.check { Sample.columns[$0] }
    #expect(report.queries(at: .previous) == ["all", "units"])
    let without = report.leavingOut(.yearBefore)
    #expect(without.queries(at: .yearBefore).isEmpty)
    #expect(without.tables[0].columns.count == report.tables[0].columns.count - 1)
  }

  @Test func faultsNameTheirLine() throws {
    func problem(_ column: String) throws -> DefinitionFault.Problem? {
      let fault = try #require(try fault(column), "\(column)")
      #expect(fault.line == 16, "\(column)")
      return fault.problem
    }
    #expect(
      try problem("- {column: due, at: before, heading: 上期, format: integer}")
        == .unknownWord("before", known: ["previous", "year_before"]))
    #expect(
      try problem("- {column: dew, at: previous, heading: 上期, format: integer}")
        == .unknownReference("dew", known: ["unit", "due", "done"]))
    #expect(
      try problem("- {column: due, at: previous, heading: 上期, format: date}")
        == .unknownWord(
          "date",
          known: [
            "integer", "change", "percent", "points", "points_exact", "decimal", "quantity", "flag",
          ]))
    #expect(try problem("- {change: due, heading: 增减}") == .missingKey("at"))
    #expect(
      try problem("- {change: due, at: previous, heading: 增减}")
        == .unknownReference("due", known: []))
    #expect(
      try problem("- {differs: [dew], at: previous, heading: 更正}")
        == .unknownReference("dew", known: ["unit", "due", "done"]))
    for column in [
      "- {column: due, change: due, at: previous, heading: 增减}",
      "- {change: due, differs: [due], at: previous, heading: 增减}",
    ] {
      #expect(
        try problem(column) == .expected(.oneKeyOf(["column", "ratio", "change", "differs"])))
    }
    #expect(
      try problem("- {own_columns: unit, at: previous, heading: 增减}")
        == .expected(.columnOrRatio))
    #expect(
      try problem("- {change: due, at: previous, heading: 增减, format: integer}")
        == .expected(.changeColumns))
  }

  @Test func aTableThatCannotBeJoined() throws {
    let column = "- {column: due, at: previous, heading: 上期, format: integer}"
    #expect(
      try fault(column, rest: "          large: y.xlsx\n")?.problem
        == .layout(.largeWithEarlier))
    let yaml = try report().file.text.replacing("          key: [unit]\n", with: "")
    let keyless = try ReportDefinition(
      DefinitionFile(kind: .report, id: "x", path: "x.yaml", text: yaml))
    #expect(throws: DefinitionFault.self) { try keyless.check { Sample.columns[$0] } }
  }

  private let rows: [[Value]] = [
    [.text("甲"), .integer(3), .integer(1)], [.text("乙"), .integer(4), .integer(4)],
    [.text("丙"), .integer(0), .integer(0)],
  ]
  private let before = EarlierResults(
    reported: [
      "units": ResultTable(
        columns: Sample.columns["units"] ?? [],
        rows: [
          [.text("甲"), .integer(6), .integer(1)], [.text("丁"), .integer(2), .integer(1)],
          [.text("丙"), .integer(0), .integer(0)],
        ]),
      "all": ResultTable(
        columns: Sample.columns["all"] ?? [], rows: [[.integer(7), .integer(2)]]),
    ],
    known: [
      "units": ResultTable(
        columns: Sample.columns["units"] ?? [],
        rows: [
          [.text("甲"), .integer(6), .integer(2)], [.text("乙"), .integer(1), .integer(0)],
        ])
    ])

  private func cells(_ earlier: [ReportDefinition.Earlier: EarlierResults]) throws -> [[Cell]] {
    let table = try report().tables[0]
    let layout = try TableLayout(
      table, result: Sample.columns["units"] ?? [], ownColumns: [], earlier: earlier)
    return rows.map { row in layout.columns.dropFirst(4).map { $0.cell(row) } }
  }

  /// The changes of the figures in the second column and of the rates in the fourth.
  private let due = Formula.difference(of: 1, less: 4, factor: 1, places: 0, absence: "—")
  private let rate = Formula.difference(of: 3, less: 5, factor: 100, places: 1, absence: "—")

  @Test func figuresOfThenAndTheChange() throws {
    let cells = try cells([.previous: before])
    #expect(
      cells[0] == [
        .number(6), .number(0.167), .formula(due, number: -3), .formula(rate, number: 16.6),
        .text("＊2/6"), .text("—"),
      ])
    // Not there then; today it is known to have been.
    #expect(
      cells[1] == [
        .text("—"), .text("—"), .textFormula(due, text: "—"), .textFormula(rate, text: "—"),
        .text("＊0/1"), .text("—"),
      ])
    // Nothing to divide by, then and now; today it is not known to have been there.
    #expect(
      cells[2] == [
        .number(0), .text("当期无"), .formula(due, number: 0), .textFormula(rate, text: "—"),
        .text("＊无"), .text("—"),
      ])
  }

  @Test func noEarlierPeriod() throws {
    let first = EarlierResults(reported: [:], absence: "首期")
    let cells = try cells([.previous: first, .yearBefore: first])
    #expect(cells[0][0] == .text("首期") && cells[0][1] == .text("首期"))
    #expect(cells[0][3] == .textFormula(rate, text: "—"))
    #expect(cells[0][4] == .text("") && cells[0][5] == .text("首期"))
  }

  /// The sums under the table are those of then, with rows that are there no more.
  @Test func sumsOfThen() throws {
    let table = try report().tables[0]
    let layout = try TableLayout(
      table, result: Sample.columns["units"] ?? [], ownColumns: [], earlier: [.previous: before])
    func totals(_ earlier: KeyPath<EarlierTable, [Value]?>) -> [Cell] {
      layout.columns.dropFirst(4).map { column in
        guard case .compared(let comparison) = column.source else { return .blank }
        return column.totalCell(comparison, earlier)
      }
    }
    #expect(
      totals(\.sum) == [.number(8), .number(0.25), .blank, .blank, .text("＊2/7"), .blank])
    #expect(totals(\.once) == [.number(7), .number(0.286), .blank, .blank, .text("＊无"), .blank])
    let row: [Cell] = [.text("合计"), .number(10), .number(5), .number(0.5)] + totals(\.sum)
    let all = layout.columns.addingChanges(to: row)
    #expect(
      all[7] == .formula(rate, number: 25)
        && all[6] == .formula(due, number: 2))
  }

  @Test func theFilesOfBoth() throws {
    var context = Sample.context
    context.earlier = [.previous: before]
    try withFolder { folder in
      let writer = ReportLayout(report: try report(), context: context)
      _ = try writer.write(into: folder) { query in
        ResultStream(
          ResultTable(
            columns: Sample.columns[query] ?? [],
            rows: query == "units" ? rows : [[.integer(7), .integer(5)]]))
      }
      #expect(
        text(folder + "/csv/表.csv") == """
          \u{FEFF}单位,到期,办结,办结率,上期到期,上期办结率,到期增减,增减,更正后,去年,无数值原因,报告期,数据截止日\r
          甲,3,1,33.3,6,16.7,-3,16.6,＊2/6,,,,2023-09-25\r
          乙,4,4,100.0,,,,,＊0/1,,,,2023-09-25\r
          丙,0,0,,0,,0,,＊无,,办结率：无；上期办结率：当期无,,2023-09-25\r

          """)
    }
  }
}
