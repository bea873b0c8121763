import Database
import Definitions
public import Domain
import Foundation
import Rendering
import Store

/// What cron starts: snapshots, reports and drafts that are due by the day that has closed.
public struct RunJob {
  /// What was done, and what failed meanwhile.
  public struct Outcome: Sendable {
    public var snapshots: [SnapshotJob.Outcome] = []
    public var reports: [ReportJob.Outcome] = []
    public var failures: [any Error] = []
    /// What is said besides, and does not change how the run ends.
    public var notices: [RunNotice] = []

    /// Whether anything was stored or made.
    public var didAnything: Bool {
      snapshots.contains { if case .stored = $0.outcome { true } else { false } }
        || reports.contains { if case .unchanged = $0.edition { false } else { true } }
    }
  }

  private let workspace: Workspace
  private let clock: JobClock
  private let day: Day
  private let exitCode: ([any Error]) -> Int32

  /// - Parameters:
  ///   - day: The latest day whose closing time has passed.
  ///   - exitCode: The code of a run with these failures, for the log.
  public init(
    _ workspace: Workspace, clock: JobClock, day: Day,
    exitCode: @escaping ([any Error]) -> Int32
  ) {
    self.workspace = workspace
    self.clock = clock
    self.day = day
    self.exitCode = exitCode
  }

  /// Works out what is to do; does nothing.
  /// - Throws: `ClockFault` where the clock cannot be right.
  public func plan() throws -> RunPlan {
    let store = try workspace.readingStore()
    try workspace.check(clock, in: store)
    let plans = try plans(in: store)
    let made = plans.map { plan in
      let shelves = plan.calendar.flatMap { period in
        workspace.reports.map { ReportJob.shelfName(period: period.id, report: $0) }
      }
      return (plan.id, Set(shelves.filter { !shelf(plan.id, $0).editions.isEmpty }))
    }
    return RunPlan(
      day: day, plans: plans, reports: workspace.reports,
      editions: Dictionary(uniqueKeysWithValues: made),
      snapshots: Set(try store.snapshots().map(\.effectiveOn)), exports: exportDays,
      hasLedger: workspace.source.isThere, keepsExportsOnly: workspace.keepsExportsOnly,
      calendar: try WorkingCalendar(workspace.definitions.calendars()))
  }

  /// Does what is to do. One failure does not keep the rest from being done.
  public func run() throws -> Outcome {
    try holdingLock(workspace.lock) {
      let store = try workspace.writingStore()
      let plan = try plan()
      var outcome = Outcome()
      let snapshots = SnapshotJob(workspace, clock: clock)
      for day in plan.exports {
        outcome.attempt(\.snapshots) {
          try snapshots.store(.folder("\(workspace.exports)/\(day)"), day, .sameDay, in: store)
        }
      }
      var isLedgerRefused = false
      if plan.readsLedger {
        // A report that is due shall stand on a ledger of its own day, changed or not.
        let rule: LedgerStore.UnchangedRule = plan.reports.isEmpty ? .sameContent : .sameDay
        isLedgerRefused = !outcome.attempt(\.snapshots) {
          try snapshots.store(workspace.source, day, rule, in: store)
        }
      }
      if plan.lacksLedger { outcome.saysLedgerLacks(workspace.source.name, exportDays.last) }
      outcome.failures += misnamedExports.map {
        JobFailure.misnamedExport("\(workspace.exports)/\($0)")
      }
      outcome.failures += exportDays.filter { $0 > clock.today }.map {
        RunFault.exportToCome("\(workspace.exports)/\($0)", today: clock.today)
      }
      for report in plan.reports { make(report, isLedgerRefused, &outcome) }
      try record(outcome, in: store)
      return outcome
    }
  }

  /// An office is never empty-handed: where today's ledger is refused, a draft from the last good
  /// snapshot takes the place of the edition that is due today.
  private func make(_ report: RunPlan.Report, _ isLedgerRefused: Bool, _ outcome: inout Outcome) {
    var request = ReportJob.Request()
    request.report = report.report
    request.plan = report.plan
    request.period = report.period.id
    let isDueToday = report.period.cutoff == day
    request.isDraft = report.isDraft || (isLedgerRefused && isDueToday)
    if report.isDraft { request.asOf = day }
    outcome.attempt(\.reports) {
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
    if let failure = outcome.reports.last?.failure { outcome.failures.append(failure) }
  }

  private func record(_ outcome: Outcome, in store: LedgerStore) throws {
    guard outcome.didAnything || !outcome.failures.isEmpty else { return }
    try store.record(
      RunRecord(
        startedAt: clock.now, command: "run", outcome: Int(exitCode(outcome.failures)),
        summary:
          "snapshots \(outcome.snapshots.count), reports \(outcome.reports.count), "
          + "failures \(outcome.failures.count)"))
  }

  private func plans(in store: LedgerStore) throws -> [Plan] {
    let ids = Set(try workspace.plans.map(\.plan.id)).union(try store.plans()).sorted()
    return try ids.map { try workspace.plan($0, in: store, asOf: day).plan }
  }

  private func shelf(_ plan: String, _ name: String) -> EditionShelf {
    EditionShelf(folder: "\(workspace.output)/\(plan)/\(name)")
  }

  private var exportDays: [Day] { exportNames.compactMap { Day($0) } }

  /// Exports whose names begin as days do and are none: 2024-02-30, 20240229.
  private var misnamedExports: [String] {
    exportNames.filter { name in
      Day(name) == nil && name.utf8.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  private var exportNames: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: workspace.exports))?.sorted() ?? []
  }
}

extension RunJob.Outcome {
  /// An office may hand over dated exports alone; but one whose ledger is gone has to know.
  fileprivate mutating func saysLedgerLacks(_ source: String, _ newestExport: Day?) {
    if let newestExport {
      notices.append(.exportsOnly(source: source, newest: newestExport))
    } else {
      failures.append(
        LedgerRefused(faults: [
          InputFault(place: SourcePlace(file: source), problem: .fileNotFound)
        ]))
    }
  }

  /// Does a piece of work and notes its result or its failure.
  @discardableResult
  fileprivate mutating func attempt<Result>(
    _ results: WritableKeyPath<Self, [Result]>, _ work: () throws -> Result?
  ) -> Bool {
    do {
      if let result = try work() { self[keyPath: results].append(result) }
      return true
    } catch {
      failures.append(error)
      return false
    }
  }
}
