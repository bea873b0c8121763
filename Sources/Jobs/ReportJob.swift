import Database
import Definitions
public import Domain
public import Editions
import Foundation
import Layout
public import Metrics
public import Pages
import Store
import Writing

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
    /// What a report on changes compares with; nil for the cut-off before, as it is known now.
    public var comparedWith: Viewpoint?
    /// Asks for a draft instead of an edition.
    public var isDraft = false
    public var csvEncoding = CSVEncoding.utf8
    /// The number of issue (期号); nil for the one of the edition before, else the plan's.
    public var issue: Int?
    /// A day of which the office says that it has no ledger, and why.
    public var release: (day: Day, reason: String)?

    public init() {}
  }

  /// What was made.
  public struct Outcome: Sendable {
    public let edition: EditionShelf.Outcome
    /// What the checks found.
    public let findings: [Finding]
    /// The days whose ledger stands refused; then a draft was made.
    public let lacked: [Day]
    /// The ledger that the report stands on, where it is older than the office allows.
    public let oldLedger: OldLedger?

    /// The day of a ledger, and how many days before a report's own it is.
    public struct OldLedger: Hashable, Sendable {
      public let day: Day
      public let age: Int
    }

    /// How many findings are of severity fail; then a draft was made.
    public var failures: Int { failing.count }

    /// Why a draft was made; empty if none was, or one was asked for.
    public var problems: [JobFailure] {
      let checks = failing.first.map {
        JobFailure.checksFailed(failing.count, check: $0.check.title, detail: $0.detail)
      }
      return [checks, lacked.isEmpty ? nil : .lacksLedger(name, of: lacked)].compactMap { $0 }
    }

    /// The report as messages name it.
    public var name: String {
      switch edition {
      case .published(let manifest, _), .unchanged(let manifest, _), .draft(let manifest, _):
        "\(manifest.plan) \(manifest.period ?? manifest.asOf)"
      }
    }

    private var failing: [Finding] { findings.filter { $0.check.severity == .fail } }
  }

  let workspace: Workspace
  let clock: JobClock

  public init(_ workspace: Workspace, clock: JobClock) {
    self.workspace = workspace
    self.clock = clock
  }

  var today: Day { clock.today }

  /// Makes the report. A check of severity fail makes it a draft.
  public func run(_ request: Request) throws -> Outcome {
    try workspace.holdingLock {
      let store = try workspace.readingStore()
      try workspace.check(clock, in: store)
      if let (day, reason) = request.release {
        try release(day, reason: reason, for: request, in: store)
      }
      return try make(request)
    }
  }

  /// Notes that there is no ledger of a day.
  /// - Throws: `JobFailure.nothingLacked` where the report lacks none of that day.
  private func release(
    _ day: Day, reason: String, for request: Request, in store: LedgerStore
  ) throws {
    let plan = try workspace.plan(request.plan, in: store, asOf: request.asOf).plan
    let moment = try workspace.moment(
      of: plan, period: request.period, asOf: request.asOf, knownAt: request.knownAt,
      today: today)
    let shown = try store.snapshot(asOf: moment.asOf, knownAt: moment.knownAt)
    let isRefused = try store.standingRefusals().contains { $0.day == day }
    guard let shown, day <= moment.asOf,
      shown.effectiveOn < day || (shown.effectiveOn == day && isRefused)
    else { throw JobFailure.nothingLacked(day, asOf: moment.asOf) }
    try workspace.bind(store, now: clock.now, writing: writingStore)
    try writingStore().release(day, reason: reason, now: clock.now)
  }

  /// The folder of a report within that of its plan. Other reports than the office's workbook
  /// have shelves of their own: an office's editions are those of its workbook.
  static func shelfName(period: String, report: String) -> String {
    report == Request().report ? period : "\(period)-\(report)"
  }

  /// As `run`, for one who holds the lock.
  func make(_ request: Request) throws -> Outcome {
    let store = try self.workspace.readingStore()
    try self.workspace.bind(store, now: clock.now, writing: writingStore)
    try self.workspace.requireOutputMark(of: store)
    try self.workspace.settleEditions(of: store, writing: writingStore)
    // Figures are of one state; what is noted of them is written when nothing is read any more.
    let made = try making(request, in: store) { making in
      try self.workspace.requireOutputMark(of: store, plan: making.plan.plan.id)
      return try making.make()
    }
    let edition = try made.publish(in: store, writing: writingStore)
    return Outcome(
      edition: edition, findings: made.findings, lacked: made.lacked, oldLedger: made.oldLedger)
  }

  private func writingStore() throws -> LedgerStore {
    try LedgerStore(workspace.open(.writing), ledger: workspace.ledger)
  }
}

/// One report in the making: a moment, a definition, a shelf.
struct ReportMaking {
  let workspace: Workspace
  let store: LedgerStore
  let moment: Moment
  /// The earlier moments whose figures stand beside those of the moment.
  let earlier: EarlierMoments
  let plan: Workspace.PlanDefinition
  /// The scoring rules in force, if the plan has any.
  let rules: RuleBook?
  let report: ReportDefinition
  let request: ReportJob.Request
  /// Whether the report says up to when what was recorded counts, of its moment and of the earlier
  /// one: where that was asked for.
  var saysKnownAt = (later: true, earlier: true)
  /// The form of the CSV files, of an edition that is made again its own.
  var csvForm = CSVForm.current
  /// Whether the number of issue of the edition before counts where none was asked for.
  var keepsIssue = true
  /// The ledgers that the moment lacks.
  let lacked: LackedLedgers
  let now: String

  /// Builds an edition, or publishes a draft, of which nothing is noted.
  func make() throws -> FinishedReport {
    let (results, isDraft, build) = try prepare()
    let shelf = EditionShelf(folder: folder)
    let manifest = try manifest()
    let withdrawn = try store.withdrawnEditions(of: plan.plan.id, period: name)
    let product: FinishedReport.Product =
      isDraft
      ? .draft(try shelf.publishDraft(manifest, build: build))
      : .edition(
        try shelf.build(
          manifest, withdrawn: withdrawn, comparing: report,
          correct: { try $0.write(from: $1, to: $2) }, build: build))
    return FinishedReport(
      shelf: shelf, plan: plan.plan.id, period: name, asOf: moment.request.asOf,
      position: moment.snapshot.position, product: product, definitions: try definitions(),
      findings: try results.findings(), lacked: lacked.refused, oldLedger: oldLedger)
  }

  private var oldLedger: ReportJob.Outcome.OldLedger? {
    let day = moment.snapshot.effectiveOn
    let age = moment.request.asOf.number - day.number
    return age > workspace.maximumAge ? ReportJob.Outcome.OldLedger(day: day, age: age) : nil
  }

  /// Runs the failing checks and holds the report against its queries.
  func prepare() throws -> (results: ReportResults, isDraft: Bool, build: EditionShelf.Build) {
    let (results, layout, isDraft) = try laidOut()
    return (results, isDraft, { try layout.write(into: $0) { try results.result(of: $0) } })
  }

  func laidOut() throws -> (results: ReportResults, layout: ReportLayout, isDraft: Bool) {
    let failures = try moment.failures()
    let isDraft = request.isDraft || !failures.isEmpty || !lacked.refused.isEmpty
    let columns = try Dictionary(
      uniqueKeysWithValues: report.queries.map { ($0, try self.columns(of: $0)) })
    try report.check { columns[$0] }
    let results = try ReportResults(moment: moment, report: report, failures: failures)
    return (results, try layout(isDraft: isDraft), isDraft)
  }

  /// `out/<plan>/<period>`, or `out/<plan>/as-of-<day>` for another day than the cut-off.
  private var folder: String { "\(workspace.output)/\(plan.plan.id)/\(name)" }

  /// What was known at another time has a shelf of its own.
  var name: String {
    let period = request.period ?? "as-of-\(moment.request.asOf)"
    let prior = report.isAboutChanges ? moment.prior : nil
    let since = prior.map { "-since-\($0.request.asOf)" + shelf($0.request.knownAt) } ?? ""
    return ReportJob.shelfName(period: period, report: request.report) + since
      + shelf(moment.request.knownAt)
  }

  private func shelf(_ knownAt: String) -> String {
    knownAt == Moment.Request.allKnown ? "" : "-known-at-\(knownAt.filter { $0 != ":" })"
  }

  private func columns(of query: String) throws -> [ResultColumn] {
    query == Finding.table ? Finding.columns : try moment.use(query).columns
  }

  private func layout(isDraft: Bool) throws -> ReportLayout {
    // What they were looked at by is known afterwards.
    let results = try earlier.results(for: report)
    earlier.close()
    let texts = ReportTexts(
      moment: moment, earlier: earlier, rules: rules,
      saysKnownAt: (saysKnownAt.later, saysKnownAt.earlier && report.isAboutChanges),
      timeZone: workspace.timeZone, program: workspace.program,
      overrides: try definitions().filter(workspace.definitions.isOverride).map(\.id),
      isDraft: isDraft, lacked: lacked, maximumAge: workspace.maximumAge,
      carriedOver: try carriedOver(), unnumbered: try moment.unnumberedTasks().count,
      assumptions: try workspace.assumptions(of: plan.plan.id),
      paper: try PaperTexts(moment, for: report.file, issue: issue(), isDraft: isDraft) {
        [year = moment.request.period.to.year] in
        ReportTexts.short($0, in: year)
      })
    var options = ReportOptions()
    options.csvEncoding = request.csvEncoding
    options.csvForm = csvForm
    var context = ReportContext(
      cutoff: moment.request.asOf, texts: texts.dictionary,
      ownColumns: moment.snapshot.ownColumns, lights: plan.plan.lights)
    // A cut-off by its day is the same report.
    let isCutoff = moment.request.asOf == moment.request.period.cutoff
    context.period = request.period ?? (isCutoff ? moment.request.period.id : "")
    context.earlier = results
    context.queries = try report.queries.filter { $0 != Finding.table }.map(moment.use)
    context.catalogue = try workspace.definitions.columnCatalogue()
    context.template = try template()
    return ReportLayout(report: report, context: context, options: options)
  }

  /// The plan, its rules (an earlier cut-off was scored by those of then), the report, its queries
  /// and the calendars, and the catalogue of columns, by kind and id.
  func definitions() throws -> [DefinitionFile] {
    let rules = plan.rules.filter { $0.effective <= moment.request.asOf }.map(\.file)
    let used =
      moment.used + earlier.used + [report.file, plan.file].compactMap { $0 } + rules
      + (try workspace.definitions.calendars()) + (try workspace.definitions.columnFiles())
      + [try template()].compactMap { $0 }
    return Set(used).sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }
  }

  /// The office's Word template, for a report with a document.
  private func template() throws -> DefinitionFile? {
    guard report.document != nil else { return nil }
    let template = try workspace.definitions.template(request.report)
    try template?.checkTemplate()
    return template
  }

  /// The number of issue that was asked for, now or of the newest edition.
  private func issue() throws -> Int? {
    try request.issue ?? (keepsIssue ? EditionShelf(folder: folder).newest()?.issue : nil)
  }

  private func manifest() throws -> Manifest {
    let newest = try store.newestEntry()
    var manifest = Manifest(
      plan: plan.plan.id, period: request.period,
      state: Manifest.State(moment.request, moment.snapshot, newest: newest),
      comparedWith: moment.prior.map { Manifest.State($0.request, $0.snapshot, newest: newest) },
      previous: earlier.noted(.previous, newest: newest),
      yearBefore: earlier.noted(.yearBefore, newest: newest), lacked: Manifest.Lacked(lacked),
      chainHead: newest?.hash.description ?? "",
      definitions: try definitions().map {
        Manifest.Definition($0, isOverride: workspace.definitions.isOverride($0))
      }, csvEncoding: request.csvEncoding, maximumAge: workspace.maximumAge,
      figures: (moment.request.figures, moment.request.plan),
      programVersion: workspace.program, libraries: WorkbookLibraries.versions,
      // Never before what it knows: a run may have stored several snapshots at its one instant.
      madeAt: max(now, newest?.recordedAt ?? now))
    manifest.issue = try issue()
    return manifest
  }
}
