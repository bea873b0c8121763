import Foundation

/// A block of bytes that is freed with its owner.
final class ByteBuffer {
  let bytes: UnsafeMutableBufferPointer<UInt8>

  init(count: Int) {
    bytes = .allocate(capacity: count)
    bytes.initialize(repeating: 0)
  }

  convenience init(_ text: String) {
    var text = text
    self.init(count: text.utf8.count)
    text.withUTF8 { _ = bytes.update(fromContentsOf: $0) }
  }

  convenience init(_ content: [UInt8]) {
    self.init(count: content.count)
    _ = bytes.update(fromContentsOf: content)
  }

  deinit { bytes.deallocate() }
}

/// Text by its bytes: hashed and compared without Unicode's canonical equivalence, which is slow
/// and would take two spellings of a key for one.
struct ByteText: Hashable {
  let text: String
  /// Kept, so that a table that grows need not read the texts again.
  private let hash: Int

  init(_ text: String) {
    var text = text
    hash = text.withUTF8 { bytes in
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      return hasher.finalize()
    }
    self.text = text
  }

  static func == (left: ByteText, right: ByteText) -> Bool {
    guard left.hash == right.hash else { return false }
    var (left, right) = (left.text, right.text)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        guard left.count == right.count, let leftStart = left.baseAddress,
          let rightStart = right.baseAddress
        else { return left.count == right.count }
        return memcmp(leftStart, rightStart, left.count) == 0
      }
    }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
  }
}
