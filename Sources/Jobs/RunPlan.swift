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
    /// The day that it shows, where that is not the cut-off: of a reminder before a deadline.
    public var asOf: Day?
  }

  /// The newest edition of a report.
  public struct Edition: Hashable, Sendable {
    public let number: Int
    /// The day of the ledger that it stands on.
    public let ledger: Day
    /// Whether a newer ledger of its cut-off is known.
    public let isStale: Bool
    /// Whether it went out: then it is not replaced.
    public let isSent: Bool
    /// The day that the run which made it belongs to.
    public let madeOn: Day

    public init(number: Int, ledger: Day, isStale: Bool, isSent: Bool, madeOn: Day) {
      self.number = number
      self.ledger = ledger
      self.isStale = isStale
      self.isSent = isSent
      self.madeOn = madeOn
    }
  }

  /// An edition that stands on an older ledger than is known, and is not replaced now.
  public struct Stale: Hashable, Sendable {
    public let report: Report
    public let edition: Edition
  }

  /// How many working days before a cut-off drafts begin.
  static let draftDays = 5

  /// The report that reminds units before a deadline, and chases them after it.
  public static let reminder = "reminder"

  /// The latest day whose closing time has passed: the day that the run belongs to.
  public let day: Day
  /// Exports of past days that the store does not have yet, in order.
  public let exports: [Day]
  /// Whether today's ledger is there to be read.
  public let readsLedger: Bool
  /// Whether the office's ledger is not where it should be.
  public let lacksLedger: Bool
  /// Cut-offs without an edition, or with one of an older ledger than is known, then drafts.
  public let reports: [Report]
  /// Editions of older ledgers that went out, or were made today already.
  public let stale: [Stale]

  /// - Parameters:
  ///   - day: The day that the run belongs to.
  ///   - plans: The plans with their calendars; a closed one asks for nothing after its end.
  ///   - reports: The ids of the reports that are made for every period.
  ///   - editions: The newest editions, by plan and shelf.
  ///   - snapshots: The days that the store shows.
  ///   - exports: The days for which there is an export.
  ///   - remind: How many working days before a deadline units are reminded; nil where they are not.
  ///   - reminded: The periods before whose deadlines they were, by plan.
  ///   - hasLedger: Whether the office's ledger is where it should be.
  ///   - keepsExportsOnly: Whether the office has no ledger beside its exports.
  public init(
    day: Day, plans: [Plan], reports: [String], editions: [String: [String: Edition]],
    remind: Int? = nil, reminded: [String: Set<String>] = [:],
    snapshots: Set<Day>, exports: [Day], hasLedger: Bool, keepsExportsOnly: Bool,
    calendar: WorkingCalendar
  ) {
    self.day = day
    self.exports = exports.filter { $0 <= day && !snapshots.contains($0) }.sorted()
    readsLedger = hasLedger && !keepsExportsOnly
    lacksLedger = !hasLedger && !keepsExportsOnly
    let earliest = (snapshots.union(self.exports).union(readsLedger ? [day] : [])).min()
    let all = plans.flatMap { plan in
      let newest = plan.calendar.last { $0.cutoff <= day }
      return plan.calendar.flatMap { period -> [Report] in
        guard plan.closed.map({ period.cutoff <= $0 }) ?? true,
          let earliest, earliest <= min(period.cutoff, day)
        else { return [] }
        func isNear(_ deadline: Day, _ days: Int) -> Bool {
          calendar.day(days, workingDaysBefore: deadline).map { $0 <= day } == true
        }
        let isDraft = period.cutoff > day
        let isDue = !isDraft || isNear(period.cutoff, Self.draftDays)
        let made = (isDue ? reports : []).map {
          Report(report: $0, plan: plan.id, period: period, isDraft: isDraft)
        }
        guard let remind else { return made }
        var reminder = Report(
          report: Self.reminder, plan: plan.id, period: period, isDraft: false)
        // What was late long ago is chased no more.
        if period == newest { return made + (reports.contains(Self.reminder) ? [] : [reminder]) }
        let deadline = min(period.submitBy ?? period.cutoff, period.cutoff)
        guard day < deadline, isNear(deadline, remind),
          reminded[plan.id]?.contains(period.id) != true
        else { return made }
        reminder.asOf = day
        return made + [reminder]
      }
    }
    let pending = self.exports
    var (due, stale): ([Report], [Stale]) = ([], [])
    for report in all {
      let shelf = ReportJob.shelfName(period: report.period.id, report: report.report)
      guard !report.isDraft, let edition = editions[report.plan]?[shelf] else {
        due.append(report)
        continue
      }
      let isStale =
        edition.isStale
        || pending.contains { $0 > edition.ledger && $0 <= report.period.cutoff }
      guard isStale else { continue }
      // The day's corrections are made one edition, when the next day has closed.
      if edition.isSent || edition.madeOn >= day {
        stale.append(Stale(report: report, edition: edition))
      } else {
        due.append(report)
      }
    }
    (self.reports, self.stale) = (due, stale)
  }
}
