import Editions
import Foundation
import Pages

/// Files of the ledger that others have taken the place of; those of before stand beside them.
struct LedgerFiles {
  /// The paths of those of before.
  let kept: [String]
  private let replaced: [(path: String, kept: String)]

  /// - Parameter number: Of the first returned form, which stands in the names of what is kept.
  init(_ files: [(path: String, new: String)], before number: Int) throws {
    var replaced: [(path: String, kept: String)] = []
    do {
      for (path, new) in files {
        let kept = "\(path).before-\(number)"
        // A run that was cut off may have kept it.
        if access(kept, F_OK) != 0 {
          try FileManager.default.copyItem(atPath: path, toPath: kept)
        }
        replaced.append((path, kept))
        try Self.move(new, to: path)
      }
    } catch {
      for (path, kept) in replaced { try? Self.copy(kept, to: path) }
      throw error
    }
    self.replaced = replaced
    kept = replaced.map(\.kept)
  }

  /// Gives the files of before their places again.
  func putBack() throws {
    for (path, kept) in replaced { try Self.move(kept, to: path) }
  }

  private static func copy(_ from: String, to path: String) throws {
    let temporary = path + ".tmp"
    unlink(temporary)
    try FileManager.default.copyItem(atPath: from, toPath: temporary)
    try move(temporary, to: path)
  }

  /// The file keeps the mode of the one that it takes the place of.
  private static func move(_ from: String, to path: String) throws {
    var status = stat()
    if stat(path, &status) == 0 { chmod(from, status.st_mode & 0o777) }
    let descriptor = open(from, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
    guard rename(from, path) == 0 else { throw OutputFault.system("rename", path) }
    try OutputFolder.sync((path as NSString).deletingLastPathComponent)
  }
}

/// A folder that goes with this value.
final class TemporaryFolder {
  let path: String

  init(in folder: String) throws {
    path = "\(folder)/.tmp-collect-\(getpid())"
    try? FileManager.default.removeItem(atPath: path)
    try OutputFolder.make(path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
