import Definitions
import Domain

/// One reading of a ledger: what its files know of each other.
final class LedgerReading {
  let reader: LedgerReader
  let faults: FaultList
  let units: UnitDirectory
  let words = GroupingWords()
  var tasks: TaskIndex
  let setAside: PlansSetAside
  private var sources: [LedgerSummary.Source] = []
  private var ownColumns: [String] = []
  private var notes = ReadingNotes()
  /// Where the tasks were shaped from.
  private var ledger: (path: String, hash: ContentHash, places: any PlaceFinder)?
  /// So many cells that list units are remembered: most stand in several rows.
  private static let cellLimit = 1 << 15
  private var unitCells: [ByteText: UnitCell] = [:]
  /// The collectives without members that were warned of.
  var warnedCollectives: Set<Int> = []

  init(_ reader: LedgerReader, faults: FaultList) {
    self.reader = reader
    self.faults = faults
    units = UnitDirectory(effectiveOn: reader.effectiveOn)
    tasks = TaskIndex(plans: [reader.defaultPlan], rows: [], headings: [])
    setAside = PlansSetAside(known: reader.plans)
    units.isComplete = false
    tasks.isComplete = false
  }

  /// Reads all registers that there are.
  func read(_ tables: LedgerTables, into sink: (LedgerRow) throws -> Void) throws {
    notes = tables.notes
    var readers: [TableReader] = []
    for register in Register.allCases {
      let parts = parts(register, of: readers)
      switch tables.content[register] {
      case .csv(let path):
        faults.announce(path)
        if let derived = parts.first(where: { !$0.isEmpty }) {
          refuse(derived.register, path, parts: readers[0].source.path)
        }
        guard let rows = CSVRows(path, faults: faults) else { continue }
        try read(register, rows, into: sink)
      case .shaped(let tables, let path, let hash, let places):
        faults.announce(path)
        for table in tables { table.context = context }
        if let derived = parts.first(where: { !$0.isEmpty }), readers[0].source.path != path {
          refuse(derived.register, path, parts: readers[0].source.path)
        }
        let rows = ShapedRows(register, tables + parts, path: path, hash: hash, places: places)
        try read(register, rows, into: sink)
        if register == .ledger { (readers, ledger) = (tables, (path, hash, places)) }
        note(tables, path)
      case nil:
        guard let ledger, parts.contains(where: { !$0.isEmpty }) || states(register, readers)
        else { continue }
        let rows = ShapedRows(
          register, parts, path: ledger.path, hash: ledger.hash, places: ledger.places)
        try read(register, rows, into: sink)
      }
    }
  }

  /// What rows of tasks held of a register.
  private func parts(_ register: Register, of readers: [TableReader]) -> [DerivedRows] {
    readers.compactMap { $0.derived[register] }.map { part in
      part.taskNames = { [tasks] index in
        guard tasks.rows.indices.contains(index) else { return (nil, nil) }
        let row = tasks.rows[index]
        return (row.key, row.plan.map { tasks.plans[$0] })
      }
      return part
    }
  }

  /// Whether the tasks say all that there is of a register, though that is nothing now.
  private func states(_ register: Register, _ readers: [TableReader]) -> Bool {
    readers.contains { table in
      guard table.derived[register] != nil, reader.mapping != nil else { return false }
      return table.mapping.rowsOfATask == register || reader.knownRegisters.contains(register)
        || table.shape.wholes.contains { $0.register == register }
    }
  }

  private func refuse(_ register: Register, _ path: String, parts other: String) {
    faults.add(
      InputFault(
        place: SourcePlace(file: path),
        problem: .registerTwice(register, other: LedgerTables.name(other))))
  }

  /// What shaping needs to know.
  private var context: ShapingContext {
    let plans = reader.plans.isEmpty ? Array(reader.years.keys) : reader.plans
    let years =
      reader.years[reader.defaultPlan] ?? Set(plans.flatMap { reader.years[$0] ?? [] }).sorted()
    return ShapingContext(
      years: DeadlineText.Years(years),
      isUnit: { [units] in UnitCellParser.whole($0, units) != nil })
  }

  private func note(_ tables: [TableReader], _ path: String) {
    for table in tables {
      notes.tables.append(table.notes)
      for fault in table.notes.warnings(path) { faults.add(fault) }
    }
  }

  /// Reads one register. The units come first and the tasks second.
  func read(
    _ register: Register, _ source: any RowSource, into sink: (LedgerRow) throws -> Void
  ) throws {
    let fillDown = reader.fillDown[register] ?? []
    if register == .ledger {
      tasks = TaskIndex(
        source, defaultPlan: reader.defaultPlan, known: reader.plans, fillDown: fillDown,
        partial: reader.partiallyNumbered)
    }
    guard let cursor = RegisterCursor(source, register, fillDown: fillDown, faults: faults)
    else { return }
    var rows = 0
    let readRow = rowReader(cursor)
    while cursor.next() {
      rows += 1
      try readRow.read { row in
        if faults.errorCount == 0 { try sink(row) }
      }
    }
    try readRow.finish { row in
      if faults.errorCount == 0 { try sink(row) }
    }
    rows -= setAside.count(of: register)
    if rows > 0, !reader.knownRegisters.contains(register) { readRow.converter.reportLacking() }
    if register == .ledger {
      ownColumns = cursor.headings.own.map { cursor.headings.names[$0] }
    }
    let sheets = source.sheets
    let name =
      LedgerTables.name(source.path) + (sheets.isEmpty ? "" : ":" + sheets.joined(separator: "、"))
    let columns = zip(register.columns, cursor.headings.fields).filter { $0.1 != nil }
    sources.append(
      LedgerSummary.Source(
        register: register, file: name, hash: source.hash, rows: rows,
        columns: Set(columns.map(\.0.id))))
  }

  /// Names words that group and are nearly the same, and those of plans that match none.
  private func reportWords() {
    words.report(
      reader.planWords,
      isStated: { group in sources.contains { $0.register == group.column.register } },
      to: faults)
  }

  private func rowReader(_ cursor: RegisterCursor) -> any RegisterRows {
    switch cursor.register {
    case .units: UnitRows(self, cursor)
    case .ledger: TaskRows(self, cursor)
    default: RecordRows(self, cursor)
    }
  }

  /// What was read.
  /// - Throws: `LedgerRefused` with every fault, those of plans that are set aside included.
  func finish() throws -> LedgerSummary {
    reportWords()
    let refused = setAside.faults
    if faults.errorCount > 0 { refused.forEach(faults.add) }
    try faults.refuseIfAny()
    return LedgerSummary(
      sources: sources, plans: tasks.readPlans, warnings: faults.sorted(faults.warnings),
      warningCount: faults.warningCount, ownColumns: ownColumns,
      setAside: LedgerSummary.SetAside(
        plans: setAside.plans, titles: setAside.titles, faults: faults.sorted(refused)),
      notes: notes)
  }

  /// What a cell that lists units means; worked out once for each text.
  func unitList(_ text: String) -> UnitCell {
    if let known = unitCells[ByteText(text)] { return known }
    let cell = UnitCellParser.list(text, units)
    if unitCells.count == Self.cellLimit { unitCells.removeAll(keepingCapacity: true) }
    unitCells[ByteText(text)] = cell
    return cell
  }
}

/// Reads the rows of one register.
protocol RegisterRows {
  /// What it turns cells into values with.
  var converter: RowConverter { get }
  /// Reads the row at the cursor and hands on what the store keeps of it.
  func read(into sink: (LedgerRow) throws -> Void) throws
  /// Checks what can be known only when all rows were read, and hands on the rows that waited.
  func finish(into sink: (LedgerRow) throws -> Void) throws
}
