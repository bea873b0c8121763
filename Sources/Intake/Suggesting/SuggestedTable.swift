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
    /// One text across the table, merged or not.
    case bar(isMerged: Bool)
    /// Nothing but a number, and perhaps a day.
    case numbered
    /// 合计, 注, …: the table ends.
    case end
    /// 小计 of a section, or 合计 above the rows: more rows follow.
    case total
    case beside
  }

  let grid: SheetGrid
  let headings: [TableHeading]
  let headingRows: ClosedRange<Int>
  /// The columns of a table that stands beside this one.
  private(set) var sideTable: ClosedRange<Int>?
  private(set) var kinds: [(row: SheetRow, kind: RowKind)] = []
  private(set) var endWords: [String] = []
  /// Contents by column.
  private(set) var contents: [Int: ColumnContents] = [:]
  /// Merges down within the table, by column.
  private(set) var merges: [Int: [CellRange]] = [:]

  private static let endings = [
    "合计", "总计", "共计", "小计", "注：", "注:", "备注：", "备注:", "说明：", "说明:", "填表人", "制表人", "制表", "填报人",
    "审核人", "审核：", "审核:",
    "负责人签字", "负责人（签字", "负责人(签字", "单位负责人", "联系人：", "联系人:", "填报单位", "填表单位", "total", "grandtotal",
    "subtotal", "note:", "notes:",
    "key:", "legend:", "填表说明", "统计人", "分管领导签字", "主要负责人签字",
  ]

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
    for heading in headings {
      let before = parts.last?.last?.column
      let isApart = before.map { before in
        heading.column > before + 1
          && (before + 1..<heading.column).contains { column in
            !grid.sheet.cells.contains { Int($0.column) == column && Int($0.row) > row }
          }
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
    for cells in grid.sheet.rows.filter({ $0.number > row }).map({ grid.cells($0) })
    where cells.contains(where: { columns.0.contains(Int($0.cell.column)) }) {
      if cells.contains(where: { columns.1.contains(Int($0.cell.column)) }) {
        both += 1
      } else {
        alone += 1
      }
    }
    let isSide =
      ["title", "number"].contains { own.contains($0) && names.contains($0) }
      || names.isEmpty && others.count >= 2 || alone * 3 > both
    guard isSide, let first = others.first, let last = others.last else { return (headings, nil) }
    return (parts[best], first.column...last.column)
  }

  private mutating func sortRows(_ columns: ClosedRange<Int>) {
    let names = Set(headings.map(\.text.key)).union(headings.compactMap { $0.upper?.key })
    let number = headings.first { ($0.candidates["number"] ?? 0) >= 0.6 }?.column
    var isOver = false
    for row in grid.sheet.rows where row.number > headingRows.upperBound {
      let cells = grid.cells(row).filter { columns.contains(Int($0.cell.column)) }
      let kind: RowKind
      if cells.isEmpty {
        kind = .beside
      } else if isOver {
        kind = .end
      } else {
        kind = self.kind(cells, row, columns, names: names, number: number)
        if kind == .end { isOver = !continues(after: row, columns) }
      }
      kinds.append((row, kind == .end && !isOver ? .total : kind))
      if kind == .record { add(cells) }
    }
  }

  private mutating func add(_ cells: [(cell: SheetCell, text: String)]) {
    for heading in headings { contents[heading.column, default: ColumnContents()].countRow() }
    for (cell, text) in cells where contents[Int(cell.column)] != nil {
      contents[Int(cell.column)]?.add(text, cell.kind, at: cell.address)
    }
  }

  private mutating func kind(
    _ cells: [(cell: SheetCell, text: String)], _ row: SheetRow, _ columns: ClosedRange<Int>,
    names: Set<String>, number: Int?
  ) -> RowKind {
    let equal = cells.count { names.contains(HeadingText($0.text).key) }
    if cells.count > 1, equal * 10 >= cells.count * 7 { return .headings }
    guard let first = cells.first else { return .beside }
    let squashed = first.text.filter { !$0.isWhitespace }.lowercased()
    if let word = Self.endings.first(where: squashed.hasPrefix), cells.count <= 6 {
      let shown = String(first.text.prefix(word.count))
      if !endWords.contains(shown) { endWords.append(shown) }
      return .end
    }
    let merge = grid.merge(row.number, Int(first.cell.column))
    if let merge, cells.count == 1, merge.columnCount >= 2, merge.columnCount * 2 >= columns.count {
      return .bar(isMerged: true)
    }
    if let number,
      cells.allSatisfy({
        Int($0.cell.column) == number || [.date, .dateTime, .month].contains($0.cell.kind)
      }),
      CellShape(grid.text(row.number, number)).contains(.ordinal),
      cells.contains(where: { Int($0.cell.column) == number })
    {
      return .numbered
    }
    // 一 | 交通类: a section with its number.
    if cells.count == 2, columns.count >= 4, Int(first.cell.column) == number,
      first.text.contains(/^[（(]?[一二三四五六七八九十]+[）)]?[、.．]?$/)
    {
      return .bar(isMerged: false)
    }
    guard cells.count == 1, columns.count >= 3 else { return .record }
    // A row that a task is merged over has few cells, too.
    let isCovered = merges.values.joined().contains {
      $0.first.row < row.number && row.number <= $0.last.row
    }
    let looksLikeBar =
      Int(first.cell.column) <= columns.lowerBound + 1 && !isCovered
      && first.text.contains(/^([一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[部章项])/)
    return looksLikeBar ? .bar(isMerged: false) : .record
  }

  /// Whether tasks follow a row of sums: it is 小计 of a section then, no end.
  private func continues(after row: SheetRow, _ columns: ClosedRange<Int>) -> Bool {
    grid.sheet.rows.drop { $0.number <= row.number }.prefix(12).count { row in
      grid.cells(row).count { columns.contains(Int($0.cell.column)) } >= max(3, headings.count / 2)
    } >= 2
  }

  var records: [SheetRow] { kinds.filter { $0.kind == .record }.map(\.row) }
  var numbered: [SheetRow] { kinds.filter { $0.kind == .numbered }.map(\.row) }
  var bars: [(row: SheetRow, isMerged: Bool)] {
    kinds.compactMap { if case .bar(let isMerged) = $0.kind { ($0.row, isMerged) } else { nil } }
  }
}
