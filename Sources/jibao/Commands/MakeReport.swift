public import ArgumentParser
import Domain
import Editions
import Foundation
import Jobs
public import Pages

/// `jibao report`: reports for periods, or for any day.
struct MakeReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: Wording.report.abstract,
    discussion: Wording.report.discussion)

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "\(Wording.reportArgument)")
  var ids: [String] = []

  @Option(help: "\(Wording.periodOption)")
  var period: [String] = []

  @Option(help: "\(Wording.asOfOption)")
  var asOf: Day?

  @Option(help: "\(Wording.knownAtOption)")
  var knownAt: String?

  @Option(help: "\(Wording.compareWithOption)")
  var compareWith: Day?

  @Option(help: "\(Wording.planOption)")
  var plan: String?

  @Option(help: "\(Wording.issueOption)")
  var issue: Int?

  @Option(help: "\(Wording.commentsByOption)")
  var commentsBy: Day?

  @Option(help: "\(Wording.withoutLedgerOfOption)")
  var withoutLedgerOf: Day?

  @Option(help: "\(Wording.releaseReasonOption)")
  var reason: String?

  @Flag(help: "\(Wording.allPeriodsFlag)")
  var allPeriods = false

  @Option(help: "\(Wording.onlyOption)")
  var only: CatchUpPlan.Scope?

  @Flag(help: "\(Wording.dryRunFlag)")
  var dryRun = false

  @Option(help: "\(Wording.againOption)")
  var again: String?

  @Option(help: "\(Wording.intoOption)")
  var into: String?

  @Option(help: "\(Wording.asTextOption)")
  var asText: String?

  @Option(help: "\(Wording.encodingOption)")
  var encoding: CSVEncoding = .utf8

  @Flag(help: "\(Wording.clockIsRightFlag)")
  var clockIsRight = false

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    if again != nil || into != nil { return try makeAgain() }
    guard period.isEmpty || asOf == nil else { throw Usage.exclusive("--period", "--as-of") }
    if let issue, !(1...9_999).contains(issue) { throw Usage.issueNumber(issue) }
    let workspace = try dryRun ? common.load() : common.load(writing)
    let clock = try Clock().reading(in: workspace, isConfirmed: clockIsRight)
    _ = try clock.pastDay(asOf, option: "--as-of")
    _ = try clock.pastDay(withoutLedgerOf, option: "--without-ledger-of")
    try checkRelease()
    let job = ReportJob(workspace, clock: clock)
    if let asText { return try writeText(job, workspace, into: asText) }
    let plan = try catchUp(job, workspace)
    if let plan, dryRun { return try show(plan) }
    var failures: [any Error] = []
    var made: [MadeReport] = []
    var order = plan.map(PeriodsInOrder.init)
    for request in try plan.map(requests) ?? requests(workspace) {
      var request = request
      if let notice = order?.hold(&request) {
        StandardError.writeLine(Wording.line(for: notice))
        guard request.isDraft else { continue }
      }
      StandardError.progress(Wording.making(request))
      defer { StandardError.progress("") }
      let outcome: ReportJob.Outcome
      do {
        outcome = try job.run(request)
      } catch  where plan != nil {
        // One that fails does not keep the others from being made.
        failures.append(error)
        order?.note(request, hasDraft: false)
        continue
      }
      if case .draft = outcome.edition { order?.note(request, hasDraft: true) }
      StandardError.progress("")
      made.append(MadeReport(outcome))
      failures += outcome.problems
      RunNotice(outcome).map { StandardError.writeLine(Wording.line(for: $0)) }
      guard !json else { continue }
      do { try StandardOutput.writeLine(Wording.outcome(outcome)) } catch {
        throw Failure.Several(failures: failures + [error])
      }
    }
    guard failures.isEmpty else {
      try StandardOutput.fail(Failure.Several(failures: failures)) {
        if json { try StandardOutput.write(json: made) }
      }
    }
    if json { try StandardOutput.write(json: made) }
  }

  /// An edition without a ledger is one of a period, and says why.
  private func checkRelease() throws {
    guard withoutLedgerOf != nil else {
      if reason != nil { throw Usage.needs("--reason", "--without-ledger-of") }
      return
    }
    guard !period.isEmpty else { throw Usage.needs("--without-ledger-of", "--period") }
    guard reason?.contains(where: { !$0.isWhitespace }) == true else {
      throw Usage.needs("--without-ledger-of", "--reason")
    }
  }

  /// A request for each report and period.
  func requests(_ workspace: Workspace) throws -> [ReportJob.Request] {
    let known = try KnownAt.text(
      knownAt, of: "--known-at", in: workspace.timeZone,
      upTo: Clock().today(in: workspace.timeZone))
    return (ids.isEmpty ? workspace.reports : ids).flatMap { id in
      (period.isEmpty ? [nil] : period.map(Optional.some)).map { period in
        var request = ReportJob.Request()
        request.report = id
        request.plan = plan
        request.period = period
        request.asOf = asOf
        request.knownAt = known
        request.comparedWith = compareWith.map { Viewpoint(asOf: $0, knownAt: known) }
        request.csvEncoding = encoding
        request.issue = issue
        request.commentsBy = commentsBy
        request.release = withoutLedgerOf.map { ($0, reason ?? "") }
        return request
      }
    }
  }
}

extension CSVEncoding: ExpressibleByArgument {
  /// Reads `utf-8` or `gb18030`.
  public init?(argument: String) {
    self.init(rawValue: argument.lowercased().replacing("-", with: ""))
  }

  public static var allValueStrings: [String] { ["utf-8", "gb18030"] }
}

/// A report that was made, for programs.
struct MadeReport: Encodable {
  let result: String
  let edition: Int
  let folder: String
  let failures: Int

  init(_ outcome: ReportJob.Outcome) {
    failures = outcome.failures
    switch outcome.edition {
    case .published(let manifest, let folder):
      (result, edition, self.folder) = ("published", manifest.edition, folder)
    case .unchanged(let manifest, let folder):
      (result, edition, self.folder) = ("unchanged", manifest.edition, folder)
    case .draft(let manifest, let folder):
      (result, edition, self.folder) = ("draft", manifest.edition, folder)
    }
  }
}
