import Definitions
import Domain

/// Tells rows from what is none.
extension TableReader {
  /// Goes to the next row that is one, false at the end of the table.
  func nextRow() -> Bool {
    while readRaw() {
      guard !raw.isDamaged else { continue }
      noteBeside()
      guard let first = firstFilled else { continue }
      if takesHeadings(first) { continue }
      if isEnded {
        notes.below.add(place(first))
        continue
      }
      if isNoRow(first) { continue }
      for index in cells.indices { cells[index].look(number, raw.fields, index + 1) }
      if isNumberedAhead {
        notes.numberedAhead.add(place(first))
        continue
      }
      checkCells()
      return true
    }
    return false
  }

  /// Notes the cells that do not stand under the table's headings.
  private func noteBeside() {
    let extent = shape.extent
    guard extent.lowerBound > 1 || raw.fields.count > extent.upperBound else { return }
    for column in 1...max(raw.fields.count, 1) where !extent.contains(column) && !isEmpty(column) {
      notes.beside.add(place(column))
    }
  }

  /// The first column of the table that is filled in the row.
  private var firstFilled: Int? {
    shape.extent.first { !isEmpty($0) }
  }

  // MARK: Headings again

  /// Whether the row repeats the headings; one that is nearly so is refused.
  private func takesHeadings(_ first: Int) -> Bool {
    if let expected = headingsLeft.first, shape.headings.rows.count > 1 {
      headingsLeft = headingsLeft.dropFirst()
      if isLike(expected) {
        compare(with: expected)
        return true
      }
    }
    guard let head = headRows.first, isLike(head) else { return false }
    headingsLeft = headRows.dropFirst()
    notes.headingsAgain.add(place(first))
    compare(with: head)
    isEnded = false
    for index in cells.indices { cells[index].forget() }
    return true
  }

  /// Whether the number's or the title's cell says what its heading says.
  private func isLike(_ head: HeadRow) -> Bool {
    let columns = [shape.number, shape.title].compactMap { $0 } + [shape.extent.lowerBound]
    return columns.contains { column in
      guard let heading = head.field(column), !heading.bytes.isEmpty, !isEmpty(column) else {
        return false
      }
      let cell = raw.fields[column - 1]
      // Most rows are told from headings by their length.
      guard cell.bytes.count <= heading.bytes.count + 16 else { return false }
      if cell.bytes.elementsEqual(heading.bytes) { return true }
      guard let byte = cell.bytes.first, !(0x30...0x39).contains(byte) else { return false }
      return HeadingKey(FieldText.string(cell)).bare == HeadingKey(FieldText.string(heading)).bare
    }
  }

  private func compare(with head: HeadRow) {
    for column in shape.extent {
      let expected = head.text(column) ?? ""
      let found = isEmpty(column) ? "" : FieldText.string(raw.fields[column - 1])
      guard HeadingKey(expected).bare != HeadingKey(found).bare else { continue }
      faults.add(.error, in: source.path) {
        InputFault(
          place: place(column), problem: .headingsDiffer(expected: expected), value: found,
          heading: expected)
      }
    }
  }

  // MARK: Bars, totals, ends

  /// Whether the row is no row of the register; takes what it says.
  private func isNoRow(_ first: Int) -> Bool {
    let field = raw.fields[first - 1]
    // A number is none of these words; a title may begin as one does.
    let titleIsFree =
      first == shape.number || shape.title.map { $0 == first || isEmpty($0) } ?? true
    if TableWords.mayBegin(Blanks.trim(field.bytes), marks) {
      let text = FieldText.string(field)
      if text == TableWords.sample { return true }
      guard titleIsFree else { return isBar(first) }
      if TableWords.beginning(text, of: TableWords.totals) != nil {
        takeTotal(first, text)
        return true
      }
      if TableWords.beginning(text, of: mapping.endAt ?? TableWords.ends) != nil {
        isEnded = true
        notes.below.add(place(first))
        return true
      }
    }
    return isBar(first)
  }

  /// A total that is the only number of its row must be the number of the rows above.
  private func takeTotal(_ first: Int, _ text: String) {
    notes.totals.add(place(first))
    let others = (first...shape.extent.upperBound).dropFirst().filter { !isEmpty($0) }
    let counted = [text] + others.map { FieldText.string(raw.fields[$0 - 1]) }
    let said = counted.compactMap { TableWords.number(in: $0) }
    let isSub = text.hasPrefix("小计") || text.lowercased().hasPrefix("sub")
    let rows = isSub ? sinceTotal : notes.rows + (mapping.rowsOfATask == nil ? 0 : 1)
    sinceTotal = 0
    guard notes.rows > 0, said.count == 1, counted.count <= 2, said[0] != rows,
      notes.wrongTotal == nil
    else { return }
    notes.wrongTotal = (place(first), said[0], rows)
  }

  /// Whether the row is a bar; takes what it says.
  private func isBar(_ first: Int) -> Bool {
    var filled: [Int] = []
    for column in first...shape.extent.upperBound where !isEmpty(column) {
      guard filled.count < BarRule.most else { return false }
      filled.append(column)
    }
    let cells = filled.map { column in
      let merge = bars[number].flatMap { $0.first.column == column ? $0 : nil }
      return BarRule.Cell(
        column: column, text: FieldText.string(raw.fields[column - 1]),
        across: merge?.columns.count ?? 1)
    }
    guard let bar = barRule.bar(cells, row: number) else { return false }
    guard mapping.bars != nil else {
      // A text alone that nothing marks may be a task whose cells are lost.
      guard bar.across > 1 || filled.count > 1 || OrdinalText(bar.text) != nil else { return false }
      notes.unreadBars.add(place(bar.column))
      return true
    }
    takeBar(bar)
    return true
  }

  private func takeBar(_ cell: BarRule.Cell) {
    var field = raw.fields[cell.column - 1]
    let name = BarRule.name(cell.text)
    if name != cell.text { (field.bytes, field.isEscaped) = (texts.keep(name), false) }
    bar = field
    notes.bars.add(place(cell.column))
    for index in cells.indices { cells[index].forget() }
  }

  // MARK: Rows numbered in advance

  /// Whether the row has a number and nothing that makes a task.
  private var isNumberedAhead: Bool {
    guard let title = shape.title, register == .ledger, isEmpty(title), !isMerged(title),
      let number = shape.number, !isEmpty(number), sheet?.sheet.cell(self.number, title) == nil
    else { return false }
    return shape.extent.allSatisfy { column in
      guard !isEmpty(column), column != number else { return true }
      if let kind = sheet?.cells[column - 1]?.kind, kind != .text { return true }
      return TableWords.isNumberLike(raw.fields[column - 1].bytes)
    }
  }

  // MARK: Cells

  /// Notes what cells of a sheet are, and refuses those without a value.
  private func checkCells() {
    guard let sheet else { return }
    for column in shape.extent where column <= sheet.cells.count {
      guard let cell = sheet.cells[column - 1] else { continue }
      if cell.isFormula { notes.formulas.add(place(column)) }
      switch cell.kind {
      case .dateTime: notes.times.add(place(column))
      case .formulaWithoutValue:
        faults.add(.error, in: source.path) {
          InputFault(
            place: place(column), problem: .formulaWithoutValue,
            heading: shape.headings.column(column)?.name ?? "")
        }
      default: break
      }
    }
  }
}
