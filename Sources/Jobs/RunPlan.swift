public import Domain

/// What a run is to do, worked out before anything is done.
public struct RunPlan: Equatable, Sendable {
  /// A report that is due.
  public struct Report: Hashable, Sendable {
    /// The report's id.
    public let report: String
    public let plan: String
    public let period: Period
    /// A draft is replaced by the next and is no edition.
    public let isDraft: Bool
  }

  /// How many working days before a cut-off drafts begin.
  static let draftDays = 5

  /// The latest day whose closing time has passed: the day that the run belongs to.
  public let day: Day
  /// Exports of past days that the store does not have yet, in order.
  public let exports: [Day]
  /// Whether today's ledger is there to be read.
  public let readsLedger: Bool
  /// Whether the office's ledger is not where it should be.
  public let lacksLedger: Bool
  /// Cut-offs without an edition, then drafts.
  public let reports: [Report]

  /// - Parameters:
  ///   - day: The day that the run belongs to.
  ///   - plans: The plans with their calendars; a closed one asks for nothing after its end.
  ///   - reports: The ids of the reports that are made for every period.
  ///   - editions: Which of their shelves have an edition, by plan.
  ///   - snapshots: The days that the store shows.
  ///   - exports: The days for which there is an export.
  ///   - hasLedger: Whether the office's ledger is where it should be.
  ///   - keepsExportsOnly: Whether the office has no ledger beside its exports.
  public init(
    day: Day, plans: [Plan], reports: [String], editions: [String: Set<String>],
    snapshots: Set<Day>, exports: [Day], hasLedger: Bool, keepsExportsOnly: Bool,
    calendar: WorkingCalendar
  ) {
    self.day = day
    self.exports = exports.filter { $0 <= day && !snapshots.contains($0) }.sorted()
    readsLedger = hasLedger && !keepsExportsOnly
    lacksLedger = !hasLedger && !keepsExportsOnly
    let earliest = (snapshots.union(self.exports).union(readsLedger ? [day] : [])).min()
    self.reports = plans.flatMap { plan in
      plan.calendar.flatMap { period -> [Report] in
        guard plan.closed.map({ period.cutoff <= $0 }) ?? true,
          let earliest, earliest <= min(period.cutoff, day)
        else { return [] }
        if period.cutoff <= day {
          // The day of the cut-off itself: a correction may still have come in.
          let isOpen = period.cutoff == day
          return reports.filter { report in
            let shelf = ReportJob.shelfName(period: period.id, report: report)
            return isOpen || editions[plan.id]?.contains(shelf) != true
          }.map { Report(report: $0, plan: plan.id, period: period, isDraft: false) }
        }
        let first = calendar.day(Self.draftDays, workingDaysBefore: period.cutoff)
        guard first.map({ $0 <= day }) == true else { return [] }
        return reports.map { Report(report: $0, plan: plan.id, period: period, isDraft: true) }
      }
    }
  }
}
