import Domain
import Foundation

/// The rows below the headings of a sheet, sorted by what they seem to be.
struct SuggestedTable {
  /// What a row seems to be.
  enum RowKind: Equatable {
    /// A task, or a row that a task is merged over.
    case record
    /// The headings again.
    case headings
    /// What follows stands under it: the cell that says so.
    case bar(CellAddress)
    /// Nothing but a number, and perhaps a day.
    case numbered
    /// 注, 填表人, …: the table ends.
    case end
    /// 合计, 小计: more rows may follow.
    case total
    case beside
  }

  let grid: SheetGrid
  let headings: [TableHeading]
  let headingRows: ClosedRange<Int>
  /// The columns of a table that stands beside this one.
  private(set) var sideTable: ClosedRange<Int>?
  private(set) var kinds: [(row: SheetRow, kind: RowKind)] = []
  /// Contents by column.
  private(set) var contents: [Int: ColumnContents] = [:]
  /// Merges down within the table, by column.
  private(set) var merges: [Int: [CellRange]] = [:]

  init(_ grid: SheetGrid, _ found: HeadingGuesser.Found) {
    self.grid = grid
    headingRows = found.rows
    let (own, side) = Self.split(found.headings, grid, below: found.rows.upperBound)
    headings = own
    sideTable = side
    let range = (own.first?.column ?? 1)...(own.last?.column ?? 1)
    for merge in grid.sheet.merges
    where merge.first.row > headingRows.upperBound && merge.rowCount > 1 && merge.columnCount == 1 {
      merges[merge.first.column, default: []].append(merge)
    }
    sortRows(range)
  }

  /// Parts the headings where an empty column stands between two tables.
  private static func split(
    _ headings: [TableHeading], _ grid: SheetGrid, below row: Int
  ) -> ([TableHeading], ClosedRange<Int>?) {
    var parts: [[TableHeading]] = []
    let filled = grid.filledColumns(below: row)
    for heading in headings {
      let before = parts.last?.last?.column
      let isApart = before.map { before in
        heading.column > before + 1
          && (before + 1..<heading.column).contains { !filled.contains($0) }
      }
      if isApart ?? true { parts.append([heading]) } else { parts[parts.count - 1].append(heading) }
    }
    guard parts.count > 1 else { return (headings, nil) }
    func score(_ part: [TableHeading]) -> Double {
      part.reduce(0) { $0 + ($1.candidates.values.max() ?? 0) }
    }
    let best = parts.indices.max { score(parts[$0]) < score(parts[$1]) } ?? 0
    let others = parts.enumerated().filter { $0.offset != best }.flatMap(\.element)
    // What continues the ledger after an empty column is part of it.
    let own = Set(parts[best].flatMap { $0.candidates.filter { $0.value >= 0.6 }.keys })
    let names = Set(others.flatMap { $0.candidates.filter { $0.value >= 0.6 }.keys })
    // The rows of another table stand beside these by chance.
    let columns = (Set(parts[best].map(\.column)), Set(others.map(\.column)))
    var (both, alone) = (0, 0)
    for sheetRow in grid.sheet.rows where sheetRow.number > row {
      let filled = grid.sheet.cells[sheetRow.cells].lazy.map { Int($0.column) }
      guard filled.contains(where: columns.0.contains) else { continue }
      if filled.contains(where: columns.1.contains) { both += 1 } else { alone += 1 }
    }
    let isSide =
      ["title", "number"].contains { own.contains($0) && names.contains($0) }
      || names.isEmpty && others.count >= 2 || alone * 3 > both
    guard isSide, let first = others.first, let last = others.last else { return (headings, nil) }
    return (parts[best], first.column...last.column)
  }

  private mutating func sortRows(_ columns: ClosedRange<Int>) {
    let sorter = RowSorter(grid, headings, columns, below: headingRows.upperBound)
    var isOver = false
    for row in grid.sheet.rows where row.number > headingRows.upperBound {
      let cells = grid.cells(row).filter { columns.contains(Int($0.cell.column)) }
      var kind = cells.isEmpty ? RowKind.beside : sorter.kind(cells, row)
      if kind == .headings { isOver = false }
      if isOver || row.number > sorter.last, kind != .beside { kind = .end }
      if kind == .end { isOver = true }
      kinds.append((row, kind))
      if kind == .record { add(cells) }
    }
  }

  private mutating func add(_ cells: [(cell: SheetCell, text: String)]) {
    for heading in headings { contents[heading.column, default: ColumnContents()].countRow() }
    for (cell, text) in cells where contents[Int(cell.column)] != nil {
      contents[Int(cell.column)]?.add(text, cell.kind, at: cell.address)
    }
  }

  var records: [SheetRow] { kinds.filter { $0.kind == .record }.map(\.row) }
  var numbered: [SheetRow] { kinds.filter { $0.kind == .numbered }.map(\.row) }
  /// The cells of bars that something stands under.
  var bars: [CellAddress] {
    let last = kinds.lastIndex { $0.kind == .record } ?? 0
    return kinds[..<last].compactMap { if case .bar(let cell) = $0.kind { cell } else { nil } }
  }
}
