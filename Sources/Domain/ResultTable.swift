/// A column of a query's result.
public struct ResultColumn: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable { case text, integer, date }
  public let name: String
  public let kind: Kind

  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// The result of a query, held whole.
public struct ResultTable: Sendable {
  public let columns: [ResultColumn]
  public let rows: [[Value]]

  public init(columns: [ResultColumn], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The position of a column in every row.
  public func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}

/// The result of a query that is read row by row, so that its size does not matter.
public struct ResultStream {
  public let columns: [ResultColumn]
  /// How many rows there are.
  public let count: Int
  private let read: (([Value]) throws -> Void) throws -> Void

  /// - Parameter read: hands over all rows in order, each time it is called.
  public init(
    columns: [ResultColumn], count: Int,
    read: @escaping (_ body: ([Value]) throws -> Void) throws -> Void
  ) {
    self.columns = columns
    self.count = count
    self.read = read
  }

  /// A result that is held whole.
  public init(_ table: ResultTable) {
    self.init(columns: table.columns, count: table.rows.count) { try table.rows.forEach($0) }
  }

  /// Reads the result whole.
  public func held() throws -> ResultTable {
    var rows: [[Value]] = []
    try forEach { rows.append($0) }
    return ResultTable(columns: columns, rows: rows)
  }

  /// Hands over all rows in order.
  public func forEach(_ body: ([Value]) throws -> Void) throws { try read(body) }
}
