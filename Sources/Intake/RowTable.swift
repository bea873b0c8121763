/// Finds rows by the bytes of a text that each has, and keeps no copy of the texts: four bytes a row
/// and what is empty between them.
struct RowTable {
  /// The numbers of rows, −1 where there is none; a power of two, at most half of them taken.
  private var slots: [Int32]

  /// - Parameter count: How many rows will be put in at most.
  init(count: Int) {
    let bits = Int.bitWidth - max(count, 1).leadingZeroBitCount + 1
    slots = [Int32](repeating: -1, count: 1 << bits)
  }

  /// The row whose text has a hash and is the same.
  func row(_ hash: Int, where isSame: (Int) -> Bool) -> Int? {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      if isSame(Int(slots[slot])) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Puts a row in whose text no other has.
  mutating func insert(_ row: Int, _ hash: Int) {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(row)
  }
}
