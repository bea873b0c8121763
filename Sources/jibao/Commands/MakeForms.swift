import ArgumentParser
import Jobs

/// `jibao forms`: a form for each unit that owes one.
struct MakeForms: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms", abstract: Wording.forms.abstract, discussion: Wording.forms.discussion)

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Option(help: "\(Wording.periodOption)")
  var period: String

  @Option(help: "\(Wording.planOption)")
  var plan: String?

  @Flag(help: "\(Wording.clockIsRightFlag)")
  var clockIsRight = false

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    let workspace = try common.load(writing)
    let clock = try Clock().reading(in: workspace, isConfirmed: clockIsRight)
    var request = ReportJob.Request()
    (request.report, request.plan, request.period) = ("forms", plan, period)
    StandardError.progress(Wording.making(request))
    defer { StandardError.progress("") }
    let outcome = try ReportJob(workspace, clock: clock).run(request)
    StandardError.progress("")
    if json { return try StandardOutput.write(json: MadeReport(outcome)) }
    try StandardOutput.writeLine(Wording.outcome(outcome))
  }
}
