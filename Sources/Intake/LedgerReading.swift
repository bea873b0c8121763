import Definitions
import Domain

/// One reading of a ledger: what its files know of each other.
final class LedgerReading {
  let reader: LedgerReader
  let faults: FaultList
  let units: UnitDirectory
  let words = GroupingWords()
  var tasks: TaskIndex
  private var sources: [LedgerSummary.Source] = []
  private var ownColumns: [String] = []
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
    units.isComplete = false
    tasks.isComplete = false
  }

  /// Reads one register. The units come first and the tasks second.
  func read(
    _ register: Register, _ source: any RowSource, into sink: (LedgerRow) throws -> Void
  ) throws {
    let fillDown = reader.fillDown[register] ?? []
    if register == .ledger {
      tasks = TaskIndex(source, defaultPlan: reader.defaultPlan, fillDown: fillDown)
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
    if rows > 0, !reader.knownRegisters.contains(register) { readRow.converter.reportLacking() }
    if register == .ledger {
      ownColumns = cursor.headings.own.map { cursor.headings.names[$0] }
    }
    let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
    let columns = zip(register.columns, cursor.headings.fields).filter { $0.1 != nil }
    sources.append(
      LedgerSummary.Source(
        register: register, file: name, hash: source.hash, rows: rows,
        columns: Set(columns.map(\.0.id))))
  }

  /// Names words that group and are nearly the same, and those of plans that match none.
  func reportWords() {
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

  var summary: LedgerSummary {
    LedgerSummary(
      sources: sources, plans: tasks.plans, warnings: faults.sorted(faults.warnings),
      warningCount: faults.warningCount, ownColumns: ownColumns)
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
