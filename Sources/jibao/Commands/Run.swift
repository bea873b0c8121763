import ArgumentParser
import Domain
import Jobs

/// `jibao run`: what cron starts.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: Wording.run.abstract, discussion: Wording.run.discussion)

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @OptionGroup var confirmed: ConfirmationOptions

  @Flag(help: "\(Wording.dryRunFlag)")
  var dryRun = false

  @Flag(help: "\(Wording.clockIsRightFlag)")
  var clockIsRight = false

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    if dryRun { return try showPlan() }
    // What is asked for wrongly is said every time.
    let (clock, confirmation) = (try Clock(), try confirmed.confirmation())
    let attendance = RunAttendance(folder: common.folder, clock: clock)
    let outcome = try attendance.watch {
      let (job, day) = try self.job(common.load(writing), clock, confirmation)
      return (try job.run(), day)
    }
    guard json else { return try attendance.end(outcome) }
    do {
      try StandardOutput.write(json: outcome.reports.map(MadeReport.init))
    } catch {
      let told = attendance.ending(outcome).map { [$0] } ?? []
      throw Failure.Several(failures: told + [error])
    }
    try attendance.end(outcome)
  }

  private func job(
    _ workspace: Workspace, _ clock: Clock, _ confirmation: LedgerConfirmation
  ) throws -> (RunJob, Day) {
    let day = try clock.closedDay(in: workspace.timeZone, closes: workspace.dayCloses)
    let job = RunJob(
      workspace, clock: try clock.reading(in: workspace, isConfirmed: clockIsRight), day: day,
      confirmation: confirmation, verdict: .program)
    return (job, day)
  }

  private func showPlan() throws {
    let workspace = try common.load()
    try show(job(workspace, Clock(), confirmed.confirmation()).0.plan(), workspace)
  }

  private func show(_ plan: RunPlan, _ workspace: Workspace) throws {
    if json {
      try StandardOutput.write(json: PlannedRun(plan))
    } else {
      try StandardOutput.write(Wording.planned(plan, ledger: workspace.source.name))
    }
  }
}

/// What a run would do, for programs.
struct PlannedRun: Encodable {
  struct Report: Encodable {
    let plan: String
    let report: String
    let period: String
    let cutoff: String
    let draft: Bool
  }

  let day: String
  let exports: [String]
  let readsLedger: Bool
  let reports: [Report]

  init(_ plan: RunPlan) {
    day = plan.day.description
    exports = plan.exports.map(\.description)
    readsLedger = plan.readsLedger
    reports = plan.reports.map {
      Report(
        plan: $0.plan, report: $0.report, period: $0.period.id,
        cutoff: $0.period.cutoff.description,
        draft: $0.isDraft)
    }
  }
}
