import Domain
import CZlib

/// Takes bytes in order.
public protocol ByteSink: AnyObject {
  /// Takes all of the bytes, or throws.
  func write(_ bytes: UnsafeRawBufferPointer) throws
}

/// Writes parts into a ZIP container, one after the other and each in pieces.
///
/// Sizes follow their parts, so nothing is held and nothing written twice. All parts are of the same
/// time, the first that the format knows. Used from one thread.
public final class ZipWriter {
  fileprivate struct Part {
    let name: [UInt8]
    let offset: Int
    var method = 8
    /// 8 where sizes and checksum follow the part, and 2,048 where its name is in UTF-8.
    var flags = 8
    var checksum: UInt = 0
    var packedSize = 0
    var size = 0
  }

  private let sink: any ByteSink
  private let limit: Int
  private let stream: UnsafeMutablePointer<z_stream>
  private var packed = [UInt8](repeating: 0, count: 1 << 18)
  private var part = Part(name: [], offset: 0)
  private var directory = ByteRecord()
  private var offset = 0
  /// What the sink did not get yet.
  private var waiting: [UInt8] = []
  /// What the directory says of the parts that are written.
  public private(set) var entries: [ZipEntry] = []

  /// - Parameters:
  ///   - sink: Gets the container's bytes.
  ///   - level: Of zlib, 1 to 9.
  ///   - limit: The most bytes of a part and of the container: the format counts in 32 bits.
  public init(to sink: any ByteSink, level: Int32, limit: Int = Int(UInt32.max)) throws {
    self.sink = sink
    self.limit = limit
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    let code = deflateInit2_(
      stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, zlibVersion(), size)
    guard code == Z_OK else {
      throw PackageFault(part: "", problem: .library(function: "deflateInit", code: code))
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Begins a part.
  public func begin(_ name: String) throws {
    part = Part(name: Array(name.utf8), offset: offset)
    try writeHeader(sizes: Part(name: [], offset: 0))
    deflateReset(stream)
  }

  /// Adds a part of another container as it is packed there, byte for byte.
  public func copy(_ entry: ZipEntry, of archive: ZipArchive) throws {
    part = Part(name: Array(entry.name.utf8), offset: offset)
    part.method = entry.method
    part.flags = part.name.allSatisfy { $0 < 0x80 } ? 0 : 2_048
    part.checksum = UInt(entry.checksum)
    part.packedSize = entry.packedSize
    part.size = entry.size
    guard max(part.size, part.packedSize) <= limit else { throw fault(.tooLarge) }
    try writeHeader(sizes: part)
    try archive.packed(entry) { try write($0) }
    list()
  }

  private func writeHeader(sizes: Part) throws {
    var header = ByteRecord()
    header.add(0x0403_4B50, size: 4)
    header.addDescription(of: part, sizes: sizes)
    try write(header.bytes + part.name)
  }

  /// Adds bytes to the part.
  /// - Throws: `PackageFault.Problem.tooLarge` before a byte too many is packed.
  public func add(_ bytes: UnsafeRawBufferPointer) throws {
    guard bytes.count <= limit - part.size else { throw fault(.tooLarge) }
    let content = bytes.bindMemory(to: UInt8.self)
    part.checksum = crc32(part.checksum, content.baseAddress, UInt32(content.count))
    part.size += content.count
    // zlib does not write to its input.
    stream.pointee.next_in = UnsafeMutablePointer(mutating: content.baseAddress)
    stream.pointee.avail_in = UInt32(content.count)
    try pack(Z_NO_FLUSH)
  }

  /// Ends the part.
  public func end() throws {
    try pack(Z_FINISH)
    var trailer = ByteRecord()
    trailer.add(0x0807_4B50, size: 4)
    for number in [Int(part.checksum), part.packedSize, part.size] { trailer.add(number, size: 4) }
    try write(trailer.bytes)
    list()
  }

  /// Puts the part that was written into the directory.
  private func list() {
    directory.add(0x0201_4B50, size: 4)
    directory.add(20, size: 2)
    directory.addDescription(of: part, sizes: part)
    // No comment, first disk, no attributes.
    directory.add(0, size: 10)
    directory.add(part.offset, size: 4)
    directory.bytes += part.name
    entries.append(
      ZipEntry(
        index: entries.count, name: String(decoding: part.name, as: UTF8.self), method: part.method,
        checksum: Int(part.checksum), packedSize: part.packedSize, size: part.size))
  }

  /// Closes the container.
  public func finish() throws {
    guard entries.count <= Int(UInt16.max) else {
      throw PackageFault(part: "", problem: .tooLarge)
    }
    let start = offset
    var end = ByteRecord()
    end.add(0x0605_4B50, size: 4)
    end.add(0, size: 4)
    end.add(entries.count, size: 2)
    end.add(entries.count, size: 2)
    end.add(directory.bytes.count, size: 4)
    end.add(start, size: 4)
    end.add(0, size: 2)
    try write(directory.bytes + end.bytes)
    try flush()
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
          throw fault(.library(function: "deflate", code: code))
        }
        return packed.count - Int(stream.pointee.avail_out)
      }
      isFull = stream.pointee.avail_out == 0
      part.packedSize += count
      if count > 0 { try write(packed[..<count]) }
    }
  }

  private func write(_ bytes: some Collection<UInt8>) throws {
    guard bytes.count <= limit - offset else { throw fault(.tooLarge) }
    offset += bytes.count
    waiting.append(contentsOf: bytes)
    if waiting.count >= 1 << 18 { try flush() }
  }

  private func flush() throws {
    try waiting.withUnsafeBytes(sink.write)
    waiting.removeAll(keepingCapacity: true)
  }

  private func fault(_ problem: PackageFault.Problem) -> PackageFault {
    PackageFault(part: String(decoding: part.name, as: UTF8.self), problem: problem)
  }
}

/// Little-endian numbers, one after the other.
private struct ByteRecord {
  var bytes: [UInt8] = []

  mutating func add(_ number: Int, size: Int) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  /// What a part's header and its entry in the directory have in common: version 2.0, how it is
  /// packed, 1 January 1980.
  mutating func addDescription(of part: ZipWriter.Part, sizes: ZipWriter.Part) {
    for number in [20, part.flags, part.method, 0, 0x21] { add(number, size: 2) }
    for number in [Int(sizes.checksum), sizes.packedSize, sizes.size] { add(number, size: 4) }
    add(part.name.count, size: 2)
    add(0, size: 2)
  }
}
