import CXlsxWriter
import Pages

/// A chart and its place.
struct ChartArea {
  let chart: Chart
  /// The rows of its table.
  let rows: ClosedRange<Int>
  /// The row of its top.
  let row: Int
}

extension Worksheet {
  /// Puts a chart on the sheet.
  func insert(_ area: ChartArea) throws {
    let shown = area.chart
    let chart = try workbook.addChart(type: shown.kind.library)
    for (index, series) in shown.series.enumerated() {
      let colour = series.colour ?? Self.palette[index % Self.palette.count]
      try add(series, colour: colour, of: area, to: chart)
    }
    let title = try workbook.label(shown.title)
    withFont(Fonts.heading, size: 12) { font in
      chart_title_set_name(chart, title)
      chart_title_set_name_font(chart, &font)
    }
    withFont(Fonts.body, size: 9) { font in
      chart_legend_set_font(chart, &font)
      chart_axis_set_num_font(chart.pointee.x_axis, &font)
      chart_axis_set_num_font(chart.pointee.y_axis, &font)
    }
    let hidden = shown.kind != .doughnut && shown.series.count == 1
    let position = hidden ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_BOTTOM
    chart_legend_set_position(chart, UInt8(position.rawValue))
    // The first row of the table stands on top, as in the table.
    // In bar charts the library has the axes the other way round.
    if shown.kind == .bar || shown.kind == .stackedBar {
      chart_axis_set_reverse(chart.pointee.y_axis)
      chart_axis_set_crossing_max(chart.pointee.y_axis)
    }
    try place(chart, area)
  }

  private static let palette: [UInt32] = [0x4472C4, 0x70AD47, 0xED7D31, 0xA5A5A5, 0xFFC000]

  private func add(
    _ series: Chart.Series, colour: UInt32, of area: ChartArea,
    to chart: UnsafeMutablePointer<lxw_chart>
  ) throws {
    guard let pointer = chart_add_series(chart, nil, nil) else {
      throw OutputFault(
        path: workbook.path, problem: .library(function: "chart_add_series", code: 1))
    }
    setRanges(of: series, area, pointer)
    chart_series_set_name(pointer, try workbook.label(series.name))
    chart_series_set_labels(pointer)
    if area.chart.kind == .doughnut {
      try setPoints(area.chart.pointColours, of: pointer)
    } else {
      var fill = lxw_chart_fill(color: colour, none: 0, transparency: 0)
      chart_series_set_fill(pointer, &fill)
    }
  }

  /// Of a column of the table, or of one of its rows under the headings.
  private func setRanges(
    of series: Chart.Series, _ area: ChartArea, _ pointer: UnsafeMutablePointer<lxw_chart_series>
  ) {
    let (categories, values) = (UInt16(area.chart.categories), UInt16(series.column))
    guard let row = series.row else {
      let (first, last) = (UInt32(area.rows.lowerBound), UInt32(area.rows.upperBound))
      chart_series_set_categories(pointer, name, first, categories, last, categories)
      chart_series_set_values(pointer, name, first, values, last, values)
      return
    }
    let (headings, line) = (UInt32(area.rows.lowerBound - 1), UInt32(area.rows.lowerBound + row))
    chart_series_set_categories(pointer, name, headings, values, headings, categories)
    chart_series_set_values(pointer, name, line, values, line, categories)
  }

  private func setPoints(
    _ colours: [UInt32], of series: UnsafeMutablePointer<lxw_chart_series>
  ) throws {
    guard !colours.isEmpty else { return }
    var fills = colours.map { lxw_chart_fill(color: $0, none: 0, transparency: 0) }
    let code = fills.withUnsafeMutableBufferPointer { fills in
      var points = fills.indices.map { index in
        lxw_chart_point(line: nil, fill: fills.baseAddress.map { $0 + index }, pattern: nil)
      }
      return points.withUnsafeMutableBufferPointer { points in
        // The list that the library takes ends with nil; it copies what it is given.
        var list = points.indices.map { index in points.baseAddress.map { $0 + index } } + [nil]
        return chart_series_set_points(series, &list)
      }
    }
    try workbook.check(code, "chart_series_set_points")
  }

  private func place(_ chart: UnsafeMutablePointer<lxw_chart>, _ area: ChartArea) throws {
    var options = lxw_chart_options()
    options.x_offset = Int32(area.chart.left)
    options.x_scale = Double(area.chart.width) / 480
    options.y_scale = Double(area.chart.height) / 288
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    let code = area.chart.title.withCString { description in
      options.description = UnsafeMutablePointer(mutating: description)
      return worksheet_insert_chart_opt(sheet, UInt32(area.row), 0, chart, &options)
    }
    try workbook.check(code, "worksheet_insert_chart")
  }

  private func withFont(_ name: String, size: Double, _ body: (inout lxw_chart_font) -> Void) {
    name.withCString { name in
      var font = lxw_chart_font()
      font.name = UnsafeMutablePointer(mutating: name)
      font.size = size
      body(&font)
    }
  }
}

extension Chart.Kind {
  var library: lxw_chart_type {
    switch self {
    case .bar: LXW_CHART_BAR
    case .stackedBar: LXW_CHART_BAR_STACKED
    case .stackedColumn: LXW_CHART_COLUMN_STACKED
    case .column: LXW_CHART_COLUMN
    case .line: LXW_CHART_LINE
    case .doughnut: LXW_CHART_DOUGHNUT
    }
  }
}
