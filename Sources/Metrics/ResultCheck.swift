import Definitions
import Domain

/// Holds the rows of a query to what its header promises, one by one.
struct ResultCheck {
  private let query: QueryDefinition
  private let kinds: [ResultColumn.Kind]
  private let key: [Int]
  private var keys: Set<[Value]> = []
  private var count = 0

  /// - Parameter holdsKey: Whether the key is held, too; a table's own index does that by itself.
  init(_ query: QueryDefinition, holdsKey: Bool = true) {
    self.query = query
    kinds = query.columns.map(\.kind)
    key =
      holdsKey ? query.key.compactMap { name in query.columns.firstIndex { $0.name == name } } : []
  }

  /// - Throws: `DefinitionFault` for a value of another type, an empty or repeated key, or a second
  ///   row where there is to be one.
  mutating func check(_ row: [Value]) throws {
    count += 1
    if query.isSingle, count > 1 { throw fault("key", .severalRows) }
    for (position, value) in row.enumerated() where !Self.fits(value, kinds[position]) {
      throw fault(
        "columns",
        .wrongType(
          column: query.columns[position].name, kinds[position], value: Self.shown(value)))
    }
    guard !key.isEmpty else { return }
    let values = key.map { row[$0] }
    if let empty = values.firstIndex(of: .null) {
      throw fault("key", .emptyKey(column: query.key[empty]))
    }
    guard keys.insert(values).inserted else {
      throw fault("key", .repeatedKey(values.map(Self.shown)))
    }
  }

  private func fault(_ field: String, _ rule: DefinitionFault.QueryRule) -> DefinitionFault {
    DefinitionFault(
      place: SourcePlace(file: query.file.path, line: query.line(of: field)),
      problem: .query(rule))
  }

  private static func fits(_ value: Value, _ kind: ResultColumn.Kind) -> Bool {
    switch (value, kind) {
    case (.null, _), (.text, .text), (.integer, .integer): true
    case (.text(let text), .date): Day(text) != nil
    case (.integer, _), (.text, .integer), (.blob, _): false
    }
  }

  private static func shown(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .integer(let integer): "\(integer)"
    case .text(let text): text
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}
