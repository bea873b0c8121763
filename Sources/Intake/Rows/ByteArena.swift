/// Texts that the program makes of cells: they stay where they are until the arena is emptied.
final class ByteArena {
  private static let blockSize = 1 << 16
  private var blocks: [ByteBuffer] = []
  private var used = 0

  /// Keeps a text.
  func keep(_ text: String) -> UnsafeBufferPointer<UInt8> {
    var text = text
    return text.withUTF8(keep)
  }

  /// Keeps a copy of bytes.
  func keep(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard !bytes.isEmpty else { return RowField.empty }
    if blocks.last.map({ $0.bytes.count - used < bytes.count }) ?? true {
      blocks.append(ByteBuffer(count: max(Self.blockSize, bytes.count)))
      used = 0
    }
    guard let block = blocks.last else { return RowField.empty }
    let room = UnsafeMutableBufferPointer(rebasing: block.bytes[used..<used + bytes.count])
    _ = room.update(fromContentsOf: bytes)
    used += bytes.count
    return UnsafeBufferPointer(room)
  }

  func empty() {
    blocks.removeAll()
    used = 0
  }
}
