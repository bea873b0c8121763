import Database
import Definitions
import Domain
import Metrics
import Store
import TestSupport

/// A moment of a ledger on a connection of its own; it stays open as long as it is held.
struct OpenMoment {
  let moment: Moment
  private let ledger: String
  private let opened: any Connection
  /// The tables that the moment can have, which take longest: they are made where they are needed.
  private let tables: Set<String>

  /// A day, and the instant by which what is told of it was recorded.
  typealias Viewpoint = (asOf: Day, knownAt: String)

  init(
    _ plan: Plan, ledger: String, asOf: Day, knownAt: String = Moment.Request.allKnown,
    comparedWith earlier: Viewpoint? = nil, in store: TestStore
  ) throws {
    self.ledger = ledger
    opened = try store.connect()
    try opened.execute("BEGIN")
    moment = try Moment(
      Self.request(plan, (asOf, knownAt)),
      comparedWith: earlier.map { try Self.request(plan, $0) },
      in: LedgerStore(opened, ledger: ledger), library: .shipped)
    let folders = ["state", "facts"] + (earlier == nil ? [] : ["past", "changes"])
    tables = Set(
      folders.flatMap(DefinitionLibrary.shipped.queryIDs).compactMap {
        $0.split(separator: "/").last.map(String.init)
      })
  }

  /// The connection, for a look into the tables themselves: all of them are there.
  var connection: any Connection {
    get throws {
      try moment.provide(tables)
      return opened
    }
  }

  private static func request(_ plan: Plan, _ viewpoint: Viewpoint) throws -> Moment.Request {
    guard let period = plan.period(at: viewpoint.asOf) else { throw NoPeriod() }
    return Moment.Request(
      plan: plan, period: period, asOf: viewpoint.asOf, knownAt: viewpoint.knownAt)
  }

  struct NoPeriod: Error {}

  /// The values that a query is bound with, as `Moment` binds them.
  func parameters(of query: QueryDefinition) throws -> [String: Value] {
    let (plan, request) = (moment.request.plan, moment.request)
    let all: [String: Value] = [
      "ledger": .text(ledger), "plan": .text(plan.id), "as_of": .day(request.asOf),
      "known_at": .text(request.knownAt),
      "period_from": .day(request.period.from), "period_to": .day(request.period.to),
      "plan_from": .day(Day(year: plan.years[0], month: 1, dayOfMonth: 1)),
      "lead_policy": .text(plan.leadPolicy.rawValue),
      "schedule_rule": .text(plan.scheduleRule.rawValue),
      "nominal": .integer(request.nominal), "closing": .integer(request.isClosing ? 1 : 0),
      "year_end": .day(request.yearEnd),
      "debtors": .text(plan.debtors.rawValue),
      "prior_as_of": .day(moment.prior?.request.asOf ?? request.asOf),
    ]
    return all.filter { name, _ in query.parameters.contains { $0.name == name } }
  }

  /// Some columns of a query of `metrics/`, as text.
  func table(_ metric: String, _ columns: String) throws -> String {
    try moment.table("metrics/\(metric)").text(columns)
  }

  /// Some columns of a query of `changes/`, as text.
  func changes(_ kind: String, _ columns: String) throws -> String {
    try moment.table("changes/\(kind)").text(columns)
  }

  /// The lines of the summary that are not zero, as `kind=changes`.
  func summary() throws -> String {
    try moment.table("changes/summary").rows.filter { $0[2] != .integer(0) }
      .map { "\($0[1].cell)=\($0[2].cell)" }.joined(separator: " ")
  }

  /// The rows of `task_list` by task, some columns.
  func tasks(_ columns: String) throws -> String {
    try table("task_list", "task " + columns)
  }

  /// The one row of `completion`, as `column=value`.
  func completion(_ columns: String) throws -> String {
    let table = try moment.table("metrics/completion")
    return columns.split(separator: " ").map { name in
      let value = table.index(of: String(name)).map { table.rows[0][$0].cell }
      return "\(name)=\(value ?? "no such column")"
    }.joined(separator: " ")
  }

  /// What the checks found, where that holds some text: check, severity, task, unit, detail.
  func findings(_ text: String = "") throws -> [String] {
    try (moment.failures() + moment.warnings()).map { finding in
      [
        finding.check.name, finding.check.severity?.rawValue ?? "", finding.task, finding.unit,
        finding.detail,
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }.filter { text.isEmpty || $0.contains(text) }
  }
}
