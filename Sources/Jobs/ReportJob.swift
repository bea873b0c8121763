import Database
import Definitions
public import Domain
import Foundation
public import Metrics
public import Rendering
import Store

/// Makes the report of a plan for a period or for any day.
public struct ReportJob {
  /// What is asked for.
  public struct Request: Sendable {
    /// The report's id.
    public var report = "quarterly"
    /// The plan; nil for the only one there is.
    public var plan: String?
    /// A period of the plan's calendar; nil for `asOf` or today.
    public var period: String?
    /// Another day than the period's cut-off.
    public var asOf: Day?
    /// UTC text; only snapshots recorded by then count, else all.
    public var knownAt: String?
    /// Asks for a draft instead of an edition.
    public var isDraft = false
    public var csvEncoding = CSVEncoding.utf8

    public init() {}
  }

  /// What was made.
  public struct Outcome: Sendable {
    public let edition: EditionShelf.Outcome
    /// What the checks found.
    public let findings: [Finding]

    /// How many findings are of severity fail; then a draft was made.
    public var failures: Int { findings.count { $0.check.severity == .fail } }
  }

  private let workspace: Workspace
  private let now: String
  private let today: Day

  /// - Parameters:
  ///   - now: The clock, read once, UTC with milliseconds.
  ///   - today: The day that stands for "now" in the workspace's zone.
  public init(_ workspace: Workspace, now: String, today: Day) {
    self.workspace = workspace
    self.now = now
    self.today = today
  }

  /// Makes the report. A check of severity fail makes it a draft.
  public func run(_ request: Request) throws -> Outcome {
    try holdingLock(workspace.lock) { try make(request) }
  }

  /// As `run`, for one who holds the lock.
  func make(_ request: Request) throws -> Outcome {
    let store = try workspace.readingStore()
    let definition = try workspace.plan(request.plan, in: store, asOf: request.asOf)
    let wanted = try workspace.moment(
      of: definition.plan, period: request.period, asOf: request.asOf,
      knownAt: request.knownAt ?? "9999",
      today: today)
    if request.period != nil, request.asOf == nil, !request.isDraft, wanted.period.cutoff > today {
      throw JobFailure.periodNotClosed(wanted.period.id, cutoff: wanted.period.cutoff)
    }
    let report = try ReportDefinition(workspace.definitions.report(request.report))
    let (outcome, record, definitions) = try store.connection.transaction(.reading) {
      let moment = try workspace.open(wanted, in: store)
      let making = ReportMaking(
        workspace: workspace, store: store, moment: moment, plan: definition, report: report,
        request: request, now: now)
      let outcome = try making.publish()
      return (outcome, try making.record(outcome), making.definitions)
    }
    if let record {
      try LedgerStore(workspace.open(.writing), ledger: workspace.ledger)
        .record(record, definitions: definitions)
    }
    return outcome
  }
}

/// One report in the making: a moment, a definition, a shelf.
private struct ReportMaking {
  let workspace: Workspace
  let store: LedgerStore
  let moment: Moment
  let plan: Workspace.PlanDefinition
  let report: ReportDefinition
  let request: ReportJob.Request
  let now: String

  func publish() throws -> ReportJob.Outcome {
    let failures = try moment.failures()
    let isDraft = request.isDraft || !failures.isEmpty
    let columns = try Dictionary(
      uniqueKeysWithValues: report.queries.map { ($0, try self.columns(of: $0)) })
    try report.check { columns[$0] }
    let shelf = EditionShelf(folder: folder)
    let results = ReportResults(moment: moment, report: report, failures: failures)
    let build = { (folder: String) in
      try writer(isDraft: isDraft).write(into: folder) { try results.result(of: $0) }
    }
    let manifest = try manifest()
    let outcome =
      isDraft
      ? try shelf.publishDraft(manifest, build: build)
      : try shelf.publish(manifest, comparing: report, build: build)
    return ReportJob.Outcome(edition: outcome, findings: try results.findings())
  }

  /// What the store notes of an edition that was published; nil for a draft, or where there was
  /// nothing new.
  func record(_ outcome: ReportJob.Outcome) throws -> EditionRecord? {
    guard case .published(let manifest, let folder) = outcome.edition else { return nil }
    return EditionRecord(
      plan: plan.plan.id, period: name, edition: manifest.edition, asOf: moment.request.asOf,
      position: moment.snapshot.position, madeAt: now,
      manifestHash: try Manifest.hash(folder: folder))
  }

  /// `out/<plan>/<period>`, or `out/<plan>/as-of-<day>` for another day than the cut-off.
  private var folder: String { "\(workspace.output)/\(plan.plan.id)/\(name)" }

  /// Other reports, and what was known at another time, have shelves of their own: an office's
  /// editions are those of its workbook.
  private var name: String {
    let period = request.period ?? "as-of-\(moment.request.asOf)"
    let report = request.report == ReportJob.Request().report ? "" : "-\(request.report)"
    let known = request.knownAt.map { "-known-at-\($0.filter { $0 != ":" })" } ?? ""
    return period + report + known
  }

  private func columns(of query: String) throws -> [ResultColumn] {
    query == Finding.table ? Finding.columns : try moment.use(query).columns
  }

  private func writer(isDraft: Bool) -> ReportWriter {
    let texts = ReportTexts(
      moment: moment, program: workspace.program,
      overrides: definitions.filter(workspace.definitions.isOverride).map(\.id), isDraft: isDraft,
      maximumAge: workspace.maximumAge)
    var options = ReportOptions()
    options.csvEncoding = request.csvEncoding
    return ReportWriter(
      report: report,
      context: ReportContext(
        cutoff: moment.request.asOf, texts: texts.dictionary,
        ownColumns: moment.snapshot.ownColumns, lights: plan.plan.lights),
      options: options)
  }

  /// The plan, the report, its queries and the calendars, by kind and id.
  var definitions: [DefinitionFile] {
    (moment.used + [report.file, plan.file].compactMap { $0 }).sorted {
      ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id)
    }
  }

  private func manifest() throws -> Manifest {
    let snapshot = moment.snapshot
    return Manifest(
      plan: plan.plan.id, period: request.period, asOf: moment.request.asOf.description,
      knownAt: request.knownAt ?? snapshot.recordedAt,
      snapshot: Manifest.Snapshot(
        effectiveOn: snapshot.effectiveOn.description, sequence: Int(snapshot.sequence),
        recordedAt: snapshot.recordedAt, contentHash: snapshot.contentHash.description),
      chainHead: try store.newestSnapshot()?.chainHash.description ?? "",
      definitions: (definitions + (try workspace.definitions.calendars())).map {
        Manifest.Definition($0, isOverride: workspace.definitions.isOverride($0))
      }, programVersion: workspace.program, madeAt: now)
  }
}

/// The results that a report shows, each run once.
private final class ReportResults {
  private let moment: Moment
  private let failures: [Finding]
  private var warnings: [Finding]?
  /// The queries whose results may be long: those are read row by row.
  private let long: Set<String>
  private var held: [String: ResultStream] = [:]

  init(moment: Moment, report: ReportDefinition, failures: [Finding]) {
    self.moment = moment
    self.failures = failures
    long = Set(report.tables.filter { $0.companion != nil }.map(\.query))
  }

  /// What the checks found, failures first. Warnings are looked for when they are first shown.
  func findings() throws -> [Finding] {
    let found = try warnings ?? moment.warnings()
    warnings = found
    return failures + found
  }

  func result(of query: String) throws -> ResultStream {
    if let result = held[query] { return result }
    let result =
      query == Finding.table
      ? Finding.stream(try findings())
      : try long.contains(query) ? moment.stream(query) : ResultStream(moment.table(query))
    held[query] = result
    return result
  }
}

extension Finding {
  /// The name under which a report asks for the findings of all checks.
  static let table = "checks"

  static let columns = ["check", "severity", "finding", "task", "unit"].map {
    ResultColumn(name: $0, kind: .text)
  }

  static func stream(_ findings: [Finding]) -> ResultStream {
    ResultStream(columns: columns, count: findings.count) { body in
      for finding in findings {
        try body([
          .text(finding.check.chineseTitle), .text(finding.check.severity?.rawValue ?? ""),
          .nonEmpty(finding.detail), .nonEmpty(finding.task), .nonEmpty(finding.unit),
        ])
      }
    }
  }
}

extension QueryDefinition {
  /// The Chinese half of a title such as `无牵头单位 · No lead unit`.
  fileprivate var chineseTitle: String {
    title.split(separator: "·").first.map { $0.trimmingCharacters(in: .whitespaces) } ?? title
  }
}
