public import Database
public import Definitions
public import Domain
public import Foundation
public import Intake
import Metrics
public import Store

/// An office's folder: where its ledger, definitions, store and reports are.
public struct Workspace: Sendable {
  public let folder: String
  /// The file of the store; nil for one on a server.
  public let storeFile: String?
  /// The id of the office's ledger: the owner of its history in the store.
  public let ledger: String
  /// Where the office keeps its ledger.
  public let source: LedgerSource
  /// Exports of past days, each a folder or a workbook named by its day.
  public let exports: String
  /// Where reports are written.
  public let output: String
  /// The file that says which run is at work.
  public let lock: String
  public let timeZone: TimeZone
  /// The minute of the day at which a day closes; a run belongs to the latest day closed.
  public let dayCloses: Int
  /// How many days the clock may be ahead of what was recorded last.
  public let maximumClockJump: Int
  /// A report whose ledger is older than so many days says so.
  public private(set) var maximumAge: Int
  /// A ledger from which more of a plan's open tasks are gone, in per cent, has to be confirmed.
  public let maximumShrink: Int
  /// The ids of the ledger's columns whose empty cells take what stands above them.
  public let fillDown: [Register: Set<String>]
  /// How many working days before a deadline a run reminds the units; nil for never.
  public let remind: Int?
  /// The ids of the reports that are made for every period, and where that is said.
  public let reports: [String]
  let reportsPlace: SourcePlace
  /// The plans with their rules, or what is wrong with their files: what was kept of old can be
  /// shown and verified all the same.
  private var loadedPlans: Result<[PlanDefinition], any Error>
  public let vocabulary: Vocabulary
  public let vocabularyFile: DefinitionFile?
  /// How the office's workbook is read; nil if it needs no mapping.
  public let mapping: LedgerMapping?
  public let mappingFile: DefinitionFile?
  /// Makes an .xlsx of a workbook of the old form; nil where no program can.
  public let converter: WorkbookConverter?
  public private(set) var definitions: DefinitionLibrary
  /// By which rules figures are made: those of now, or of the definitions that were kept.
  private(set) var figures = FigureRules.current
  /// Whether definitions that were kept stand in the place of its files.
  private(set) var isKept = false
  /// The program's version, for manifests.
  public let program: String
  /// The file that binds the workspace to its ledger, and whether the ledger is to be bound to this
  /// workspace, whatever it was bound to.
  let tokenFile: String
  public var adoptsLedger = false
  /// The definitions that were kept, where they stand in the place of the files.
  var keptFiles: [DefinitionFile]?
  /// The entry of the chain from which the history is seen.
  private var head = Int64.max
  /// Opens the store; the engine is the caller's.
  public let open: @Sendable (_ access: StoreAccess) throws -> any Connection
  /// Holds the store's ledger on a server for as long as what is returned lives; a file has the
  /// lock of its workspace.
  let holdStore: @Sendable () throws -> AnyObject?
  /// Copies the store aside before it is migrated from a version; a server's owner does that.
  public let copyStore: @Sendable (_ version: Int) throws -> Void
  /// The ledger at a path or address; the engines are the caller's.
  public let sourceNamed: @Sendable (_ name: String) throws -> LedgerSource

  /// What a store is opened for.
  public enum StoreAccess: Sendable {
    case reading
    /// A store that is not there is a failure, never a new history begun in silence.
    case writing
    /// Makes the store if there is none.
    case making
    /// To try queries of definitions on the store's engine: an empty store where that is a file.
    case trying
    /// A store in memory, whatever the store is.
    case rehearsing
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
    folder: String, storeFile: String?, ledger: String, source: LedgerSource, exports: String,
    output: String, lock: String, timeZone: TimeZone, dayCloses: Int, maximumClockJump: Int,
    maximumAge: Int, maximumShrink: Int, tokenFile: String,
    fillDown: [Register: Set<String>] = [:], remind: Int? = nil,
    reports: (ids: [String], place: SourcePlace), plans: Result<[PlanDefinition], any Error>,
    vocabulary: Vocabulary, vocabularyFile: DefinitionFile?,
    mapping: LedgerMapping?, mappingFile: DefinitionFile?, converter: WorkbookConverter?,
    definitions: DefinitionLibrary, program: String,
    open: @escaping @Sendable (_ access: StoreAccess) throws -> any Connection,
    holdStore: @escaping @Sendable () throws -> AnyObject?,
    copyStore: @escaping @Sendable (_ version: Int) throws -> Void,
    sourceNamed: @escaping @Sendable (_ name: String) throws -> LedgerSource
  ) {
    self.folder = folder
    self.storeFile = storeFile
    self.ledger = ledger
    self.source = source
    self.exports = exports
    self.output = output
    self.lock = lock
    self.timeZone = timeZone
    self.dayCloses = dayCloses
    self.maximumClockJump = maximumClockJump
    self.maximumAge = maximumAge
    self.maximumShrink = maximumShrink
    self.fillDown = fillDown
    self.remind = remind
    self.tokenFile = tokenFile
    (self.reports, reportsPlace) = reports
    loadedPlans = plans
    self.vocabulary = vocabulary
    self.vocabularyFile = vocabularyFile
    self.mapping = mapping
    self.mappingFile = mappingFile
    self.converter = converter
    self.definitions = definitions
    self.program = program
    self.open = open
    self.holdStore = holdStore
    self.copyStore = copyStore
    self.sourceNamed = sourceNamed
  }
}

extension Workspace {
  /// The plans and their rules.
  /// - Throws: `DefinitionFault` if a file of theirs is faulty.
  public var plans: [PlanDefinition] {
    get throws { try loadedPlans.get() }
  }

  /// Whether the office has named its folder of exports: then it is to be there.
  var namesExports: Bool { exports != "\(folder)/exports" }

  /// Whether the office has said that it keeps dated exports and no ledger beside them.
  var keepsExportsOnly: Bool {
    guard case .files(let path) = source else { return false }
    return URL(fileURLWithPath: path).standardizedFileURL
      == URL(fileURLWithPath: exports).standardizedFileURL
  }

  /// The same workspace, whose history is seen from an entry of the chain: what came later is not
  /// there.
  func seen(from head: Int64) -> Workspace {
    var workspace = self
    workspace.head = head
    return workspace
  }

  /// Opens the store for writing and binds the workspace to its ledger.
  /// - Parameter now: The clock, UTC with milliseconds.
  /// - Throws: `JobFailure.otherWorkspace` where the ledger is bound to another one.
  func writingStore(now: String) throws -> LedgerStore {
    let store = try writingStore()
    try bind(store, now: now) { store }
    return store
  }

  /// As `writingStore(now:)`, where the clock must be right.
  /// - Throws: `ClockFault`, too.
  func writingStore(_ clock: JobClock) throws -> LedgerStore {
    let store = try writingStore()
    try check(clock, in: store)
    try bind(store, now: clock.now) { store }
    return store
  }

  /// Opens the store for writing. Where a writer owns the store it is migrated where needed; on a
  /// server that is the owner's work.
  private func writingStore() throws -> LedgerStore {
    let connection = try open(.writing)
    if connection.dialect.writerOwnsStore { try migrate(connection) }
    return try LedgerStore(connection, ledger: ledger)
  }

  /// Makes the store, or brings it up to date, with its working days.
  /// - Returns: Whether its schema was changed.
  func migrate() throws -> Bool { try migrate(open(.making)) }

  @discardableResult
  private func migrate(_ connection: any Connection) throws -> Bool {
    let isChanged = try LedgerStore.migrate(connection) { version in
      try copyStore(version)
    }
    let files = try definitions.calendars()
    try WorkingDays.update(connection, files: files, calendar: WorkingCalendar(files))
    return isChanged
  }

  /// Opens the store for reading.
  /// - Throws: `JobFailure.otherWorkspace` where the ledger is bound to another one.
  public func readingStore() throws -> LedgerStore {
    let store = try LedgerStore(open(.reading), ledger: ledger, head: head)
    if !adoptsLedger { try checkBinding(of: store) }
    return store
  }

  /// The files that are kept with a snapshot: plans, rules, vocabulary, mapping, calendars, queries,
  /// reports, what columns mean.
  func definitionsInForce() throws -> [DefinitionFile] {
    try plans.compactMap(\.file) + plans.flatMap { $0.rules.map(\.file) }
      + [vocabularyFile, mappingFile].compactMap { $0 } + definitions.calendars()
      + definitions.queryIDs.map { try definitions.queryFile($0) }
      + definitions.reportIDs.map { try definitions.report($0) }
      + definitions.columnFiles()
      + definitions.templateIDs.compactMap { try definitions.template($0) }
  }

  /// The texts that make a plan's figures what they are, by kind and id: the plan, its rules, the
  /// calendars and the queries of a single moment.
  func figureDefinitions(of plan: String) throws -> [String: String] {
    let defined = try plans.first { $0.plan.id == plan }
    let queries = try ["state", "facts", "metrics", "scoring"].flatMap(definitions.queryIDs).map {
      try definitions.queryFile($0)
    }
    let files =
      [defined?.file].compactMap { $0 } + (defined?.rules.map(\.file) ?? [])
      + (try definitions.calendars()) + queries
    return Dictionary(
      files.map { ("\($0.kind.rawValue) \($0.id)", $0.text) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The same workspace with definitions that were kept in the place of its files.
  /// - Parameters:
  ///   - figures: The rules of their time; nil for those that they show.
  ///   - isOverride: Whether one stood in the place of a shipped one.
  func with(
    _ files: [DefinitionFile], maximumAge: Int? = nil, figures: FigureRules? = nil,
    isOverride: @escaping @Sendable (DefinitionFile) throws -> Bool
  ) throws -> Workspace {
    var workspace = self
    workspace.isKept = true
    workspace.definitions = DefinitionLibrary(kept: files, isOverride: isOverride)
    let figures = figures ?? workspace.definitions.figures
    workspace.figures = figures
    let rules = files.filter { $0.kind == .rules }
    let plans = try files.filter { $0.kind == .plan }.map { file in
      PlanDefinition(
        plan: try Plan(file, by: figures), file: file,
        rules: try rules.filter { $0.id.hasPrefix(file.id + "/") }.map { try RuleBook($0) })
    }
    workspace.loadedPlans = .success(plans)
    workspace.keptFiles = files
    workspace.maximumAge = maximumAge ?? self.maximumAge
    return workspace
  }

  /// The plan that a command is about: the one named, else the only one there is.
  ///
  /// A plan that only the ledger knows is taken with the standard calendar, lights and rules.
  /// - Throws: `JobFailure.filesGone` for one whose file is there no more, too.
  public func plan(_ id: String?, in store: LedgerStore, asOf day: Day?) throws -> PlanDefinition {
    let known = try planIDs(in: store)
    let wanted = try id ?? Self.only(known)
    if let defined = try plans.first(where: { $0.plan.id == wanted }) { return defined }
    try requireFiles(of: wanted, in: store)
    guard known.contains(wanted) else { throw JobFailure.unknownPlan(wanted, known: known) }
    let newest = try store.newestSnapshot()?.effectiveOn.year
    let year = day?.year ?? newest ?? Day.years.lowerBound
    return PlanDefinition(plan: .standard(id: wanted, year: year, by: figures), file: nil)
  }

  /// The plans that there are: those with a file, then those that only the ledger knows.
  func planIDs(in store: LedgerStore) throws -> [String] {
    let defined = try plans.map(\.plan.id)
    return try defined + store.plans().filter { !defined.contains($0) }
  }

  private static func only(_ known: [String]) throws -> String {
    guard let first = known.first else { throw JobFailure.noPlan }
    guard known.count == 1 else { throw JobFailure.severalPlans(known) }
    return first
  }
}
