import Definitions
import Domain

/// Reads the rows of a table of a sheet, or of a text, under our columns: fills what is merged, steps
/// over what is no row, and puts the rows of a task together.
final class TableReader: RowPart {
  let source: any RowSource
  let shape: TableShape
  let mapping: SheetMapping
  let register: Register
  let columns: [PartColumn]
  /// What rows of tasks hold, by register.
  private(set) var derived: [Register: DerivedRows] = [:]
  var context = ShapingContext()
  var notes: ReadingNotes.Table
  var faults = FaultList()
  /// How many rows of the register stand in the parts before.
  var firstRow = 0
  /// The first row whose cells above the headings are notes on the table.
  var notesFrom = 1
  /// The last row of the table where another one follows on its sheet.
  var lastRow = Int.max
  /// The first cells of the rows below it that belong to something else.
  private var below: [CellAddress] = []
  /// Whether what stands below it in a text is still to be looked at.
  private var isCut = false

  /// The row of the source that is looked at, and its number.
  var raw = RowRecord()
  private(set) var number = 0
  var cells: [CellFill]
  let sheet: SheetRows?
  let texts = ByteArena()
  /// The text of the last bar.
  var bar: RowField?
  var isEnded = false
  /// How many rows were read: of tasks, how many tasks.
  var count = 0
  /// How many rows stand since the last total.
  var sinceTotal = 0
  let headRows: [HeadRow]
  /// The heading rows that still follow where headings are repeated.
  var headingsLeft: ArraySlice<HeadRow> = []
  /// The words, in small letters, with which rows begin that are none.
  let marks: [[UInt8]]
  let bars: [Int: CellRange]
  let barRule: BarRule
  let commented: [Int: [(column: Int, text: String)]]
  var unitTexts: [UnitText: [Role: UnsafeBufferPointer<UInt8>]] = [:]
  /// The days of the milestones of the task that waits.
  var milestoneDays: [Day] = []
  var goesOn = false
  /// The task that waits for its further rows.
  var waiting: PartRow?
  private var isFinished = false

  struct UnitText: Hashable {
    let source: Int
    let text: ByteText
  }

  init(
    _ source: any RowSource, sheet name: String, _ mapping: SheetMapping, _ register: Register,
    _ headings: TableHeadings, firstRows: [HeadRow]
  ) {
    self.source = source
    self.mapping = mapping
    self.register = register
    headRows = firstRows.filter { headings.rows.contains($0.number) }
    let sheet = source as? SheetRows
    self.sheet = sheet
    let details = sheet?.sheet.details
    commented = Self.comments(details?.comments ?? [:], below: headings.rows.upperBound)
    shape = TableShape(headings, mapping, register, hasComments: !commented.isEmpty)
    columns = shape.fields.map(\.column)
    let words = TableWords.totals + (mapping.endAt ?? TableWords.ends) + [TableWords.sample]
    marks = words.map { Array($0.lowercased().utf8) }
    bars = Self.bars(details?.merges ?? [])
    barRule = Self.barRule(shape, firstRows, details?.merges ?? [])
    cells = Self.fills(shape, details?.merges ?? [])
    notes = ReadingNotes.Table(
      sheet: name, register: register, headings: headings.rows,
      columns: Self.described(headings, shape))
    if let part = mapping.rowsOfATask {
      derived[part] = DerivedRows(
        part, shape.partFields.map(\.column), sheet: sheet?.sheet.name)
    }
    for whole in shape.wholes where derived[whole.register] == nil {
      derived[whole.register] = DerivedRows(
        whole.register, WholeCells.columns(of: whole.register, headings.column(whole.column)),
        sheet: sheet?.sheet.name)
    }
    if register == .ledger, derived[.milestones] == nil, let due = shape.due {
      // A deadline that comes again makes milestones.
      derived[.milestones] = DerivedRows(
        .milestones, WholeCells.columns(of: .milestones, headings.column(due)),
        sheet: sheet?.sheet.name)
    }
    sheet?.lastColumn = max(shape.extent.upperBound, shape.beside.last?.number ?? 0)
  }

  var sheetName: String? { sheet?.sheet.name }

  func rewind(_ faults: FaultList) {
    self.faults = faults
    source.rewind(faults)
    (number, count, sinceTotal, isEnded, isFinished) = (0, 0, 0, false, false)
    (bar, waiting, headingsLeft) = (nil, nil, [])
    for index in cells.indices { cells[index].reset() }
    for part in derived.values { part.empty() }
    texts.empty()
    unitTexts.removeAll(keepingCapacity: true)
    notes.forget()
    sheet.map { notes.noteSheet($0, shape) }
    skipHeadings()
  }

  private func skipHeadings() {
    var above: (row: Int, rows: Int, field: RowField)?
    var rows = 0
    while number < shape.headings.rows.upperBound, nextNumber <= shape.headings.rows.upperBound,
      readRaw()
    {
      guard number < shape.headings.rows.lowerBound, number >= notesFrom else { continue }
      let filled = raw.fields.filter { !FieldText.isBlank($0) }
      for field in filled where notes.above.count < 20 {
        notes.above.append(
          ReadingNotes.Text(place: source.place(of: field.spot), text: FieldText.string(field)))
      }
      if !filled.isEmpty { rows += 1 }
      above = filled.count == 1 ? (number, rows, filled[0]) : nil
    }
    // Where every block has a bar above its headings, so has the first: below the title.
    guard mapping.bars != nil, let above, above.row == shape.headings.rows.lowerBound - 1,
      above.rows > 1, !FieldText.string(above.field).contains(where: { ":：".contains($0) })
    else { return }
    bar = above.field
    notes.bars.add(source.place(of: above.field.spot))
  }

  private var nextNumber: Int { sheet.map { $0.nextRow ?? Int.max } ?? number + 1 }

  /// Reads the next row of the source, false at the end of the table.
  func readRaw() -> Bool {
    guard nextNumber <= lastRow, source.next(&raw) else { return false }
    number = sheet == nil ? number + 1 : raw.line
    return true
  }

  func next(_ row: inout PartRow) -> Bool {
    guard mapping.rowsOfATask != nil else { return nextSingle(&row) }
    while !isFinished {
      guard nextRow() else {
        isFinished = true
        break
      }
      if continuesTask {
        addFurtherRow()
        continue
      }
      let finished = take()
      begin()
      if let finished {
        row = finished
        return true
      }
    }
    guard let finished = take() else {
      endTable()
      return false
    }
    row = finished
    return true
  }

  private func nextSingle(_ row: inout PartRow) -> Bool {
    repeat {
      guard !isFinished, nextRow() else {
        if !isFinished { endTable() }
        isFinished = true
        return false
      }
    } while isRowOfMergedTask
    build(&row)
    if register == .ledger { addWholes(task: firstRow + count) }
    finishDue(&row)
    count += 1
    sinceTotal += 1
    notes.rows += 1
    return true
  }

  /// Leaves out what stands below the table.
  /// - Parameter again: The same text once more, for what is no sheet.
  func endAtLastTask(_ again: () -> (any RowSource)?) {
    guard register == .ledger else { return }
    guard let sheet = sheet?.sheet else {
      let last = again().flatMap {
        TableEnd.row($0, below: shape.headings.rows.upperBound, barRule)
      }
      if let last { (lastRow, isCut) = (last, true) }
      return
    }
    guard
      let last = TableEnd.row(sheet, below: shape.headings.rows.upperBound, barRule)
    else { return }
    lastRow = last
    below = sheet.rows.lazy.filter { $0.number > last }.compactMap { row in
      sheet.cells[row.cells].first { self.shape.extent.contains(Int($0.column)) }?.address
    }
  }

  private func endTable() {
    while isCut, source.next(&raw) {
      guard let first = raw.fields.first(where: { !FieldText.isBlank($0) }) else { continue }
      notes.below.add(source.place(of: first.spot))
    }
    for cell in below {
      notes.below.add(
        SourcePlace(
          file: source.path, sheet: sheet?.sheet.name ?? "", tab: sheet?.tab ?? 0, cell: cell))
    }
    guard let beyond = sheet?.beyond else { return }
    for _ in 0..<beyond.count {
      notes.beside.add(
        SourcePlace(
          file: source.path, sheet: sheet?.sheet.name ?? "", tab: sheet?.tab ?? 0,
          cell: beyond.first))
    }
  }

  func place(_ column: Int) -> SourcePlace {
    let spot = raw.fields.indices.contains(column - 1) ? raw.fields[column - 1].spot : raw.spot
    return source.place(of: spot)
  }
}
