import Foundation

/// A block of bytes that is freed with its owner.
///
/// A large one stands in a temporary file without a name, so that what was read of it need not stay
/// in memory.
final class ByteBuffer {
  /// From this size on a block stands in a file.
  private static let fileSize = 1 << 26
  /// How much is read before memory is let go of.
  static let step = 1 << 23

  let bytes: UnsafeMutableBufferPointer<UInt8>
  private let isMapped: Bool
  /// Up to where a pass over the bytes has come.
  private var passed = 0

  init(count: Int) {
    if count >= Self.fileSize, let file = Self.map(count) {
      (bytes, isMapped) = (file, true)
    } else {
      (bytes, isMapped) = (.allocate(capacity: count), false)
      bytes.initialize(repeating: 0)
    }
  }

  /// Nil where there is no room for a temporary file.
  private static func map(_ count: Int) -> UnsafeMutableBufferPointer<UInt8>? {
    var path = Array((NSTemporaryDirectory() + "/jibao-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    unlink(path)
    // The room is taken now: a page that could not be written would end the program.
    guard posix_fallocate(descriptor, 0, count) == 0,
      let start = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    return UnsafeMutableBufferPointer(
      start: start.bindMemory(to: UInt8.self, capacity: count), count: count)
  }

  /// Says that a pass over the bytes has come to an offset: memory before it is let go of now and
  /// then. What is needed again comes back from the file.
  func pass(_ offset: Int) {
    guard isMapped else { return }
    if offset < passed { passed = 0 }
    guard offset - passed >= Self.step else { return }
    passed = offset
    madvise(bytes.baseAddress, offset & ~(Self.step - 1), MADV_DONTNEED)
  }

  /// The bytes in pieces, for a pass over all of them.
  var pieces: some Sequence<UnsafeBufferPointer<UInt8>> {
    stride(from: 0, to: bytes.count, by: Self.step).lazy.map { start in
      self.pass(start)
      return UnsafeBufferPointer(
        rebasing: self.bytes[start..<min(start + Self.step, self.bytes.count)])
    }
  }

  /// Where the first NUL stands.
  var firstNUL: Int? {
    var offset = 0
    for piece in pieces {
      guard let start = piece.baseAddress else { continue }
      if let found = memchr(start, 0, piece.count) {
        return offset + (UnsafeRawPointer(found) - UnsafeRawPointer(start))
      }
      offset += piece.count
    }
    return nil
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

  deinit {
    if isMapped { munmap(bytes.baseAddress, bytes.count) } else { bytes.deallocate() }
  }
}

/// Text by its bytes: hashed and compared without Unicode's canonical equivalence, which is slow
/// and would take two spellings of a key for one.
struct ByteText: Hashable {
  let text: String
  /// Kept, so that a table that grows need not read the texts again.
  let hash: Int

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
