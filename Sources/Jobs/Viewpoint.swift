import Definitions
public import Domain
import Metrics
import Store

/// 数据截止日 and 认知时点: the day whose end is described, and by when it was recorded.
public struct Viewpoint: Hashable, Sendable {
  public var asOf: Day
  /// UTC text; nil for all that is recorded.
  public var knownAt: String?

  public init(asOf: Day, knownAt: String? = nil) {
    self.asOf = asOf
    self.knownAt = knownAt
  }
}

/// The earlier of two moments, and the definitions by which it was known.
struct EarlierView {
  let request: Moment.Request
  let definitions: DefinitionLibrary
}

extension Workspace {
  /// The moment that a report compares with; nil for one that shows a single moment.
  /// - Throws: `JobFailure` if a day to compare with was given in vain, or there is none.
  func earlier(
    of later: Moment.Request, for report: ReportDefinition, _ request: ReportJob.Request,
    in store: LedgerStore
  ) throws -> EarlierView? {
    guard report.isAboutChanges else {
      if request.comparedWith != nil { throw JobFailure.comparesNothing(report: request.report) }
      return nil
    }
    if let viewpoint = request.comparedWith {
      return try earlier(viewpoint, than: later, in: store)
    }
    // What is made for a period is held against the one before, else against the last cut-off.
    let found = later.isForPeriod ? later.periodBefore(following: nil)?.period : nil
    guard let before = found ?? later.plan.calendar.last(where: { $0.cutoff < later.asOf }) else {
      throw JobFailure.nothingBefore(later.asOf)
    }
    return try earlier(
      Viewpoint(asOf: before.cutoff, knownAt: request.knownAt), than: later, in: store)
  }

  /// The moment of a viewpoint on the plan of another one, which must come after it: by the day,
  /// or, of one day, by what was known. It is known by the definitions of then.
  func earlier(
    _ viewpoint: Viewpoint, than later: Moment.Request, in store: LedgerStore
  ) throws -> EarlierView {
    let then = try asKnown(at: viewpoint.knownAt, in: store)
    let plan = try then.plans.first { $0.plan.id == later.plan.id }?.plan ?? later.plan
    let earlier = try then.moment(
      of: plan, period: nil, asOf: viewpoint.asOf, knownAt: viewpoint.knownAt,
      today: viewpoint.asOf)
    guard (earlier.asOf, earlier.knownAt) < (later.asOf, later.knownAt) else {
      throw JobFailure.notEarlier
    }
    return EarlierView(request: earlier, definitions: then.definitions)
  }
}
