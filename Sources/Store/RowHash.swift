import Definitions
import Domain

/// The canonical form of a row: what its SHA-256 is taken of.
///
/// The table's name, then each value as a type letter, its length in bytes and its bytes. The
/// place in the file and the span are no part of it.
struct RowForm {
  private(set) var bytes: [UInt8] = []

  init(table: LedgerTable, plan: String, values: some Sequence<Value>) {
    bytes.reserveCapacity(512)
    append(table.name)
    append(plan)
    for value in values { append(value) }
  }

  /// A note of the store that is no row of a ledger, such as that of an edition.
  init(note table: String, _ values: [Value]) {
    append(table)
    for value in values { append(value) }
  }

  /// The hash of the row.
  var hash: ContentHash { ContentHash(of: bytes) }

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

  private mutating func append(_ text: String) {
    append(length: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func append(length: Int) {
    withUnsafeBytes(of: UInt32(length).littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// The key of a row as bytes, so that rows compare and sort by bytes and not by canonical
/// equivalence, as strings do.
struct RowKey: Hashable, Comparable, Sendable {
  let bytes: [UInt8]

  init(plan: String, keys: some Sequence<Value>) {
    var bytes = Array(plan.utf8)
    for key in keys {
      bytes.append(0x1F)
      switch key {
      case .text(let text): bytes.append(contentsOf: text.utf8)
      case .integer(let integer): bytes.append(contentsOf: String(integer).utf8)
      case .null, .blob: break
      }
    }
    self.bytes = bytes
  }

  static func < (left: RowKey, right: RowKey) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
