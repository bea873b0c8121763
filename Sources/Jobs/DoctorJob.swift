import Definitions
public import Domain
import Foundation
import Intake
import Pages
public import Store

/// Looks at a workspace's source, store, calendars, deadlines and output; writes nothing.
public struct DoctorJob {
  private let workspace: Workspace
  private let clock: JobClock
  /// The latest day whose closing time has passed.
  private let day: Day

  public init(_ workspace: Workspace, clock: JobClock, day: Day) {
    (self.workspace, self.clock, self.day) = (workspace, clock, day)
  }

  /// A period's cut-off, and what keeps its report from being an edition on that day.
  public struct Deadline: Hashable, Sendable {
    public let plan: String
    public let period: Period
    /// The day of the newest ledger known; nil for none.
    public let ledger: Day?
  }

  /// What the history says.
  public struct History: Sendable {
    /// The cut-off that comes next, of each plan.
    public let next: [Deadline]
    /// Cut-offs that have passed and have no edition, by the reports' names.
    public let lacking: [String]
    /// The days whose ledger stands refused.
    public let refused: [Refusal]
    /// The newest snapshot's day.
    public let newest: Day?
  }

  /// Opens the store and reads its history.
  /// - Throws: `DatabaseFailure`, `StoreFailure` or `JobFailure` where the store cannot be read.
  public func history() throws -> History {
    let store = try workspace.readingStore()
    let plan = try RunJob(workspace, clock: unchecked, day: day, verdict: .unspoken).plan()
    let newest = try store.standingSnapshots().map(\.effectiveOn).max()
    let plans = try workspace.planIDs(in: store).map {
      try workspace.plan($0, in: store, asOf: day).plan
    }
    return History(
      next: plans.compactMap { plan in
        guard plan.closed.map({ $0 >= day }) ?? true,
          let period = plan.calendar.first(where: { $0.cutoff >= day })
        else { return nil }
        return Deadline(plan: plan.id, period: period, ledger: newest)
      },
      lacking: plan.reports.filter { !$0.isDraft && $0.period.cutoff < day }.map(\.name),
      refused: try store.standingRefusals(), newest: newest)
  }

  /// Holds the clock against the newest recording.
  /// - Throws: `ClockFault`.
  public func checkClock() throws { try workspace.check(clock, in: workspace.readingStore()) }

  /// The clock is looked at by itself.
  private var unchecked: JobClock {
    JobClock(now: clock.now, today: clock.today, isConfirmed: true)
  }

  /// How many days ago a file of the ledger was changed last; nil for a database.
  /// - Throws: `LedgerRefused` where it is not there.
  public func sourceAge() throws -> Int? {
    guard case .files(let path) = workspace.source else { return nil }
    guard try workspace.source.isThere else {
      throw InputFault.noLedger(at: path).asRefusal
    }
    let names = try DiskFiles.isFolder(path) ? DiskFiles.names(in: path) ?? [] : []
    guard try !DiskFiles.isFolder(path) || !names.isEmpty else {
      throw InputFault.noLedger(at: path).asRefusal
    }
    let times = (names.isEmpty ? [path] : names.map { "\(path)/\($0)" }).compactMap {
      path -> Int? in
      var status = stat()
      return stat(path, &status) == 0 ? status.st_mtim.tv_sec : nil
    }
    guard let newest = times.max() else { return nil }
    let changed = Day.local(Date(timeIntervalSince1970: Double(newest)), in: workspace.timeZone).day
    return max(0, clock.today.number - changed.number)
  }

  /// Folders of the workspace that are there and cannot be listed, each with its failure.
  public func unreadableFolders() -> [any Error] {
    let folder = workspace.folder
    let rules = (try? workspace.plans.map { "\(folder)/plans/\($0.plan.id)/rules" }) ?? []
    let all =
      ["plans", "Queries", "Reports", "calendars"].map { "\(folder)/\($0)" } + rules
      + [workspace.exports]
    return all.compactMap { path in
      do {
        _ = try DiskFiles.names(in: path)
        return nil
      } catch { return error }
    }
  }

  /// The years of the calendars, and of those that are needed the ones that are missing.
  public func calendarYears() throws -> (last: Int?, missing: [Int]) {
    let known = try workspace.definitions.calendars().compactMap { Int($0.id) }
    let job = RunJob(workspace, clock: unchecked, day: day, verdict: .unspoken)
    let missing = try job.calendarNotices.compactMap { notice -> Int? in
      if case .calendarMissing(let year) = notice { year } else { nil }
    }
    return (known.max(), missing)
  }

  /// Looks whether editions can be published in `out/`.
  /// - Throws: `JobFailure.unmarkedOutput`, `.foreignOutput`, or `OutputFault`.
  public func checkOutput() throws {
    try workspace.checkOutputMark(of: workspace.readingStore())
    try checkWritable(workspace.output)
  }

  /// - Throws: `OutputFault` where files cannot be made in a folder, or in that in which it would be.
  private func checkWritable(_ path: String) throws {
    var path = path
    while try !DiskFiles.exists(path), path.contains("/") {
      path = (path as NSString).deletingLastPathComponent
    }
    if access(path, W_OK | X_OK) != 0 { throw OutputFault.system("access", path) }
  }

  /// The room on the disks of the workspace and its reports, in MB, by path; the least first.
  public func room() -> [(path: String, megabytes: Int)] {
    [workspace.folder, workspace.output].compactMap { path in
      var status = statvfs()
      guard statvfs(path, &status) == 0 else { return nil }
      return (path, Int(status.f_bavail) * Int(status.f_frsize) / 1_000_000)
    }.sorted { $0.megabytes < $1.megabytes }
  }
}

extension Verdict {
  /// For jobs that only look.
  static let unspoken = Verdict(code: { _ in 0 }, line: { _ in "" })
}

extension InputFault {
  var asRefusal: LedgerRefused { LedgerRefused(faults: [self]) }
}
