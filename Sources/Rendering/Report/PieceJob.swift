import Dispatch
import Domain
import Foundation
import Synchronization

/// Writes a file piece by piece: rows of a long table, parts of an archive.
protocol PieceWriter<Piece>: AnyObject {
  associatedtype Piece: Sendable
  /// Adds a piece.
  func write(_ piece: Piece) throws
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

/// A file that is written on a thread of its own, fed batch by batch.
///
/// So reading a long table, its CSV file, its workbook and the packing of that overlap, and all of
/// them with the next table.
final class PieceJob<Piece: Sendable>: Sendable {
  private enum Message: Sendable {
    case pieces([Piece])
    case end
    case abort
  }

  private let queue: BoundedQueue<Message>
  /// The file that comes of it.
  let file: FileJob

  /// Starts the thread.
  /// - Parameter capacity: how many batches may wait for it: by default 33,000 rows, 25 MB of a wide
  ///   list, so that reading does not wait for writing.
  init(
    capacity: Int = 128, _ makeWriter: @escaping @Sendable () throws -> any PieceWriter<Piece>
  ) {
    let queue = BoundedQueue<Message>(capacity: capacity)
    self.queue = queue
    file = FileJob { try Self.run(makeWriter, queue) }
  }

  /// Hands over a batch; waits while the thread is behind.
  func add(_ pieces: [Piece]) { queue.put(.pieces(pieces)) }

  /// Says that all pieces are there.
  func end() { queue.put(.end) }

  /// Gives the file up and waits until the thread has let go of it.
  func abort() {
    queue.put(.abort)
    _ = try? file.wait()
  }

  private static func run(
    _ makeWriter: () throws -> any PieceWriter<Piece>, _ queue: BoundedQueue<Message>
  ) throws -> FileSummary {
    var writer = Result { try makeWriter() }
    var message = queue.take()
    // After a failure the rest is taken and dropped, so that the other side never waits for ever.
    while case .pieces(let pieces) = message {
      writer = writer.flatMap { writer in
        Result {
          for piece in pieces { try writer.write(piece) }
          return writer
        }
      }
      message = queue.take()
    }
    guard case .end = message else { throw CancellationError() }
    return try writer.get().finish()
  }
}
