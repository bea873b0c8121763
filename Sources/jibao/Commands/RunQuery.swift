import ArgumentParser
import Definitions
import Domain
import Jobs
import Pages
import Writing

/// `jibao query`: one query at one day.
struct RunQuery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: Wording.query.abstract,
    discussion: Wording.query.discussion)

  @OptionGroup var common: CommonOptions

  @Argument(help: "\(Wording.queryArgument)")
  var id: String?

  @Option(help: "\(Wording.asOfOption)")
  var asOf: Day?

  @Option(help: "\(Wording.periodOption)")
  var period: String?

  @Option(help: "\(Wording.knownAtOption)")
  var knownAt: String?

  @Option(help: "\(Wording.planOption)")
  var plan: String?

  @Flag(help: "\(Wording.csvFlag)")
  var csv = false

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    guard !(csv && json) else { throw Usage.exclusive("--csv", "--json") }
    let workspace = try common.load()
    guard let id else { return try list(workspace) }
    let clock = try Clock().reading(in: workspace)
    let known = try KnownAt.text(
      knownAt, of: "--known-at", in: workspace.timeZone, upTo: clock.today)
    try QueryJob(workspace).run(
      id, plan: plan, asOf: clock.pastDay(asOf, option: "--as-of"), period: period,
      knownAt: known, today: clock.today
    ) { rows in
      if csv {
        try QueryOutput.csv(rows)
      } else if json {
        try QueryOutput.json(rows)
      } else {
        try QueryOutput.table(rows)
      }
    }
  }

  /// The queries that there are, each with its title.
  private func list(_ workspace: Workspace) throws {
    let queries = try workspace.definitions.queryIDs.map { try workspace.definitions.query($0) }
    if json {
      try StandardOutput.write(json: queries.map { ["id": $0.id, "title": $0.title] })
    } else {
      try StandardOutput.write(
        TextTable(rows: queries.map { [$0.id, $0.title] }).text)
    }
  }
}
