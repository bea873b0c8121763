import ArgumentParser
import Domain
import Jobs

/// `jibao explain`: every line of a unit's score.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: Wording.explain.abstract,
    discussion: Wording.explain.discussion)

  @OptionGroup var common: CommonOptions

  @Argument(help: "\(Wording.unitArgument)")
  var unit: String

  @Option(help: "\(Wording.asOfOption)")
  var asOf: Day?

  @Option(help: "\(Wording.periodOption)")
  var period: String?

  @Option(help: "\(Wording.knownAtOption)")
  var knownAt: String?

  @Option(help: "\(Wording.planOption)")
  var plan: String?

  @Option(help: "\(Wording.compareOption)")
  var compareWith: Day?

  @Flag(help: "\(Wording.analysisFlag)")
  var analysis = false

  @Flag(help: "\(Wording.csvFlag)")
  var csv = false

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    guard !(csv && json) else { throw Usage.exclusive("--csv", "--json") }
    guard period == nil || asOf == nil else { throw Usage.exclusive("--period", "--as-of") }
    let workspace = try common.load()
    var request = ExplainJob.Request(unit: unit)
    request.plan = plan
    request.period = period
    let clock = try Clock().reading(in: workspace)
    request.asOf = try clock.pastDay(asOf, option: "--as-of")
    request.knownAt = try KnownAt.text(
      knownAt, of: "--known-at", in: workspace.timeZone, upTo: clock.today)
    request.comparedWith = compareWith
    request.isAnalysed = analysis
    let explanation = try ExplainJob(workspace, today: clock.today).run(request)
    if csv {
      try QueryOutput.csv(explanation.table)
    } else if json {
      try StandardOutput.write(json: ScoreReport(explanation))
    } else {
      try StandardOutput.write(Wording.explanation(explanation))
    }
  }
}
