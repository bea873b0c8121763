import CZlib

/// A container whose parts are not packed: quickly made again and again with one part changed.
struct StoredArchive {
  private let parts: [(name: [UInt8], header: [UInt8], content: [UInt8])]

  init(_ parts: [(name: String, xml: String)]) {
    self.parts = parts.map {
      let (name, content) = (Array($0.name.utf8), Array($0.xml.utf8))
      return (name, Self.fields(name, content), content)
    }
  }

  var count: Int { parts.count }

  func content(_ index: Int) -> [UInt8] { parts[index].content }

  /// The container, one of its parts with another content.
  func bytes(changing index: Int, to changed: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    bytes.reserveCapacity(16_384)
    for (place, part) in parts.enumerated() {
      let isChanged = place == index
      let fields = isChanged ? Self.fields(part.name, changed) : part.header
      directory += [0x50, 0x4B, 1, 2, 20, 0]
      directory += fields
      directory += [UInt8](repeating: 0, count: 10)
      directory += Self.number(bytes.count, 4)
      directory += part.name
      bytes += [0x50, 0x4B, 3, 4]
      bytes += fields
      bytes += part.name
      bytes += isChanged ? changed : part.content
    }
    let start = bytes.count
    bytes += directory
    bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    bytes += Self.number(parts.count, 2)
    bytes += Self.number(parts.count, 2)
    bytes += Self.number(directory.count, 4)
    bytes += Self.number(start, 4)
    return bytes + [0, 0]
  }

  /// Method, time, checksum, sizes and the length of the name.
  private static func fields(_ name: [UInt8], _ content: [UInt8]) -> [UInt8] {
    let checksum = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    var fields: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]
    fields += number(Int(checksum), 4)
    fields += number(content.count, 4)
    fields += number(content.count, 4)
    fields += number(name.count, 2)
    return fields + [0, 0]
  }

  private static func number(_ number: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
