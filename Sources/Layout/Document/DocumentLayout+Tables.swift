import Definitions
import Domain
import Pages

extension DocumentLayout {
  /// How many rows of a table's result it would show.
  func count(_ table: ReportDefinition.Document.Table) throws -> Int {
    let stream = try tables(table.query)
    guard !table.conditions.isEmpty else { return stream.count }
    let text = rowText(stream.columns)
    var count = 0
    try stream.forEach { if text.meets(table.conditions, $0) { count += 1 } }
    return count
  }

  /// A table of texts; nil where there is no row and nothing is said of that.
  func table(_ table: ReportDefinition.Document.Table) throws -> Document.Table? {
    let rows = try self.rows(of: table)
    guard !rows.isEmpty else { return nil }
    return Document.Table(
      widths: table.columns.map(\.width), heading: try heading(of: table), rows: rows)
  }

  private func heading(
    of table: ReportDefinition.Document.Table
  ) throws -> [Document.Cell] {
    try table.columns.map { Document.Cell(try book.filled($0.heading)) }
  }

  private func rows(of table: ReportDefinition.Document.Table) throws -> [[Document.Cell]] {
    let stream = try tables(table.query)
    let most = min(book.limits[table.query] ?? .max, table.most ?? .max)
    let texts = table.columns.map { rowText(stream.columns, words: $0.words) }
    var (rows, count): ([[Document.Cell]], Int) = ([], 0)
    try stream.forEach { row in
      guard rowText(stream.columns).meets(table.conditions, row) else { return }
      count += 1
      guard rows.count < most else { return }
      rows.append(
        try zip(table.columns, texts).map { column, text in
          Document.Cell(try text.filled(column.text, row), isCentred: column.isCentred)
        })
    }
    func whole(_ template: Template) throws -> [Document.Cell] {
      let counts = ["rows": String(count), "others": String(count - rows.count)]
      let text = try template.filled(known: []) { try counts[$0] ?? book.text($0) }
      return [Document.Cell(text, span: table.columns.count)]
    }
    if count == 0, let empty = table.empty { return [try whole(empty)] }
    if count > rows.count, let more = table.more { rows.append(try whole(more)) }
    return rows
  }

  /// Two tables as one, with free space between them; one alone where the other has no rows.
  func beside(
    _ left: ReportDefinition.Document.Table, _ right: ReportDefinition.Document.Table
  ) throws -> [Document.Block] {
    let (leftRows, rightRows) = (try rows(of: left), try rows(of: right))
    guard !leftRows.isEmpty, !rightRows.isEmpty else {
      return try [left, right].compactMap(table).map { .table($0) }
    }
    let gap = left.columns.count
    func blank(_ count: Int) -> [Document.Cell] { [Document.Cell("", span: count)] }
    let rows = (0..<max(leftRows.count, rightRows.count)).map { index in
      (leftRows.indices.contains(index) ? leftRows[index] : blank(gap)) + [Document.Cell("")]
        + (rightRows.indices.contains(index) ? rightRows[index] : blank(right.columns.count))
    }
    return [
      .table(
        Document.Table(
          widths: left.columns.map(\.width) + [1] + right.columns.map(\.width),
          heading: try heading(of: left) + [Document.Cell("")] + heading(of: right), rows: rows,
          gaps: [gap]))
    ]
  }
}
