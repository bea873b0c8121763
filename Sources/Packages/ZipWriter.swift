import CXlsxWriter
import Foundation

/// Writes the parts of a workbook into an archive, one after the other and each in pieces.
///
/// Sizes follow their parts, so nothing is held and nothing written twice. Time stamps are those of
/// libxlsxwriter, the first that the format knows. Used from one thread.
final class ZipWriter: PieceWriter {
  /// What an archive is written from.
  enum Piece: Sendable {
    /// Begins a part.
    case begin(String)
    /// Adds bytes to the part.
    case bytes([UInt8])
    /// Ends the part.
    case end
  }

  private struct Part {
    let name: [UInt8]
    let offset: Int
    var checksum: UInt = 0
    var packedSize = 0
    var size = 0
  }

  private let file: OutputFile
  private let stream: UnsafeMutablePointer<z_stream>
  private var packed = [UInt8](repeating: 0, count: 1 << 18)
  private var part = Part(name: [], offset: 0)
  private var directory = ByteRecord()
  private var count = 0

  /// - Parameter level: of zlib, 1 to 9.
  init(path: String, level: Int32) throws {
    file = try OutputFile(path: path)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    let code = deflateInit2_(
      stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, zlibVersion(), size)
    guard code == Z_OK else { throw failure("deflateInit", code) }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  func write(_ piece: Piece) throws {
    switch piece {
    case .begin(let name): try begin(name)
    case .bytes(let bytes): try add(bytes)
    case .end: try end()
    }
  }

  private func begin(_ name: String) throws {
    part = Part(name: Array(name.utf8), offset: file.byteCount)
    var header = ByteRecord()
    header.add(0x0403_4B50, size: 4)
    header.addDescription(of: part.name, checksum: 0, packedSize: 0, size: 0)
    try file.write(header.bytes + part.name)
    deflateReset(stream)
  }

  private func add(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      let content = buffer.bindMemory(to: UInt8.self)
      part.checksum = crc32(part.checksum, content.baseAddress, UInt32(content.count))
      part.size += content.count
      // zlib does not write to its input.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: content.baseAddress)
      stream.pointee.avail_in = UInt32(content.count)
      try pack(Z_NO_FLUSH)
    }
  }

  private func end() throws {
    try pack(Z_FINISH)
    var trailer = ByteRecord()
    trailer.add(0x0807_4B50, size: 4)
    for number in [Int(part.checksum), part.packedSize, part.size] { trailer.add(number, size: 4) }
    try file.write(trailer.bytes)
    count += 1
    directory.add(0x0201_4B50, size: 4)
    directory.add(20, size: 2)
    directory.addDescription(
      of: part.name, checksum: Int(part.checksum), packedSize: part.packedSize, size: part.size)
    // No comment, first disk, no attributes.
    directory.add(0, size: 10)
    directory.add(part.offset, size: 4)
    directory.bytes += part.name
  }

  /// Closes the archive.
  func finish() throws -> FileSummary {
    let offset = file.byteCount
    var end = ByteRecord()
    end.add(0x0605_4B50, size: 4)
    end.add(0, size: 4)
    end.add(count, size: 2)
    end.add(count, size: 2)
    end.add(directory.bytes.count, size: 4)
    end.add(offset, size: 4)
    end.add(0, size: 2)
    try file.write(directory.bytes + end.bytes)
    // The format counts in 32 bits.
    guard offset <= UInt32.max else { throw failure("zip", Z_BUF_ERROR) }
    return FileSummary(sha256: file.finish(), bytes: file.byteCount)
  }

  /// Packs what the stream was given and writes what comes of it.
  private func pack(_ flush: Int32) throws {
    var isFull = true
    while isFull {
      let count = try packed.withUnsafeMutableBufferPointer { packed in
        stream.pointee.next_out = packed.baseAddress
        stream.pointee.avail_out = UInt32(packed.count)
        let code = deflate(stream, flush)
        guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
          throw failure("deflate", code)
        }
        return packed.count - Int(stream.pointee.avail_out)
      }
      isFull = stream.pointee.avail_out == 0
      if count > 0 { try file.write(packed[..<count]) }
      part.packedSize += count
    }
  }

  private func failure(_ function: String, _ code: Int32) -> OutputFault {
    OutputFault(path: file.path, problem: .compression(function: function, code: code))
  }
}

/// Little-endian numbers, one after the other.
private struct ByteRecord {
  var bytes: [UInt8] = []

  mutating func add(_ number: Int, size: Int) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  /// What a part's header and its entry in the directory have in common: version 2.0, sizes that
  /// follow the part, deflated, 1 January 1980.
  mutating func addDescription(of name: [UInt8], checksum: Int, packedSize: Int, size: Int) {
    for number in [20, 8, 8, 0, 0x21] { add(number, size: 2) }
    for number in [checksum, packedSize, size] { add(number, size: 4) }
    add(name.count, size: 2)
    add(0, size: 2)
  }
}
