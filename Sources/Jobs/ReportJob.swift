import Database
import Definitions
public import Domain
public import Editions
import Foundation
import Layout
public import Metrics
public import Pages
import Store
import Writing

/// Makes the report of a plan for a period or for any day.
public struct ReportJob {
  /// What is asked for.
  public struct Request: Sendable {
    /// The report's id.
    public var report = "quarterly"
    /// The plan; nil for the only one there is.
    public var plan: String?
    /// A period of the plan's calendar; nil for `asOf` or today.
    public var period: String?
    /// Another day than the period's cut-off.
    public var asOf: Day?
    /// UTC text; only snapshots recorded by then count, else all.
    public var knownAt: String?
    /// What a report on changes compares with; nil for the cut-off before, as it is known now.
    public var comparedWith: Viewpoint?
    /// Asks for a draft instead of an edition.
    public var isDraft = false
    public var csvEncoding = CSVEncoding.utf8
    /// The number of issue (期号); nil for the one of the edition before, else the plan's.
    public var issue: Int?
    /// The day by which units may object to a copy that is sent out for comment (征求意见稿), which is a
    /// draft; nil for any other paper.
    public var commentsBy: Day?
    /// A day of which the office says that it has no ledger, and why.
    public var release: (day: Day, reason: String)?

    public init() {}
  }

  /// What was made.
  public struct Outcome: Sendable {
    public let edition: EditionShelf.Outcome
    /// What the checks found.
    public let findings: [Finding]
    /// The days whose ledger stands refused; then a draft was made.
    public let lacked: [Day]
    /// The ledger that the report stands on, where it is older than the office allows.
    public let oldLedger: OldLedger?

    /// The day of a ledger, and how many days before a report's own it is.
    public struct OldLedger: Hashable, Sendable {
      public let day: Day
      public let age: Int
    }

    /// How many findings are of severity fail; then a draft was made.
    public var failures: Int { failing.count }

    /// Why a draft was made; empty if none was, or one was asked for.
    public var problems: [JobFailure] {
      let checks = failing.first.map {
        JobFailure.checksFailed(failing.count, check: $0.check.title, detail: $0.detail)
      }
      return [checks, lacked.isEmpty ? nil : .lacksLedger(name, of: lacked)].compactMap { $0 }
    }

    /// The report as messages name it.
    public var name: String {
      switch edition {
      case .published(let manifest, _), .unchanged(let manifest, _), .draft(let manifest, _):
        "\(manifest.plan) \(manifest.period ?? manifest.asOf)"
      }
    }

    private var failing: [Finding] { findings.filter { $0.check.severity == .fail } }
  }

  let workspace: Workspace
  let clock: JobClock

  public init(_ workspace: Workspace, clock: JobClock) {
    self.workspace = workspace
    self.clock = clock
  }

  var today: Day { clock.today }

  /// Makes the report. A check of severity fail makes it a draft.
  public func run(_ request: Request) throws -> Outcome {
    try workspace.holdingLock {
      let store = try workspace.readingStore()
      try workspace.check(clock, in: store)
      if let (day, reason) = request.release {
        try release(day, reason: reason, for: request, in: store)
      }
      return try make(request)
    }
  }

  /// Notes that there is no ledger of a day.
  /// - Throws: `JobFailure.nothingLacked` where the report lacks none of that day.
  private func release(
    _ day: Day, reason: String, for request: Request, in store: LedgerStore
  ) throws {
    let plan = try workspace.plan(request.plan, in: store, asOf: request.asOf).plan
    let moment = try workspace.moment(
      of: plan, period: request.period, asOf: request.asOf, knownAt: request.knownAt,
      today: today)
    let shown = try store.snapshot(asOf: moment.asOf, knownAt: moment.knownAt)
    let isRefused = try store.standingRefusals().contains { $0.day == day }
    guard let shown, day <= moment.asOf,
      shown.effectiveOn < day || (shown.effectiveOn == day && isRefused)
    else { throw JobFailure.nothingLacked(day, asOf: moment.asOf) }
    try workspace.bind(store, now: clock.now, writing: writingStore)
    try writingStore().release(day, reason: reason, now: clock.now)
  }

  /// The folder of a report within that of its plan. Other reports than the office's workbook
  /// have shelves of their own: an office's editions are those of its workbook.
  static func shelfName(period: String, report: String) -> String {
    report == Request().report ? period : "\(period)-\(report)"
  }

  /// As `run`, for one who holds the lock.
  func make(_ request: Request) throws -> Outcome {
    let store = try self.workspace.readingStore()
    try self.workspace.bind(store, now: clock.now, writing: writingStore)
    try self.workspace.requireOutputMark(of: store)
    try self.workspace.settleEditions(of: store, writing: writingStore)
    // Figures are of one state; what is noted of them is written when nothing is read any more.
    let made = try making(request, in: store) { making in
      try self.workspace.requireOutputMark(of: store, plan: making.plan.plan.id)
      return try making.make()
    }
    let edition = try made.publish(in: store, writing: writingStore)
    return Outcome(
      edition: edition, findings: made.findings, lacked: made.lacked, oldLedger: made.oldLedger)
  }

  private func writingStore() throws -> LedgerStore {
    try LedgerStore(workspace.open(.writing), ledger: workspace.ledger)
  }
}
