public import Domain

/// The days on which tasks were completed and accepted, as snapshots before have them: what a ledger
/// without a column of such days is read with.
public struct CompletionDays: Sendable {
  private var days: [String: [String: Pair]] = [:]

  private struct Pair {
    let completed: Day
    let accepted: Day?
  }

  public init() {}

  /// Notes a task that is done.
  public mutating func note(_ task: String, of plan: String, completed: Day, accepted: Day?) {
    days[plan, default: [:]][task] = Pair(completed: completed, accepted: accepted)
  }

  func completed(_ task: String, of plan: String) -> Day? { days[plan]?[task]?.completed }
  func accepted(_ task: String, of plan: String) -> Day? { days[plan]?[task]?.accepted }
}
