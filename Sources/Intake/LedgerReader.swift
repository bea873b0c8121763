public import Definitions
public import Domain

/// Reads a ledger: a workbook, a folder with a CSV file per register, or a database with a query for
/// each.
///
///     let reader = LedgerReader(
///       vocabulary: .standard, plans: ["2023-放管服"], defaultPlan: "2023-放管服", effectiveOn: day)
///     let summary = try reader.read("ledger") { row in try snapshot.stage(row) }
///
/// Nothing is silently dropped or guessed: what cannot be read is a fault with its file, line and
/// column, and all faults of all files are found before the ledger is refused.
public struct LedgerReader {
  let vocabulary: Vocabulary
  let plans: [String]
  let defaultPlan: String
  let effectiveOn: Day
  let leadsByPolicy: Set<String>
  let periods: [String: [PeriodName]]
  let years: [String: [Int]]
  let partiallyNumbered: Set<String>
  let fillDown: [Register: Set<String>]
  let knownRegisters: Set<Register>
  let planWords: [PlanWord]
  /// Asked for once, and only by a ledger without a column of days of completion.
  let completionDays: () throws -> CompletionDays
  let mapping: LedgerMapping?
  let mappingFolder: String
  let converter: WorkbookConverter?

  /// How a plan's calendar calls a period.
  public struct PeriodName: Hashable, Sendable {
    public let id: String
    public let name: String

    public init(id: String, name: String) {
      (self.id, self.name) = (id, name)
    }

    /// As messages show it.
    var shown: String { name.isEmpty || name == id ? id : "\(id)（\(name)）" }
  }

  /// - Parameters:
  ///   - vocabulary: What the office's words mean.
  ///   - plans: The ids of the workspace's plans; empty if any is to be taken.
  ///   - defaultPlan: The plan of a task register that names none.
  ///   - effectiveOn: The day whose state the ledger shows; units are known by the names that they
  ///     have on it, and nothing can have been completed after it.
  ///   - leadsByPolicy: The plans that say who leads a task of which the ledger names no lead.
  ///   - periods: The periods of each plan that has a calendar.
  ///   - years: The years of each plan that has a file: deadlines without a year lie in them.
  ///   - partiallyNumbered: The plans that say that only some of their tasks bear a number.
  ///   - fillDown: The ids of the columns whose empty cells take what stands above them.
  ///   - knownRegisters: The registers that came before: what the others lack is warned of.
  ///   - planWords: What plans and rules call groups and levels.
  ///   - completionDays: When tasks were done, by the snapshots before; asked for only where the
  ///     ledger has no column that says so.
  ///   - mapping: How a workbook, or files with other headings, are read.
  ///   - mappingFolder: Where the mapping stands.
  ///   - converter: Makes an .xlsx of a workbook of the old form; nil where no program can.
  public init(
    vocabulary: Vocabulary, plans: [String], defaultPlan: String, effectiveOn: Day,
    leadsByPolicy: Set<String> = [], periods: [String: [PeriodName]] = [:],
    years: [String: [Int]] = [:], partiallyNumbered: Set<String> = [],
    fillDown: [Register: Set<String>] = [:],
    knownRegisters: Set<Register> = [],
    planWords: [PlanWord] = [], mapping: LedgerMapping? = nil, mappingFolder: String = "",
    converter: WorkbookConverter? = nil,
    completionDays: @escaping () throws -> CompletionDays = { CompletionDays() }
  ) {
    self.vocabulary = vocabulary
    self.plans = plans
    self.defaultPlan = defaultPlan
    self.effectiveOn = effectiveOn
    self.leadsByPolicy = leadsByPolicy
    self.periods = periods
    self.years = years
    self.partiallyNumbered = partiallyNumbered
    self.fillDown = fillDown
    self.knownRegisters = knownRegisters
    self.planWords = planWords
    self.completionDays = completionDays
    self.mapping = mapping
    self.mappingFolder = mappingFolder
    self.converter = converter
  }

  /// The day that an export is named by: the name of a folder, or of a workbook without its ending;
  /// nil if it names none.
  public static func exportDay(_ name: String) -> Day? {
    LedgerFolder.isWorkbook(name) ? Day(LedgerFolder.stem(name)) : Day(name)
  }

  /// Reads the ledger at `path` and hands its rows to `sink`, register by register.
  ///
  /// The sink gets rows before the whole ledger is known to be good; the caller keeps them in a
  /// transaction that it rolls back when this throws.
  /// - Throws: `LedgerRefused` with every fault found, or what `sink` throws.
  public func read(_ path: String, into sink: (LedgerRow) throws -> Void) throws -> LedgerSummary {
    try read(into: sink) {
      LedgerFolder.find(
        path, mapping: mapping, beside: mappingFolder, converter: converter, faults: $0)
    }
  }

  /// As `read(_:into:)`, of a workbook that was opened.
  func read(_ workbook: Workbook, into sink: (LedgerRow) throws -> Void) throws -> LedgerSummary {
    try read(into: sink) {
      LedgerFolder.find(workbook, mapping: mapping, beside: mappingFolder, faults: $0)
    }
  }

  private func read(
    into sink: (LedgerRow) throws -> Void, _ find: (FaultList) -> LedgerTables
  ) throws -> LedgerSummary {
    let faults = FaultList()
    let tables = find(faults)
    let reading = LedgerReading(self, faults: faults)
    try reading.read(tables, into: sink)
    return try reading.finish()
  }
}

/// What a ledger consisted of.
public struct LedgerSummary: Sendable {
  /// A file, or a query's rows, that was read.
  public struct Source: Hashable, Sendable {
    /// What it holds.
    public let register: Register
    /// The file's name without its folder.
    public let file: String
    /// Of the file's bytes, or of the query's rows in their order.
    public let hash: ContentHash
    /// The rows of the register, not counting blank lines.
    public let rows: Int
    /// The ids of the columns that have a heading.
    public let columns: Set<String>
  }

  /// The files in the order of the registers.
  public let sources: [Source]
  /// The plans that the ledger makes a full statement of, in the order in which they appear; the
  /// default plan if no task names one.
  public let plans: [String]
  /// What the office should look at; the first thousand, in the order of files and places.
  public let warnings: [InputFault]
  /// How many warnings there are in all.
  public let warningCount: Int
  /// The headings of the office's own columns of the task register, in file order.
  public let ownColumns: [String]
  /// What was not read, for the workspace does not know its plan.
  public let setAside: SetAside

  /// Rows of plans that the workspace does not know.
  public struct SetAside: Sendable {
    public let plans: Set<String>
    /// The titles of their tasks.
    public let titles: Set<String>
    /// By plan and register, in the order of files and lines.
    public let faults: [InputFault]
  }

  /// What is refused of a ledger whose rest is taken; nil where nothing is.
  public var refusal: PlansRefused? {
    setAside.faults.isEmpty ? nil : PlansRefused(faults: setAside.faults)
  }

  /// What was understood of a workbook, or of files that a mapping describes.
  public let notes: ReadingNotes

  /// The registers that are present.
  public var coverage: [Register] { sources.map(\.register) }
}
