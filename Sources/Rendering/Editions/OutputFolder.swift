import Dispatch
import Foundation
import Synchronization

/// Folders of editions on disk: made private, synced, renamed, removed.
enum OutputFolder {
  /// Makes a folder and those above it; those it makes have mode 0700 whatever the umask.
  static func make(_ path: String, canMakeParent: Bool = true) throws {
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
  static func sync(_ path: String) throws {
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

  /// The names in a folder, in order.
  static func names(in path: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? []
  }
}
