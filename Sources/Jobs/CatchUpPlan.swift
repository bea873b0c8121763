import Definitions
public import Domain
import Editions
import Metrics
import Pages
import Store

/// Which reports of closed periods there are, and which are to be made.
public struct CatchUpPlan: Sendable {
  /// Which periods are wanted.
  public enum Scope: String, CaseIterable, Sendable {
    /// Those without an edition, or with one of an older ledger than is known that did not go out.
    case missing
    /// Those of which there is only a draft: the ledger was refused, or a check failed.
    case failed
    case all
  }

  /// How far a report has come.
  public enum State: String, Sendable {
    case made, failed, missing
    /// An edition stands on an older ledger than is known.
    case stale
    /// So does one that went out.
    case sentStale = "sent-stale"
    /// No snapshot of the plan shows the cut-off.
    case noData = "no-data"
  }

  /// A report of a closed period.
  public struct Item: Hashable, Sendable {
    public let plan: String
    public let report: String
    public let period: Period
    public let state: State
    /// Whether it is to be made.
    public let isWanted: Bool
  }

  /// By plan and report, in the order of the calendar.
  public let items: [Item]
}

extension ReportJob {
  /// Works out what `--all-periods` is to make; makes nothing.
  public func catchUp(
    reports: [String], plan: String?, scope: CatchUpPlan.Scope
  ) throws -> CatchUpPlan {
    let store = try workspace.readingStore()
    try workspace.check(clock, in: store)
    let ids = try plan.map { [$0] } ?? workspace.planIDs(in: store)
    guard !ids.isEmpty else { throw JobFailure.noPlan }
    let plans = try ids.map { try workspace.plan($0, in: store, asOf: nil).plan }
    let made = try MadeEditions(workspace, in: store)
    return CatchUpPlan(
      items: try plans.flatMap { plan in
        try reports.flatMap { report in
          try plan.calendar.filter { $0.cutoff <= today }.map { period in
            let state = try state(of: report, plan, period, made, in: store)
            return CatchUpPlan.Item(
              plan: plan.id, report: report, period: period, state: state,
              isWanted: scope.wants(state))
          }
        }
      })
  }

  private func state(
    of report: String, _ plan: Plan, _ period: Period, _ made: MadeEditions,
    in store: LedgerStore
  ) throws -> CatchUpPlan.State {
    if let edition = try made.newest(of: report, plan, period) {
      return !edition.isStale ? .made : edition.isSent ? .sentStale : .stale
    }
    let name = Self.shelfName(period: period.id, report: report)
    let folder = "\(workspace.output)/\(plan.id)/\(name)"
    let held = try store.positions(
      plan: plan.id, asOf: period.cutoff, knownAt: Moment.Request.allKnown)
    guard held[.ledger] != nil else { return .noData }
    return try DiskFiles.exists(folder + "/draft") ? .failed : .missing
  }
}

extension CatchUpPlan.Scope {
  fileprivate func wants(_ state: CatchUpPlan.State) -> Bool {
    switch (self, state) {
    case (_, .noData): false
    case (.all, _): true
    case (.missing, let state): state == .missing || state == .failed || state == .stale
    case (.failed, let state): state == .failed
    }
  }
}
