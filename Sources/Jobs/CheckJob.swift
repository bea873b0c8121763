import Database
import Definitions
public import Domain
public import Intake
import Foundation
import Metrics
import Store

/// Validates definitions and a ledger; stores nothing.
public struct CheckJob {
  private let workspace: Workspace

  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// Parses every query, report, rule file and calendar, and the catalogue of columns, and holds them to their
  /// contracts; what looks like one and is not read is a fault, too.
  /// - Returns: How many were checked.
  /// - Throws: `DefinitionFault` with the first that is wrong.
  public func definitions() throws -> Int {
    if let stray = try StrayFiles.find(in: workspace.folder).first { throw stray }
    let library = workspace.definitions
    let queries = try library.queryIDs.map { try library.query($0) }
    let momentTables = library.momentTables
    for query in queries { try query.checkContract(momentTables: momentTables) }
    var columns = Dictionary(uniqueKeysWithValues: queries.map { ($0.id, $0.columns) })
    columns[Finding.table] = Finding.columns
    for id in library.reportIDs {
      let report = try library.reportDefinition(id)
      for isScored in [true, false] {
        try report.applying(isScored: isScored).check { columns[$0] }
      }
      try report.checkPlaceholders(ReportTexts.names) { columns[$0] }
      try library.check(report.statedCodes)
    }
    try checkTemplates()
    for id in workspace.reports where !library.reportIDs.contains(id) {
      throw DefinitionFault(
        place: workspace.reportsPlace, problem: .unknownReference(id, known: library.reportIDs))
    }
    try tryQueries()
    let files = try library.columnFiles()
    for file in files { try ColumnCatalogue.check(file, against: columns) }
    let plans = try workspace.plans
    try checkShelves(plans)
    let rules = plans.flatMap(\.rules)
    for book in rules { try workspace.check(book) }
    let calendars = try library.calendars()
    _ = try WorkingCalendar(calendars)
    return queries.count + library.reportIDs.count + calendars.count + plans.count
      + rules.count + (files.isEmpty ? 0 : 1)
  }

  /// Holds every Word template to what is taken; each belongs to a report with a document.
  private func checkTemplates() throws {
    let library = workspace.definitions
    let documents = try library.reportIDs.filter {
      try library.reportDefinition($0).document != nil
    }
    for file in try library.templateIDs.compactMap(library.template) {
      guard documents.contains(file.id) else {
        throw DefinitionFault(
          place: SourcePlace(file: file.path),
          problem: .unknownReference(file.id, known: documents))
      }
      try file.checkTemplate()
    }
  }

  /// Holds the folders of the reports of every period apart: `2023-Q1-own` is a period of its own, or
  /// the report `own` of `2023-Q1`.
  private func checkShelves(_ plans: [Workspace.PlanDefinition]) throws {
    for case let (plan, file?) in plans.map({ ($0.plan, $0.file) }) {
      var seen: Set<String> = []
      for period in plan.calendar {
        for report in workspace.definitions.reportIDs {
          let name = ReportJob.shelfName(period: period.id, report: report)
          guard seen.insert(name.lowercased()).inserted else {
            throw DefinitionFault(
              place: SourcePlace(file: file.path, line: 1), problem: .duplicateKey(name))
          }
        }
      }
    }
  }

  /// Runs every query at a moment of nothing, on the engine of the store.
  private func tryQueries() throws {
    let connection = try workspace.open(.trying)
    if connection.dialect.writerOwnsStore { try LedgerStore.migrate(connection) { _ in } }
    // No ledger has the empty name: a server's store holds nothing of it.
    let store = try LedgerStore(connection, ledger: "")
    let plan =
      try workspace.plans.first?.plan
      ?? .standard(id: workspace.ledger, year: Day.years.lowerBound)
    try connection.transaction(.reading) {
      try Moment.tryQueries(of: workspace.definitions, plan: plan, in: store)
    }
  }

  /// The period before (上期) of every period of every plan; nil for a first one (首期).
  public func periodsBefore() throws -> [(plan: Plan, chain: [(period: Period, before: Period?)])] {
    let plans = try workspace.plans.map(\.plan)
    return plans.map { plan in
      let previous = plans.first { $0.id == plan.previous }
      return (plan, plan.calendar.map { ($0, plan.before($0, following: previous)?.period) })
    }
  }

  /// Reads a ledger as `snapshot` would, holds it against the snapshots that there are, and forgets
  /// it.
  /// - Returns: What was read, and what is to be looked at. Rows of unknown plans, which `snapshot`
  ///   would refuse, are the summary's `refusal`.
  /// - Throws: `LedgerRefused`; `LedgerStopped` where a snapshot would be stopped; `ScoringFault` for
  ///   what cannot be scored; `SourceFailure` where a database cannot be read.
  public func ledger(
    at source: LedgerSource, effectiveOn day: Day
  ) throws -> (summary: LedgerSummary, notices: [LedgerNotice]) {
    guard let trial = try TrialScores(workspace, on: day) else {
      return try compared(source, day) { _ in }
    }
    var result: (LedgerSummary, [LedgerNotice])?
    try trial.score { sink in
      let found = try compared(source, day, alsoTo: sink)
      result = found
      return found.summary
    }
    guard let result else { throw StoreFailure.inconsistent("snapshot") }
    return result
  }

  /// - Parameter sink: Takes every row.
  private func compared(
    _ source: LedgerSource, _ day: Day, alsoTo sink: (LedgerRow) throws -> Void
  ) throws -> (summary: LedgerSummary, notices: [LedgerNotice]) {
    guard let store = try comparedStore() else {
      return (try workspace.read(source, effectiveOn: day, known: [], into: sink), [])
    }
    let review = try LedgerReview(
      workspace, confirmation: LedgerConfirmation(), day: day, in: store)
    let registers = try store.statedRegisters()
    let taken = [LedgerNotice](taken: try store.takenColumns(asOf: day))
    try store.compare(effectiveOn: day, review: { _ = try review.review($0) }) { staged in
      let read = try workspace.read(
        source, effectiveOn: day, known: registers, before: store,
        into: { row in
          try staged(row)
          try sink(row)
        })
      review.summary = read
      return SnapshotContent(read)
    }
    guard let summary = review.summary else { throw StoreFailure.inconsistent("snapshot") }
    return (summary, review.notices + taken)
  }

  /// Makes sure that the office's ledger is not missed: it is not there, though snapshots were taken,
  /// and there are no exports in its place.
  /// - Throws: `LedgerRefused` if it is.
  public func requireLedger() throws {
    guard !workspace.keepsExportsOnly, let store = try comparedStore(),
      try !store.standingSnapshots().isEmpty
    else { return }
    let exports = try DiskFiles.names(in: workspace.exports) ?? []
    guard !exports.contains(where: { Day($0) != nil }) else { return }
    throw LedgerRefused(faults: [.noLedger(at: workspace.source.name)])
  }

  /// Reads a ledger without holding it against anything, and forgets it.
  /// - Throws: `LedgerRefused`; `SourceFailure` where a database cannot be read.
  public func reading(_ source: LedgerSource, effectiveOn day: Day) throws -> LedgerSummary {
    try workspace.read(source, effectiveOn: day, known: []) { _ in }
  }

  /// The store, if there is one that this program reads: one of an earlier version is migrated
  /// first by what writes.
  private func comparedStore() throws -> LedgerStore? {
    if let file = workspace.storeFile, try !DiskFiles.exists(file) { return nil }
    do {
      return try workspace.readingStore()
    } catch StoreFailure.otherVersion(let version, let expected) where version < expected {
      return nil
    }
  }
}
