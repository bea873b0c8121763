import Foundation

extension Workspace {
  /// How long who waits for a lock waits.
  private static let patience: Duration = .seconds(60)

  /// Holds the workspace against other runs, for as long as `body` takes, and its ledger against
  /// those of other hosts that share the store on a server.
  ///
  /// Another run is not waited for; who only reads, such as a verification, is. The system lets go
  /// of the lock when the process ends, however it ends, and the server when its connection does.
  func holdingLock<Result>(_ body: () throws -> Result) throws -> Result {
    try holdingFile {
      let holder = try holdStore()
      return try withExtendedLifetime(holder) { try body() }
    }
  }

  /// As `holdingLock`, for one whose work makes the store or changes its form.
  func holdingFile<Result>(_ body: () throws -> Result) throws -> Result {
    let file = makeLock()
    guard file >= 0 else { throw JobFailure.unlockable(path: lock) }
    defer { close(file) }
    let end = ContinuousClock.now + Self.patience
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      // Where the lock can be shared, those who hold it only read.
      let isShared = flock(file, LOCK_SH | LOCK_NB) == 0
      flock(file, LOCK_UN)
      guard isShared, ContinuousClock.now < end else { throw JobFailure.locked(path: lock) }
      pause()
    }
    return try body()
  }

  /// Keeps runs from writing for as long as `body` takes, after the one that is at work has ended.
  ///
  /// Where the lock's file cannot be read or made, as on a medium that nobody can write, nobody is
  /// kept.
  func sharingLock<Result>(_ body: () throws -> Result) throws -> Result {
    var file = Foundation.open(lock, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if file < 0 { file = makeLock() }
    guard file >= 0 else { return try body() }
    defer { close(file) }
    let end = ContinuousClock.now + Self.patience
    while flock(file, LOCK_SH | LOCK_NB) != 0 {
      guard ContinuousClock.now < end else { throw JobFailure.locked(path: lock) }
      pause()
    }
    return try body()
  }

  /// Opens the lock's file. One that root makes, to verify, is its folder's owner's: else it would
  /// keep the owner's own runs out.
  private func makeLock() -> Int32 {
    let isNew = access(lock, F_OK) != 0
    let file = Foundation.open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    var folder = stat()
    if file >= 0, isNew, geteuid() == 0,
      stat((lock as NSString).deletingLastPathComponent, &folder) == 0
    {
      _ = fchown(file, folder.st_uid, folder.st_gid)
    }
    return file
  }

  private func pause() { usleep(100_000) }
}
