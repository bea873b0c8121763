import Database
import Definitions
import Domain
import Editions
import Foundation
import Layout
import Metrics
import Pages
import Store
import Writing

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
    guard request.commentsBy == nil || report.file.text.contains("{comments_by}") else {
      throw JobFailure.asksForNoComments(report: request.report)
    }
    let failures = try moment.failures()
    let isDraft =
      request.isDraft || request.commentsBy != nil || !failures.isEmpty || !lacked.refused.isEmpty
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
    let (day, cutoff) = (moment.request.asOf, moment.request.period.cutoff)
    let isDraft = request.isDraft || request.commentsBy != nil
    let period =
      request.period.map { isDraft || day == cutoff ? $0 : "\($0)-as-of-\(day)" }
      ?? "as-of-\(day)"
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
    let correction = try report.comparesCorrected ? earlier.correction() : nil
    earlier.close()
    let texts = ReportTexts(
      moment: moment, earlier: earlier, rules: rules,
      saysKnownAt: (saysKnownAt.later, saysKnownAt.earlier && report.isAboutChanges),
      timeZone: workspace.timeZone, program: workspace.program,
      overrides: try definitions().filter(workspace.definitions.isOverride).map(\.id),
      isDraft: isDraft, lacked: lacked, maximumAge: workspace.maximumAge,
      carriedOver: try carriedOver(), unnumbered: try moment.unnumberedTasks().count,
      assumptions: try workspace.assumptions(of: plan.plan.id),
      correction: correction,
      paper: try PaperTexts(
        moment, for: report.file, issue: issue(), isDraft: isDraft, commentsBy: request.commentsBy
      ) { [year = moment.request.period.to.year] in
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
        Manifest.Definition($0, isOverride: try workspace.definitions.isOverride($0))
      }, csvEncoding: request.csvEncoding, maximumAge: workspace.maximumAge,
      figures: (moment.request.figures, moment.request.plan),
      programVersion: workspace.program, libraries: WorkbookLibraries.versions,
      // Never before what it knows: a run may have stored several snapshots at its one instant.
      madeAt: max(now, newest?.recordedAt ?? now))
    manifest.issue = try issue()
    return manifest
  }
}
