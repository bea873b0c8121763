import Foundation

/// A program in a process group of its own, which is ended as a whole when its time is over.
struct LimitedProcess {
  enum End: Equatable {
    /// As `waitpid` tells it; -1 where the program could not be started.
    case inTime(Int32)
    case tooLate
  }

  let arguments: [String]
  /// What it reads; nothing where empty. A pipe has to hold it.
  var input: [UInt8] = []
  /// Whether what it says on stderr is said.
  var speaks = false

  /// Runs the program for at most so many seconds.
  func run(seconds: Int) -> End {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF))
    posix_spawnattr_setpgroup(&attributes, 0)
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0)
    if !speaks { posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0) }
    let reader = pipe(of: input)
    defer { if let reader { close(reader) } }
    if let reader {
      posix_spawn_file_actions_adddup2(&files, reader, 0)
    } else {
      posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    }
    var texts: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { texts.forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, arguments[0], &files, &attributes, &texts, environ) == 0 else {
      return .inTime(-1)
    }
    return Self.wait(for: process, seconds: seconds)
  }

  /// The end of a pipe from which the bytes are read; nil where there are none.
  private func pipe(of bytes: [UInt8]) -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard !bytes.isEmpty, Foundation.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // What a pipe does not hold is not waited for.
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    _ = Descriptor.write(bytes, to: ends[1], patience: 0)
    close(ends[1])
    return ends[0]
  }

  private static func wait(for process: pid_t, seconds: Int) -> End {
    var status: Int32 = 0
    for _ in 0..<(max(1, seconds) * 20) {
      switch waitpid(process, &status, WNOHANG) {
      case process:
        // What it left running goes, too.
        kill(-process, SIGKILL)
        return .inTime(status)
      case 0: usleep(50_000)
      default: if errno != EINTR { return .inTime(-1) }
      }
    }
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return .tooLate
  }
}
