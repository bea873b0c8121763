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

/// A file that is written on a thread of its own, or at once where there is none to be had.
final class FileJob: Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let result = Mutex<Result<FileSummary, any Error>?>(nil)

  /// Starts the thread.
  init(_ write: @escaping @Sendable () throws -> FileSummary) {
    let work: @Sendable () -> Void = { [self] in finish(Result { try write() }) }
    if !WorkThread.start(work) { work() }
  }

  /// A file that is written elsewhere, until `finish`.
  init() {}

  /// Says what became of the file.
  func finish(_ result: Result<FileSummary, any Error>) {
    self.result.withLock { $0 = result }
    done.signal()
  }

  /// Waits for the file, as often as it is asked.
  func wait() throws -> FileSummary {
    done.wait()
    done.signal()
    guard let result = result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }
}

/// A file that is written on a thread of its own, fed batch by batch; on that of the feeder where
/// there is none to be had.
///
/// So reading a long table, its CSV file, its workbook and the packing of that overlap, and all of
/// them with the next table.
final class PieceJob<Piece: Sendable>: Sendable {
  private enum Message: Sendable {
    case pieces([Piece])
    case end
    case abort
  }

  /// Nil where each batch is written when it comes.
  private let queue: BoundedQueue<Message>?
  private let direct: Mutex<DirectWriter<Piece>?>
  /// The file that comes of it.
  let file: FileJob

  /// Starts the thread.
  /// - Parameter capacity: how many batches may wait for it: by default 33,000 rows, 25 MB of a wide
  ///   list, so that reading does not wait for writing.
  init(
    capacity: Int = 128, _ makeWriter: @escaping @Sendable () throws -> any PieceWriter<Piece>
  ) {
    let queue = BoundedQueue<Message>(capacity: capacity)
    let file = FileJob()
    self.file = file
    if WorkThread.start({ file.finish(Result { try Self.run(makeWriter, queue) }) }) {
      self.queue = queue
      direct = Mutex(nil)
    } else {
      self.queue = nil
      direct = Mutex(DirectWriter(makeWriter))
    }
  }

  /// Hands over a batch; waits while the thread is behind.
  func add(_ pieces: [Piece]) {
    guard let queue else { return direct.withLock { $0?.add(pieces) } }
    queue.put(.pieces(pieces))
  }

  /// Says that all pieces are there.
  func end() {
    guard let queue else { return finish { try $0.finish() } }
    queue.put(.end)
  }

  /// Gives the file up and waits until the thread has let go of it.
  func abort() {
    if let queue { queue.put(.abort) } else { finish { _ in throw CancellationError() } }
    _ = try? file.wait()
  }

  /// Ends what is written on the thread of the feeder; does nothing after that.
  private func finish(_ result: (DirectWriter<Piece>) throws -> FileSummary) {
    direct.withLock { writer in
      guard let ended = writer else { return }
      writer = nil
      file.finish(Result { try result(ended) })
    }
  }

  private static func run(
    _ makeWriter: () throws -> any PieceWriter<Piece>, _ queue: BoundedQueue<Message>
  ) throws -> FileSummary {
    let writer = DirectWriter(makeWriter)
    var message = queue.take()
    while case .pieces(let pieces) = message {
      writer.add(pieces)
      message = queue.take()
    }
    guard case .end = message else { throw CancellationError() }
    return try writer.finish()
  }
}

/// A writer that is used from one thread at a time, and what became of it. After a failure the rest
/// is dropped, so that the other side never waits for ever.
private final class DirectWriter<Piece: Sendable>: @unchecked Sendable {
  private var writer: Result<any PieceWriter<Piece>, any Error>

  init(_ makeWriter: () throws -> any PieceWriter<Piece>) { writer = Result { try makeWriter() } }

  func add(_ pieces: [Piece]) {
    writer = writer.flatMap { writer in
      Result {
        for piece in pieces { try writer.write(piece) }
        return writer
      }
    }
  }

  func finish() throws -> FileSummary { try writer.get().finish() }
}
