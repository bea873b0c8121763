import Database
import DatabaseSQLite
import Definitions
import Domain
import Metrics
import Store
import TestSupport

/// A moment of a ledger on a connection of its own; it stays open as long as it is held.
struct OpenMoment {
  let moment: Moment
  let connection: SQLiteConnection

  init(_ plan: Plan, ledger: String, asOf: Day, knownAt: String = "9999", in store: TestStore)
    throws
  {
    guard let period = plan.period(at: asOf) else { throw NoPeriod() }
    connection = try store.connect()
    try connection.execute("BEGIN")
    moment = try Moment(
      Moment.Request(plan: plan, period: period, asOf: asOf, knownAt: knownAt),
      in: LedgerStore(connection, ledger: ledger), library: .shipped)
  }

  struct NoPeriod: Error {}

  /// Some columns of a query of `metrics/`, as text.
  func table(_ metric: String, _ columns: String) throws -> String {
    try moment.table("metrics/\(metric)").text(columns)
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

  /// What the checks found: check, severity, task, unit, detail.
  var findings: [String] {
    get throws {
      try moment.findings().map { finding in
        [
          finding.check.name, finding.check.severity?.rawValue ?? "", finding.task, finding.unit,
          finding.detail,
        ].filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
  }
}
