import Domain

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
