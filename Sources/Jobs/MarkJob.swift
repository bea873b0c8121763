public import Domain
public import Store

/// Notes which edition of a report went out.
public struct MarkJob {
  private let workspace: Workspace
  private let now: String

  /// - Parameter now: The clock, read once, UTC with milliseconds.
  public init(_ workspace: Workspace, now: String) {
    self.workspace = workspace
    self.now = now
  }

  /// Notes that an edition went out on `day`; a note of before is kept.
  /// - Throws: `JobFailure.unknownEdition` with those there are.
  public func run(plan: String?, period: String, edition: Int, sentOn day: Day) throws -> Sending {
    try holdingLock(workspace.lock) {
      let store = try workspace.writingStore()
      let id = try workspace.plan(plan, in: store, asOf: nil).plan.id
      guard
        let sending = try store.markSent(
          plan: id, period: period, edition: edition, on: day, now: now)
      else {
        throw JobFailure.unknownEdition(
          "\(period) \(edition)",
          known: try store.editions().filter { $0.plan == id }.map { "\($0.period) \($0.edition)" })
      }
      return sending
    }
  }
}
