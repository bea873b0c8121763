import Database
import Definitions
public import Domain
import Editions
import Foundation
import Intake
import Pages
import Store

/// What cron starts: snapshots, reports and drafts that are due by the day that has closed.
public struct RunJob {
  /// What was done, and what failed meanwhile.
  public struct Outcome: Sendable {
    public var snapshots: [SnapshotJob.Outcome] = []
    public var reports: [ReportJob.Outcome] = []
    public var failures: [RunFailure] = []
    /// What is said besides, and does not change how the run ends.
    public var notices: [RunNotice] = []

    /// Whether anything was stored or made.
    public var didAnything: Bool {
      snapshots.contains(where: \.isStored)
        || reports.contains { if case .unchanged = $0.edition { false } else { true } }
    }
  }

  let workspace: Workspace
  private let clock: JobClock
  let day: Day
  let confirmation: LedgerConfirmation
  private let verdict: Verdict

  /// - Parameters:
  ///   - day: The latest day whose closing time has passed.
  ///   - confirmation: What is confirmed of the ledger; of today's, unless it names another day's.
  public init(
    _ workspace: Workspace, clock: JobClock, day: Day,
    confirmation: LedgerConfirmation = LedgerConfirmation(), verdict: Verdict
  ) {
    self.workspace = workspace
    self.clock = clock
    self.day = day
    var confirmation = confirmation
    confirmation.day = confirmation.day ?? day
    self.confirmation = confirmation
    self.verdict = verdict
  }

  /// Works out what is to do; does nothing.
  /// - Throws: `ClockFault` where the clock cannot be right.
  public func plan() throws -> RunPlan {
    let store = try workspace.readingStore()
    try workspace.check(clock, in: store)
    return try plan(in: store, exports: exportDays)
  }

  private func plan(in store: LedgerStore, exports: [Day]) throws -> RunPlan {
    let plans = try plans(in: store).compactMap { try? $0.value.get() }
    let late = try exports.isEmpty ? [] : lateExports(plans, in: store)
    return RunPlan(
      day: day, plans: plans, reports: workspace.reports,
      editions: try editions(of: plans, in: store), remind: workspace.remind,
      reminded: try reminded(plans, in: store),
      snapshots: Set(try store.standingSnapshots().map(\.effectiveOn)).subtracting(late),
      exports: exports,
      hasLedger: try workspace.source.isThere, keepsExportsOnly: workspace.keepsExportsOnly,
      calendar: try WorkingCalendar(workspace.definitions.calendars()))
  }

  /// Does what is to do. One failure does not keep the rest from being done.
  public func run() throws -> Outcome {
    try workspace.holdingLock {
      let store = try workspace.writingStore(clock)
      try workspace.settleEditions(of: store) { store }
      var outcome = Outcome()
      let refused = try takeSnapshots(plan(), in: store, &outcome)
      // What was stored now may be newer than what an edition stands on.
      let plan = try plan(in: store, exports: [])
      outcome.say(plan.stale)
      for (id, plan) in try plans(in: store) {
        if case .failure(let failure) = plan { outcome.fail(.plan(id), failure) }
      }
      do {
        // The ledger is stored also where `out/` is not there.
        if !plan.reports.isEmpty { try workspace.requireOutputMark(of: store) }
        var unfinished = UnfinishedReports()
        for report in plan.reports {
          make(report, refused, after: &unfinished, &outcome)
        }
      } catch {
        outcome.fail(.output, error)
      }
      outcome.notices += try calendarNotices
      try record(outcome, in: store)
      return outcome
    }
  }

  /// What was refused of today's ledger.
  private struct RefusedLedger {
    var isWhole = false
    /// The plans whose rows alone were refused.
    var plans: Set<String> = []
  }

  /// Stores the exports that the store does not have, and today's ledger.
  /// - Returns: What was refused of today's.
  private func takeSnapshots(
    _ plan: RunPlan, in store: LedgerStore, _ outcome: inout Outcome
  ) throws -> RefusedLedger {
    for day in plan.exports {
      guard let name = try exportsByDay[day] else { continue }
      let path = "\(workspace.exports)/\(name)"
      take(.files(path), day, .sameDay, as: .export(path), in: store, &outcome)
    }
    var refused = RefusedLedger()
    if plan.readsLedger {
      // A report that is due shall stand on a ledger of its own day, changed or not.
      let rule: LedgerStore.UnchangedRule = plan.reports.isEmpty ? .sameContent : .sameDay
      refused.isWhole = !take(workspace.source, day, rule, as: .ledger, in: store, &outcome)
      if !refused.isWhole {
        refused.plans = outcome.snapshots.last?.summary.setAside.plans ?? []
      }
    }
    if plan.lacksLedger {
      let newest = try exportDays.last
      outcome.saysLedgerLacks(workspace.source.name, newest)
      if newest == nil {
        refused.isWhole = true
        try noteLacking(in: store)
      }
    }
    let isThere = try DiskFiles.names(in: workspace.exports) != nil
    let isMissed =
      try workspace.keepsExportsOnly ? exportDays.isEmpty : workspace.namesExports && !isThere
    if isMissed {
      outcome.fail(.exports, RunFault.noExports(workspace.exports))
    }
    for path in try misnamedExports.map({ "\(workspace.exports)/\($0)" }) {
      outcome.fail(.export(path), JobFailure.misnamedExport(path))
    }
    for day in try exportDays where day > clock.today {
      let path = "\(workspace.exports)/\(day)"
      outcome.fail(.export(path), RunFault.exportToCome(path, today: clock.today))
    }
    return refused
  }

  /// A ledger that is not there is as one that is refused: what lacks it is a draft.
  private func noteLacking(in store: LedgerStore) throws {
    let fault = LedgerRefused(faults: [.noLedger(at: workspace.source.name)])
    let reason = verdict.line(fault)
    try store.refuse(
      ContentHash(of: reason), of: day, outcome: Int(verdict.code([fault])), reason: reason,
      now: clock.now)
  }

  /// Stores a ledger; notes one that is refused, and what is refused of one that is not.
  @discardableResult
  private func take(
    _ source: LedgerSource, _ day: Day, _ rule: LedgerStore.UnchangedRule,
    as subject: RunFailure.Subject, in store: LedgerStore, _ outcome: inout Outcome
  ) -> Bool {
    let snapshots = SnapshotJob(workspace, clock: clock, verdict: verdict)
    let isTaken = outcome.attempt(\.snapshots, subject) {
      try snapshots.storeOrRefuse(source, day, rule, confirmation, in: store)
    }
    guard isTaken, let taken = outcome.snapshots.last else { return false }
    if let refusal = taken.refusal { outcome.fail(subject, refusal) }
    for case .columnsTaken(_, let headings) in taken.notices {
      outcome.notices.append(.columnsTaken(headings))
    }
    return true
  }

  /// An office is never empty-handed: where today's ledger is refused, a draft from the last good
  /// snapshot takes the place of the edition that is due today.
  ///
  /// So is the report of a plan whose rows are refused alone.
  ///
  /// A report waits for that of an earlier period which could not be made, and is a draft as long
  /// as that is one.
  private func make(
    _ report: RunPlan.Report, _ refused: RefusedLedger, after unfinished: inout UnfinishedReports,
    _ outcome: inout Outcome
  ) {
    let earlier = unfinished.before(report.report, plan: report.plan, report.period)
    if let earlier {
      outcome.notices.append(.waits(report: report.name, for: earlier.name))
      guard earlier.hasDraft else { return }
    }
    let isDueToday = report.period.cutoff == day
    let isRefused = refused.isWhole && isDueToday || refused.plans.contains(report.plan)
    let isDraft = report.isDraft || isRefused || earlier != nil
    let count = (outcome.failures.count, outcome.reports.count)
    let subject = RunFailure.Subject.report(report.name)
    outcome.attempt(\.reports, subject) {
      try make(report, isDraft: isDraft, isDueToday: isDueToday)
    }
    if let made = outcome.reports.dropFirst(count.1).first {
      for problem in made.problems { outcome.fail(subject, problem) }
      outcome.notices += [RunNotice(made)].compactMap { $0 }
      guard case .draft = made.edition else { return }
    } else if outcome.failures.count == count.0 {
      return
    }
    guard !report.isDraft else { return }
    unfinished.add(
      report.report, plan: report.plan, report.period, hasDraft: outcome.reports.count > count.1)
  }

  /// - Returns: Nil where there is nothing to be reported.
  private func make(
    _ report: RunPlan.Report, isDraft: Bool, isDueToday: Bool
  ) throws -> ReportJob.Outcome? {
    var request = ReportJob.Request()
    request.report = report.report
    request.plan = report.plan
    request.period = report.period.id
    request.isDraft = isDraft
    request.asOf = report.asOf ?? (report.isDraft ? day : nil)
    do {
      return try ReportJob(workspace, clock: JobClock(now: clock.now, today: day)).make(request)
    } catch StoreFailure.noData where !isDueToday {
      // A plan that has not begun to be reported.
      return nil
    } catch JobFailure.nothingBefore {
      // A report on changes, at the first cut-off of a plan.
      return nil
    }
  }

  private func record(_ outcome: Outcome, in store: LedgerStore) throws {
    let errors = outcome.failures.map(\.error)
    guard outcome.didAnything || !errors.isEmpty else { return }
    let reason = errors.first.map { ": \(verdict.line($0))" } ?? ""
    try store.record(
      RunRecord(
        startedAt: clock.now, command: "run", outcome: Int(verdict.code(errors)),
        summary:
          "snapshots \(outcome.snapshots.count), reports \(outcome.reports.count), "
          + "failures \(errors.count)\(reason)"))
  }

  /// The newest editions, by plan and shelf.
  private func editions(
    of plans: [Plan], in store: LedgerStore
  ) throws -> [String: [String: RunPlan.Edition]] {
    let made = try MadeEditions(workspace, in: store)
    return try plans.reduce(into: [:]) { editions, plan in
      for period in plan.calendar where period.cutoff <= day {
        for report in Set(workspace.reports + [RunPlan.reminder]) {
          let shelf = ReportJob.shelfName(period: period.id, report: report)
          editions[plan.id, default: [:]][shelf] = try made.newest(of: report, plan, period)
        }
      }
    }
  }

  /// The plans there are, or why one cannot be reported: its file is gone.
  private func plans(
    in store: LedgerStore
  ) throws -> [(key: String, value: Result<Plan, JobFailure>)] {
    let ids = Set(try workspace.plans.map(\.plan.id)).union(try store.plans()).sorted()
    return try ids.map { id in
      do {
        return (id, .success(try workspace.plan(id, in: store, asOf: day).plan))
      } catch let failure as JobFailure {
        return (id, .failure(failure))
      }
    }
  }
}
