import Definitions
import Domain
import Pages

/// The columns of a table on a sheet, bound to the result that it shows.
struct TableLayout: Sendable {
  let columns: [ShownColumn]

  /// The place of the column that shows a column of the result as it is.
  func position(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

extension TableLayout {
  /// - Parameters:
  ///   - captions: what the columns of spreads are called, by their names.
  ///   - ownColumns: headings of the office's own columns, in order.
  ///   - sums: where the lines stand that a column of the result is the sum of.
  ///   - earlier: what stands beside the result.
  /// - Throws: `DefinitionFault` if the result lacks a column; `check` would have said so before.
  init(
    _ table: ReportDefinition.Table, result: [ResultColumn], captions: [String: String] = [:],
    ownColumns: [String],
    sums: [ShownSum] = [], earlier: [ReportDefinition.Earlier: EarlierResults] = [:]
  ) throws {
    let names = result.map(\.name)
    let binding = Binding(
      table: table, names: names, captions: captions, ownColumns: ownColumns, sums: sums,
      comparison: ComparisonBinding(table: table, names: names, results: earlier))
    columns = try table.columns.flatMap(binding.columns)
  }
}

/// Finds what columns of a definition refer to.
private struct Binding {
  let table: ReportDefinition.Table
  let names: [String]
  let captions: [String: String]
  let ownColumns: [String]
  let sums: [ShownSum]
  let comparison: ComparisonBinding

  func columns(_ column: ReportDefinition.Column) throws -> [ShownColumn] {
    switch column.content {
    case .column(let name):
      let value = try index(name)
      return [shown(column, .value(value), name: name, sumOf: sums(for: name))]
    case .share(let name):
      return [shown(column, .value(try index(ShownColumn.shareName(name))))]
    case .spread(let spread):
      let prefix = spread.name("")
      return names.enumerated().filter { $0.element.hasPrefix(prefix) }.map { index, name in
        let heading = column.heading(
          of: captions[name] ?? String(name.dropFirst(prefix.count)))
        return shown(column, .value(index), heading: heading)
      }
    case .ownColumns(let name):
      let value = try index(name)
      let texts = OwnTexts()
      return ownColumns.map { shown(column, .own(value, texts), heading: $0) }
    case .ratio(let numerator, let denominator, let empty):
      let ratio = ShownRatio(
        numerator: try place(numerator), denominator: try place(denominator), empty: empty,
        emptyCode: try empty.column.map(index))
      return [shown(column, .ratio(ratio))]
    case .compared(let compared): return [try shown(column, compared)]
    }
  }

  private func shown(
    _ column: ReportDefinition.Column, _ compared: ReportDefinition.Compared
  ) throws -> ShownColumn {
    switch compared.kind {
    case .figure(let content):
      let figure = comparison.figure(content, column, at: compared.at)
      return shown(column, .compared(.figure(figure)))
    case .change(let parts):
      let change = FigureChange(
        own: try operand(parts, at: nil), earlier: try operand(parts, at: compared.at))
      return shown(column, .compared(.change(change)), format: change.format)
    case .differs(let names):
      let difference = comparison.difference(names, column, at: compared.at)
      return shown(column, .compared(.difference(difference)))
    }
  }

  private func operand(
    _ parts: [String], at earlier: ReportDefinition.Earlier?
  ) throws -> FigureChange.Operand {
    guard let position = table.position(of: parts, at: earlier),
      let column = try columns(table.columns[position]).first
    else { throw table.unknown(parts.joined(separator: " / "), known: names) }
    return (column, table.sheetColumn(position, ownColumns: ownColumns.count))
  }

  private func shown(
    _ column: ReportDefinition.Column, _ source: ShownColumn.Source, heading: String? = nil,
    format: ReportDefinition.Format? = nil, name: String = "", sumOf: [ShownColumn.Summand] = []
  ) -> ShownColumn {
    ShownColumn(
      source: source, name: name, heading: heading ?? column.heading, group: column.group,
      format: format ?? column.format, width: column.width ?? column.format.width,
      words: column.words, isSummed: column.isSummed, sumOf: sumOf)
  }

  /// What a column of the result adds up, and where its choice and its keys stand.
  private func sums(for name: String) -> [ShownColumn.Summand] {
    sums.compactMap { sum in
      sum.columns[name].map {
        ShownColumn.Summand(sum: sum, values: $0, code: $0.column.flatMap(names.firstIndex))
      }
    }
  }

  private func index(_ name: String) throws -> Int {
    guard let index = names.firstIndex(of: name) else { throw table.unknown(name, known: names) }
    return index
  }

  private func place(_ name: String) throws -> (value: Int, column: Int) {
    guard let position = table.position(of: name) else {
      throw table.unknown(name, known: names)
    }
    return (try index(name), table.sheetColumn(position, ownColumns: ownColumns.count))
  }
}

extension ReportDefinition.Table {
  /// The column of the sheet that a column of the table has; no spread stands before it.
  func sheetColumn(_ position: Int, ownColumns: Int) -> Int {
    columns[..<position].reduce(0) {
      if case .ownColumns = $1.content { $0 + ownColumns } else { $0 + 1 }
    }
  }

  /// The fault of a name that the result does not know.
  func unknown(_ name: String, known: [String]) -> DefinitionFault {
    DefinitionFault(place: place, problem: .unknownReference(name, known: known))
  }
}

extension ReportDefinition.Format {
  /// The width of a column that does not say, in characters.
  var width: Int {
    switch self {
    case .text: 16
    case .date: 12
    case .integer, .change, .flag: 8
    case .percent, .points, .exactPoints, .decimal, .quantity, .light: 10
    }
  }

  /// The style of cells; short texts stand in the middle.
  func style(size: Double, width: Int) -> CellStyle {
    var style = CellStyle(size: size, hasBorder: true)
    switch self {
    case .text:
      style.wraps = true
      style.alignment = width < 14 ? .center : .left
    case .integer:
      // A number as the office writes it may be longer than the column is wide.
      (style.alignment, style.numberFormat, style.wraps) = (.center, "0", true)
    case .change:
      (style.alignment, style.numberFormat) = (.center, "0")
      style.showSign()
    case .date: (style.alignment, style.numberFormat) = (.center, "yyyy-mm-dd")
    case .percent: (style.alignment, style.numberFormat) = (.center, "0.0%")
    case .points: (style.alignment, style.numberFormat) = (.center, "0.0")
    case .exactPoints: (style.alignment, style.numberFormat) = (.center, "0.0###")
    case .decimal: (style.alignment, style.numberFormat) = (.center, "0.00####")
    case .quantity: (style.alignment, style.numberFormat) = (.center, "General")
    case .light, .flag: (style.alignment, style.wraps) = (.center, true)
    }
    return style
  }
}
