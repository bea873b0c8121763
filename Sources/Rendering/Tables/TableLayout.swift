import Definitions
import Domain

/// The columns of a table on a sheet, bound to the result that it shows.
struct TableLayout: Sendable {
  let columns: [ShownColumn]

  /// The widths of a table's columns, before there is a result.
  static func widths(_ table: ReportDefinition.Table, ownColumns: [String]) -> [Int] {
    table.columns.flatMap { column in
      let width = column.width ?? column.format.width
      if case .ownColumns = column.content { return ownColumns.map { _ in width } }
      return [width]
    }
  }

  /// The place of the column that shows a column of the result as it is.
  func position(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

extension TableLayout {
  /// - Parameters:
  ///   - ownColumns: headings of the office's own columns, in order.
  ///   - sums: where the lines stand that a column of the result is the sum of.
  ///   - earlier: what stands beside the result.
  /// - Throws: `DefinitionFault` if the result lacks a column; `check` would have said so before.
  init(
    _ table: ReportDefinition.Table, result: [ResultColumn], ownColumns: [String],
    sums: [String: ShownSum] = [:], earlier: [ReportDefinition.Earlier: EarlierResults] = [:]
  ) throws {
    let names = result.map(\.name)
    let binding = Binding(
      table: table, names: names, ownColumns: ownColumns, sums: sums,
      comparison: ComparisonBinding(table: table, names: names, results: earlier))
    columns = try table.columns.flatMap(binding.columns)
  }
}

/// Finds what columns of a definition refer to.
private struct Binding {
  let table: ReportDefinition.Table
  let names: [String]
  let ownColumns: [String]
  let sums: [String: ShownSum]
  let comparison: ComparisonBinding

  func columns(_ column: ReportDefinition.Column) throws -> [ShownColumn] {
    switch column.content {
    case .column(let name):
      [shown(column, .value(try index(name)), column.heading, sumOf: sums[name])]
    case .ownColumns(let name):
      try ownColumns.map { shown(column, .own(try index(name)), $0) }
    case .ratio(let numerator, let denominator, let empty):
      [
        shown(
          column,
          .ratio(
            ShownRatio(
              numerator: try place(numerator), denominator: try place(denominator), empty: empty,
              emptyCode: try empty.column.map(index))), column.heading)
      ]
    case .compared(let compared): [try shown(column, compared)]
    }
  }

  private func shown(
    _ column: ReportDefinition.Column, _ compared: ReportDefinition.Compared
  ) throws -> ShownColumn {
    switch compared.kind {
    case .figure(let content):
      let figure = comparison.figure(content, column, at: compared.at)
      return shown(column, .compared(.figure(figure)), column.heading)
    case .change(let parts):
      let change = FigureChange(
        own: try operand(parts, at: nil), earlier: try operand(parts, at: compared.at))
      return shown(column, .compared(.change(change)), column.heading, format: change.format)
    case .differs(let names):
      let difference = comparison.difference(names, column, at: compared.at)
      return shown(column, .compared(.difference(difference)), column.heading)
    }
  }

  private func operand(
    _ parts: [String], at earlier: ReportDefinition.Earlier?
  ) throws -> FigureChange.Operand {
    guard let position = table.position(of: parts, at: earlier),
      let column = try columns(table.columns[position]).first
    else { throw table.unknown(parts.joined(separator: " / "), known: names) }
    return (column, sheetColumn(position))
  }

  private func shown(
    _ column: ReportDefinition.Column, _ source: ShownColumn.Source, _ heading: String,
    format: ReportDefinition.Format? = nil, sumOf: ShownSum? = nil
  ) -> ShownColumn {
    var name = ""
    if case .column(let column) = column.content { name = column }
    return ShownColumn(
      source: source, name: name, heading: heading, format: format ?? column.format,
      width: column.width ?? column.format.width, words: column.words, isSummed: column.isSummed,
      sumOf: sumOf)
  }

  private func index(_ name: String) throws -> Int {
    guard let index = names.firstIndex(of: name) else { throw table.unknown(name, known: names) }
    return index
  }

  private func place(_ name: String) throws -> (value: Int, column: Int) {
    guard let position = table.position(of: name) else {
      throw table.unknown(name, known: names)
    }
    return (try index(name), sheetColumn(position))
  }

  /// The place on the sheet of a column of the table.
  private func sheetColumn(_ position: Int) -> Int {
    table.columns[..<position].reduce(0) {
      if case .ownColumns = $1.content { $0 + ownColumns.count } else { $0 + 1 }
    }
  }
}

extension ReportDefinition.Table {
  /// The fault of a name that the result does not know.
  fileprivate func unknown(_ name: String, known: [String]) -> DefinitionFault {
    DefinitionFault(place: place, problem: .unknownReference(name, known: known))
  }
}

extension ReportDefinition.Format {
  /// The width of a column that does not say, in characters.
  var width: Int {
    switch self {
    case .text: 16
    case .date: 12
    case .integer, .flag: 8
    case .percent, .points, .exactPoints, .decimal, .light: 10
    }
  }

  /// The style of cells; short texts stand in the middle.
  func style(size: Double, width: Int) -> CellStyle {
    var style = CellStyle(size: size, hasBorder: true)
    switch self {
    case .text:
      style.wraps = true
      style.alignment = width < 14 ? .center : .left
    case .integer: (style.alignment, style.numberFormat) = (.center, "0")
    case .date: (style.alignment, style.numberFormat) = (.center, "yyyy-mm-dd")
    case .percent: (style.alignment, style.numberFormat) = (.center, "0.0%")
    case .points: (style.alignment, style.numberFormat) = (.center, "0.0")
    case .exactPoints: (style.alignment, style.numberFormat) = (.center, "0.0###")
    case .decimal: (style.alignment, style.numberFormat) = (.center, "0.00####")
    case .light, .flag: (style.alignment, style.wraps) = (.center, true)
    }
    return style
  }
}
