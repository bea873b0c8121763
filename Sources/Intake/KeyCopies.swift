import Domain

/// Finds keys that stand in more than one row.
struct KeyCopies {
  private var first: [ByteText: CellMark] = [:]
  /// All rows of a key, once there is a second.
  private var copies: [ByteText: [CellMark]] = [:]

  /// Notes a key and where it stands.
  mutating func note(_ key: String, _ mark: CellMark) {
    guard let earlier = first.updateValue(mark, forKey: ByteText(key)) else { return }
    copies[ByteText(key), default: [earlier]].append(mark)
  }

  /// Reports every row of every such key, naming the others.
  func report(to cursor: RegisterCursor) {
    let inOrder = copies.values.sorted { $0[0].spot < $1[0].spot }
    for marks in inOrder { Self.report(marks, to: cursor) }
  }

  /// Reports rows that share a key; each names no more of the others than a message can show.
  static func report(_ marks: [CellMark], to cursor: RegisterCursor) {
    for mark in marks {
      let others = marks.lazy.filter { $0.spot != mark.spot }.prefix(20)
      cursor.report(.duplicateKey(others: cursor.others(others)), mark)
    }
  }
}
