import Domain
import Packages
import Pages
import Testing
import Writing

/// Keeps what it gets.
final class HeldBytes: ByteSink {
  private(set) var bytes: [UInt8] = []
  func write(_ bytes: UnsafeRawBufferPointer) { self.bytes += bytes }
}

extension Document {
  /// The Word file of the document.
  func packed() throws -> HeldBytes {
    let sink = HeldBytes()
    let archive = try ZipWriter(to: sink, level: 3)
    try DocumentWriter(self).write(into: archive)
    try archive.finish()
    return sink
  }
}

extension HeldBytes {
  /// The text of a part.
  func part(_ name: String) throws -> String {
    let held = bytes
    return try held.withUnsafeBytes { bytes in
      let archive = try ZipArchive(bytes: bytes, owner: self, limits: .received)
      let entry = try #require(archive.entry(name))
      return String(decoding: try archive.content(of: entry), as: UTF8.self)
    }
  }
}
