import Definitions
import Domain
import Foundation
import Pages
import Synchronization

/// Folders of editions on disk: made private, synced, renamed, removed.
public enum OutputFolder {
  /// Makes a folder and those above it; those it makes have mode 0700 whatever the umask.
  public static func make(_ path: String, canMakeParent: Bool = true) throws {
    if mkdir(path, 0o700) == 0 {
      guard chmod(path, 0o700) == 0 else { throw OutputFault.system("chmod", path) }
      return
    }
    switch errno {
    case EEXIST: return
    case ENOENT where canMakeParent:
      try make((path as NSString).deletingLastPathComponent)
      // A parent that is a link to nowhere is there, and still nothing can be made in it.
      try make(path, canMakeParent: false)
    default: throw OutputFault.system("mkdir", path)
    }
  }

  /// Writes a file that must not be there, readable by its owner alone whatever the umask.
  /// - Throws: `OutputFault`, also where the system says that it wrote what is not there.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OutputFault.system("open", path) }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else { throw OutputFault.system("fchmod", path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw OutputFault.system("write", path) }
      rest = rest.dropFirst(count)
    }
    guard lseek(descriptor, 0, SEEK_CUR) == bytes.count else {
      throw OutputFault(path: path, problem: .system(call: "write", code: EIO))
    }
  }

  /// Makes a folder, and all that it holds, outlive a power cut.
  ///
  /// All files are begun before the first is waited for: so they share a commit of the file system's
  /// journal, and do not wait for one each.
  static func syncAll(_ folder: String) throws {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw OutputFault.system("opendir", folder)
    }
    let paths = [folder] + names.map { folder + "/" + $0 }
    if paths.count > WorkThread.cores { try paths.forEach(beginSync) }
    let waiting = Mutex(paths)
    let failures = Mutex<[any Error]>([])
    WorkThread.share(atMost: paths.count) {
      while let path = waiting.withLock({ $0.popLast() }) {
        do { try sync(path) } catch { failures.withLock { $0.append(error) } }
      }
    }
    if let failure = failures.withLock(\.first) { throw failure }
  }

  /// Has what a file holds on its way to the disk; whether it came there `sync` says.
  private static func beginSync(_ path: String) throws {
    // Linux begins to write the pages that are to go.
    try withDescriptor(path) { _ = posix_fadvise($0, 0, 0, POSIX_FADV_DONTNEED) }
  }

  /// Makes what a file holds, or a folder lists, outlive a power cut.
  public static func sync(_ path: String) throws {
    try withDescriptor(path) { descriptor in
      while fsync(descriptor) != 0 {
        guard errno == EINTR else { throw OutputFault.system("fsync", path) }
      }
    }
  }

  private static func withDescriptor(_ path: String, _ body: (Int32) throws -> Void) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFault.system("open", path) }
    defer { close(descriptor) }
    try body(descriptor)
  }

  /// Puts a folder in the place of another one, which takes its name; where none is there, it is
  /// moved. At no instant is there nothing under `target`.
  /// - Returns: Whether the other one stands under `path` now.
  static func exchange(_ path: String, with target: String) throws -> Bool {
    guard access(target, F_OK) == 0 else {
      try move(path, to: target)
      return false
    }
    if let renameAtOnce {
      if renameAtOnce(AT_FDCWD, path, AT_FDCWD, target, exchangeFlag) == 0 { return true }
      // A file system that cannot do both at once, such as a share of another machine.
      guard [EINVAL, ENOSYS, ENOTSUP].contains(errno) else {
        throw OutputFault.system("renameat2", target)
      }
    }
    try move(target, to: path + asideSuffix)
    try move(path, to: target)
    try move(path + asideSuffix, to: path)
    return true
  }

  /// What a folder's name ends with while it is moved aside.
  static let asideSuffix = "-old"
  /// `RENAME_EXCHANGE`, which is a macro.
  private static let exchangeFlag: UInt32 = 2

  private typealias RenameAtOnce =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  /// `renameat2`, which the system's headers hide; nil where its library has none.
  private static var renameAtOnce: RenameAtOnce? {
    dlsym(nil, "renameat2").map { unsafeBitCast($0, to: RenameAtOnce.self) }
  }

  /// Moves a folder; one that is there and not empty is never replaced.
  static func move(_ path: String, to target: String) throws {
    guard rename(path, target) == 0 else { throw OutputFault.system("rename", target) }
  }

  /// Removes a folder and what it holds; none is fine.
  static func remove(_ path: String) throws {
    guard access(path, F_OK) == 0 else { return }
    do { try FileManager.default.removeItem(atPath: path) } catch {
      throw OutputFault.system("remove", path)
    }
  }

  /// The names in a folder, in the order of their bytes; none where there is no such folder,
  /// or something else.
  public static func names(in path: String) throws -> [String] {
    do {
      return try DiskFiles.listing(of: path) ?? []
    } catch let unlisted {
      if unlisted.code == ENOTDIR { return [] }
      throw OutputFault(path: path, problem: .system(call: "opendir", code: unlisted.code))
    }
  }

  /// Whether a path is a folder, and no link to one; what cannot be looked at is none.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
