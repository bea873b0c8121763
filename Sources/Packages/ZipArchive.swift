import CXlsxWriter
import Foundation

/// The parts of a workbook as its central directory lists them.
struct ZipArchive {
  struct Entry {
    let name: String
    let method: Int
    let checksum: Int
    let packedSize: Int
    let size: Int
    let offset: Int
  }

  let entries: [Entry]
  private let path: String
  private let data: Data

  /// Reads the central directory.
  init(path: String) throws {
    self.path = path
    let file = URL(fileURLWithPath: path)
    guard let data = try? Data(contentsOf: file, options: .alwaysMapped) else {
      throw OutputFault.system("read", path)
    }
    self.data = data
    let reader = ByteReader(data: data, path: path)
    let end = data.count - 22
    guard end >= 0, try reader.number(at: end, size: 4) == 0x0605_4B50 else {
      throw reader.damaged("ZIP", .missing)
    }
    var place = try reader.number(at: end + 16, size: 4)
    entries = try (0..<reader.number(at: end + 10, size: 2)).map { _ in
      try reader.entry(at: &place)
    }
  }

  /// Unpacks a part and looks through it.
  /// - Throws: `OutputFault` unless size and checksum are those of the directory.
  func scan(_ entry: Entry) throws -> XMLPart {
    var part = XMLPart()
    try unpack(entry) { part.add($0) }
    return part
  }

  /// Unpacks a part.
  /// - Throws: as `scan`.
  func content(of entry: Entry) throws -> [UInt8] {
    var content: [UInt8] = []
    try unpack(entry) { content.append(contentsOf: $0) }
    return content
  }

  private func unpack(
    _ entry: Entry, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    let reader = ByteReader(data: data, path: path)
    let start =
      try entry.offset + 30 + reader.number(at: entry.offset + 26, size: 2)
      + reader.number(at: entry.offset + 28, size: 2)
    guard entry.method == 8, start + entry.packedSize <= data.count else {
      throw reader.damaged(entry.name, .packing)
    }
    var checksum = crc32(0, nil, 0)
    var size = 0
    let isWhole = inflate(start..<(start + entry.packedSize)) { piece in
      checksum = crc32(checksum, piece.baseAddress, UInt32(piece.count))
      size += piece.count
      body(piece)
    }
    guard isWhole, size == entry.size, Int(checksum) == entry.checksum else {
      throw reader.damaged(entry.name, .checksum)
    }
  }

  /// Unpacks a range of the file piece by piece; false if it does not end as it should.
  private func inflate(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    var stream = z_stream()
    let version = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -15, zlibVersion(), version) == Z_OK else { return false }
    defer { inflateEnd(&stream) }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    return data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
      let packed = UnsafeRawBufferPointer(rebasing: bytes[range])
      // zlib does not write to its input.
      stream.next_in = UnsafeMutablePointer(
        mutating: packed.baseAddress?.assumingMemoryBound(to: UInt8.self))
      stream.avail_in = UInt32(packed.count)
      var code = Z_OK
      while code == Z_OK {
        code = piece.withUnsafeMutableBufferPointer { piece in
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(piece.count)
          let code = CXlsxWriter.inflate(&stream, Z_NO_FLUSH)
          let count = piece.count - Int(stream.avail_out)
          if count > 0 { body(UnsafeBufferPointer(rebasing: piece[..<count])) }
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
  let path: String

  func number(at place: Int, size: Int) throws -> Int {
    guard place >= 0, place + size <= data.count else { throw damaged("ZIP", .cutOff) }
    return (0..<size).reduce(0) { $0 | Int(data[place + $1]) << (8 * $1) }
  }

  /// An entry of the central directory; moves on to the next.
  func entry(at place: inout Int) throws -> ZipArchive.Entry {
    guard try number(at: place, size: 4) == 0x0201_4B50 else {
      throw damaged("ZIP", .cutOff)
    }
    let nameSize = try number(at: place + 28, size: 2)
    guard place + 46 + nameSize <= data.count else { throw damaged("ZIP", .cutOff) }
    let name = String(decoding: data[(place + 46)..<(place + 46 + nameSize)], as: UTF8.self)
    let entry = ZipArchive.Entry(
      name: name, method: try number(at: place + 10, size: 2),
      checksum: try number(at: place + 16, size: 4),
      packedSize: try number(at: place + 20, size: 4), size: try number(at: place + 24, size: 4),
      offset: try number(at: place + 42, size: 4))
    place +=
      try 46 + nameSize + number(at: place + 30, size: 2) + number(at: place + 32, size: 2)
    return entry
  }

  func damaged(_ part: String, _ damage: OutputFault.Damage) -> OutputFault {
    OutputFault(path: path, problem: .damaged(part: part, damage))
  }
}
