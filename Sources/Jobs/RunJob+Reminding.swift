import Domain
import Store

/// Reminders that were made before a deadline.
extension RunJob {
  /// The periods before whose deadlines units were reminded, by plan.
  func reminded(
    _ plans: [Plan], in store: LedgerStore
  ) throws -> [String: Set<String>] {
    guard workspace.remind != nil else { return [:] }
    let records = try store.standingEditions()
    return plans.reduce(into: [:]) { reminded, plan in
      reminded[plan.id] = Set(
        plan.calendar.map(\.id).filter { period in
          records.contains {
            $0.plan == plan.id && $0.period.hasPrefix("\(period)-as-of-")
              && $0.period.hasSuffix("-\(RunPlan.reminder)")
          }
        })
    }
  }
}
