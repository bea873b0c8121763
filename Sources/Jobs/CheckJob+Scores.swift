import Database
import Definitions
import Domain
import Intake
import Metrics
import Scoring
import Store

/// A ledger stored where nothing is kept, and scored: what is too great to be scored exactly is said
/// when the ledger is checked, not on the day of the report.
struct TrialScores {
  private let workspace: Workspace
  private let day: Day
  private let books: [(plan: Plan, rules: RuleBook)]

  /// Nil where no rules are in force.
  init?(_ workspace: Workspace, on day: Day) throws {
    let books = try workspace.plans.map(\.plan).compactMap { plan in
      try workspace.rules(of: plan.id, on: day).map { (plan, $0) }
    }
    guard !books.isEmpty else { return nil }
    (self.workspace, self.day, self.books) = (workspace, day, books)
  }

  /// Takes the rows of a ledger while it is read, then scores them.
  /// - Throws: `ScoringFault`, and what reading the ledger throws.
  func score(reading read: (_ sink: (LedgerRow) throws -> Void) throws -> LedgerSummary) throws {
    let connection = try workspace.open(.rehearsing)
    try LedgerStore.migrate(connection) { _ in }
    let calendars = try workspace.definitions.calendars()
    try WorkingDays.update(
      connection, files: calendars, calendar: WorkingCalendar(calendars))
    let store = try LedgerStore(connection, ledger: workspace.ledger)
    _ = try store.store(
      effectiveOn: day, now: "\(day)T00:00:00.000Z", definitions: [], unchanged: .never
    ) { sink in
      try withoutActuallyEscaping(sink) { sink in SnapshotContent(try read(sink)) }
    }
    let known = Set(try store.plans())
    try connection.transaction(.reading) {
      for (plan, rules) in books where known.contains(plan.id) {
        let request = try workspace.moment(
          of: plan, period: nil, asOf: day, knownAt: nil, today: day)
        let moment = try workspace.open(request, in: store)
        _ = try moment.standings(by: rules)
        try moment.dropTables()
      }
    }
  }
}
