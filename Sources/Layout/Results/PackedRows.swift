import Domain

/// The rows of a result by a key, each packed into bytes.
///
/// So the parts of a hundred thousand tasks fit into memory, and threads read them side by side.
struct PackedRows: Sendable {
  /// The rows of one key, one after the other.
  struct Group: Sendable {
    fileprivate(set) var count = 0
    fileprivate var bytes: [UInt8] = []
  }

  private var groups: [String: Group] = [:]

  /// The rows of a key in the order in which they were added.
  subscript(key: String) -> Group { groups[key] ?? Group() }

  mutating func add(_ row: [Value], key: String) { groups[key, default: Group()].add(row) }
}

extension PackedRows.Group {
  private enum Kind {
    static let null: UInt8 = 0
    static let integer: UInt8 = 1
    static let text: UInt8 = 2
    static let blob: UInt8 = 3
  }

  fileprivate mutating func add(_ row: [Value]) {
    count += 1
    add(row.count, size: 2)
    for value in row {
      switch value {
      case .null: bytes.append(Kind.null)
      case .integer(let integer):
        bytes.append(Kind.integer)
        add(Int(integer), size: 8)
      case .text(let text):
        bytes.append(Kind.text)
        add(text.utf8.count, size: 4)
        bytes.append(contentsOf: text.utf8)
      case .blob(let blob):
        bytes.append(Kind.blob)
        add(blob.count, size: 4)
        bytes += blob
      }
    }
  }

  /// Hands over the rows in order.
  func forEach(_ body: ([Value]) throws -> Void) rethrows {
    var place = 0
    for _ in 0..<count {
      var row: [Value] = []
      let columns = number(&place, size: 2)
      row.reserveCapacity(columns)
      for _ in 0..<columns { row.append(value(&place)) }
      try body(row)
    }
  }

  private func value(_ place: inout Int) -> Value {
    place += 1
    switch bytes[place - 1] {
    case Kind.integer: return .integer(Int64(number(&place, size: 8)))
    case Kind.text: return .text(String(decoding: slice(&place), as: UTF8.self))
    case Kind.blob: return .blob(Array(slice(&place)))
    default: return .null
    }
  }

  private func slice(_ place: inout Int) -> ArraySlice<UInt8> {
    let count = number(&place, size: 4)
    defer { place += count }
    return bytes[place..<(place + count)]
  }

  /// Appends a number, the lowest byte first.
  private mutating func add(_ number: Int, size: Int) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  private func number(_ place: inout Int, size: Int) -> Int {
    defer { place += size }
    return (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
