import Foundation

/// Texts one behind the other in a block that grows in place.
final class TextPool {
  private var start: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  private(set) var count = 0

  deinit { free(start) }

  /// Adds bytes; false if the pool is full, or there is no memory.
  @discardableResult
  func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let from = bytes.baseAddress, !bytes.isEmpty else { return true }
    guard makeRoom(for: bytes.count), let start else { return false }
    memcpy(start + count, from, bytes.count)
    count += bytes.count
    return true
  }

  @discardableResult
  func add(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(add)
  }

  /// Drops what was added since it held so many bytes.
  func cut(to count: Int) { self.count = min(self.count, max(0, count)) }

  /// The bytes between two offsets; empty if they are not both inside.
  func bytes(_ from: UInt32, _ to: UInt32) -> UnsafeBufferPointer<UInt8> {
    let (from, to) = (Int(from), Int(to))
    guard let start, from <= to, to <= count else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start + from, count: to - from)
  }

  private func makeRoom(for more: Int) -> Bool {
    guard count + more > capacity else { return true }
    guard count + more <= Int(UInt32.max) else { return false }
    let wanted = max(count + more, capacity + capacity / 2, 4_096)
    guard let grown = realloc(start, wanted) else { return false }
    start = grown.assumingMemoryBound(to: UInt8.self)
    capacity = wanted
    return true
  }
}
