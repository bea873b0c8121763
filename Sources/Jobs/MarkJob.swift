public import Domain
public import Store

/// Notes which edition of a report went out.
public struct MarkJob {
  private let workspace: Workspace
  private let clock: JobClock

  public init(_ workspace: Workspace, clock: JobClock) {
    self.workspace = workspace
    self.clock = clock
  }

  /// Notes that an edition went out on `day`; a note of before is kept.
  /// - Throws: `JobFailure.unknownEdition` with those there are, `.notSentThen` for a day to come or
  ///   one before the edition's own; `ClockFault` where the clock cannot be right.
  public func run(plan: String?, period: String, edition: Int, sentOn day: Day) throws -> Sending {
    try workspace.holdingLock {
      let store = try workspace.writingStore(clock)
      let id = try workspace.plan(plan, in: store, asOf: nil).plan.id
      let editions = try store.editions().filter { $0.plan == id }
      let marked = editions.first { $0.period == period && $0.edition == edition }
      if let marked, day < marked.asOf || day > clock.today {
        throw JobFailure.notSentThen(day, from: marked.asOf, to: clock.today)
      }
      guard
        let sending = try store.markSent(
          plan: id, period: period, edition: edition, on: day, now: clock.now)
      else {
        throw JobFailure.unknownEdition(
          "\(period) \(edition)", known: editions.map { "\($0.period) \($0.edition)" })
      }
      return sending
    }
  }
}
