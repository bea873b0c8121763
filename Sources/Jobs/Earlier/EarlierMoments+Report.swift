import Definitions
import Domain
import Editions
import Layout
import Metrics
import Store

/// What a report shows, says and notes of earlier moments.
extension EarlierMoments {
  /// A report without columns on the year before and sheets on what changed since the last report,
  /// where there is none, and with the sheets of plans that have rules, or have none.
  /// - Returns: The report, and the last one if it looks at that.
  func shownReport(
    _ id: String, by rules: RuleBook?
  ) throws -> (report: ReportDefinition, last: EarlierView?) {
    let definitions = workspace.definitions
    var report = try definitions.reportDefinition(id)
    let isScored = rules.map { report.showsExampleScores || !$0.isExample }
    report = report.applying(isScored: isScored ?? false)
    if try !workspace.isKept && definitions.isOwn(definitions.report(id)) {
      try definitions.check(report.statedCodes)
    }
    if period(.yearBefore) == nil { report = report.leavingOut(.yearBefore) }
    // Files of data keep their columns, so that those of a year can be put together.
    if period(.previous) == nil { report = report.leavingOut(.previous, keepsData: true) }
    guard report.looksAtLastReport, let last = try lastReport(isCorrected: report.comparesCorrected)
    else {
      return (report.leavingOutLastReport(), nil)
    }
    return (report, last)
  }

  /// The period before as it was reported, for sheets on what changed since; nil if nothing of this
  /// plan was, or if lists of its changes might be too long for a workbook.
  /// - Parameter isCorrected: Whether as it is known now.
  private func lastReport(isCorrected: Bool) throws -> EarlierView? {
    let reported = try reported(.previous)
    // The same moment by what is known today, where a paper says what was corrected.
    guard let moment = isCorrected ? reported?.today ?? reported?.moment : reported?.moment,
      moment.request.plan.id == request.plan.id,
      try ![moment.request, request].contains(where: isLong)
    else { return nil }
    return EarlierView(request: moment.request, definitions: moment.workspace.definitions)
  }

  /// Whether the ledger of a moment has more rows than a sheet of a workbook shows.
  private func isLong(_ request: Moment.Request) throws -> Bool {
    let positions = try store.positions(
      plan: request.plan.id, asOf: request.asOf, knownAt: request.knownAt)
    let rows = try positions[.ledger].flatMap { try store.rowCounts(at: $0)[.ledger] }
    return rows ?? 0 > ReportOptions().largeTable
  }

  /// The results that a report shows beside its own.
  func results(for report: ReportDefinition) throws -> [Kind: EarlierResults] {
    try Kind.allCases.reduce(into: [:]) { results, kind in
      let queries = report.queries(at: kind)
      if !queries.isEmpty { results[kind] = try self.results(kind, queries, of: report) }
    }
  }

  private func results(
    _ kind: Kind, _ queries: [String], of report: ReportDefinition
  ) throws -> EarlierResults {
    guard let reported = try reported(kind) else {
      return EarlierResults(reported: [:], absence: "首期")
    }
    guard let moment = reported.moment else {
      return EarlierResults(reported: [:], absence: "无数据")
    }
    var results = EarlierResults(
      reported: try moment.tables(queries), known: try reported.today?.tables(queries),
      isByWord: request.figures != .first)
    let since = (moment.lacking(queries) + lackingColumns(results.reported, kind, report)).filter(
      workspace.definitions.queryIDs.contains)
    // Editions of before had a dash there, and have it when they are made again.
    if request.figures != .first, !since.isEmpty, let later = try definedSince(moment, kind) {
      results.definedSince = Set(since)
      results.reported.merge(try later.tables(since)) { _, since in since }
    }
    return results
  }

  /// The queries whose results of then lack a column that is shown: it was defined since.
  private func lackingColumns(
    _ results: [String: ResultTable], _ kind: Kind, _ report: ReportDefinition
  ) -> [String] {
    results.filter { query, result in
      let shown = report.columns(of: query, at: kind)
      return !shown.isSubset(of: result.columns.map(\.name))
    }.keys.sorted()
  }

  /// The due completion of the period before, as it was printed and as it is known now; nil where
  /// the two are the same.
  func correction() throws -> (printed: Ratio, known: Ratio)? {
    guard let reported = try reported(.previous), let known = reported.today,
      let moment = reported.moment, moment.request.plan.id == request.plan.id
    else { return nil }
    let query = "metrics/six_figures"
    let sides = try [moment, known].compactMap { try $0.tables([query])[query]?.dueCompletion }
    guard sides.count == 2, sides[0] != sides[1] else { return nil }
    return (sides[0], sides[1])
  }

  /// What the manifest notes of a period, if it was looked at.
  func noted(_ kind: Kind, newest: ChainEntry?) -> Manifest.Reported? {
    guard let reported = reported[kind], let moment = reported.moment else { return nil }
    return Manifest.Reported(
      plan: moment.request.plan.id, period: moment.request.period.id,
      edition: reported.edition.map {
        Manifest.Reported.Edition(number: $0.number, sentOn: $0.sentOn?.description)
      }, state: Manifest.State(moment.request, moment.snapshot, newest: newest))
  }
}

extension Manifest.Reported {
  /// The edition that was looked at.
  /// - Throws: `JobFailure.notAManifest` if a day is none.
  func edition() throws -> ReportedEdition? {
    try edition.map { noted in
      let sentOn = try noted.sentOn.map { text in
        guard let day = Day(text) else { throw JobFailure.notAManifest(path: text) }
        return day
      }
      guard let asOf = Day(state.asOf) else { throw JobFailure.notAManifest(path: state.asOf) }
      return ReportedEdition(
        number: noted.number, asOf: asOf, knownAt: state.knownAt, sentOn: sentOn)
    }
  }
}

extension ResultTable {
  /// 到期办结率 among the six figures.
  fileprivate var dueCompletion: Ratio? {
    guard let figure = index(of: "figure"), let numerator = index(of: "numerator"),
      let denominator = index(of: "denominator"),
      let row = rows.first(where: { $0[figure].text == "due_completion" })
    else { return nil }
    return Ratio(row[numerator].integer ?? 0, row[denominator].integer ?? 0)
  }
}
