import Definitions
import Domain
import Pages

/// The data dictionary: what the columns of the CSV files mean, a row each.
extension ReportLayout {
  /// Hands over the dictionary of the CSV files that were noted, if there are any.
  func addDictionary(to files: LaidOutFiles) throws {
    let noted = report.tables.compactMap { table in table.csv.flatMap { files.noted[$0] } }
    guard !noted.isEmpty else { return }
    let name = "csv/\(ReportDefinition.dictionaryName).csv"
    var rows: [[String]] = []
    for (table, layout) in noted {
      let query = context.queries.first { $0.id == table.query }
      let said = (context.catalogue, query)
      let shown = zip(spread(table.columns), layout.columns).map { column, shown in
        entry(of: column, shown, in: table, said)
      }
      let entries = shown + entriesBehind(of: layout).map { $0 + [table.query] }
      for (index, entry) in entries.enumerated() {
        rows.append(["\(table.csv ?? "").csv", "\(index + 1)"] + entry)
      }
    }
    let data = DataFile(
      name: name, headings: Self.dictionaryHeadings, encoding: options.csvEncoding,
      guardsFormulas: options.guardsFormulas)
    let stream = ResultStream(columns: [], count: rows.count) { body in
      for row in rows { try body(row.map(Value.text)) }
    }
    try files.add(.data(name: name, data, stream, rows: ["dictionary": rows.count]))
  }

  private static let dictionaryHeadings = [
    "文件", "列序", "表头", "列名", "主键", "格式", "计量单位", "取值", "含义", "查询",
  ]

  /// What stands behind the columns of every file.
  private func entriesBehind(of layout: TableLayout) -> [[String]] {
    guard options.csvForm != .reasonsInPlace else { return [] }
    let reason = [DataReasons.heading, "reason", "", "文本", "", "", "比率等数字为空的原因，各列以“；”分开"]
    return (layout.columns.contains(where: \.holdsFigures) ? [reason] : [])
      + [
        ["报告期", "period", "", "文本", "", "", "报表的期别编号；任意日期的报表为空"],
        ["数据截止日", "as_of", "", "日期", "年-月-日", "", "报表的数据截止日"],
      ]
  }

  /// The columns of a table, the office's own one by one.
  private func spread(_ columns: [ReportDefinition.Column]) -> [ReportDefinition.Column] {
    columns.flatMap { column in
      guard case .ownColumns = column.content else { return [column] }
      return context.ownColumns.map { _ in column }
    }
  }

  /// What the catalogue of columns says, and a table's query.
  private typealias Said = (catalogue: ColumnCatalogue, query: QueryDefinition?)

  /// A column's heading, id, part in the key, format, unit of measure, words, meaning and query.
  private func entry(
    of column: ReportDefinition.Column, _ shown: ShownColumn, in table: ReportDefinition.Table,
    _ said: Said
  ) -> [String] {
    let words = column.words.sorted { $0.key < $1.key }.map { code, word in
      "\(code.isEmpty ? "（空）" : code)＝\(word)"
    }
    return [
      shown.heading, id(of: column.content, shown),
      table.key.contains(shown.name) ? "是" : "", shown.format.chineseName,
      shown.format.unitOfMeasure, words.joined(separator: "；"),
      meaning(of: column.content, in: table, said),
      table.query,
    ]
  }

  /// The result's column; of a ratio both; what is of another moment says so before it.
  private func id(of content: ReportDefinition.Column.Content, _ shown: ShownColumn) -> String {
    switch content {
    case .column(let name): return name
    case .ratio(let numerator, let denominator, _): return "\(numerator)/\(denominator)"
    case .share(let name): return "share.\(name)"
    case .spread(let spread): return spread.name("")
    case .ownColumns: return "own_columns.\(shown.heading)"
    case .compared(let compared):
      let before = compared.at.rawValue
      switch compared.kind {
      case .figure(let figure): return "\(before).\(id(of: figure, shown))"
      case .change(let parts): return "\(before).change.\(parts.joined(separator: "/"))"
      case .differs(let parts): return "\(before).differs.\(parts.joined(separator: ","))"
      }
    }
  }

  private func meaning(
    of content: ReportDefinition.Column.Content, in table: ReportDefinition.Table, _ said: Said
  ) -> String {
    switch content {
    case .ownColumns: return "台账自有列"
    case .share(let name): return "\(heading(of: name, in: table))占比"
    case .ratio(let numerator, let denominator, _):
      return "\(heading(of: numerator, in: table)) ÷ \(heading(of: denominator, in: table))"
    case .column(let name):
      if let meaning = said.catalogue.meaning(of: name, in: table.query) { return meaning }
      guard let query = said.query else { return table.csv ?? "" }
      // The sentences that name the column in backticks.
      let found = query.sentences.filter { $0.contains("`\(name)`") }
      return found.isEmpty
        ? query.title : found.joined(separator: " ").split(separator: "`").joined()
    case .spread(let spread): return heading(of: spread.value, in: table)
    case .compared(let compared):
      let moment = compared.at == .previous ? "上一截止日" : "上年同期"
      switch compared.kind {
      case .figure(let figure): return "\(moment)当时所报：\(meaning(of: figure, in: table, said))"
      case .change: return "与\(moment)当时所报相比的增减"
      case .differs: return "\(moment)的数据按现在所知与当时所报不同之处"
      }
    }
  }

  /// What a column of the result is called where the table shows it.
  private func heading(of name: String, in table: ReportDefinition.Table) -> String {
    table.position(of: name).map { table.columns[$0].heading } ?? name
  }
}

extension ReportDefinition.Format {
  fileprivate var chineseName: String {
    switch self {
    case .text: "文本"
    case .integer, .change: "整数"
    case .date: "日期"
    case .percent: "百分数"
    case .points, .exactPoints: "百分点"
    case .decimal, .quantity: "小数"
    case .light: "灯（文字）"
    case .flag: "是否"
    }
  }

  fileprivate var unitOfMeasure: String {
    switch self {
    case .date: "年-月-日"
    case .percent: "%"
    case .points, .exactPoints: "百分点"
    case .text, .integer, .change, .decimal, .quantity, .light, .flag: ""
    }
  }
}
