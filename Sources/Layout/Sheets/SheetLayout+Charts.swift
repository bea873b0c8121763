import Definitions
import Domain
import Pages

extension SheetLayout {
  /// Adds charts side by side; a chart of a table without rows is left out.
  func add(_ charts: [ReportDefinition.Chart]) {
    let drawn = charts.compactMap { chart in
      placed.firstIndex { $0.definition.query == chart.table }.map { (chart, $0) }
    }
    guard !drawn.isEmpty else { return }
    let width = page.pixels / drawn.count
    let rows = drawn.map { Self.rows(of: $0, over: placed[$1]) }.max() ?? 0
    page.add(
      drawn.enumerated().map { index, drawn in
        chart(
          drawn.0, over: drawn.1, left: index * width, width: width - 10, height: rows * 20 - 10)
      }, rows: rows)
  }

  /// Adds charts right of the table that stands above; without rows of it there are none.
  func addBeside(_ charts: [ReportDefinition.Chart]) {
    let drawn = charts.compactMap { chart in
      placed.firstIndex { $0.definition.query == chart.table }.map { (chart, $0) }
    }
    guard let first = drawn.first else { return }
    let left = page.pixels(ofFirst: placed[first.1].layout.columns.count) + 8
    let width = (page.pixels - left) / drawn.count
    guard width > 120 else { return }
    page.addBeside(
      { height in
        drawn.enumerated().map { index, drawn in
          chart(
            drawn.0, over: drawn.1, left: left + index * width, width: width - 8,
            height: Int(height * 4 / 3) - 4)
        }
      }, from: placed[first.1].top, least: 150)
  }

  /// Rows of 20 pixels that a chart takes; one whose categories stand one under another needs a row
  /// for each.
  private static func rows(of chart: ReportDefinition.Chart, over table: PlacedTable) -> Int {
    let isUpright = chart.kind == .bar || chart.kind == .stackedBar
    return min(40, max(13, isUpright ? table.count * 3 / 2 + 6 : 0))
  }

  private func chart(
    _ chart: ReportDefinition.Chart, over place: Int, left: Int, width: Int, height: Int
  ) -> Chart {
    let layout = placed[place].layout
    let categories = layout.position(of: chart.categories) ?? 0
    let isLight = layout.columns[categories].format == .light
    if chart.isByRow {
      return byRow(chart, over: place, left: left, width: width, height: height)
    }
    return Chart(
      kind: chart.kind.shown, title: chart.title, table: place, categories: categories,
      series: chart.values.map { name in
        let column = layout.position(of: name) ?? 0
        return Chart.Series(name: layout.columns[column].heading, column: column)
      },
      pointColours: isLight ? colours(of: placed[place].lights) : [], left: left, width: width,
      height: height)
  }

  /// A chart whose series are rows: lights in their colours, from the first column to the last.
  private func byRow(
    _ chart: ReportDefinition.Chart, over place: Int, left: Int, width: Int, height: Int
  ) -> Chart {
    let table = placed[place]
    let shown = chart.values.compactMap { name in
      table.definition.columns.firstIndex { $0.name == name }
    }
    let colours = colours(of: table.lights)
    return Chart(
      kind: chart.kind.shown, title: chart.title, table: place, categories: shown.max() ?? 0,
      series: table.lights.enumerated().map { row, word in
        Chart.Series(name: word, column: shown.min() ?? 0, row: row, colour: colours[row])
      }, pointColours: [], left: left, width: width, height: height)
  }

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
  fileprivate var shown: Chart.Kind {
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
