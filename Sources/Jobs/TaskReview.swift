import Domain
public import Intake
import Store

/// What an office has said about tasks that are gone or have another number.
public struct TaskConfirmation: Sendable {
  /// Whether a ledger may lack more tasks than `max_shrink` allows.
  public var acceptsShrink = false
  /// The numbers that tasks have now.
  public var renumberings: [RenumberingFile.Entry] = []

  public init() {}
}

/// Stops a ledger from which too many tasks are gone, or in which tasks have other numbers.
struct TaskReview {
  /// In per cent of a plan's open tasks.
  let maximumShrink: Int
  let confirmation: TaskConfirmation

  /// - Returns: The renumberings that are confirmed.
  /// - Throws: `JobFailure.renumbered`, `.notRenumbered` or `.shrunken`.
  func review(_ changes: [TaskChanges]) throws -> [Renumbering] {
    var used: Set<RenumberingFile.Entry> = []
    let left = Set(confirmation.renumberings.compactMap(\.earlier))
    let confirmed = try changes.flatMap { plan -> [Renumbering] in
      let entries = confirmation.renumberings.filter { entry in
        // Of a number that another task left it goes without saying that its task is new.
        (entry.plan == nil || entry.plan == plan.plan)
          && (plan.allows(entry) || entry.earlier == nil && left.contains(entry.task))
      }
      used.formUnion(entries)
      let tasks = Set(entries.map(\.task))
      let open = plan.moved.filter { !tasks.contains($0.task) }
      guard open.isEmpty else { throw JobFailure.renumbered(plan: plan.plan, open) }
      try reviewSize(of: plan, renumbered: Set(entries.compactMap(\.earlier)))
      return entries.map { Renumbering(plan: plan.plan, task: $0.task, earlier: $0.earlier) }
    }
    if let stray = confirmation.renumberings.first(where: { !used.contains($0) }) {
      throw JobFailure.notRenumbered(task: stray.task, earlier: stray.earlier)
    }
    return confirmed
  }

  private func reviewSize(of plan: TaskChanges, renumbered: Set<String>) throws {
    let gone = plan.gone.filter { !renumbered.contains($0.task) }
    guard !confirmation.acceptsShrink, gone.count * 100 > plan.open * maximumShrink else { return }
    throw JobFailure.shrunken(
      plan: plan.plan, gone: gone, open: plan.open, limit: maximumShrink)
  }
}

extension TaskChanges {
  /// Whether an entry speaks of what the ledger did: a title that moved, or an id that is there no
  /// more and one that was not there.
  fileprivate func allows(_ entry: RenumberingFile.Entry) -> Bool {
    if let title = moved.first(where: { $0.task == entry.task }) {
      return entry.earlier.map(title.earlier.contains) ?? true
    }
    return entry.earlier.map { left.contains($0) && added.contains(entry.task) } ?? false
  }
}
