import Definitions
import Domain

/// What the files of a ledger hold for its registers.
final class LedgerTables {
  /// A register's rows: a file with our headings, which is read when its turn comes, or shaped ones.
  enum Content {
    case csv(String)
    case shaped([TableReader], path: String, hash: ContentHash, places: any PlaceFinder)
  }

  private let mapping: LedgerMapping?
  private let faults: FaultList
  private(set) var content: [Register: Content] = [:]
  private var files: [Register: String] = [:]
  private(set) var notes = ReadingNotes()
  /// The entries of the mapping that no sheet or file is for.
  private var unmatched: [SheetMapping]
  /// Whether anything was read that the mapping is for.
  private var isMapped = false
  /// The names of the sheets and files that there are.
  private var names: [String] = []

  init(_ mapping: LedgerMapping?, faults: FaultList) {
    self.mapping = mapping
    self.faults = faults
    unmatched = mapping?.sheets ?? []
  }

  // MARK: Files

  /// Takes a CSV file that an entry of the mapping is for.
  func add(csv path: String, name: String, _ entries: [SheetMapping]) {
    take(entries)
    names.append(name)
    faults.announce(path)
    guard let rows = CSVRows(path, faults: faults) else {
      for register in entries.compactMap(\.register) { files[register] = files[register] ?? path }
      return
    }
    let tables = tables(rows, name, entries) { CSVRows(path, faults: FaultList()) }
    for (register, readers) in tables {
      add(register, .shaped(readers, path: path, hash: rows.hash, places: rows), path)
    }
  }

  /// Takes a CSV file with our headings.
  func add(csv path: String, _ register: Register) { add(register, .csv(path), path) }

  /// The entries of the mapping that are for a sheet or file.
  func entries(_ name: String) -> [SheetMapping] {
    mapping?.sheets.filter { $0.matches(name) } ?? []
  }

  private func take(_ entries: [SheetMapping]) {
    isMapped = isMapped || !entries.isEmpty
    unmatched.removeAll(where: entries.contains)
  }

  private func add(_ register: Register, _ content: Content, _ path: String) {
    if let other = files[register] {
      faults.add(
        InputFault(
          place: SourcePlace(file: path),
          problem: .registerTwice(register, other: Self.name(other))))
      return
    }
    files[register] = path
    self.content[register] = content
  }

  /// The name of a file without its folder.
  static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Whether a register is there, or is at fault already.
  func has(_ register: Register) -> Bool { files[register] != nil }

  // MARK: Workbooks

  /// Takes the sheets of a workbook.
  func add(_ workbook: Workbook) {
    faults.announce(workbook.path)
    isMapped = isMapped || mapping != nil
    var readers: [Register: [TableReader]] = [:]
    for (index, sheet) in workbook.sheets.enumerated() {
      var entries = entries(sheet.name)
      if entries.isEmpty { entries = template(sheet) }
      take(entries)
      names.append(sheet.name)
      let wanted = entries.filter { $0.register != nil }
      guard !wanted.isEmpty else {
        leaveOut(sheet, index + 1, workbook, isWanted: !entries.isEmpty)
        continue
      }
      let tab = index + 1
      let first = SheetRows(sheet, tab: tab, of: workbook)
      let tables = tables(first, sheet.name, wanted) { SheetRows(sheet, tab: tab, of: workbook) }
      for (register, found) in tables { readers[register, default: []] += found }
    }
    for (register, readers) in readers {
      add(
        register,
        .shaped(readers, path: workbook.path, hash: workbook.hash, places: workbook), workbook.path)
    }
  }

  /// A sheet of a template has the name and the headings of a register.
  private func template(_ sheet: Sheet) -> [SheetMapping] {
    guard let register = Register.named(sheet.name.trimmingBlanks) else { return [] }
    return [SheetMapping(sheet: sheet.name, register: register)]
  }

  /// Whether a workbook has the names of our registers.
  static func isTemplate(_ workbook: Workbook) -> Bool {
    workbook.sheets.contains { Register.named($0.name.trimmingBlanks) == .ledger }
  }

  private func leaveOut(_ sheet: Sheet, _ tab: Int, _ workbook: Workbook, isWanted: Bool) {
    guard !sheet.rows.isEmpty, !sheet.isDrawing else { return }
    let place = SourcePlace(file: workbook.path, sheet: sheet.name, tab: tab)
    notes.leftOut.append(
      ReadingNotes.LeftOut(
        place: place, isHidden: sheet.isHidden, rows: sheet.rows.count, isWanted: isWanted))
    guard !isWanted else { return }
    faults.add(
      InputFault(
        place: place, problem: .sheetLeftOut(rows: sheet.rows.count, isHidden: sheet.isHidden),
        value: sheet.name))
  }

  // MARK: Tables

  /// The tables of a sheet or text, in its order.
  private func tables(
    _ source: any RowSource, _ name: String, _ entries: [SheetMapping],
    again: () -> (any RowSource)?
  ) -> [Register: [TableReader]] {
    let merges = (source as? SheetRows)?.sheet.merges ?? []
    let rows = Self.firstRows(
      source, entries.count > 1 ? .max : HeadingSearch.limit + BarRule.sample)
    var found: [(headings: TableHeadings, entry: SheetMapping, register: Register)] = []
    for entry in entries {
      guard let register = entry.register else { continue }
      let limit = entries.count > 1 ? Int.max : HeadingSearch.limit
      let search = HeadingSearch(
        rows: Array(rows.prefix(limit)), merges: merges, mapping: entry,
        register: register)
      switch search.run() {
      case .found(let headings): found.append((headings, entry, register))
      case .missing(let headings, let missing):
        files[register] = files[register] ?? source.path
        report(missing, headings, source)
      case .none(let nearest):
        files[register] = files[register] ?? source.path
        reportNone(nearest, source, name)
      }
    }
    found.sort { $0.headings.rows.lowerBound < $1.headings.rows.lowerBound }
    var readers: [Register: [TableReader]] = [:]
    for (index, table) in found.enumerated() {
      guard let rowSource = index == 0 ? source : again() else { continue }
      let reader = TableReader(
        rowSource, sheet: name, table.entry, table.register, table.headings,
        firstRows: rows)
      if index > 0 { reader.notesFrom = .max }
      if index + 1 < found.count { reader.lastRow = found[index + 1].headings.rows.lowerBound - 1 }
      if index + 1 == found.count { reader.endAtLastTask(again) }
      readers[table.register, default: []].append(reader)
    }
    return readers
  }

  private static func firstRows(_ source: any RowSource, _ limit: Int) -> [HeadRow] {
    source.rewind(FaultList())
    var record = RowRecord()
    var rows: [HeadRow] = []
    var number = 0
    while rows.count < limit, source.next(&record) {
      number = record.spot.tab == 0 ? number + 1 : record.line
      rows.append(HeadRow(number: number, fields: Array(record.fields.prefix(2_000))))
    }
    return rows
  }

  private func report(
    _ missing: [HeadingSearch.MissingHeading], _ headings: TableHeadings, _ source: any RowSource
  ) {
    let names = headings.columns.map(\.name)
    guard let first = headings.columns.first else { return }
    for heading in missing {
      let place = source.place(of: first.cell.spot)
      let problem: InputProblem =
        heading.several.isEmpty
        ? .mappedHeadingMissing(
          column: heading.column?.heading ?? "", line: heading.place?.line,
          nearest: Nearest.candidates(heading.name, among: names, limit: 1).first)
        : .mappedHeadingTwice(columns: heading.several.map(CellAddress.letters))
      faults.add(InputFault(place: place, problem: problem, value: heading.name))
    }
  }

  private func reportNone(_ nearest: TableHeadings?, _ source: any RowSource, _ name: String) {
    let place: SourcePlace =
      if let sheet = source as? SheetRows {
        SourcePlace(
          file: source.path, sheet: sheet.sheet.name, tab: sheet.tab,
          cell: nearest?.columns.first.map {
            CellAddress(row: Int($0.cell.spot.line), column: $0.number)
          })
      } else {
        nearest?.columns.first.map { source.place(of: $0.cell.spot) }
          ?? SourcePlace(file: source.path)
      }
    faults.add(
      InputFault(
        place: place, problem: .headingsNotFound(nearestRow: nearest?.rows.lowerBound), value: name)
    )
  }

  /// Says which entries of the mapping are for nothing.
  func finish() {
    // A mapping for a workbook says nothing of CSV files with our own headings.
    guard isMapped else { return }
    for entry in unmatched where !entry.isPattern && entry.register != nil {
      guard let place = entry.place else { continue }
      faults.add(
        InputFault(
          place: place,
          problem: .sheetNotFound(
            nearest: Nearest.candidates(entry.sheet, among: names, limit: 1).first, known: names),
          value: entry.sheet))
    }
  }
}

extension String {
  /// Without blanks around it.
  var trimmingBlanks: String {
    var text = self
    return text.withUTF8 { String(decoding: Blanks.trim($0), as: UTF8.self) }
  }
}
