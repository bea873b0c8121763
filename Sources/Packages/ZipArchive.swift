import CZlib
import Foundation

/// A ZIP container and the parts that its directory lists.
public struct ZipArchive {
  public let entries: [ZipEntry]
  private let data: Data

  /// Reads the directory.
  public init(path: String) throws {
    do { data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) } catch {
      throw PackageFault(part: "", problem: .system(call: "read", code: errno))
    }
    let reader = ByteReader(data: data)
    let end = data.count - 22
    guard end >= 0, try reader.number(at: end, size: 4) == 0x0605_4B50 else {
      throw PackageFault(part: "", problem: .cutOff)
    }
    var place = try reader.number(at: end + 16, size: 4)
    entries = try (0..<reader.number(at: end + 10, size: 2)).map { _ in
      try reader.entry(at: &place)
    }
  }

  /// Unpacks a part.
  /// - Throws: `PackageFault` unless size and checksum are those of the directory.
  public func content(of entry: ZipEntry) throws -> [UInt8] {
    var content: [UInt8] = []
    try unpack(entry) { content.append(contentsOf: $0) }
    return content
  }

  /// Unpacks a part piece by piece.
  /// - Throws: as `content`, or what the argument throws.
  public func unpack(
    _ entry: ZipEntry, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let reader = ByteReader(data: data)
    let start =
      try entry.offset + 30 + reader.number(at: entry.offset + 26, size: 2)
      + reader.number(at: entry.offset + 28, size: 2)
    guard entry.method == 8 else {
      throw PackageFault(part: entry.name, problem: .method(entry.method))
    }
    guard start + entry.packedSize <= data.count else {
      throw PackageFault(part: entry.name, problem: .cutOff)
    }
    var checksum = crc32(0, nil, 0)
    var size = 0
    let isWhole = try inflate(start..<(start + entry.packedSize)) { piece in
      checksum = crc32(checksum, piece.baseAddress, UInt32(piece.count))
      size += piece.count
      // A part that is larger than it says unpacks no further.
      guard size <= entry.size else { throw PackageFault(part: entry.name, problem: .checksum) }
      try body(piece)
    }
    guard isWhole, size == entry.size, Int(checksum) == entry.checksum else {
      throw PackageFault(part: entry.name, problem: .checksum)
    }
  }

  /// Unpacks a range of the file piece by piece; false if it does not end as it should.
  private func inflate(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows -> Bool {
    var stream = z_stream()
    let version = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -15, zlibVersion(), version) == Z_OK else { return false }
    defer { inflateEnd(&stream) }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    return try data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
      let packed = UnsafeRawBufferPointer(rebasing: bytes[range])
      // zlib does not write to its input.
      stream.next_in = UnsafeMutablePointer(
        mutating: packed.baseAddress?.assumingMemoryBound(to: UInt8.self))
      stream.avail_in = UInt32(packed.count)
      var code = Z_OK
      while code == Z_OK {
        code = try piece.withUnsafeMutableBufferPointer { piece in
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(piece.count)
          let code = CZlib.inflate(&stream, Z_NO_FLUSH)
          let count = piece.count - Int(stream.avail_out)
          if count > 0 { try body(UnsafeBufferPointer(rebasing: piece[..<count])) }
          return code
        }
      }
      return code == Z_STREAM_END
    }
  }
}

/// Little-endian numbers of a file.
private struct ByteReader {
  let data: Data

  private static let cutOff = PackageFault(part: "", problem: .cutOff)

  func number(at place: Int, size: Int) throws -> Int {
    guard place >= 0, place + size <= data.count else { throw Self.cutOff }
    return (0..<size).reduce(0) { $0 | Int(data[place + $1]) << (8 * $1) }
  }

  /// An entry of the central directory; moves on to the next.
  func entry(at place: inout Int) throws -> ZipEntry {
    guard try number(at: place, size: 4) == 0x0201_4B50 else { throw Self.cutOff }
    let nameSize = try number(at: place + 28, size: 2)
    guard place + 46 + nameSize <= data.count else { throw Self.cutOff }
    let name = String(decoding: data[(place + 46)..<(place + 46 + nameSize)], as: UTF8.self)
    let entry = ZipEntry(
      name: name, method: try number(at: place + 10, size: 2),
      checksum: try number(at: place + 16, size: 4),
      packedSize: try number(at: place + 20, size: 4), size: try number(at: place + 24, size: 4),
      offset: try number(at: place + 42, size: 4))
    place +=
      try 46 + nameSize + number(at: place + 30, size: 2) + number(at: place + 32, size: 2)
    return entry
  }
}
