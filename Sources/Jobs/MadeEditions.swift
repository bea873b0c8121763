import Domain
import Editions
import Foundation
import Metrics
import Pages
import Store

/// The editions that were made, held against what is known of their cut-offs now.
struct MadeEditions {
  private let workspace: Workspace
  private let store: LedgerStore
  private let records: [EditionRecord]
  private let sendings: [Sending]
  private let snapshots: [Int64: Snapshot]
  private let withdrawn: Set<Int64>

  init(_ workspace: Workspace, in store: LedgerStore) throws {
    (self.workspace, self.store) = (workspace, store)
    (records, sendings) = (try store.standingEditions(), try store.sendings())
    withdrawn = try store.withdrawnPositions()
    snapshots = Dictionary(
      try store.snapshots().map { ($0.position, $0) }, uniquingKeysWith: { $1 })
  }

  /// The newest edition of a report for a period; nil if there is none.
  func newest(of report: String, _ plan: Plan, _ period: Period) throws -> RunPlan.Edition? {
    let shelf = ReportJob.shelfName(period: period.id, report: report)
    guard try workspace.isMade(plan.id, shelf, of: records) else { return nil }
    let record = records.filter { $0.plan == plan.id && $0.period == shelf }
      .max { $0.edition < $1.edition }
    guard let record else { return nil }
    let stoodOn = snapshots[record.position]
    return RunPlan.Edition(
      number: record.edition, ledger: stoodOn?.effectiveOn ?? period.cutoff,
      isStale: isStale(stoodOn, try shown(plan, period)),
      isSent: sendings.contains {
        $0.plan == plan.id && $0.period == shelf && $0.edition == record.edition
      },
      madeOn: workspace.closedDay(at: record.madeAt) ?? period.cutoff)
  }

  /// The newest snapshot that states tasks of the plan at a cut-off.
  private func shown(_ plan: Plan, _ period: Period) throws -> Snapshot? {
    try store.positions(
      plan: plan.id, asOf: period.cutoff, knownAt: Moment.Request.allKnown
    )[.ledger].flatMap { snapshots[$0] }
  }

  /// Whether what an edition stands on is not what is known now; one that stands on a snapshot that
  /// was withdrawn does.
  private func isStale(_ stoodOn: Snapshot?, _ shown: Snapshot?) -> Bool {
    guard let stoodOn, let shown else { return shown != nil }
    if withdrawn.contains(stoodOn.position) { return true }
    return shown.position > stoodOn.position
      && (shown.contentHash != stoodOn.contentHash || shown.effectiveOn != stoodOn.effectiveOn)
  }
}

extension Workspace {
  /// The latest day that had closed at an instant.
  func closedDay(at instant: String) -> Day? {
    Instant.date(instant).map { Day.closed(at: $0, in: timeZone, closes: dayCloses) }
  }
}
