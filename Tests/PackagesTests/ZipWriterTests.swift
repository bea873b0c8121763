import Domain
import Foundation
import Packages
import Testing

/// Keeps what it gets, or fails at a write.
private final class Sink: ByteSink {
  struct Full: Error {}
  var bytes: [UInt8] = []
  var writes = 0
  var failing: Int?

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    writes += 1
    if writes == failing { throw Full() }
    self.bytes += bytes
  }
}

@Suite("ZIP containers")
struct ZipWriterTests {
  private let parts = [("a.xml", "<a/>"), ("b/c.xml", String(repeating: "季报", count: 50_000))]

  private func write(to sink: Sink, limit: Int = Int(UInt32.max)) throws -> [ZipEntry] {
    let writer = try ZipWriter(to: sink, level: 3, limit: limit)
    for (name, content) in parts {
      try writer.begin(name)
      for piece in [content.prefix(3), content.dropFirst(3)] {
        try Array(piece.utf8).withUnsafeBytes(writer.add)
      }
      try writer.end()
    }
    try writer.finish()
    return writer.entries
  }

  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + UUID().uuidString + ".zip"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    try body(path)
  }

  @Test("are read as they were written")
  func roundTrip() throws {
    let sink = Sink()
    let entries = try write(to: sink)
    try withFile(sink.bytes) { path in
      let archive = try ZipArchive(path: path)
      #expect(archive.entries == entries)
      for (entry, part) in zip(archive.entries, parts) {
        #expect(try archive.content(of: entry) == Array(part.1.utf8))
      }
    }
  }

  @Test("every write that fails is an error")
  func failures() throws {
    var noise = SystemRandomNumberGenerator()
    let content = (0..<600_000).map { _ in UInt8.random(in: 0...255, using: &noise) }
    func write(to sink: Sink) throws {
      let writer = try ZipWriter(to: sink, level: 3)
      try writer.begin("a")
      try content.withUnsafeBytes(writer.add)
      try writer.end()
      try writer.finish()
    }
    let whole = Sink()
    try write(to: whole)
    #expect(whole.writes > 2)
    for index in 1...whole.writes {
      let sink = Sink()
      sink.failing = index
      #expect(throws: Sink.Full.self) { try write(to: sink) }
    }
  }

  @Test("a part that is larger than the format counts is refused before it is written")
  func tooLarge() throws {
    let size = parts[1].1.utf8.count
    #expect(throws: PackageFault(part: "b/c.xml", problem: .tooLarge)) {
      try write(to: Sink(), limit: size - 1)
    }
    _ = try write(to: Sink(), limit: size)
  }

  @Test("the container, too")
  func tooLargeAltogether() throws {
    let sink = Sink()
    _ = try write(to: sink)
    var noise = SystemRandomNumberGenerator()
    let content = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &noise) }
    let writer = try ZipWriter(to: Sink(), level: 3, limit: 15_000)
    try writer.begin("a")
    try content.withUnsafeBytes(writer.add)
    try writer.end()
    #expect(throws: PackageFault.self) {
      try writer.begin("b")
      try content.withUnsafeBytes(writer.add)
      try writer.end()
    }
  }

  @Test("cut off or with bytes changed they are not read", arguments: [0.1, 0.5, 0.9, 0.99])
  func damaged(at place: Double) throws {
    let sink = Sink()
    _ = try write(to: sink)
    let index = Int(Double(sink.bytes.count) * place)
    func readAll(_ path: String) throws {
      let archive = try ZipArchive(path: path)
      for entry in archive.entries { _ = try archive.content(of: entry) }
      guard archive.entries.map(\.name) == parts.map(\.0) else {
        throw PackageFault(part: "", problem: .otherParts)
      }
    }
    try withFile(Array(sink.bytes[..<index])) { path in
      #expect(throws: PackageFault.self) { try readAll(path) }
    }
  }
}
