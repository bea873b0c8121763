public import Database
import GRDBSQLite

extension SQLiteConnection {
  /// The work of statements that are bounded.
  final class Work {
    let limit: WorkLimit
    private var steps = 0
    private let memoryBefore = sqlite3_memory_used()

    /// After so many steps it is looked at.
    static let piece: Int32 = 1_000_000

    init(_ limit: WorkLimit) { self.limit = limit }

    /// Counts a piece.
    /// - Returns: Whether it was too much.
    func exceeds() -> Bool {
      steps += Int(Self.piece)
      return steps > limit.steps || sqlite3_memory_used() - memoryBefore > limit.bytes
    }
  }

  public func bounded<Result>(by limit: WorkLimit, _ body: () throws -> Result) throws -> Result {
    // Within one that is bounded, all work counts as its own.
    guard work == nil else { return try body() }
    let (work, handle) = (Work(limit), try handle())
    self.work = work
    sqlite3_progress_handler(
      handle, Work.piece,
      { work in
        guard let work else { return 0 }
        return Unmanaged<Work>.fromOpaque(work).takeUnretainedValue().exceeds() ? 1 : 0
      }, Unmanaged.passUnretained(work).toOpaque())
    defer {
      sqlite3_progress_handler(handle, 0, nil, nil)
      self.work = nil
    }
    return try body()
  }
}
