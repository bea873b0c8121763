import Domain
import Foundation

/// Folders and files, where missing and unreadable differ: only what is not there counts as none.
public enum DiskFiles {
  /// More bytes than any definition, manifest or note has.
  public static let sizeLimit = 64 << 20

  /// The names in a folder, in the order of their bytes; nil if there is no folder.
  /// - Throws: `DefinitionFault` if it cannot be listed, is no folder, or is a link to nothing.
  public static func names(in folder: String) throws -> [String]? {
    do { return try listing(of: folder) } catch { throw fault(folder, error.code) }
  }

  /// Why a folder cannot be listed.
  public struct Unlisted: Error {
    /// The system's number.
    public let code: Int32
  }

  /// As `names(in:)`, for those who have words of their own for a folder that cannot be listed.
  public static func listing(of folder: String) throws(Unlisted) -> [String]? {
    guard let stream = opendir(folder) else {
      let code = errno
      if isMissing(folder, code) { return nil }
      throw Unlisted(code: code)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno == 0 { break }
        throw Unlisted(code: errno)
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of a file; nil if there is none.
  /// - Throws: `DefinitionFault` if it cannot be read, is no plain file, is a link to nothing, or
  ///   has more bytes than `limit`.
  public static func contents(of path: String, limit: Int = sizeLimit) throws -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if isMissing(path, errno) { return nil }
      throw fault(path, errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw fault(path, status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    guard status.st_size <= limit else { throw fault(path, EFBIG) }
    return try read(descriptor, count: Int(status.st_size), of: path)
  }

  /// The text of a file; nil if there is none.
  /// - Throws: `DefinitionFault` as `contents(of:)` does, or if it is not UTF-8.
  public static func text(of path: String) throws -> String? {
    guard let bytes = try contents(of: path) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DefinitionFault(place: SourcePlace(file: path), problem: .notUTF8)
    }
    return text
  }

  /// Whether there is anything at a path.
  /// - Throws: `DefinitionFault` if that cannot be told, or it is a link to nothing.
  public static func exists(_ path: String) throws -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return true }
    if isMissing(path, errno) { return false }
    throw fault(path, errno)
  }

  /// Whether a folder is at a path.
  /// - Throws: `DefinitionFault` if that cannot be told, or it is a link to nothing.
  public static func isFolder(_ path: String) throws -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    if isMissing(path, errno) { return false }
    throw fault(path, errno)
  }

  /// The first bytes of a plain file; nil if there is none of this name.
  /// - Throws: `DefinitionFault` if it cannot be read.
  public static func beginning(of path: String, count: Int) throws -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(path, errno) }
    defer { close(descriptor) }
    return try read(descriptor, count: count, of: path)
  }

  private static func read(_ descriptor: Int32, count: Int, of path: String) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var length = 0
    while length < count {
      let got = bytes.withUnsafeMutableBytes { bytes in
        Foundation.read(descriptor, bytes.baseAddress.map { $0 + length }, count - length)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw fault(path, errno) }
      if got == 0 { break }
      length += got
    }
    return Array(bytes.prefix(length))
  }

  /// Whether an error number says that nothing has this name, a link to nothing apart.
  private static func isMissing(_ path: String, _ code: Int32) -> Bool {
    guard code == ENOENT else { return false }
    var status = stat()
    if lstat(path, &status) != 0 { return errno == ENOENT }
    return false
  }

  private static func fault(_ path: String, _ code: Int32) -> DefinitionFault {
    DefinitionFault(place: SourcePlace(file: path), problem: .unreadable(code))
  }
}
