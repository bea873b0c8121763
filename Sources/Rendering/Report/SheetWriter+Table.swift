import Definitions
import Domain

extension SheetWriter {
  /// Writes a table and its CSV file; of a long one, whose files are there, where it is.
  func write(_ table: ReportDefinition.Table, tables: Tables) throws {
    let stream = try tables(table.query)
    let layout = try TableLayout(
      table, result: stream.columns, ownColumns: report.context.ownColumns,
      sums: try sums(in: table, tables: tables), earlier: report.context.earlier)
    rowCounts[table.query] = stream.count
    if report.isLong(table, stream) {
      try writeReference(to: table, rows: stream.count)
    } else if stream.count == 0 {
      try writeEmpty(table)
      try withCSV(table, layout) { _ in }
    } else {
      // Caption, headings and sums belong to the rows.
      page.keepTogether(rows: stream.count + 4, size: page.definition.fontSize)
      try writeCaption(table, rows: stream.count)
      let placed = try writeRows(of: table, layout, stream)
      try writeTotals(of: placed, tables: tables)
      self.placed.append(placed)
      page.skip()
    }
  }

  /// Where the lines stand that columns of a table are sums of, by the column's name.
  private func sums(
    in table: ReportDefinition.Table, tables: Tables
  ) throws -> [String: ShownSum] {
    try table.columns.reduce(into: [:]) { sums, column in
      guard case .column(let name) = column.content, let sum = column.sumOf else { return }
      sums[name] = try place(of: sum, in: table, tables: tables)
    }
  }

  /// Where the lines of a sum stand; nil if they are too many for this workbook, or none.
  private func place(
    of sum: ReportDefinition.SumOf, in table: ReportDefinition.Table, tables: Tables
  ) throws -> ShownSum? {
    guard let source = sum.source(in: report.report),
      let values = source.table.position(of: sum.values),
      let keys = source.table.position(of: sum.key), let key = table.position(of: sum.key)
    else { return nil }
    let count = try tables(sum.table).count
    let isLarge = source.table.companion != nil && count > report.options.largeTable
    return isLarge || count == 0
      ? nil : ShownSum(sheet: source.sheet.name, values: values, keys: keys, key: key)
  }

  /// Writes a table's CSV file, if it has one, while `body` hands over the rows.
  func withCSV(
    _ table: ReportDefinition.Table, _ layout: TableLayout,
    _ body: ((_ row: [Value]) throws -> Void) throws -> Void
  ) throws {
    guard let csv = try report.csvPlan(table, layout, files) else { return try body { _ in } }
    let writer = try CSVWriter(csv)
    var count = 0
    try body { row in
      try writer.write(row)
      count += 1
    }
    files.add(csv.name, try writer.finish(), rows: [table.query: count])
  }

  private func writeEmpty(_ table: ReportDefinition.Table) throws {
    guard let empty = try table.empty.map(report.filled), !empty.isEmpty else { return }
    try writeCaption(table, rows: 0)
    try page.addLine(empty, style: .fact)
    page.skip()
  }

  private func writeCaption(_ table: ReportDefinition.Table, rows: Int) throws {
    var texts = report.context.texts
    texts["rows"] = String(rows)
    if let title = try table.title?.filled(with: texts) {
      try page.addLine(title, style: .caption)
    }
  }

  private func writeRows(
    of table: ReportDefinition.Table, _ layout: TableLayout, _ stream: ResultStream
  ) throws -> PlacedTable {
    let (size, headingRow) = (page.definition.fontSize, page.row)
    let heading = try page.sheet.workbook.format(.columnHeading(size: size))
    try page.addRow(layout.columns.map { (.text($0.brokenHeading), heading) }, size: size)
    let formats = try layout.columns.enumerated().map { position, column in
      var style = column.style(size: size)
      // What is not printed must not make rows high; on the screen it runs on or is cut.
      if position >= page.printedColumns { style.wraps = false }
      return try page.sheet.workbook.format(style)
    }
    var gathered = Gathered(layout)
    try withCSV(table, layout) { csv in
      try stream.forEach { row in
        let cells = layout.columns.map { $0.cell(row, sheetRow: page.row) }
        try page.addRow(Array(zip(cells, formats)), size: size)
        gathered.add(row)
        try csv(row)
      }
    }
    let area = ListArea(
      headingRow: headingRow, lastRow: page.row - 1, columns: layout.columns.count)
    let placed = PlacedTable(
      definition: table, layout: layout, area: area, lights: gathered.lights, sums: gathered.sums)
    try page.sheet.colourLights(layout, rows: placed.rows, lights: report.context.lights)
    return placed
  }

  /// Says where the rows of a long table are.
  private func writeReference(to table: ReportDefinition.Table, rows: Int) throws {
    try writeCaption(table, rows: rows)
    let name = try report.companionName(table)
    try page.addLine("共 \(rows) 行，另见工作簿《\(name)》。", style: .fact)
    page.skip()
  }
}

/// What is kept of the rows of a table while they are written.
private struct Gathered {
  private let columns: [ShownColumn]
  private let light: ShownColumn?
  /// Columns that are divided by but not summed: the same whole in every row.
  private let wholes: Set<Int>
  private(set) var lights: [String] = []
  private(set) var sums: [Int64?]

  init(_ layout: TableLayout) {
    columns = layout.columns
    light = layout.columns.first { $0.format == .light }
    sums = layout.columns.map { $0.isSummed ? 0 : nil }
    wholes = Set(
      layout.columns.compactMap { column in
        guard case .ratio(let ratio) = column.source else { return nil }
        let position = ratio.denominator.column
        return layout.columns[position].isSummed ? nil : position
      })
  }

  mutating func add(_ row: [Value]) {
    if let light { lights.append(light.text(row)) }
    for (position, column) in columns.enumerated() {
      guard case .value(let index) = column.source else { continue }
      if wholes.contains(position) {
        sums[position] = row[index].integer
      } else if let sum = sums[position] {
        sums[position] = sum + (row[index].integer ?? 0)
      }
    }
  }
}
