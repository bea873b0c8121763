import Definitions
import Domain

extension ReportLayout {
  /// The writer with the texts that the report makes of results.
  func withFigures(tables: SheetLayout.Tables) throws -> ReportLayout {
    var copy = self
    for (name, figure) in report.figures.sorted(by: { $0.key < $1.key }) {
      copy.context.texts[name] = try FigureText(figure: figure, context: context)
        .text(of: tables(figure.query))
    }
    return copy
  }
}

/// Says a figure in words.
struct FigureText {
  let figure: ReportDefinition.Figure
  let context: ReportContext

  func text(of stream: ResultStream) throws -> String {
    let names = stream.columns.map(\.name)
    let conditions = figure.conditions.compactMap { name, code in
      names.firstIndex(of: name).map { ($0, code) }
    }
    var texts: [String] = []
    var count = 0
    try stream.forEach { row in
      guard conditions.allSatisfy({ ShownColumn.code(row[$0.0]) == $0.1 }) else { return }
      count += 1
      if texts.count < figure.most ?? .max { texts.append(try text(of: row, stream.columns)) }
    }
    guard count > 0 else { return figure.empty }
    var whole = texts.joined(separator: figure.separator)
    if count > texts.count, let more = figure.more {
      whole += try more.filled(known: ["rows"]) { $0 == "rows" ? String(count) : nil }
    }
    return whole
  }

  private func text(of row: [Value], _ columns: [ResultColumn]) throws -> String {
    let code = columns.firstIndex { $0.name == figure.text.column }
    let template = figure.text.option(for: code.map { ShownColumn.code(row[$0]) })
    return try template.filled(known: columns.map(\.name) + context.texts.keys.sorted()) { name in
      try value(name, row, columns) ?? context.texts[name]
    }
  }

  /// What stands for `column`, `column:format` or `numerator/denominator`.
  private func value(_ name: String, _ row: [Value], _ columns: [ResultColumn]) throws -> String? {
    func index(_ name: some StringProtocol) -> Int? { columns.firstIndex { $0.name == name } }
    let parts = name.split(separator: "/")
    if parts.count == 2, let numerator = index(parts[0]), let denominator = index(parts[1]) {
      let ratio = Ratio(row[numerator].integer ?? 0, row[denominator].integer ?? 0)
      return ratio.rounded(scale: 1000).map { Self.tenths($0) + "%" } ?? figure.empty
    }
    let (column, format) = (name.prefix { $0 != ":" }, name.drop { $0 != ":" }.dropFirst())
    guard let index = index(column) else { return nil }
    let value = row[index]
    guard let integer = value.integer else {
      return value.day.map { $0.chinese(in: context.cutoff) } ?? ShownColumn.code(value)
    }
    switch format {
    case "": return String(integer)
    case "percent": return Self.tenths(ShownColumn.tenths(integer)) + "%"
    case "points": return Self.tenths(ShownColumn.tenths(integer))
    // How far a gap goes, where the words say in which direction.
    case "size": return Self.tenths(ShownColumn.tenths(abs(integer)))
    case "decimal": return DecimalText.of(integer, decimals: 6, keeping: 0)
    default: return nil
    }
  }

  private static func tenths(_ tenths: Int64) -> String {
    DecimalText.of(tenths, decimals: 1, keeping: 1)
  }
}

extension Day {
  /// The day as texts say it, without a year that is that of another day.
  fileprivate func chinese(in other: Day) -> String {
    let (year, month, day) = components
    return (year == other.year ? "" : "\(year)年") + "\(month)月\(day)日"
  }
}
