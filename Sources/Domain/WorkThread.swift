import Dispatch
import Foundation
import Glibc
import Synchronization

/// Threads that are made if the system lets us, and never waited for.
///
/// Foundation and Dispatch wait for ever where a thread cannot be made: under a limit of processes,
/// of memory, or in a container.
public enum WorkThread {
  /// More than the files of a report that are written at a time.
  private static let limit = 16
  private static let running = Atomic(0)

  /// How many cores may be used.
  public static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// Runs the work on a thread of its own.
  /// - Returns: false if there is none to be had; then nothing was done.
  public static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
    guard running.add(1, ordering: .relaxed).oldValue < limit else {
      running.subtract(1, ordering: .relaxed)
      return false
    }
    let pointer = Unmanaged.passRetained(Work(work)).toOpaque()
    var thread: pthread_t = 0
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
        WorkThread.running.subtract(1, ordering: .relaxed)
        return nil
      }, pointer)
    if code == 0 {
      pthread_detach(thread)
      return true
    }
    Unmanaged<Work>.fromOpaque(pointer).release()
    running.subtract(1, ordering: .relaxed)
    return false
  }

  /// Does the work as often as there are cores, at the same time as far as threads can be made, and
  /// waits for all of it. One share is done on the calling thread.
  /// - Parameter shares: How many at most.
  public static func share(atMost shares: Int = .max, _ work: @escaping @Sendable () -> Void) {
    let group = DispatchGroup()
    for _ in 1..<max(1, min(cores, shares)) {
      group.enter()
      let hasStarted = start {
        work()
        group.leave()
      }
      if !hasStarted { group.leave() }
    }
    work()
    group.wait()
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
