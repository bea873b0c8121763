import Domain

extension SheetSuggester {
  func notes(_ table: SuggestedTable) -> [SheetNote] {
    var notes: [SheetNote] = []
    if sheet.isHidden { notes.append(.hiddenSheet) }
    let hidden = table.headings.filter { sheet.hiddenColumns.contains($0.column) }
    if !hidden.isEmpty {
      notes.append(.hiddenColumns(hidden.map { "\(SheetGrid.letters($0.column)) \($0.name)" }))
    }
    let rows = Set(table.records.map(\.number))
    let hiddenRows = sheet.rows.count { $0.isHidden && rows.contains($0.number) }
    if hiddenRows > 0 { notes.append(.hiddenRows(hiddenRows)) }
    if let first = table.numbered.first,
      let heading = guesses.first(where: { $0.id == "number" })?.heading.column
    {
      notes.append(
        .numberedInAdvance(
          table.numbered.count, first: CellAddress(row: first.number, column: heading)))
    }
    let again = table.kinds.filter { $0.kind == .headings }.compactMap {
      grid.cells($0.row).first?.cell.address
    }
    if !again.isEmpty { notes.append(.headingsAgain(again)) }
    if let side = table.sideTable {
      let last = sheet.rows.last?.number ?? table.headingRows.upperBound
      notes.append(
        .sideTable(
          CellRange(
            CellAddress(row: table.headingRows.lowerBound, column: side.lowerBound),
            CellAddress(row: last, column: side.upperBound))))
    }
    notes += days(table)
    if sheet.colouredCells > 0 { notes.append(.coloured(sheet.colouredCells)) }
    if !sheet.comments.isEmpty { notes.append(.comments(sheet.comments.count)) }
    let formulas = table.records.reduce(0) { $0 + sheet.cells[$1.cells].count(where: \.isFormula) }
    if formulas > 0 { notes.append(.formulas(formulas)) }
    notes += above(table)
    if let end = table.kinds.first(where: { $0.kind == .end }), let cell = grid.cells(end.row).first
    {
      notes.append(.endsAt(cell.cell.address, String(cell.text.prefix(20))))
    }
    let columns = guesses.filter { ["progress", "progress_note", "status"].contains($0.id) }
    if let cell = fullCell(table, in: Set(columns.map(\.heading.column))) { notes.append(cell) }
    return notes
  }

  nonisolated(unsafe) private static let dayOrWeek =
    /^(?:\d{1,2}[日月号]?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:week|wk|w|第)?\d{1,2}周?)$/

  /// Headings that are the days of a month nowhere named.
  private func days(_ table: SuggestedTable) -> [SheetNote] {
    let days = table.headings.filter {
      $0.text.written.lowercased()
        .contains(Self.dayOrWeek)
    }
    guard days.count >= 4, let first = days.first, let last = days.last else { return [] }
    return [.datesAsHeadings(first.address, last.address)]
  }

  /// Titles, dates and legends above the headings.
  private func above(_ table: SuggestedTable) -> [SheetNote] {
    let rows = sheet.rows.prefix { $0.number < table.headingRows.lowerBound }
    let cells = rows.flatMap { grid.cells($0) }
    let statuses = cells.filter { StatusWords.meaning($0.text) != nil }
    if statuses.count >= 2, let first = cells.first?.cell.address,
      let last = cells.last?.cell.address
    {
      return [.legend(CellRange(first, last))]
    }
    return cells.prefix(6).map { .above($0.cell.address, String($0.text.prefix(60))) }
  }

  /// A share above 100 %: a target's value, never a task's progress.
  func fullCell(_ table: SuggestedTable, in columns: Set<Int>) -> SheetNote? {
    for row in table.records {
      for cell in sheet.cells[row.cells] where columns.contains(Int(cell.column)) {
        guard Self.namesMoreThanAll(sheet.bytes(cell)) else { continue }
        return .overOneHundred(cell.address, String(grid.text(cell).prefix(30)))
      }
    }
    return nil
  }

  /// Whether a text names a share above 100 %, such as 119 %.
  static func namesMoreThanAll(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var (whole, isFraction, isNumber) = (0, false, false)
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x30...0x39:
        if !isFraction {
          whole = min(isNumber ? whole * 10 + Int(byte - 0x30) : Int(byte - 0x30), 9_999)
        }
        isNumber = true
      case 0x2E where isNumber && !isFraction: isFraction = true
      default:
        let isSign = byte == 0x25 || text[index...].starts(with: [0xEF, 0xBC, 0x85])
        if isSign, isNumber, whole > 100 { return true }
        (whole, isFraction, isNumber) = (0, false, false)
      }
    }
    return false
  }
}
