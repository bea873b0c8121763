import Database
import Definitions
import Domain
import Foundation
import Layout
import Metrics
import Pages
import Store
import Writing

extension ReportJob {
  /// Has a report made of one state of the ledger.
  func making<Result>(
    _ request: Request, in store: LedgerStore, _ body: (ReportMaking) throws -> Result
  ) throws -> Result {
    // What was known then was known by the definitions of then.
    let workspace = try self.workspace.asKnown(at: request.knownAt, in: store)
    let definition = try workspace.plan(request.plan, in: store, asOf: request.asOf)
    let request = try rehearsing(request, of: definition.plan, by: workspace)
    let wanted = try workspace.moment(
      of: definition.plan, period: request.period, asOf: request.asOf,
      knownAt: request.knownAt, today: today)
    if request.period != nil, request.asOf == nil, !request.isDraft, request.commentsBy == nil,
      wanted.period.cutoff > today
    {
      throw JobFailure.periodNotClosed(wanted.period.id, cutoff: wanted.period.cutoff)
    }
    let rules = try workspace.rules(of: definition.plan.id, on: wanted.asOf)
    let looking = try EarlierMoments(workspace, wanted, in: store)
    let (report, last) = try looking.shownReport(request.report, by: rules)
    let earlier = try workspace.earlier(of: wanted, for: report, request, in: store) ?? last
    return try store.connection.transaction(.reading) {
      let moment = try workspace.open(
        wanted, comparedWith: earlier, looking: looking, in: store)
      let making = ReportMaking(
        workspace: workspace, store: store, moment: moment, earlier: looking, plan: definition,
        rules: rules, report: report, request: request,
        lacked: try store.lackedLedgers(
          since: moment.snapshot, asOf: wanted.asOf, knownAt: wanted.knownAt), now: clock.now)
      return try body(making)
    }
  }

  /// A rehearsal is of the period that is named, or comes next, as of today where that is before its
  /// cut-off.
  private func rehearsing(
    _ request: Request, of plan: Plan, by workspace: Workspace
  ) throws -> Request {
    guard request.asOf == nil,
      try workspace.definitions.reportDefinition(request.report).isRehearsal
    else { return request }
    let period = plan.calendar.first { entry in
      request.period.map { $0 == entry.id } ?? (entry.cutoff >= today)
    }
    var request = request
    request.period = request.period ?? period?.id
    request.asOf = period.flatMap { $0.cutoff > today ? today : nil }
    request.isDraft = true
    return request
  }

  /// Writes what the pages of a report say as text, a file for each page, into a new folder named
  /// like the shelf of its editions. No edition is made, and nothing noted.
  /// - Returns: the folder, and the names of the files.
  public func writeText(
    _ request: Request, into folder: String
  ) throws -> (folder: String, files: [String]) {
    let store = try workspace.readingStore()
    try workspace.check(clock, in: store)
    return try making(request, in: store) { making in
      let folder = "\(folder)/\(making.name)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      return (folder, try making.writeText(into: folder))
    }
  }
}

extension ReportMaking {
  fileprivate func writeText(into folder: String) throws -> [String] {
    let (results, layout, _) = try laidOut()
    return try TextFolder.write(into: folder) { output in
      try layout.layOut(tables: results.result, to: output)
    }
  }
}
