import Definitions
import Domain
import Editions
import Layout
import Metrics
import Scoring
import Store

/// The earlier moments that a moment is held against, each opened once, when it is first needed.
///
/// The period before and that of the year before are shown as they were reported then: known at
/// the time of the edition that counts as reported, by the definitions of then. Red lights are
/// looked up as they are known now.
final class EarlierMoments {
  typealias Kind = ReportDefinition.Earlier
  /// The edition of a period that counts as reported.
  typealias Editions = (Kind, _ plan: String, Period) throws -> ReportedEdition?

  /// An earlier period as it was reported.
  struct Reported {
    let edition: ReportedEdition?
    /// Nil if nothing was known of it.
    let moment: EarlierMoment?
    /// The same moment as it is known today, where anything was recorded of it or defined
    /// otherwise since.
    let today: EarlierMoment?
  }

  /// What was looked at, by its plan, day and edition.
  private struct View: Hashable {
    let plan: String
    let asOf: Day
    let edition: Int?
    /// Whether by the definitions of now, of what was known then.
    var isByToday = false
  }

  let workspace: Workspace
  private let plans: [Workspace.PlanDefinition]
  let request: Moment.Request
  let store: LedgerStore
  private let editions: Editions
  private var views: [View: EarlierMoment?] = [:]
  /// The periods that were looked at.
  private(set) var reported: [Kind: Reported] = [:]

  /// - Parameters:
  ///   - workspace: By whose definitions the moment is known.
  ///   - editions: Finds what was reported; else the store does.
  init(
    _ workspace: Workspace, _ request: Moment.Request, in store: LedgerStore,
    editions: Editions? = nil
  ) throws {
    (self.workspace, self.request, self.store) = (workspace, request, store)
    plans = try workspace.plans
    self.editions =
      editions
      ?? { try store.reportedEdition(plan: $1, period: $2.id, knownAt: request.knownAt) }
  }

  /// The plan and the entry of its calendar; nil where there is none, as in a first period.
  func period(_ kind: Kind) -> (plan: Workspace.PlanDefinition, period: Period)? {
    let previous = request.plan.previous.flatMap(definition)
    let found =
      kind == .yearBefore
      ? yearBefore(previous?.plan) : request.periodBefore(following: previous?.plan)
    return found.map { plan, period in
      let own = Workspace.PlanDefinition(plan: plan, file: nil)
      return (definition(of: plan.id) ?? own, period)
    }
  }

  /// The last period of the same name that was cut off before.
  private func yearBefore(_ previous: Plan?) -> (plan: Plan, period: Period)? {
    // After the last cut-off of all the period is still that one.
    let end = min(request.asOf, request.period.cutoff)
    return [request.plan, previous].compactMap { $0 }.lazy.compactMap { plan in
      plan.calendar.last { $0.cutoff < end && $0.name == self.request.period.name }
        .map { (plan, $0) }
    }.first
  }

  /// The period as it was reported; nil where there is none.
  func reported(_ kind: Kind) throws -> Reported? {
    if let found = reported[kind] { return found }
    guard let (plan, period) = period(kind) else { return nil }
    let found = try report(of: plan.plan, period, as: editions(kind, plan.plan.id, period))
    reported[kind] = found
    return found
  }

  /// The tasks that were red at earlier cut-offs of the plan, period by period.
  func reds() throws -> [(task: String, period: Period)] {
    try request.plan.calendar.filter { $0.cutoff < request.asOf }.flatMap { period in
      // That of the period before is kept for others who look at it.
      let isKept = period == self.period(.previous)?.period
      let moment =
        isKept
        ? try today(request.plan, period, asOf: period.cutoff)
        : try open(
          request.plan, period, period.cutoff, request.knownAt, by: workspace,
          tables: ["task_fact"])
      return try moment?.redTasks().map { ($0, period) } ?? []
    }
  }

  /// The scores and places of the period before, as they were reported.
  func priorScores() throws -> [String: PriorScore] {
    try reported(.previous)?.moment?.scores() ?? [:]
  }

  /// Lets go of the moments, which hold tables in memory, when what is needed of them is there.
  func close() {
    for case let moment? in views.values { moment.close() }
  }

  /// The definitions by which moments were looked at as they are known today, and the files of
  /// plans that periods were looked for in.
  var used: [DefinitionFile] {
    let moments = views.filter { $0.key.edition == nil || $0.key.isByToday }.values.compactMap {
      $0
    }
    let plans = ([request.plan.id] + [request.plan.previous].compactMap { $0 }).compactMap(
      definition)
    let rules = moments.flatMap { moment in
      definition(of: moment.request.plan.id)?.rules.filter {
        $0.effective <= moment.request.asOf
      } ?? []
    }
    return moments.flatMap(\.used) + plans.compactMap(\.file) + rules.map(\.file)
  }

  private func definition(of plan: String) -> Workspace.PlanDefinition? {
    plans.first { $0.plan.id == plan }
  }

  private func report(
    of plan: Plan, _ period: Period, as edition: ReportedEdition?
  ) throws -> Reported {
    guard let edition else {
      return Reported(
        edition: nil, moment: try today(plan, period, asOf: period.cutoff), today: nil)
    }
    let then = try workspace.asKnown(at: edition.knownAt, in: store)
    guard try isKnownOtherwise(edition, of: plan.id, by: then) else {
      // Of one that did not go out and says what is known today there is nothing to be said.
      return Reported(
        edition: edition.sentOn == nil ? nil : edition,
        moment: try today(plan, period, asOf: edition.asOf), today: nil)
    }
    let view = View(plan: plan.id, asOf: edition.asOf, edition: edition.number)
    let planThen = try then.plans.first { $0.plan.id == plan.id }?.plan ?? plan
    let periodThen = planThen.calendar.first { $0.id == period.id } ?? period
    let moment = try kept(view) {
      try open(planThen, periodThen, edition.asOf, edition.knownAt, by: then)
    }
    return Reported(
      edition: edition, moment: moment, today: try today(plan, period, asOf: edition.asOf))
  }

  /// Whether a snapshot of the days up to an edition's, or another definition, has come since.
  private func isKnownOtherwise(
    _ edition: ReportedEdition, of plan: String, by then: Workspace
  ) throws -> Bool {
    let (earlier, now) = (
      try store.knownPositions(plan: plan, asOf: edition.asOf, knownAt: edition.knownAt),
      try store.knownPositions(plan: plan, asOf: edition.asOf, knownAt: request.knownAt)
    )
    return try !earlier.elementsEqual(now, by: ==)
      || then.figureDefinitions(of: plan) != workspace.figureDefinitions(of: plan)
  }

  private func today(_ plan: Plan, _ period: Period, asOf: Day) throws -> EarlierMoment? {
    try kept(View(plan: plan.id, asOf: asOf, edition: nil)) {
      try open(plan, period, asOf, request.knownAt, by: workspace)
    }
  }

  /// A moment as it was known when it was reported, by the whole set of definitions of now: for
  /// queries that were not defined then. Theirs on states and facts of then would mix two meanings.
  func definedSince(_ moment: EarlierMoment, _ kind: Kind) throws -> EarlierMoment? {
    guard let (plan, period) = period(kind) else { return nil }
    let view = View(
      plan: plan.plan.id, asOf: moment.request.asOf, edition: reported[kind]?.edition?.number,
      isByToday: true)
    return try kept(view) {
      try open(
        plan.plan, period, moment.request.asOf, moment.request.knownAt, by: workspace)
    }
  }

  private func kept(_ view: View, _ open: () throws -> EarlierMoment?) throws -> EarlierMoment? {
    if let moment = views[view] { return moment }
    let moment = try open()
    views[view] = .some(moment)
    return moment
  }

  private func open(
    _ plan: Plan, _ period: Period, _ asOf: Day, _ knownAt: String, by workspace: Workspace,
    tables: Set<String>? = nil
  ) throws -> EarlierMoment? {
    let past = Moment.Request(
      plan: plan, period: period, isForPeriod: true, asOf: asOf, knownAt: knownAt,
      figures: workspace.figures)
    let numbers =
      plan.id == request.plan.id
      ? try store.pastNumbers(plan: plan.id, asOf: request.asOf, knownAt: request.knownAt) : []
    do {
      return try EarlierMoment(past, by: workspace, numbers: numbers, tables: tables)
    } catch StoreFailure.noData {
      return nil
    }
  }
}
