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

  @Flag(help: "\(Wording.clockIsRightFlag)")
  var clockIsRight = false

  func run() throws {
    let workspace = try common.load(writing)
    let clock = try Clock().reading(in: workspace, isConfirmed: clockIsRight)
    let sending = try MarkJob(workspace, clock: clock).run(
      plan: plan, period: period, edition: edition, sentOn: sent)
    try StandardOutput.writeLine(Wording.marked(sending))
  }
}
