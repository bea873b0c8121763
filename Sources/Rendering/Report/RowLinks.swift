import Definitions
import Domain

/// What columns ask for beside their cells: links, cells that are one, bars.
struct RowLinks {
  private let query: String
  private let layout: TableLayout
  private let formats: [CellFormat]
  /// The columns of the sheet that lead elsewhere, and the place in the row of the key.
  private var links: [(column: Int, link: ReportDefinition.Link, key: Int)] = []
  /// The place in the row of each column of the result.
  private let names: [String: Int]
  private var merged: MergedCells
  /// The columns with bars.
  let bars: [Int]

  init(_ bound: BoundTable, formats: [CellFormat], ownColumns: Int) {
    let table = bound.definition
    query = table.query
    layout = bound.layout
    self.formats = formats
    names = Dictionary(
      bound.stream.columns.enumerated().map { ($1.name, $0) },
      uniquingKeysWith: { first, _ in first })
    func columns(_ isWanted: (ReportDefinition.Column) -> Bool) -> [Int] {
      table.columns.indices.filter { isWanted(table.columns[$0]) }.map {
        table.sheetColumn($0, ownColumns: ownColumns)
      }
    }
    bars = columns(\.hasBar)
    merged = MergedCells(columns: columns(\.isMerged))
    for (position, column) in table.columns.enumerated() {
      if let link = column.link, let key = names[link.key] {
        links.append((table.sheetColumn(position, ownColumns: ownColumns), link, key))
      }
    }
  }

  /// Notes what a row asks for, and where it stands for links from elsewhere.
  /// - Returns: the columns whose cell goes on from the row before.
  mutating func note(
    _ row: [Value], at sheetRow: Int, on sheet: Worksheet, in book: LinkBook
  ) -> Set<Int> {
    for (column, link, key) in links {
      book.add(
        layout.columns[column].text(row), to: link, key: ShownColumn.code(row[key]), on: sheet,
        row: sheetRow, column: column, style: formats[column].style)
    }
    for name in book.keys(of: query) {
      guard let place = names[name] else { continue }
      book.add(ShownColumn.code(row[place]), in: name, of: query, sheet: sheet.name, row: sheetRow)
    }
    return merged.add(row: sheetRow) { layout.columns[$0].text(row) }
  }

  /// Makes the cells that are one.
  mutating func merge(on sheet: Worksheet) throws {
    merged.finish()
    for run in merged.runs {
      // A cell may go on on the next page: in the middle its text could be cut in two.
      var style = formats[run.column].style
      style.isAtTop = true
      try sheet.merge(
        .text(run.text), rows: run.rows, columns: run.column...run.column, style: style)
    }
  }
}
