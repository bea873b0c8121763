public import Domain
public import Store

/// Notes which edition of a report went out.
public struct MarkJob {
  private let workspace: Workspace
  private let now: String
  private let today: Day

  /// - Parameters:
  ///   - now: The clock, read once, UTC with milliseconds.
  ///   - today: The day that stands for "now" in the workspace's zone.
  public init(_ workspace: Workspace, now: String, today: Day) {
    self.workspace = workspace
    self.now = now
    self.today = today
  }

  /// Notes that an edition went out on `day`; a note of before is kept.
  /// - Throws: `JobFailure.unknownEdition` with those there are, `.notSentThen` for a day to come or
  ///   one before the edition's own.
  public func run(plan: String?, period: String, edition: Int, sentOn day: Day) throws -> Sending {
    try workspace.holdingLock {
      let store = try workspace.writingStore(now: now)
      let id = try workspace.plan(plan, in: store, asOf: nil).plan.id
      let editions = try store.editions().filter { $0.plan == id }
      let marked = editions.first { $0.period == period && $0.edition == edition }
      if let marked, day < marked.asOf || day > today {
        throw JobFailure.notSentThen(day, from: marked.asOf, to: today)
      }
      guard
        let sending = try store.markSent(
          plan: id, period: period, edition: edition, on: day, now: now)
      else {
        throw JobFailure.unknownEdition(
          "\(period) \(edition)", known: editions.map { "\($0.period) \($0.edition)" })
      }
      return sending
    }
  }
}
