import Definitions
import Domain

extension ReportDefinition.Table {
  /// The result as the table shows it: with the columns that follow from all its rows.
  ///
  /// Rows that differ only in a spread become one; shares are in millionths. Held whole.
  func prepared(_ stream: ResultStream) throws -> ResultStream {
    guard columns.contains(where: \.isDerived) else { return stream }
    var rows: [[Value]] = []
    try stream.forEach { rows.append($0) }
    var result = ResultTable(columns: stream.columns, rows: rows)
    for column in columns {
      switch column.content {
      case .spread(let spread): result = try result.spreading(spread, of: self)
      case .share(let name): result = try result.adding(shareOf: name, of: self)
      case .column, .ratio, .ownColumns, .compared: break
      }
    }
    return ResultStream(result)
  }
}

extension ResultTable {
  /// The rows with a column for each value of the spread's column, in the spread's order.
  ///
  /// Rows that agree in the columns that are shown as they are become one; they need not be
  /// neighbours.
  fileprivate func spreading(
    _ spread: ReportDefinition.Spread, of table: ReportDefinition.Table
  ) throws -> ResultTable {
    let (by, order) = (try index(spread.by, of: table), try index(spread.order, of: table))
    let value = try index(spread.value, of: table)
    let shown = try table.shownColumns.map { try index($0, of: table) }
    var ranks: [String: Value] = [:]
    for row in rows { ranks[ShownColumn.code(row[by])] = row[order] }
    let names = ranks.sorted { left, right in
      Self.rank(left.value, left.key) < Self.rank(right.value, right.key)
    }.map(\.key)
    let places = Dictionary(uniqueKeysWithValues: zip(names, columns.count...))
    var wide: [[Value]] = []
    var found: [[Value]: Int] = [:]
    for row in rows {
      let key = shown.map { row[$0] }
      let position = found[key] ?? wide.count
      if position == wide.count {
        found[key] = position
        wide.append(row + names.map { _ in Value.null })
      }
      if let place = places[ShownColumn.code(row[by])] { wide[position][place] = row[value] }
    }
    let kind = columns[value].kind
    return ResultTable(
      columns: columns + names.map { ResultColumn(name: spread.name($0), kind: kind) }, rows: wide)
  }

  /// What orders the columns: numbers before texts.
  private static func rank(_ value: Value, _ name: String) -> (Int64, String, String) {
    (value.integer ?? Int64.max, value.text ?? "", name)
  }

  /// The rows with a column's share in its sum, by largest remainder on tenths of a per cent.
  fileprivate func adding(
    shareOf name: String, of table: ReportDefinition.Table
  ) throws -> ResultTable {
    let column = try index(name, of: table)
    let shares = Ratio.shares(of: rows.map { $0[column].integer ?? 0 }, scale: 1000)
    return ResultTable(
      columns: columns + [ResultColumn(name: ShownColumn.shareName(name), kind: .integer)],
      rows: zip(rows, shares).map { $0 + [.integer($1 * 1000)] })
  }

  private func index(_ name: String, of table: ReportDefinition.Table) throws -> Int {
    guard let index = index(of: name) else { throw table.unknown(name, known: columns.map(\.name)) }
    return index
  }
}

extension ShownColumn {
  /// The name of the column with the shares of a column.
  static func shareName(_ name: String) -> String { "share of \(name)" }
}
