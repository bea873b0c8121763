import Database
import DatabaseSQLite
import Domain
import Foundation

/// The copy of a store's file that is kept before a migration changes it.
///
/// It is made under a temporary name, synced and renamed: under its own name it is always whole.
/// So a migration that was cut off begins again, and takes over the copy that there is.
struct StoreBackup {
  let store: String
  let folder: String
  let version: Int

  /// Makes the copy, unless one of the same bytes is there.
  /// - Throws: `DatabaseFailure` of kind `unwritable`.
  func make() throws {
    try makeFolder()
    guard let target = try target() else { return }
    let temporary = "\(folder)/.version-\(version).tmp"
    try remove(temporary)
    try copy(to: temporary)
    try check(rename(temporary, target), "rename", target)
    try sync(folder)
  }

  /// More copies of one version are nobody's wish.
  private static let limit = 1000

  /// The name for a new copy: the first that is free, or taken by what is no whole store; nil where
  /// a copy of the same bytes is there.
  private func target() throws -> String? {
    for number in 1...Self.limit {
      let name = "\(folder)/version-\(version)\(number == 1 ? "" : "-\(number)").sqlite"
      guard access(name, F_OK) == 0 else { return name }
      if try isSame(name) { return nil }
      // Where an earlier program was cut off while it copied.
      if !Self.isWhole(name) { return name }
    }
    throw Self.failure("copy", folder, EEXIST)
  }

  private static func isWhole(_ path: String) -> Bool {
    guard let connection = try? SQLiteConnection(path: path, mode: .reading),
      let rows = try? connection.rows(of: "PRAGMA integrity_check")
    else { return false }
    return rows == [[.text("ok")]]
  }

  private func isSame(_ path: String) throws -> Bool {
    let (copy, original) = (try open(path, O_RDONLY), try open(store, O_RDONLY))
    defer { for descriptor in [copy, original] { close(descriptor) } }
    var (left, right) = ([UInt8](), [UInt8]())
    repeat {
      left = try Self.read(copy, path)
      right = try Self.read(original, store)
      if left != right { return false }
    } while !left.isEmpty
    return true
  }

  private func copy(to target: String) throws {
    let original = try open(store, O_RDONLY)
    defer { close(original) }
    let copy = try open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    defer { close(copy) }
    while true {
      let bytes = try Self.read(original, store)
      if bytes.isEmpty { break }
      try write(bytes, copy, target)
    }
    try check(fsync(copy), "fsync", target)
  }

  private func write(_ bytes: [UInt8], _ descriptor: Int32, _ path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      try check(count > 0 ? 0 : -1, "write", path)
      rest = rest.dropFirst(count)
    }
  }

  /// Up to a mebibyte; nothing at the end.
  private static func read(_ descriptor: Int32, _ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let size = 1 << 20
    while bytes.count < size {
      var piece = [UInt8](repeating: 0, count: size - bytes.count)
      let count = piece.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read", path, errno) }
      if count == 0 { break }
      bytes += piece.prefix(count)
    }
    return bytes
  }

  private func makeFolder() throws {
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw Self.failure("mkdir", folder, errno) }
  }

  private func remove(_ path: String) throws {
    if unlink(path) != 0, errno != ENOENT { throw Self.failure("unlink", path, errno) }
  }

  private func sync(_ folder: String) throws {
    let descriptor = try open(folder, O_RDONLY)
    defer { close(descriptor) }
    try check(fsync(descriptor), "fsync", folder)
  }

  private func open(_ path: String, _ flags: Int32) throws -> Int32 {
    let descriptor = Foundation.open(path, flags | O_CLOEXEC, 0o600)
    try check(descriptor, "open", path)
    return descriptor
  }

  private func check(_ result: Int32, _ call: String, _ path: String) throws {
    if result < 0 { throw Self.failure(call, path, errno) }
  }

  private static func failure(_ call: String, _ path: String, _ code: Int32) -> DatabaseFailure {
    DatabaseFailure(
      kind: .unwritable, code: call, detail: .said("\(path): \(String(cString: strerror(code)))"))
  }
}
