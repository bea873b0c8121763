import Definitions
import Domain

/// The results of a report with a workbook for each key: each read once, then handed out by key.
struct GroupedResults: Sendable {
  private enum Rows: Sendable {
    case byKey(PackedRows)
    /// Of a result without the key: all rows stand in every workbook.
    case shared([[Value]])
  }

  private let key: String
  private var results: [String: (columns: [ResultColumn], rows: Rows)] = [:]

  init(key: String) {
    self.key = key
  }

  /// Reads a result.
  /// - Parameter alsoTo: takes every row, too.
  mutating func read(
    _ query: String, _ stream: ResultStream, alsoTo body: ([Value]) throws -> Void
  ) throws {
    guard let place = stream.columns.firstIndex(where: { $0.name == key }) else {
      let rows = try stream.held().rows
      try rows.forEach(body)
      results[query] = (stream.columns, .shared(rows))
      return
    }
    var packed = PackedRows()
    try stream.forEach { row in
      packed.add(row, key: ShownColumn.code(row[place]))
      try body(row)
    }
    results[query] = (stream.columns, .byKey(packed))
  }

  /// What every query yields for a key.
  func tables(of key: String) -> [String: ResultTable] {
    results.mapValues { result in
      switch result.rows {
      case .shared(let rows): return ResultTable(columns: result.columns, rows: rows)
      case .byKey(let packed):
        var rows: [[Value]] = []
        packed[key].forEach { rows.append($0) }
        return ResultTable(columns: result.columns, rows: rows)
      }
    }
  }

  /// What a query yields for a key.
  func stream(_ query: String, of key: String) -> ResultStream {
    guard let (columns, rows) = results[query] else {
      return ResultStream(columns: [], count: 0) { _ in }
    }
    switch rows {
    case .shared(let rows): return ResultStream(ResultTable(columns: columns, rows: rows))
    case .byKey(let packed):
      let group = packed[key]
      return ResultStream(columns: columns, count: group.count, read: group.forEach)
    }
  }
}
