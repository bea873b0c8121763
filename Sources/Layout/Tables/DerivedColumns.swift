import Definitions
import Domain

extension ReportDefinition.Table {
  /// The result as the table shows it: with the columns that follow from all its rows.
  ///
  /// Rows that differ only in a spread become one; shares are in millionths. Held whole.
  /// - Parameter isListed: whether a list stands in the place of a matrix: then each value of what
  ///   a spread is by is the heading that its column would have.
  func prepared(_ result: ResultTable, isListed: Bool = false) throws -> PreparedResult {
    var (result, captions) = (result, [String: String]())
    for column in columns {
      if isListed, case .spread(let spread) = column.content {
        let names = try result.captions(of: spread, in: self)
        result = try result.naming(spread, by: column, names, of: self)
        continue
      }
      switch column.content {
      case .spread(let spread):
        for (value, caption) in try result.captions(of: spread, in: self) {
          captions[spread.name(value)] = caption
        }
        result = try result.spreading(spread, of: self)
      case .share(let name): result = try result.adding(shareOf: name, of: self)
      case .column, .ratio, .ownColumns, .compared: break
      }
    }
    return PreparedResult(stream: ResultStream(result), captions: captions)
  }

  /// Counts the matrix that the table would make of a result, and keeps what a list would show.
  /// - Parameter most: how many rows a list may have; one more is kept, to tell that there are.
  func matrix(of stream: ResultStream, most: Int) throws -> MatrixRows? {
    guard !spreads.isEmpty else { return nil }
    let names = ResultTable(columns: stream.columns, rows: [])
    let identity = try rowIdentity.map { try names.index($0, of: self) }
    let by = try spreads.map { try names.index($0.by, of: self) }
    let values = try spreads.map { try names.index($0.value, of: self) }
    var keys: Set<[Value]> = []
    var columns = by.map { _ in Set<Value>() }
    var (filled, previous): ([[Value]], [Value]?) = ([], nil)
    try stream.forEach { row in
      // Rows of one key mostly follow one another.
      if previous.map({ last in identity.contains { row[$0] != last[$0] } }) ?? true {
        keys.insert(identity.map { row[$0] })
        previous = row
      }
      for (index, column) in by.enumerated() { columns[index].insert(row[column]) }
      if filled.count <= most, values.contains(where: { row[$0] != .null }) { filled.append(row) }
    }
    return MatrixRows(
      size: MatrixSize(
        rows: keys.count, columns: shownColumns.count + columns.reduce(0) { $0 + $1.count }),
      filled: ResultTable(columns: stream.columns, rows: filled))
  }
}

/// A result as a table shows it.
struct PreparedResult {
  let stream: ResultStream
  /// What the columns of spreads are called, by their names.
  var captions: [String: String] = [:]
}

extension ReportDefinition.Table {
  /// The columns of the result that make a row of a matrix: its key, else what is shown.
  fileprivate var rowIdentity: [String] { key.isEmpty ? shownColumns : key }
}

/// What is known of a matrix before it is made.
struct MatrixRows {
  let size: MatrixSize
  /// The rows that fill a cell.
  let filled: ResultTable
}

/// How large a matrix is.
struct MatrixSize: Hashable {
  let rows: Int
  let columns: Int
}

extension ResultTable {
  /// The rows with a column for each value of the spread's column, in the spread's order.
  ///
  /// Rows that agree in the table's key become one; they need not be neighbours.
  fileprivate func spreading(
    _ spread: ReportDefinition.Spread, of table: ReportDefinition.Table
  ) throws -> ResultTable {
    let (by, order) = (try index(spread.by, of: table), try index(spread.order, of: table))
    let value = try index(spread.value, of: table)
    let identity = try table.rowIdentity.map { try index($0, of: table) }
    var ranks: [String: Value] = [:]
    for row in rows { ranks[ShownColumn.code(row[by])] = row[order] }
    let names = ranks.sorted { left, right in
      Self.rank(left.value, left.key) < Self.rank(right.value, right.key)
    }.map(\.key)
    let places = Dictionary(uniqueKeysWithValues: zip(names, columns.count...))
    var wide: [[Value]] = []
    var found: [[Value]: Int] = [:]
    for row in rows {
      let key = identity.map { row[$0] }
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

  /// The names of what a spread is by; of several with one name, each with what identifies it.
  fileprivate func captions(
    of spread: ReportDefinition.Spread, in table: ReportDefinition.Table
  ) throws -> [String: String] {
    let (by, caption) = (try index(spread.by, of: table), try index(spread.caption, of: table))
    guard by != caption else { return [:] }
    var captions: [String: String] = [:]
    for row in rows { captions[ShownColumn.code(row[by])] = ShownColumn.code(row[caption]) }
    let uses = Dictionary(captions.values.map { ($0, 1) }, uniquingKeysWith: +)
    for (value, name) in captions where name.isEmpty || uses[name] != 1 {
      captions[value] = name.isEmpty ? value : "\(name)（\(value)）"
    }
    return captions
  }

  /// The rows as they are, what a spread is by as text.
  fileprivate func naming(
    _ spread: ReportDefinition.Spread, by column: ReportDefinition.Column,
    _ captions: [String: String], of table: ReportDefinition.Table
  ) throws -> ResultTable {
    let place = try index(spread.by, of: table)
    var columns = columns
    columns[place] = ResultColumn(name: spread.by, kind: .text)
    return ResultTable(
      columns: columns,
      rows: rows.map { row in
        var row = row
        let value = ShownColumn.code(row[place])
        row[place] = .text(column.heading(of: captions[value] ?? value))
        return row
      })
  }

  /// What orders the columns: numbers before texts.
  private static func rank(_ value: Value, _ name: String) -> (Int64, String, String) {
    (value.integer ?? Int64.max, value.text.map(NaturalOrder.key) ?? "", name)
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

  fileprivate func index(_ name: String, of table: ReportDefinition.Table) throws -> Int {
    guard let index = index(of: name) else { throw table.unknown(name, known: columns.map(\.name)) }
    return index
  }
}

extension ShownColumn {
  /// The name of the column with the shares of a column.
  static func shareName(_ name: String) -> String { "share of \(name)" }
}
