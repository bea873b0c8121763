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
    let workspace = try dryRun ? common.load() : common.load(writing)
    let clock = try Clock()
    let day = try clock.closedDay(in: workspace.timeZone, closes: workspace.dayCloses)
    let job = RunJob(
      workspace, clock: try clock.reading(in: workspace, isConfirmed: clockIsRight), day: day,
      confirmation: try confirmed.confirmation(), verdict: .program)
    if dryRun { return try show(job.plan(), workspace) }
    var outcome = try job.run()
    // What a ledger is warned of is said when it changes, not at every run; what it lacks, when that
    // is stored.
    for snapshot in outcome.snapshots where snapshot.isStored {
      Wording.sayWarnings(snapshot.isChanged ? snapshot.summary : nil, snapshot.notices)
    }
    if json {
      do {
        try StandardOutput.write(json: outcome.reports.map(MadeReport.init))
      } catch { outcome.failures.append(error) }
    } else if StandardError.isTerminal {
      // cron mails whatever is said: a person at a terminal is told, a log is not.
      for snapshot in outcome.snapshots { StandardError.writeLine(Wording.outcome(snapshot)) }
      for report in outcome.reports { StandardError.writeLine(Wording.outcome(report)) }
    }
    for notice in outcome.notices { StandardError.writeLine(Wording.line(for: notice)) }
    guard outcome.failures.isEmpty else { throw Failure.Several(failures: outcome.failures) }
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
