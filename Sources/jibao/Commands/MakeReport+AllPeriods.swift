public import ArgumentParser
import Domain
public import Jobs

extension MakeReport {
  /// What `--all-periods` is to make; nil without it.
  func catchUp(_ job: ReportJob, _ workspace: Workspace) throws -> CatchUpPlan? {
    guard allPeriods else {
      if only != nil { throw Usage.needs("--only", "--all-periods") }
      if dryRun { throw Usage.needs("--dry-run", "--all-periods") }
      return nil
    }
    let others = [
      ("--period", !period.isEmpty), ("--as-of", asOf != nil), ("--known-at", knownAt != nil),
    ]
    if let other = others.first(where: \.1) { throw Usage.exclusive("--all-periods", other.0) }
    return try job.catchUp(
      reports: ids.isEmpty ? workspace.reports : ids, plan: plan, scope: only ?? .all)
  }

  /// Says what would be made.
  func show(_ plan: CatchUpPlan) throws {
    if json {
      try StandardOutput.write(json: plan.items.map(PlannedReport.init))
    } else {
      try StandardOutput.write(Wording.planned(plan))
    }
  }

  /// A request for each report that is wanted.
  func requests(_ plan: CatchUpPlan) -> [ReportJob.Request] {
    plan.items.filter(\.isWanted).map { item in
      var request = ReportJob.Request()
      request.report = item.report
      request.plan = item.plan
      request.period = item.period.id
      request.csvEncoding = encoding
      return request
    }
  }
}

/// Holds a later period back while the one before it could not be made.
struct PeriodsInOrder {
  private let periods: [String: [String: Period]]
  private var unfinished = UnfinishedReports()

  init(_ plan: CatchUpPlan) {
    periods = Dictionary(grouping: plan.items, by: \.plan).mapValues { items in
      Dictionary(items.map { ($0.period.id, $0.period) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Makes a draft of what follows a draft.
  /// - Returns: What the report waits for; nil where it need not.
  func hold(_ request: inout ReportJob.Request) -> RunNotice? {
    guard let plan = request.plan, let period = period(request),
      let earlier = unfinished.before(request.report, plan: plan, period)
    else { return nil }
    request.isDraft = earlier.hasDraft
    return .waits(report: "\(plan) \(period.id)", for: earlier.name)
  }

  /// Notes a report of which there is no edition after it was tried.
  mutating func note(_ request: ReportJob.Request, hasDraft: Bool) {
    guard let plan = request.plan, let period = period(request) else { return }
    unfinished.add(request.report, plan: plan, period, hasDraft: hasDraft)
  }

  private func period(_ request: ReportJob.Request) -> Period? {
    periods[request.plan ?? ""]?[request.period ?? ""]
  }
}

extension CatchUpPlan.Scope: ExpressibleByArgument {}

/// A report that would be made, or not, for programs.
private struct PlannedReport: Encodable {
  let plan: String
  let report: String
  let period: String
  let cutoff: String
  let state: String
  let wanted: Bool

  init(_ item: CatchUpPlan.Item) {
    plan = item.plan
    report = item.report
    period = item.period.id
    cutoff = item.period.cutoff.description
    state = item.state.rawValue
    wanted = item.isWanted
  }
}
