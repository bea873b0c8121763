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
    /// What is to be looked at besides.
    public let notices: [LedgerNotice]
    /// Whether the store already knew of later days.
    public let isOlderThanNewest: Bool

    /// What of the ledger was refused while the rest was stored; nil where nothing was.
    public var refusal: PlansRefused? { summary.refusal }

    /// Whether the ledger was stored, not left for saying what another said.
    public var isStored: Bool { if case .stored = outcome { true } else { false } }

    /// Whether the ledger was stored and has other rows than the one before it.
    public var isChanged: Bool {
      if case .stored(_, let new, let ended) = outcome { new > 0 || ended > 0 } else { false }
    }
  }

  private let workspace: Workspace
  private let clock: JobClock
  private let verdict: Verdict

  public init(_ workspace: Workspace, clock: JobClock, verdict: Verdict) {
    self.workspace = workspace
    self.clock = clock
    self.verdict = verdict
  }

  /// Reads the ledger from `source` and stores it under `day`.
  /// - Throws: `LedgerRefused` where anything in it is wrong (what is wrong with plans that are unknown
  ///   here alone, the outcome says), `SourceFailure` where a database
  ///   cannot be read, `LedgerStopped` where something is gone or tasks have other numbers,
  ///   `ClockFault` where the clock cannot be right; then nothing is stored, but a file of the
  ///   questions about numbers is written.
  public func run(
    from source: LedgerSource, effectiveOn day: Day,
    unchanged: LedgerStore.UnchangedRule = .sameDay,
    confirmation: LedgerConfirmation = LedgerConfirmation(),
    acceptsWithdrawn accepted: Int64? = nil,
    isOffices: Bool = true
  ) throws -> Outcome {
    try workspace.holdingLock {
      try storeOrRefuse(
        source, day, unchanged, confirmation, acceptsWithdrawn: accepted, isOffices: isOffices,
        in: workspace.writingStore(clock))
    }
  }

  /// As `run`, for one who holds the lock and the store: stores a ledger, or notes that it was
  /// refused.
  /// - Parameter isOffices: Whether it is the office's own ledger or export: while that stands
  ///   refused, what is made without it is a draft.
  func storeOrRefuse(
    _ source: LedgerSource, _ day: Day, _ unchanged: LedgerStore.UnchangedRule,
    _ confirmation: LedgerConfirmation = LedgerConfirmation(),
    acceptsWithdrawn accepted: Int64? = nil, isOffices: Bool = true, in store: LedgerStore
  ) throws -> Outcome {
    do {
      // That a ledger of a day is there again ends its refusal, whatever it says.
      let rule = try store.lacksLedger(asOf: day) ? .never : unchanged
      return try self.store(
        source, day, rule, confirmation, acceptsWithdrawn: accepted, in: store)
    } catch {
      let code = verdict.code([error])
      guard isOffices, try source.isThere, code == Self.refused || error is SourceFailure else {
        throw error
      }
      let reason = verdict.line(error)
      try store.refuse(
        source.contentHash(reason: reason), of: day, outcome: Int(code), reason: reason,
        now: clock.now)
      throw error
    }
  }

  /// The code of a ledger that was refused.
  private static let refused: Int32 = 3

  private func store(
    _ source: LedgerSource, _ day: Day, _ unchanged: LedgerStore.UnchangedRule,
    _ confirmation: LedgerConfirmation = LedgerConfirmation(),
    acceptsWithdrawn accepted: Int64? = nil, in store: LedgerStore
  ) throws -> Outcome {
    let withdrawn = try store.withdrawnPositions()
    let known = try store.snapshots().filter { withdrawn.contains($0.position) }.map(\.sequence)
    if let accepted, !known.contains(accepted) {
      throw JobFailure.unknownSnapshot(accepted, known: known)
    }
    let newest = try store.newestSnapshot()
    let review = try LedgerReview(workspace, confirmation: confirmation, day: day, in: store)
    let registers = try store.statedRegisters()
    let taken = try store.takenColumns(asOf: day)
    let outcome = try writingQuestions {
      try store.store(
        effectiveOn: day, now: clock.now, definitions: workspace.definitionsInForce(),
        missing: review.files.kept,
        // A ledger that says the same says nothing of files that are gone.
        unchanged: review.files.losses.isEmpty ? unchanged : .never, acceptsWithdrawn: accepted,
        review: review.review
      ) { sink in
        let read = try workspace.read(
          source, effectiveOn: day, known: registers, before: store,
          into: sink)
        review.summary = read
        return SnapshotContent(read)
      }
    }
    guard let summary = review.summary else { throw StoreFailure.inconsistent("snapshot") }
    return Outcome(
      outcome: outcome, summary: summary, notices: review.notices + [LedgerNotice](taken: taken),
      isOlderThanNewest: newest.map { $0.effectiveOn > day } ?? false)
  }

  /// A ledger that is stopped for its numbers leaves a file in which they are decided.
  private func writingQuestions<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch var stopped as LedgerStopped {
      stopped.write(in: workspace.folder)
      throw stopped
    }
  }
}

extension [LedgerNotice] {
  /// That own columns of targets are the register's now; nothing where there are none.
  init(taken headings: [String]) {
    self = headings.isEmpty ? [] : [.columnsTaken(.targets, headings)]
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
