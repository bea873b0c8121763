import CZlib
import Domain
import Foundation
import Packages
import Testing

/// A container made byte by byte, so that it can lie.
struct HostileArchive {
  struct Part {
    var name: String
    var content: [UInt8]
    /// How the content is packed, as both headers say.
    var method = 8
    /// What the headers say in place of the truth.
    var size: Int?
    var packedSize: Int?
    var checksum: Int?
    var flags = 0
    /// Where the directory says that the part begins.
    var offset: Int?

    init(_ name: String, _ content: [UInt8]) { (self.name, self.content) = (name, content) }
  }

  var parts: [Part]
  /// How many parts the end says there are.
  var count: Int?
  var directorySize: Int?
  var directoryOffset: Int?
  var prefix: [UInt8] = []
  var suffix: [UInt8] = []
  var comment: [UInt8] = []
  /// What stands between the parts and the directory.
  var gap: [UInt8] = []

  var bytes: [UInt8] {
    var bytes = prefix
    var directory: [UInt8] = []
    for part in parts {
      let packed = part.method == 8 ? Self.deflated(part.content) : part.content
      let fields =
        Self.number(20, 2) + Self.number(part.flags, 2) + Self.number(part.method, 2)
        + Self.number(0, 2) + Self.number(0x21, 2)
        + Self.number(part.checksum ?? Self.checksum(part.content), 4)
        + Self.number(part.packedSize ?? packed.count, 4)
        + Self.number(part.size ?? part.content.count, 4)
        + Self.number(part.name.utf8.count, 2) + Self.number(0, 2)
      directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + fields
      directory += [UInt8](repeating: 0, count: 10)
      directory += Self.number(part.offset ?? bytes.count, 4) + Array(part.name.utf8)
      bytes += Self.number(0x0403_4B50, 4) + fields + Array(part.name.utf8) + packed
    }
    bytes += gap
    let start = bytes.count
    let count = Self.number((count ?? parts.count) & 0xFFFF, 2)
    return bytes + directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4) + count + count
      + Self.number(directorySize ?? directory.count, 4)
      + Self.number(directoryOffset ?? start, 4) + Self.number(comment.count, 2) + comment
      + suffix
  }

  static func number(_ number: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  static func checksum(_ bytes: [UInt8]) -> Int {
    Int(bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) })
  }

  /// Packed by zlib, without its header.
  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    let sink = Sink()
    guard let writer = try? ZipWriter(to: sink, level: 9) else { return [] }
    try? writer.begin("")
    try? bytes.withUnsafeBytes(writer.add)
    try? writer.end()
    try? writer.finish()
    return Array(sink.bytes[30..<(30 + writer.entries[0].packedSize)])
  }

  private final class Sink: ByteSink {
    var bytes: [UInt8] = []
    func write(_ bytes: UnsafeRawBufferPointer) { self.bytes += bytes }
  }
}

/// Reads all parts of a container as those of a workbook are read.
private func readAll(_ bytes: [UInt8], limits: ZipLimits = .received) throws {
  let data = NSData(bytes: bytes, length: bytes.count)
  let archive = try ZipArchive(
    bytes: UnsafeRawBufferPointer(start: data.bytes, count: data.length), owner: data,
    limits: limits)
  for entry in archive.entries {
    let handler = Nothing()
    try XMLReader.read(entry, of: archive, handler: handler)
  }
}

private final class Nothing: XMLHandler {
  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}

@Suite("Hostile containers are refused")
struct HostileArchiveTests {
  private static let xml = Array("<r>\(String(repeating: "<c/>", count: 500))</r>".utf8)
  private static let good = HostileArchive(
    parts: [.init("a.xml", xml), .init("b.xml", xml)])

  private func problem(_ archive: HostileArchive) -> PackageFault.Problem? {
    do { try readAll(archive.bytes) } catch { return (error as? PackageFault)?.problem }
    return nil
  }

  @Test func anHonestOneIsRead() { #expect(problem(Self.good) == nil) }

  /// What a header says of its part.
  enum Field: Sendable { case size, checksum, packedSize, offset }

  @Test(
    "for what they say of a part",
    arguments: [
      (Field.size, 10, PackageFault.Problem.otherSize), (.size, 100_000, .otherSize),
      (.size, 0, .otherSize), (.checksum, 7, .checksum), (.packedSize, 10, .checksum),
      (.packedSize, 100_000, .inconsistent), (.offset, 3, .inconsistent),
      (.offset, 100_000, .inconsistent),
    ])
  func lies(field: Field, value: Int, problem: PackageFault.Problem) {
    var archive = Self.good
    switch field {
    case .size: archive.parts[0].size = value
    case .checksum: archive.parts[0].checksum = value
    case .packedSize: archive.parts[0].packedSize = value
    case .offset: archive.parts[0].offset = value
    }
    #expect(self.problem(archive) == problem)
  }

  @Test func theirPartsAreNotUnpackedPastTheirSize() {
    var archive = Self.good
    archive.parts[0].content = [UInt8](repeating: 0x20, count: 10_000_000)
    archive.parts[0].size = 10
    #expect(problem(archive) == .otherSize)
  }

  @Test func partsThatAreThereTwice() {
    var archive = Self.good
    archive.parts[1].name = "a.xml"
    #expect(problem(archive) == .twice)
    archive.parts[1].name = "A.XML"
    #expect(problem(archive) == .twice)
  }

  @Test func partsThatOverlap() {
    var archive = Self.good
    archive.parts[1].offset = 0
    archive.parts[1].name = "a.xmk"
    #expect(problem(archive) == .inconsistent)
  }

  @Test func passwordsAndOtherMethods() {
    var archive = Self.good
    archive.parts[0].flags = 1
    #expect(problem(archive) == .encrypted)
    archive.parts[0].flags = 0
    for method in [1, 9, 12, 14, 93, 95] {
      archive.parts[0].method = method
      #expect(problem(archive) == .method(method))
    }
  }

  @Test func bytesBehindAndBetween() {
    var archive = Self.good
    archive.suffix = [0]
    #expect(problem(archive) == .cutOff)
    archive.suffix = Array("PK".utf8)
    #expect(problem(archive) == .cutOff)
  }

  @Test("cut off at every place")
  func cutOff() {
    let bytes = Self.good.bytes
    for count in 0..<bytes.count {
      #expect(throws: PackageFault.self) { try readAll(Array(bytes[..<count])) }
    }
  }

  @Test func bombs() {
    var archive = Self.good
    archive.parts[0].content = [UInt8](repeating: 0x20, count: 20_000_000)
    #expect(problem(archive) == .bomb(ratio: 100))
    archive.parts[0].content = Self.xml
    archive.parts[0].size = 2 << 30
    #expect(problem(archive) == .tooManyBytes(limit: 1 << 30))
  }

  @Test func tooManyParts() {
    var archive = HostileArchive(
      parts: (0...1_000).map { .init("\($0).xml", Array("<a/>".utf8)) })
    #expect(problem(archive) == .tooManyParts(limit: 1_000))
    archive.parts.removeLast()
    #expect(problem(archive) == nil)
    // The end counts in 16 bits; so many parts in truth, few by its word.
    archive.parts = (0..<70_000).map {
      var part = HostileArchive.Part("\($0)", [0x20])
      part.method = 0
      return part
    }
    #expect(problem(archive) == .tooManyParts(limit: 1_000))
    archive.count = 3
    #expect(problem(archive) == .tooManyParts(limit: 1_000))
    archive.count = 0
    archive.directorySize = 0
    #expect(problem(archive) == .inconsistent)
  }

  @Test func manyEnds() {
    var archive = Self.good
    let end = Array(archive.bytes.suffix(22))
    archive.comment = Array(repeating: end, count: 2_000).flatMap { $0 }
    #expect(problem(archive) == .inconsistent)
  }

  @Test func largerEndsThatLie() {
    // An end of 64 bits before the usual one, with a count that no memory holds.
    let record =
      HostileArchive.number(0x0606_4B50, 4) + HostileArchive.number(44, 8)
      + HostileArchive.number(45, 2) + HostileArchive.number(45, 2)
      + [UInt8](repeating: 0, count: 8)
      + HostileArchive.number(1 << 40, 8) + HostileArchive.number(1 << 40, 8)
      + HostileArchive.number(1 << 46, 8) + HostileArchive.number(0, 8)
    let locator =
      HostileArchive.number(0x0706_4B50, 4) + HostileArchive.number(0, 4)
      + HostileArchive.number(0, 8) + HostileArchive.number(1, 4)
    let end =
      HostileArchive.number(0x0605_4B50, 4) + HostileArchive.number(0, 4)
      + HostileArchive.number(0xFFFF, 2) + HostileArchive.number(0xFFFF, 2)
      + HostileArchive.number(0xFFFF_FFFF, 4) + HostileArchive.number(0xFFFF_FFFF, 4)
      + HostileArchive.number(0, 2)
    #expect(throws: PackageFault(part: "", problem: .tooManyParts(limit: 1_000))) {
      try readAll(record + locator + end)
    }
    #expect(throws: PackageFault.self) { try readAll(end) }
  }

  @Test(
    "for their XML",
    arguments: [
      (String(repeating: "<a>", count: 2_000_000), PackageFault.Problem.tooDeep(limit: 256)),
      ("<a b=\"\(String(repeating: "x", count: 26 << 20))\"/>", .tooLongTag(limit: 1 << 20)),
      ("<a><!--\(String(repeating: "x", count: 4 << 20))--></a>", .tooLongTag(limit: 1 << 20)),
      (
        "<a \((0..<200_000).map { "a\($0)=\"1\"" }.joined(separator: " "))/>",
        .tooLongTag(limit: 1 << 20)
      ),
      (
        "<!DOCTYPE a [<!ENTITY a \"x\"><!ENTITY b \"\(String(repeating: "&a;", count: 9_999))\">]><a>&b;</a>",
        .doctype
      ),
      ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", .doctype),
    ])
  func xml(xml: String, problem: PackageFault.Problem) {
    // Stored, so that nothing but the XML is too much.
    var part = HostileArchive.Part("a.xml", Array(xml.utf8))
    part.method = 0
    #expect(self.problem(HostileArchive(parts: [part])) == problem)
  }

  @Test func textOfAnyLengthIsRead() throws {
    let text = "<a>\(String(repeating: "季报", count: 2 << 20))</a>"
    var part = HostileArchive.Part("a.xml", Array(text.utf8))
    part.method = 0
    #expect(problem(HostileArchive(parts: [part])) == nil)
  }
}
