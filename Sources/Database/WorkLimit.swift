/// How much work a statement may take that an office wrote: a recursion without end, or a join of
/// everything with everything, would keep a run for ever.
public struct WorkLimit: Hashable, Sendable {
  /// Steps of SQLite's machine, which counts no time.
  public let steps: Int
  /// Bytes of memory that SQLite may take in addition.
  public let bytes: Int
  /// Seconds that a server may take.
  public let seconds: Int

  public init(steps: Int, bytes: Int, seconds: Int) {
    (self.steps, self.bytes, self.seconds) = (steps, bytes, seconds)
  }

  /// Of an own query on a moment. Those that ship take a hundredth of it for 100,000 tasks.
  public static let ownQuery = WorkLimit(steps: 1_000_000_000, bytes: 512 << 20, seconds: 60)
  /// Of a query that fetches a ledger from a database of others, which may be busy.
  public static let source = WorkLimit(steps: 10_000_000_000, bytes: 512 << 20, seconds: 600)
}
