import Definitions
import Domain
import Pages

/// Lays out the rows of a table, as often as they are asked for.
///
/// A class: it is asked for every cell, and what it holds is not to be copied for each.
final class TableRows {
  private let bound: BoundTable
  private let page: SheetPage
  private let columns: [PageTable.Column]
  private let styles: [CellStyle]
  /// What leads elsewhere: columns of the sheet, and the place in the row of the key.
  private let links: [(column: Int, link: ReportDefinition.Link, key: Int)]
  /// The columns of the sheet whose equal cells are one.
  private let merged: [Int]
  /// The columns by which rows are looked for, and their places in the row.
  private let keys: [(name: String, place: Int)]

  private let size: Double
  private let layout: TableLayout

  /// - Parameter keys: the columns of the result by which rows of the table are looked for.
  init(
    _ bound: BoundTable, page: SheetPage, lights: [Plan.Light], ownColumns: Int,
    keys: Set<String>
  ) {
    self.bound = bound
    self.page = page
    size = page.definition.fontSize
    layout = bound.layout
    let table = bound.definition
    let names = bound.stream.columns.map(\.name)
    func positions(_ isWanted: (ReportDefinition.Column) -> Bool) -> [Int] {
      table.columns.indices.filter { isWanted(table.columns[$0]) }.map {
        table.sheetColumn($0, ownColumns: ownColumns)
      }
    }
    links = table.columns.enumerated().compactMap { position, column in
      guard let link = column.link, let key = names.firstIndex(of: link.key) else { return nil }
      return (table.sheetColumn(position, ownColumns: ownColumns), link, key)
    }
    merged = positions(\.isMerged)
    self.keys = keys.sorted().compactMap { name in
      names.firstIndex(of: name).map { (name, $0) }
    }
    let (bars, merged) = (positions(\.hasBar), merged)
    let (size, printedColumns) = (size, page.printedColumns)
    columns = bound.layout.columns.enumerated().map { position, column in
      var style = column.style(size: size)
      // What is not printed must not make rows high; its columns are as wide as it needs.
      if position >= printedColumns { style.wraps = false }
      var shown = column.onPage(style, lights: lights)
      // All but the first of equal cells that are one are empty.
      if merged.contains(position) { shown.name = "" }
      shown.hasBar = bars.contains(position)
      return shown
    }
    styles = columns.map(\.style)
  }

  /// In points, of the headings of groups, if there are any, and those of the columns.
  var headingHeights: [Double] {
    let style = CellStyle.columnHeading(size: size)
    let groups = columns.map(\.group)
    let rows = groups.allSatisfy(\.isEmpty) ? [] : [groups]
    return (rows + [columns.map(\.heading)]).map { texts in
      page.measured(texts.map(Cell.text), texts.map { _ in style }, size: size).height
    }
  }

  /// More rows are laid out again when they are written, rather than kept.
  private static let mostKept = 1_000

  /// Lays all rows out and notes them on the page.
  /// - Parameter gather: takes every row of the result.
  func table(gather: ([Value]) -> Void) throws -> PageTable {
    let count = min(bound.stream.count, bound.definition.most ?? .max)
    var merging = MergedCells(columns: merged)
    var (kept, seen) = ([TableRow](), 0)
    try forEach { values, row in
      let row = layOut(values, row, &merging)
      gather(values)
      page.note(row)
      if count <= Self.mostKept { kept.append(row) }
      seen += 1
    }
    merging.finish()
    let rows = kept
    return PageTable(
      name: bound.definition.query, columns: columns,
      headingStyle: .columnHeading(size: size), headingHeights: headingHeights, count: seen,
      merges: merging.runs.map { run in
        // A cell may go on on the next page: in the middle its text could be cut in two.
        PageTable.Merge(
          column: run.column, rows: run.rows, text: run.text, style: styles[run.column].atTop)
      }, keys: keys.map(\.name),
      forEachRow: count <= Self.mostKept ? { try rows.forEach($0) } : layOutAgain)
  }

  private func layOutAgain(_ body: (TableRow) throws -> Void) throws {
    var merging = MergedCells(columns: merged)
    try forEach { values, row in try body(layOut(values, row, &merging)) }
  }

  /// Hands over the rows that are shown, with their numbers.
  private func forEach(_ body: ([Value], Int) throws -> Void) throws {
    var count = 0
    try bound.stream.forEach { values in
      guard count < bound.definition.most ?? .max else { return }
      try body(values, count)
      count += 1
    }
  }

  private func layOut(_ values: [Value], _ row: Int, _ merging: inout MergedCells) -> TableRow {
    let shown = layout.columns
    var cells = shown.map { column in
      column.cell(values) { shown[$0].text(values) }
    }
    let continued = merging.add(row: row) { shown[$0].text(values) }
    for (column, link, key) in links {
      let (text, key) = (shown[column].text(values), ShownColumn.code(values[key]))
      guard !text.isEmpty, !key.isEmpty else { continue }
      cells[column] = .link(
        text, .row(RowKey(table: link.table, column: link.key, key: key)),
        otherwise: cells[column])
    }
    var laidOut = page.measured(cells, styles, size: size, continued: continued)
    laidOut.keys = keys.map { ShownColumn.code(values[$0.place]) }
    return laidOut
  }
}

extension ReportDefinition {
  /// The columns by which links look for rows of a table.
  func linkKeys(of bound: BoundTable) -> Set<String> {
    var keys: Set<String> = []
    // By their places: a column is large, and copied whole otherwise.
    for table in tables {
      for place in table.columns.indices {
        guard let link = table.columns[place].link, link.table == bound.definition.query else {
          continue
        }
        keys.insert(link.key)
      }
    }
    return keys
  }
}

extension CellStyle {
  /// The same for cells that do not show all of their text: at least its beginning.
  var atTop: CellStyle {
    var style = self
    style.isAtTop = true
    return style
  }
}
