import Dispatch
import Domain
import Foundation
import Synchronization

/// A companion workbook that is written on a thread of its own, fed batch by batch.
///
/// So reading the result and its CSV file overlap with the workbook, and compressing it overlaps
/// with the next table.
final class CompanionJob: Sendable {
  private enum Message: Sendable {
    case rows([[Value]])
    case end
    case abort
  }

  private let queue = BoundedQueue<Message>(capacity: 64)
  private let done = DispatchSemaphore(value: 0)
  private let result = Mutex<Result<FileSummary, any Error>?>(nil)

  /// Starts the thread.
  init(_ plan: CompanionPlan) {
    Thread.detachNewThread { [self] in
      let result = Result { try run(plan) }
      self.result.withLock { $0 = result }
      done.signal()
    }
  }

  /// Hands over rows; waits while the thread is behind.
  func add(_ rows: [[Value]]) { queue.put(.rows(rows)) }

  /// Says that all rows are there.
  func end() { queue.put(.end) }

  /// Gives the workbook up and waits until the thread has let go of its files.
  func abort() {
    queue.put(.abort)
    _ = try? wait()
  }

  /// Waits for the workbook, as often as it is asked.
  func wait() throws -> FileSummary {
    done.wait()
    done.signal()
    guard let result = result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }

  private func run(_ plan: CompanionPlan) throws -> FileSummary {
    var workbook = Result { try CompanionWorkbook(plan) }
    var message = queue.take()
    // After a failure the rest is taken and dropped, so that the other side never waits for ever.
    while case .rows(let rows) = message {
      workbook = workbook.flatMap { workbook in
        Result {
          for row in rows { try workbook.write(row) }
          return workbook
        }
      }
      message = queue.take()
    }
    guard case .end = message else { throw CancellationError() }
    return try workbook.get().finish()
  }
}
