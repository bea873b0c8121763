import ArgumentParser
import Domain
import Jobs
import Store

/// `jibao history mark`: notes which edition went out.
struct MarkEdition: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: Wording.mark.abstract, discussion: Wording.mark.discussion)

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "\(Wording.markPeriodArgument)")
  var period: String

  @Argument(help: "\(Wording.markEditionArgument)")
  var edition: Int

  @Option(help: "\(Wording.sentOption)")
  var sent: Day

  @Option(help: "\(Wording.planOption)")
  var plan: String?

  func run() throws {
    let (workspace, clock) = (try common.load(writing), try Clock())
    let job = MarkJob(
      workspace, now: clock.instant, today: try clock.today(in: workspace.timeZone))
    let sending = try job.run(plan: plan, period: period, edition: edition, sentOn: sent)
    try StandardOutput.writeLine(Wording.marked(sending))
  }
}
