import Definitions
import Foundation

/// Temporary files of SQLite that a kill left behind.
///
/// SQLite takes the name of such a file away as soon as it is open; killed between the two, it leaves
/// one that nobody will look for. A name of ours that is still there is of no use, even to a
/// program that is about to take it away.
enum EngineLeftovers {
  /// Removes those of this user.
  static func remove(environment: [String: String]) {
    for folder in folders(environment) {
      // A folder that may be written and not listed is no fault: nothing but space is lost.
      let names: [String]
      do { names = try DiskFiles.names(in: folder) ?? [] } catch { continue }
      for name in names where name.hasPrefix("etilqs_") { removeOwn("\(folder)/\(name)") }
    }
  }

  /// Where SQLite keeps them.
  private static func folders(_ environment: [String: String]) -> [String] {
    let named = ["SQLITE_TMPDIR", "TMPDIR"].compactMap { environment[$0] }
    return Array(Set(named + ["/var/tmp", "/usr/tmp", "/tmp"])).sorted()
  }

  private static func removeOwn(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_uid == geteuid(), status.st_mode & S_IFMT == S_IFREG
    else { return }
    unlink(path)
  }
}
