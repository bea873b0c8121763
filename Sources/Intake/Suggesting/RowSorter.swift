import Domain

/// Says what the rows below the headings of a table seem to be.
struct RowSorter {
  private let grid: SheetGrid
  private let names: Set<String>
  /// No heading is longer, in bytes; one that comes again may hold a date more.
  private let longest: Int
  private let number: Int?
  private let title: Int?
  private let bars: BarRule
  /// The last row of the table, if something else stands below.
  let last: Int
  private let marks: [[UInt8]]

  init(
    _ grid: SheetGrid, _ headings: [TableHeading], _ columns: ClosedRange<Int>, below row: Int
  ) {
    self.grid = grid
    names = Set(headings.map(\.text.key)).union(headings.compactMap { $0.upper?.key })
    longest = 40 + (headings.map(\.text.written.utf8.count).max() ?? 0)
    func column(_ id: String) -> Int? {
      headings.filter { ($0.candidates[id] ?? 0) >= 0.6 }
        .max { ($0.candidates[id] ?? 0, $1.column) < ($1.candidates[id] ?? 0, $0.column) }?.column
    }
    number = column("number") ?? column("task_id")
    title = column("title")
    let sample = grid.sheet.rows.lazy.filter { $0.number > row }.prefix(BarRule.sample)
    bars = BarRule(
      columns: columns, number: number, title: title, merges: grid.sheet.merges,
      rows: sample.map { row in
        grid.cells(row).filter { columns.contains(Int($0.cell.column)) }
          .map { BarRule.Cell(column: Int($0.cell.column), text: $0.text) }
      })
    last = TableEnd.row(grid.sheet, below: row, bars) ?? .max
    marks = (TableWords.totals + TableWords.ends).map { Array($0.lowercased().utf8) }
  }

  typealias Cells = [(cell: SheetCell, text: String)]

  func kind(_ cells: Cells, _ row: SheetRow) -> SuggestedTable.RowKind {
    if areHeadings(cells) { return .headings }
    guard let first = cells.first else { return .beside }
    if let word = word(first, cells) { return word }
    if let bar = bar(cells, row) { return .bar(bar) }
    return isNumberedAhead(cells) ? .numbered : .record
  }

  private func areHeadings(_ cells: Cells) -> Bool {
    guard cells.count > 1 else { return false }
    var others = 0
    for (_, text) in cells {
      if text.utf8.count <= longest, names.contains(HeadingText(text).key) { continue }
      others += 1
      if others * 10 > cells.count * 3 { return false }
    }
    return true
  }

  /// What sums up or ends a table, as the reader tells it.
  private func word(
    _ first: (cell: SheetCell, text: String), _ cells: Cells
  ) -> SuggestedTable.RowKind? {
    var text = first.text
    guard text.withUTF8({ TableWords.mayBegin($0, marks) }) else { return nil }
    let column = Int(first.cell.column)
    let titleIsFree =
      column == number || column == title
      || !cells.contains { Int($0.cell.column) == title }
    guard titleIsFree else { return nil }
    if TableWords.beginning(text, of: TableWords.totals) != nil { return .total }
    return TableWords.beginning(text, of: TableWords.ends) == nil ? nil : .end
  }

  private func bar(_ cells: Cells, _ row: SheetRow) -> CellAddress? {
    guard cells.count <= BarRule.most else { return nil }
    let all = cells.map { cell, text in
      BarRule.Cell(
        column: Int(cell.column), text: text,
        across: grid.merge(row.number, Int(cell.column))?.columnCount ?? 1)
    }
    return bars.bar(all, row: row.number).map { CellAddress(row: row.number, column: $0.column) }
  }

  /// Nothing but a number, and perhaps a day.
  private func isNumberedAhead(_ cells: Cells) -> Bool {
    guard let number,
      cells.allSatisfy({
        Int($0.cell.column) == number || [.date, .dateTime, .month].contains($0.cell.kind)
      }), let own = cells.first(where: { Int($0.cell.column) == number })
    else { return false }
    return CellShape(own.text).contains(.ordinal)
  }
}
