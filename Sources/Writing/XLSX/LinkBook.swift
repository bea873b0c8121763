import Pages

/// The links from cells to rows of tables of a workbook.
///
/// Where a row stands is known when all sheets are written: then the links are.
final class LinkBook {
  private struct Source {
    let text: String
    let target: RowKey
    let sheet: Worksheet
    let row: Int
    let column: Int
    let style: CellStyle
  }

  private var places: [RowKey: (sheet: String, row: Int)] = [:]
  private var sources: [Source] = []

  /// Notes where a row stands; the first of several with the same key counts.
  func add(_ key: RowKey, sheet: String, row: Int) {
    if places[key] == nil { places[key] = (sheet, row) }
  }

  /// Notes a cell that is to lead to a row.
  func add(
    _ text: String, to target: RowKey, on sheet: Worksheet, row: Int, column: Int,
    style: CellStyle
  ) {
    sources.append(
      Source(text: text, target: target, sheet: sheet, row: row, column: column, style: style))
  }

  /// Makes the cells links; those whose row is not in the workbook stay as they are.
  func write() throws {
    for source in sources {
      guard let place = places[source.target] else { continue }
      try source.sheet.link(
        source.text, to: place, row: source.row, column: source.column,
        style: source.style.leading)
    }
  }
}
