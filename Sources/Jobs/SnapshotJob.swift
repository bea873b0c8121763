import Definitions
public import Domain
public import Intake
public import Store

/// Stores a ledger as it stands, or an old export under its own day.
public struct SnapshotJob {
  /// What was done.
  public struct Outcome: Sendable {
    public let outcome: SnapshotOutcome
    public let summary: LedgerSummary
    /// Whether the store already knew of later days.
    public let isOlderThanNewest: Bool
  }

  private let workspace: Workspace
  private let clock: JobClock

  public init(_ workspace: Workspace, clock: JobClock) {
    self.workspace = workspace
    self.clock = clock
  }

  /// Reads the ledger from `source` and stores it under `day`.
  /// - Throws: `LedgerRefused` where anything in it is wrong, `SourceFailure` where a database
  ///   cannot be read, `JobFailure` where too many tasks are gone or have other numbers,
  ///   `ClockFault` where the clock cannot be right; then nothing is stored.
  public func run(
    from source: LedgerSource, effectiveOn day: Day,
    unchanged: LedgerStore.UnchangedRule = .sameDay,
    confirmation: TaskConfirmation = TaskConfirmation()
  ) throws -> Outcome {
    try holdingLock(workspace.lock) {
      let store = try workspace.writingStore()
      try workspace.check(clock, in: store)
      return try self.store(source, day, unchanged, confirmation, in: store)
    }
  }

  /// As `run`, for one who holds the lock and the store.
  func store(
    _ source: LedgerSource, _ day: Day, _ unchanged: LedgerStore.UnchangedRule,
    _ confirmation: TaskConfirmation = TaskConfirmation(), in store: LedgerStore
  ) throws -> Outcome {
    let newest = try store.newestSnapshot()
    let review = TaskReview(
      maximumShrink: workspace.maximumShrink, confirmation: confirmation)
    var summary: LedgerSummary?
    let outcome = try store.store(
      effectiveOn: day, now: clock.now, definitions: workspace.definitionsInForce(),
      unchanged: unchanged,
      review: review.review
    ) { sink in
      let read = try workspace.read(source, effectiveOn: day, into: sink)
      summary = read
      return SnapshotContent(read)
    }
    guard let summary else { throw StoreFailure.inconsistent("snapshot") }
    return Outcome(
      outcome: outcome, summary: summary,
      isOlderThanNewest: newest.map { $0.effectiveOn > day } ?? false)
  }
}

extension SnapshotContent {
  /// What the store notes of a ledger that was read.
  init(_ summary: LedgerSummary) {
    self.init(
      sources: summary.sources.map {
        Source(register: $0.register, file: $0.file, hash: $0.hash, rowCount: $0.rows)
      }, plans: summary.plans, ownColumns: summary.ownColumns)
  }
}
