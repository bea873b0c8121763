import Domain
public import Store

/// Takes snapshots and editions back, with a reason: they count for what was known before, not
/// after.
public struct WithdrawJob {
  /// What is taken back.
  public enum Choice: Sendable {
    /// A snapshot, by its number.
    case snapshot(Int64)
    case edition(plan: String?, period: String, number: Int)
    /// All that was recorded after an instant, by a clock that was wrong; UTC text.
    case recordedAfter(String)
  }

  private let workspace: Workspace
  private let clock: JobClock

  public init(_ workspace: Workspace, clock: JobClock) {
    self.workspace = workspace
    self.clock = clock
  }

  /// Takes it back in one entry of the chain.
  /// - Throws: `JobFailure` where there is no such thing, or it was taken back before; `ClockFault`
  ///   where the clock cannot be right, unless what a wrong one recorded is taken back.
  public func run(_ choice: Choice, reason: String) throws -> Withdrawal {
    try workspace.holdingLock {
      let store = try store(for: choice)
      try workspace.settleEditions(of: store) { store }
      switch choice {
      case .snapshot(let number):
        return try store.withdraw(reason: reason, now: clock.now) {
          ([try position(of: number, in: store)], [])
        }
      case .edition(let plan, let period, let number):
        let id = try workspace.plan(plan, in: store, asOf: nil).plan.id
        return try store.withdraw(reason: reason, now: clock.now) {
          ([], [try edition(number, period, of: id, in: store)])
        }
      case .recordedAfter(let instant):
        return try store.withdraw(reason: reason, recordedAfter: instant, now: clock.now) {
          try all(after: instant, in: store)
        }
      }
    }
  }

  private func store(for choice: Choice) throws -> LedgerStore {
    if case .recordedAfter = choice { return try workspace.writingStore(now: clock.now) }
    return try workspace.writingStore(clock)
  }

  private func position(of number: Int64, in store: LedgerStore) throws -> Int64 {
    let snapshots = try store.snapshots()
    guard let snapshot = snapshots.first(where: { $0.sequence == number }) else {
      throw JobFailure.unknownSnapshot(number, known: snapshots.map(\.sequence))
    }
    guard try !store.withdrawnPositions().contains(snapshot.position) else {
      throw JobFailure.withdrawnBefore("\(number)")
    }
    return snapshot.position
  }

  private func edition(
    _ number: Int, _ period: String, of plan: String, in store: LedgerStore
  ) throws -> Withdrawal.Edition {
    let editions = try store.editions().filter { $0.plan == plan }
    guard editions.contains(where: { $0.period == period && $0.edition == number }) else {
      throw JobFailure.unknownEdition(
        "\(period) \(number)", known: editions.map { "\($0.period) \($0.edition)" })
    }
    guard try !store.withdrawnEditions(of: plan, period: period).contains(number) else {
      throw JobFailure.withdrawnBefore("\(period) \(number)")
    }
    return Withdrawal.Edition(plan: plan, period: period, number: number)
  }

  private func all(
    after instant: String, in store: LedgerStore
  ) throws -> (positions: [Int64], editions: [Withdrawal.Edition]) {
    let withdrawn = try store.withdrawnPositions()
    let positions = try store.snapshots().filter {
      $0.recordedAt > instant && !withdrawn.contains($0.position)
    }.map(\.position)
    let editions = try store.standingEditions().filter { $0.madeAt > instant }.map {
      Withdrawal.Edition(plan: $0.plan, period: $0.period, number: $0.edition)
    }
    let isAnything = try store.entries().contains { $0.recordedAt > instant } || !editions.isEmpty
    guard isAnything else { throw JobFailure.nothingRecordedAfter(instant) }
    return (positions, editions)
  }
}
