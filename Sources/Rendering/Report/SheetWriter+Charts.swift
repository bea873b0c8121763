import Definitions
import Domain

extension SheetWriter {
  /// Writes charts side by side; a chart of a table without rows is left out.
  func write(_ charts: [ReportDefinition.Chart]) throws {
    let drawn = charts.compactMap { chart in
      placed.first { $0.definition.query == chart.table }.map { (chart, $0) }
    }
    guard !drawn.isEmpty else { return }
    let width = page.pixels / drawn.count
    let rows = drawn.map { Self.rows(of: $0, over: $1) }.max() ?? 0
    for (index, (chart, table)) in drawn.enumerated() {
      let area = area(
        of: chart, over: table, left: index * width, width: width - 10, sheetRows: rows)
      try page.sheet.insert(area)
    }
    try page.leaveRows(rows)
    page.skip()
  }

  /// Rows of 20 pixels that a chart takes; one whose categories stand one under another needs a row
  /// for each.
  private static func rows(of chart: ReportDefinition.Chart, over table: PlacedTable) -> Int {
    let isUpright = chart.kind == .bar || chart.kind == .stackedBar
    return min(40, max(13, isUpright ? table.rows.count * 3 / 2 + 6 : 0))
  }

  private func area(
    of chart: ReportDefinition.Chart, over table: PlacedTable, left: Int, width: Int,
    sheetRows: Int
  ) -> ChartArea {
    let categories = table.layout.position(of: chart.categories) ?? 0
    let isLight = table.layout.columns[categories].format == .light
    return ChartArea(
      kind: chart.kind.area, title: chart.title, rows: table.rows, categories: categories,
      series: chart.values.map { name in
        let column = table.layout.position(of: name) ?? 0
        return ChartArea.Series(name: table.layout.columns[column].heading, column: column)
      },
      pointColours: isLight ? colours(of: table.lights) : [],
      row: page.row, left: left, width: width, height: sheetRows * 20 - 10)
  }
}

extension SheetWriter {
  /// Colours of lights in a chart; the second light of a colour is paler than the first.
  private func colours(of words: [String]) -> [UInt32] {
    var uses: [UInt32: Int] = [:]
    return words.map { word in
      let light = report.context.lights.first { $0.word == word }
      let colour = light.map { Tint($0.colour).chart } ?? 0x7F7F7F
      let before = uses[colour, default: 0]
      uses[colour] = before + 1
      return (0..<before).reduce(colour) { colour, _ in Tint.paler(colour) }
    }
  }
}

extension ReportDefinition.Chart.Kind {
  var area: ChartArea.Kind {
    switch self {
    case .bar: .bar
    case .stackedBar: .stackedBar
    case .stackedColumn: .stackedColumn
    case .column: .column
    case .line: .line
    case .doughnut: .doughnut
    }
  }
}
