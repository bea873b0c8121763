import Definitions

/// The links from cells to rows of other tables of a workbook.
///
/// Where a row stands is known when all sheets are written: then the links are.
final class LinkBook {
  private struct Target: Hashable {
    let query: String
    let column: String
    let key: String
  }

  private struct Source {
    let text: String
    let target: Target
    let sheet: Worksheet
    let row: Int
    let column: Int
    let style: CellStyle
  }

  /// The columns by which rows are looked for, by query.
  private let keys: [String: Set<String>]
  private var places: [Target: (sheet: String, row: Int)] = [:]
  private var sources: [Source] = []

  init(_ report: ReportDefinition) {
    keys = report.tables.flatMap(\.columns).compactMap(\.link).reduce(into: [:]) {
      $0[$1.table, default: []].insert($1.key)
    }
  }

  /// The columns by which rows of a query are looked for.
  func keys(of query: String) -> Set<String> { keys[query] ?? [] }

  /// Notes where a row stands; the first of several with the same key counts.
  func add(_ key: String, in column: String, of query: String, sheet: String, row: Int) {
    let target = Target(query: query, column: column, key: key)
    if places[target] == nil { places[target] = (sheet, row) }
  }

  /// Notes a cell that is to lead to a row.
  func add(
    _ text: String, to link: ReportDefinition.Link, key: String, on sheet: Worksheet, row: Int,
    column: Int, style: CellStyle
  ) {
    guard !text.isEmpty, !key.isEmpty else { return }
    let target = Target(query: link.table, column: link.key, key: key)
    sources.append(
      Source(text: text, target: target, sheet: sheet, row: row, column: column, style: style))
  }

  /// Makes the cells links; those whose row is not in the workbook stay as they are.
  func write() throws {
    for source in sources {
      guard let place = places[source.target] else { continue }
      var style = source.style
      style.colour = CellStyle.link.colour
      try source.sheet.link(
        source.text, to: place, row: source.row, column: source.column, style: style)
    }
  }
}
