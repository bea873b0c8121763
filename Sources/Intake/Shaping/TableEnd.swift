import Domain

/// Where a table ends that something else stands below: beyond it and an empty row stands no task,
/// but a text or another table. One rule for the guess and for the reading.
enum TableEnd {
  /// So many rows from the end are looked at.
  private static let most = 1_000

  /// The last row of the table; nil where it goes on to the end of its sheet.
  static func row(_ sheet: Sheet, below headings: Int, _ rule: BarRule) -> Int? {
    var trailing: [(number: Int, cells: [BarRule.Cell])] = []
    var last: Int?
    for row in sheet.rows.reversed().prefix(most) where row.number > headings {
      let cells = cells(row, of: sheet, rule.columns)
      if cells.isEmpty { continue }
      if rule.isTask(cells) {
        last = row.number
        break
      }
      trailing.append((row.number, cells))
    }
    return end(last, trailing.reversed(), rule)
  }

  /// As `row`, of a text that is read once more for it.
  static func row(_ source: any RowSource, below headings: Int, _ rule: BarRule) -> Int? {
    source.rewind(FaultList())
    var record = RowRecord()
    var trailing: [(number: Int, cells: [BarRule.Cell])] = []
    var (last, number): (Int?, Int) = (nil, 0)
    while source.next(&record) {
      number += 1
      guard number > headings else { continue }
      let cells = rule.columns.compactMap { column -> BarRule.Cell? in
        guard record.fields.indices.contains(column - 1) else { return nil }
        let text = FieldText.string(record.fields[column - 1])
        return text.isEmpty ? nil : BarRule.Cell(column: column, text: text)
      }
      if cells.isEmpty { continue }
      if rule.isTask(cells) {
        (last, trailing) = (number, [])
      } else if trailing.count < most {
        trailing.append((number, cells))
      }
    }
    return end(last, trailing, rule)
  }

  private static func end(
    _ task: Int?, _ trailing: [(number: Int, cells: [BarRule.Cell])], _ rule: BarRule
  ) -> Int? {
    guard var last = task else { return nil }
    for (number, cells) in trailing {
      if number > last + 1, isOther(cells, rule) { return last }
      last = number
    }
    return nil
  }

  private static func cells(
    _ row: SheetRow, of sheet: Sheet, _ columns: ClosedRange<Int>
  ) -> [BarRule.Cell] {
    sheet.cells[row.cells].compactMap { cell in
      guard columns.contains(Int(cell.column)) else { return nil }
      let text = String(decoding: Blanks.trim(sheet.bytes(cell)), as: UTF8.self)
      return text.isEmpty ? nil : BarRule.Cell(column: Int(cell.column), text: text)
    }
  }

  /// Sums, signatures and rows numbered in advance are told by themselves.
  private static func isOther(_ cells: [BarRule.Cell], _ rule: BarRule) -> Bool {
    guard let first = cells.first else { return false }
    if TableWords.beginning(first.text, of: TableWords.totals + TableWords.ends) != nil {
      return false
    }
    return cells.contains { $0.column != rule.number }
      || OrdinalText(first.text)?.isWhole != true
  }
}
