import Domain
import CZip
import Foundation

/// A ZIP container and the parts that its directory lists, read by libzip.
///
/// Nothing that the file says of itself is believed: parts that overlap, are there twice or are not
/// what the directory says are refused, and so is what does not keep to the limits. Used from one
/// thread.
public final class ZipArchive {
  /// In the order of the directory.
  public let entries: [ZipEntry]
  private let archive: OpaquePointer
  /// Keeps the bytes.
  private let owner: AnyObject

  private static let pieceSize = 1 << 16

  /// Reads the directory of a file.
  public convenience init(path: String, limits: ZipLimits = .written) throws {
    let file = try MappedFile(path: path)
    try self.init(bytes: file.bytes, owner: file, limits: limits)
  }

  /// Reads the directory of a container in memory.
  /// - Parameter owner: Keeps the bytes where they are while it lives.
  public init(bytes: UnsafeRawBufferPointer, owner: AnyObject, limits: ZipLimits) throws {
    try ZipEnd(bytes, limits: limits).check()
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
    else { throw Self.fault(of: error, part: "") }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      throw Self.fault(of: error, part: "")
    }
    do {
      entries = try Self.entries(of: archive)
      try limits.check(entries)
    } catch {
      zip_discard(archive)
      throw error
    }
    self.archive = archive
    self.owner = owner
  }

  deinit { zip_discard(archive) }

  /// The part of a name, whose case does not matter, nor a slash before it; nil if there is none.
  public func entry(_ name: String) -> ZipEntry? {
    let key = Self.key(name)
    return keys[key].map { entries[$0] }
  }

  private lazy var keys = Dictionary(
    entries.map { (Self.key($0.name), $0.index) }, uniquingKeysWith: { first, _ in first })

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
    try read(entry, flags: 0, count: entry.size, body)
  }

  /// Hands over a part as it is packed, piece by piece.
  public func packed(
    _ entry: ZipEntry, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    try read(entry, flags: ZIP_FL_COMPRESSED, count: entry.packedSize, body)
  }

  /// Reads a part to its end: only there libzip compares the checksum. A part that is larger than
  /// the directory says is read no further.
  private func read(
    _ entry: ZipEntry, flags: UInt32, count: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    func fault(_ problem: PackageFault.Problem) -> PackageFault {
      PackageFault(part: entry.name, problem: problem)
    }
    guard let file = zip_fopen_index(archive, UInt64(entry.index), flags) else {
      throw Self.fault(of: zip_get_error(archive).pointee, part: entry.name)
    }
    defer { zip_fclose(file) }
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.pieceSize)
    defer { piece.deallocate() }
    var total = 0
    while true {
      let got = Int(zip_fread(file, piece.baseAddress.unsafelyUnwrapped, UInt64(piece.count)))
      guard got >= 0 else {
        throw Self.fault(of: zip_file_get_error(file).pointee, part: entry.name)
      }
      if got == 0 { break }
      total += got
      guard total <= count else { throw fault(.otherSize) }
      try body(UnsafeBufferPointer(rebasing: piece[..<got]))
    }
    guard total == count else { throw fault(.otherSize) }
  }

  /// What the directory lists, folders left out.
  private static func entries(of archive: OpaquePointer) throws -> [ZipEntry] {
    var names: Set<String> = []
    return try (0..<max(0, Int(zip_get_num_entries(archive, 0)))).map { index in
      var status = zip_stat_t()
      zip_stat_init(&status)
      guard zip_stat_index(archive, UInt64(index), 0, &status) == 0,
        let name = zip_get_name(archive, UInt64(index), UInt32(ZIP_FL_ENC_RAW))
      else { throw fault(of: zip_get_error(archive).pointee, part: "") }
      let entry = ZipEntry(
        index: index, name: String(cString: name), method: Int(status.comp_method),
        checksum: Int(status.crc), packedSize: Int(clamping: status.comp_size),
        size: Int(clamping: status.size))
      func refuse(_ problem: PackageFault.Problem) -> PackageFault {
        PackageFault(part: entry.name, problem: problem)
      }
      guard names.insert(key(entry.name)).inserted else { throw refuse(.twice) }
      guard status.encryption_method == ZIP_EM_NONE else { throw refuse(.encrypted) }
      guard entry.method == 0 || entry.method == 8 else { throw refuse(.method(entry.method)) }
      return entry
    }
  }

  /// Names of parts are compared without case; old programs write backslashes.
  private static func key(_ name: String) -> String {
    let name = name.replacing("\\", with: "/").lowercased()
    return name.hasPrefix("/") ? String(name.dropFirst()) : name
  }

  private static func fault(of error: zip_error_t, part: String) -> PackageFault {
    let problem: PackageFault.Problem =
      switch error.zip_err {
      case ZIP_ER_EXISTS: .twice
      case ZIP_ER_NOZIP, ZIP_ER_EOF, ZIP_ER_INCONS, ZIP_ER_SEEK, ZIP_ER_READ: .inconsistent
      case ZIP_ER_CRC, ZIP_ER_ZLIB, ZIP_ER_COMPRESSED_DATA: .checksum
      case ZIP_ER_ENCRNOTSUPP, ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD: .encrypted
      case let code: .library(function: "libzip", code: code)
      }
    return PackageFault(part: part, problem: problem)
  }
}
