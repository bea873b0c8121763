public import Database
public import Definitions
public import Domain
public import Foundation
import Metrics
public import Store

/// An office's folder: where its ledger, definitions, store and reports are.
public struct Workspace: Sendable {
  /// The id of the office's ledger: the owner of its history in the store.
  public let ledger: String
  /// Where the office keeps its ledger.
  public let source: String
  /// Exports of past days, each a folder named by its day.
  public let exports: String
  /// Where reports are written.
  public let output: String
  /// The file that says which run is at work.
  public let lock: String
  /// Where a store is copied before it is migrated.
  public let backups: String
  public let timeZone: TimeZone
  /// The minute of the day at which a day closes; a run belongs to the latest day closed.
  public let dayCloses: Int
  /// A report whose ledger is older than so many days says so.
  public let maximumAge: Int
  public let plans: [PlanDefinition]
  public let vocabulary: Vocabulary
  public let vocabularyFile: DefinitionFile?
  public let definitions: DefinitionLibrary
  /// The program's version, for manifests.
  public let program: String
  /// Opens the store; the engine is the caller's.
  public let open: @Sendable (_ access: StoreAccess) throws -> any Connection
  /// Copies the store to a file, before a migration.
  public let copyStore: @Sendable (_ path: String) throws -> Void

  /// What a store is opened for.
  public enum StoreAccess: Sendable {
    case reading
    /// A store that is not there is a failure, never a new history begun in silence.
    case writing
    /// Makes the store if there is none.
    case making
  }

  /// A plan, the file that defines it (none for a ledger without a plan file), and its rules.
  public struct PlanDefinition: Sendable {
    public let plan: Plan
    public let file: DefinitionFile?
    /// The scoring rules, each from its effective date on.
    public let rules: [RuleBook]

    public init(plan: Plan, file: DefinitionFile?, rules: [RuleBook] = []) {
      self.plan = plan
      self.file = file
      self.rules = rules
    }
  }

  public init(
    ledger: String, source: String, exports: String, output: String, lock: String,
    backups: String, timeZone: TimeZone, dayCloses: Int, maximumAge: Int,
    plans: [PlanDefinition], vocabulary: Vocabulary, vocabularyFile: DefinitionFile?,
    definitions: DefinitionLibrary, program: String,
    open: @escaping @Sendable (_ access: StoreAccess) throws -> any Connection,
    copyStore: @escaping @Sendable (_ path: String) throws -> Void
  ) {
    self.ledger = ledger
    self.source = source
    self.exports = exports
    self.output = output
    self.lock = lock
    self.backups = backups
    self.timeZone = timeZone
    self.dayCloses = dayCloses
    self.maximumAge = maximumAge
    self.plans = plans
    self.vocabulary = vocabulary
    self.vocabularyFile = vocabularyFile
    self.definitions = definitions
    self.program = program
    self.open = open
    self.copyStore = copyStore
  }
}

extension Workspace {
  /// Opens the store for writing, migrated where needed, with working days up to date.
  func writingStore(_ access: StoreAccess = .writing) throws -> LedgerStore {
    let connection = try open(access)
    try LedgerStore.migrate(connection) { version in
      try FileManager.default.createDirectory(
        atPath: backups, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try copyStore("\(backups)/version-\(version).sqlite")
    }
    let files = try definitions.calendars()
    try WorkingDays.update(connection, files: files, calendar: WorkingCalendar(files))
    return try LedgerStore(connection, ledger: ledger)
  }

  /// Opens the store for reading.
  public func readingStore() throws -> LedgerStore {
    try LedgerStore(open(.reading), ledger: ledger)
  }

  /// The files that are kept with a snapshot: plans, rules, vocabulary, calendars, queries, reports.
  func definitionsInForce() throws -> [DefinitionFile] {
    try plans.compactMap(\.file) + plans.flatMap { $0.rules.map(\.file) }
      + [vocabularyFile].compactMap { $0 } + definitions.calendars()
      + definitions.queryIDs.map { try definitions.queryFile($0) }
      + definitions.reportIDs.map { try definitions.report($0) }
  }

  /// The plan that a command is about: the one named, else the only one there is.
  ///
  /// A plan that only the ledger knows is taken with the standard calendar, lights and rules.
  public func plan(_ id: String?, in store: LedgerStore, asOf day: Day?) throws -> PlanDefinition {
    let stored = try store.plans()
    let known = plans.map(\.plan.id) + stored.filter { id in !plans.contains { $0.plan.id == id } }
    let wanted = try id ?? Self.only(known)
    if let defined = plans.first(where: { $0.plan.id == wanted }) { return defined }
    guard stored.contains(wanted) else { throw JobFailure.unknownPlan(wanted, known: known) }
    let newest = try store.newestSnapshot()?.effectiveOn.year
    let year = day?.year ?? newest ?? Day.years.lowerBound
    return PlanDefinition(plan: .standard(id: wanted, year: year), file: nil)
  }

  private static func only(_ known: [String]) throws -> String {
    guard let first = known.first else { throw JobFailure.noPlan }
    guard known.count == 1 else { throw JobFailure.severalPlans(known) }
    return first
  }
}

/// Why a job could not be done, besides the faults of input, definitions and store.
public enum JobFailure: Error, Hashable, Sendable {
  /// No plan has this id; those there are.
  case unknownPlan(String, known: [String])
  /// Several plans, and none was named.
  case severalPlans([String])
  /// Neither a plan file nor a snapshot.
  case noPlan
  /// The plan's calendar has no such period; those it has.
  case unknownPeriod(String, known: [String])
  /// The cut-off of a period has not been reached.
  case periodNotClosed(String, cutoff: Day)
  /// Another run is at work.
  case locked(path: String)
  /// The lock file cannot be made or held.
  case unlockable(path: String)
  /// No scoring rules of the plan are in force on the day.
  case noRules(plan: String, asOf: Day)
  /// No unit, or several, bear the name; the nearest names, or the ids of those that do.
  case unknownUnit(String, nearest: [String])
  /// A check of severity fail struck.
  case checksFailed(Int)
}
