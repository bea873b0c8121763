import Foundation

/// Holds a workspace against other runs, for as long as `body` takes.
///
/// The system lets go of the lock when the process ends, however it ends.
func holdingLock<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
  let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
  guard file >= 0 else { throw JobFailure.unlockable(path: path) }
  defer { close(file) }
  guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw JobFailure.locked(path: path) }
  return try body()
}
