public import Domain

/// Reports of periods that were due, and have no edition after they were tried: a later period shows
/// their figures beside its own, and waits for them.
public struct UnfinishedReports {
  private struct Report {
    let report: String
    let plan: String
    let period: Period
    let hasDraft: Bool
  }

  private var reports: [Report] = []

  public init() {}

  /// Notes one.
  /// - Parameter hasDraft: Whether there is a draft of it at least.
  public mutating func add(
    _ report: String, plan: String, _ period: Period, hasDraft: Bool
  ) {
    reports.append(Report(report: report, plan: plan, period: period, hasDraft: hasDraft))
  }

  /// What a report of a later period has to wait for: that of an earlier one which could not be made.
  /// It is a draft itself where that is one.
  public func before(
    _ report: String, plan: String, _ period: Period
  ) -> (name: String, hasDraft: Bool)? {
    reports.first {
      $0.plan == plan && $0.period.cutoff < period.cutoff
        && [report, ReportJob.Request().report].contains($0.report)
    }.map { ("\($0.plan) \($0.period.id)", $0.hasDraft) }
  }
}
