import Dispatch
import Domain
import Foundation
import Synchronization

/// Writes the rows of a long table to a file.
protocol RowWriter: AnyObject {
  /// Adds a row of the result.
  func write(_ values: [Value]) throws
  /// Writes what is left and closes the file.
  func finish() throws -> FileSummary
}

/// A file that is written on a thread of its own.
final class FileJob: Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let result = Mutex<Result<FileSummary, any Error>?>(nil)

  /// Starts the thread.
  init(_ write: @escaping @Sendable () throws -> FileSummary) {
    Thread.detachNewThread { [self] in
      let result = Result { try write() }
      self.result.withLock { $0 = result }
      done.signal()
    }
  }

  /// Waits for the file, as often as it is asked.
  func wait() throws -> FileSummary {
    done.wait()
    done.signal()
    guard let result = result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }
}

/// A file of a long table that is written on a thread of its own, fed batch by batch.
///
/// So reading the result, its CSV file and its workbook overlap, and all of them with the next
/// table.
final class RowJob: Sendable {
  private enum Message: Sendable {
    case rows([[Value]])
    case end
    case abort
  }

  private let queue: BoundedQueue<Message>
  /// The file that comes of it.
  let file: FileJob

  /// Starts the thread.
  init(_ makeWriter: @escaping @Sendable () throws -> any RowWriter) {
    let queue = BoundedQueue<Message>(capacity: 64)
    self.queue = queue
    file = FileJob { try Self.run(makeWriter, queue) }
  }

  /// Hands over rows; waits while the thread is behind.
  func add(_ rows: [[Value]]) { queue.put(.rows(rows)) }

  /// Says that all rows are there.
  func end() { queue.put(.end) }

  /// Gives the file up and waits until the thread has let go of it.
  func abort() {
    queue.put(.abort)
    _ = try? file.wait()
  }

  private static func run(
    _ makeWriter: () throws -> any RowWriter, _ queue: BoundedQueue<Message>
  ) throws -> FileSummary {
    var writer = Result { try makeWriter() }
    var message = queue.take()
    // After a failure the rest is taken and dropped, so that the other side never waits for ever.
    while case .rows(let rows) = message {
      writer = writer.flatMap { writer in
        Result {
          for row in rows { try writer.write(row) }
          return writer
        }
      }
      message = queue.take()
    }
    guard case .end = message else { throw CancellationError() }
    return try writer.get().finish()
  }
}
