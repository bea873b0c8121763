import Definitions
import Domain

/// Bytes that stand for values without a doubt: each as a type letter, its length and its bytes.
struct RowForm {
  private(set) var bytes: [UInt8] = []

  /// A note of the store that is no row of a ledger, such as that of an edition: its values in
  /// the order of its columns.
  init(note table: String, _ values: [Value]) {
    append(table)
    for value in values { append(value) }
  }

  /// A row of a ledger in the form of versions 1 and 2: all values in the order of the columns.
  init(inOrder table: String, plan: String, values: some Sequence<Value>) {
    bytes.reserveCapacity(512)
    append(table)
    append(plan)
    for value in values { append(value) }
  }

  fileprivate init() {}

  /// The hash of the bytes.
  var hash: ContentHash { ContentHash(of: bytes) }

  fileprivate mutating func begin(_ start: [UInt8], _ plan: String) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: start)
    append(plan)
  }

  fileprivate mutating func append(name: [UInt8], _ value: Value) {
    bytes.append(contentsOf: name)
    append(value)
  }

  private mutating func append(_ value: Value) {
    switch value {
    case .null: bytes.append(UInt8(ascii: "-"))
    case .integer(let integer):
      bytes.append(UInt8(ascii: "i"))
      append(String(integer))
    case .text(let text):
      bytes.append(UInt8(ascii: "t"))
      append(text)
    case .blob(let blob):
      bytes.append(UInt8(ascii: "b"))
      append(length: blob.count)
      bytes.append(contentsOf: blob)
    }
  }

  fileprivate mutating func append(_ text: String) {
    append(length: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func append(length: Int) {
    withUnsafeBytes(of: UInt32(length).littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// The canonical form of a table's rows, what their SHA-256 is taken of: the table's name, the plan,
/// and the names and values of the columns that are not empty, in the order of their names.
///
/// So a new column changes no hash of before. The place in the file and the span are no part of it,
/// nor what follows from another column.
struct NamedForm {
  private struct Column {
    let index: Int
    let name: [UInt8]
    let isKey: Bool
  }

  private let start: [UInt8]
  private let columns: [Column]
  /// Used again and again: a row has some hundred bytes.
  private var form = RowForm()

  init(_ table: LedgerTable) {
    let columns = table.columns
    self.init(
      table: table.name, keys: table.keys.map(\.name), columns: columns.map(\.name),
      without: Set(columns.filter(\.isDerived).map(\.name)))
  }

  init(table: String, keys: [String], columns: [String], without: Set<String> = []) {
    func encoded(_ text: String) -> [UInt8] {
      var form = RowForm()
      form.append(text)
      return form.bytes
    }
    start = encoded(table)
    let order = columns.indices.filter { !without.contains(columns[$0]) }.sorted {
      columns[$0].utf8.lexicographicallyPrecedes(columns[$1].utf8)
    }
    self.columns = order.map {
      Column(index: $0, name: encoded(columns[$0]), isKey: keys.contains(columns[$0]))
    }
  }

  /// The hash of a row.
  /// - Parameter values: One for each column.
  mutating func hash(plan: String, values: [Value]) -> ContentHash {
    form.begin(start, plan)
    for column in columns {
      let value = values[column.index]
      switch value {
      case .null, .text(""): continue
      // A key cannot be null in the store: there an empty one is 0.
      case .integer(0) where column.isKey: continue
      default: form.append(name: column.name, value)
      }
    }
    return form.hash
  }
}
