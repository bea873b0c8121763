import ArgumentParser
import Definitions
import Domain
import Jobs

/// `jibao diff`: what changed between two days, or was corrected since.
struct ShowChanges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: Wording.diff.abstract, discussion: Wording.diff.discussion)

  @OptionGroup var common: CommonOptions

  @OptionGroup var writing: WritingOptions

  @Argument(help: "\(Wording.kindArgument)")
  var kinds: [String] = []

  @Option(help: "\(Wording.diffFromOption)")
  var from: Day?

  @Option(help: "\(Wording.diffToOption)")
  var to: Day?

  @Option(help: "\(Wording.diffAsOfOption)")
  var asOf: Day?

  @Option(help: "\(Wording.knownAtOption)")
  var knownAt: String?

  @Option(help: "\(Wording.andKnownAtOption)")
  var andKnownAt: String?

  @Option(help: "\(Wording.planOption)")
  var plan: String?

  @Flag(help: "\(Wording.csvFlag)")
  var csv = false

  @Flag(help: "\(Wording.clockIsRightFlag)")
  var clockIsRight = false

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  @Flag(help: "\(Wording.workbookFlag)")
  var workbook = false

  func run() throws {
    let workspace = try workbook ? common.load(writing) : common.load()
    let clock = try Clock().reading(in: workspace, isConfirmed: clockIsRight)
    try checkOutput()
    let request = try request(workspace, clock)
    if workbook { return try makeWorkbook(request, workspace, clock) }
    let job = DiffJob(workspace)
    try job.checkKinds(kinds)
    try job.run(request) { comparison in
      if comparison.isOfOneSnapshot { StandardError.writeLine(Wording.oneSnapshot(comparison)) }
      if csv {
        try QueryOutput.csv(comparison.changes(kinds.first ?? Comparison.all).rows)
      } else if json {
        try StandardOutput.write(json: ChangesReport(comparison, kinds: kinds))
      } else {
        try write(comparison)
      }
    }
  }

  private func checkOutput() throws {
    guard !(csv && json) else { throw Usage.exclusive("--csv", "--json") }
    guard !(csv && kinds.count > 1) else { throw Usage.exclusive("--csv", kinds[1]) }
    guard workbook else { return }
    guard !csv else { throw Usage.exclusive("--workbook", "--csv") }
    guard !json else { throw Usage.exclusive("--workbook", "--json") }
    guard kinds.isEmpty else { throw Usage.exclusive("--workbook", kinds[0]) }
  }

  /// The two viewpoints that the options name.
  private func request(_ workspace: Workspace, _ clock: JobClock) throws -> DiffJob.Request {
    let (zone, today) = (workspace.timeZone, clock.today)
    let known = try KnownAt.text(knownAt, of: "--known-at", in: zone, upTo: today)
    let knownLater = try KnownAt.text(andKnownAt, of: "--and-known-at", in: zone, upTo: today)
    let to = try clock.pastDay(to, option: "--to")
    if let asOf = try clock.pastDay(asOf, option: "--as-of") {
      guard from == nil else { throw Usage.exclusive("--as-of", "--from") }
      guard to == nil else { throw Usage.exclusive("--as-of", "--to") }
      guard known != nil else { throw Usage.missing("--known-at") }
      return DiffJob.Request(
        plan: plan, earlier: Viewpoint(asOf: asOf, knownAt: known),
        later: Viewpoint(asOf: asOf, knownAt: knownLater))
    }
    guard andKnownAt == nil else { throw Usage.missing("--as-of") }
    guard let from else { throw Usage.missing("--from") }
    return DiffJob.Request(
      plan: plan, earlier: Viewpoint(asOf: from, knownAt: known),
      later: Viewpoint(asOf: to ?? today, knownAt: known))
  }

  private func makeWorkbook(
    _ request: DiffJob.Request, _ workspace: Workspace, _ clock: JobClock
  ) throws {
    var report = ReportJob.Request()
    report.report = "delta"
    report.plan = request.plan
    report.asOf = request.later.asOf
    report.knownAt = request.later.knownAt
    report.comparedWith = request.earlier
    let outcome = try ReportJob(workspace, clock: clock).run(report)
    try StandardOutput.writeLine(Wording.outcome(outcome))
    guard outcome.problems.isEmpty else {
      throw Failure.Several(failures: outcome.problems)
    }
  }

  /// The summary, then each list that has rows.
  private func write(_ comparison: Comparison) throws {
    try StandardOutput.writeLine(Wording.compared(comparison))
    let summary = try comparison.summary()
    if kinds.isEmpty { try StandardOutput.write(Wording.changes(summary, comparison)) }
    let all = summary.filter { $0.changes > 0 && comparison.kinds.contains($0.kind) }.map(\.kind)
    for kind in kinds.isEmpty ? all : kinds {
      let (query, rows) = try comparison.changes(kind)
      try StandardOutput.write("\n\(kind)  \(Wording.title(query.title))\n")
      try QueryOutput.table(rows)
    }
  }
}

/// What changed, for programs.
struct ChangesReport: Encodable {
  /// One of the two moments.
  struct Moment: Encodable {
    let asOf: String
    let knownAt: String?
    let snapshotDay: String

    init(_ viewpoint: Viewpoint, snapshotDay: Day) {
      asOf = viewpoint.asOf.description
      knownAt = viewpoint.knownAt
      self.snapshotDay = snapshotDay.description
    }
  }

  let plan: String
  let from: Moment
  let to: Moment
  let changes: [String: [[String: JSONValue]]]

  /// - Parameter kinds: the kinds of change to list; all if there are none.
  init(_ comparison: Comparison, kinds: [String]) throws {
    plan = comparison.plan
    from = Moment(comparison.earlier, snapshotDay: comparison.snapshotDays.earlier)
    to = Moment(comparison.later, snapshotDay: comparison.snapshotDays.later)
    var changes: [String: [[String: JSONValue]]] = [:]
    for kind in kinds.isEmpty ? comparison.kinds : kinds {
      changes[kind] = try QueryOutput.objects(comparison.changes(kind).rows)
    }
    self.changes = changes
  }
}
