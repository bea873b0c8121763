import Definitions
import Domain

/// The data dictionary: what the columns of the CSV files mean, a row each.
extension ReportWriter {
  /// Writes the dictionary beside the CSV files that were noted, if there are any.
  func writeDictionary(_ files: ReportFolder) throws {
    let noted = report.tables.compactMap { table in table.csv.flatMap { files.noted[$0] } }
    guard !noted.isEmpty else { return }
    let name = "csv/\(ReportDefinition.dictionaryName).csv"
    let columns = Self.dictionaryHeadings.enumerated().map { index, heading in
      ShownColumn(
        source: .value(index), name: "", heading: heading, format: .text, width: 16, words: [:],
        isSummed: false)
    }
    let writer = try CSVWriter(
      CSVPlan(
        path: files.path(of: name), name: name, columns: columns, encoding: options.csvEncoding,
        guardsFormulas: options.guardsFormulas))
    var count = 0
    for (table, layout) in noted {
      for (position, column) in layout.columns.enumerated() {
        let place = ["\(table.csv ?? "").csv", "\(position + 1)"]
        try writer.write((place + entry(of: column, in: table, layout)).map(Value.text))
        count += 1
      }
    }
    files.add(name, try writer.finish(), rows: ["dictionary": count])
  }

  private static let dictionaryHeadings = [
    "文件", "列序", "表头", "列名", "主键", "格式", "计量单位", "取值", "含义", "查询",
  ]

  /// A column's heading, id, part in the key, format, unit of measure, words, meaning and query.
  private func entry(
    of column: ShownColumn, in table: ReportDefinition.Table, _ layout: TableLayout
  ) -> [String] {
    let words = column.words.sorted { $0.key < $1.key }.map {
      "\($0.key.isEmpty ? "（空）" : $0.key)＝\($0.value)"
    }
    return [
      column.heading, id(of: column, layout), table.key.contains(column.name) ? "是" : "",
      column.format.chineseName, column.format.unitOfMeasure, words.joined(separator: "；"),
      meaning(of: column, in: table, layout), table.query,
    ]
  }

  /// The result's column; of a ratio both, of the office's own column where it is kept.
  private func id(of column: ShownColumn, _ layout: TableLayout) -> String {
    switch column.source {
    case .value: column.name
    case .own: "own_columns.\(column.heading)"
    case .ratio(let ratio):
      "\(layout.columns[ratio.numerator.column].name)/\(layout.columns[ratio.denominator.column].name)"
    }
  }

  private func meaning(
    of column: ShownColumn, in table: ReportDefinition.Table, _ layout: TableLayout
  ) -> String {
    switch column.source {
    case .own: return "台账自有列"
    case .ratio(let ratio):
      let parts = [ratio.numerator, ratio.denominator].map { layout.columns[$0.column].heading }
      return parts.joined(separator: " ÷ ")
    case .value:
      let query = context.queries.first { $0.id == table.query }
      return query?.meaning(of: column.name) ?? query?.title ?? table.csv ?? ""
    }
  }
}

extension ReportDefinition.Format {
  fileprivate var chineseName: String {
    switch self {
    case .text: "文本"
    case .integer: "整数"
    case .date: "日期"
    case .percent: "百分数"
    case .points, .exactPoints: "百分点"
    case .decimal: "小数"
    case .light: "灯（文字）"
    case .flag: "是否"
    }
  }

  fileprivate var unitOfMeasure: String {
    switch self {
    case .date: "年-月-日"
    case .percent: "%"
    case .points, .exactPoints: "百分点"
    case .text, .integer, .decimal, .light, .flag: ""
    }
  }
}
