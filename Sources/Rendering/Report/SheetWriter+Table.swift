import Definitions
import Domain

extension SheetWriter {
  /// Writes a table: on the sheet, or beside it if it is long, and its CSV file.
  func write(_ table: ReportDefinition.Table, tables: Tables) throws {
    let stream = try tables(table.query)
    let layout = try TableLayout(
      table, result: stream.columns, ownColumns: report.context.ownColumns)
    rowCounts[table.query] = stream.count
    let isLarge = table.companion != nil && stream.count > report.options.largeTable
    if isLarge {
      try writeCompanion(table, layout, stream)
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

  /// Writes a table's CSV file, if it has one, while `body` hands over the rows.
  func withCSV(
    _ table: ReportDefinition.Table, _ layout: TableLayout,
    _ body: ((_ row: [Value]) throws -> Void) throws -> Void
  ) throws {
    guard let csv = table.csv else { return try body { _ in } }
    try files.makeFolder("csv")
    let name = "csv/" + (try FileName.checked(csv + ".csv"))
    var writer = try CSVWriter(
      path: files.path(of: name), name: name, columns: layout.columns,
      encoding: report.options.csvEncoding, guardsFormulas: report.options.guardsFormulas)
    var count = 0
    try body { row in
      try writer.write(row)
      count += 1
    }
    let (sha256, bytes) = try writer.finish()
    files.add(name, FileSummary(sha256: sha256, bytes: bytes), rows: [table.query: count])
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
      var style = column.format.style(size: size, width: column.width)
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

  private func writeCompanion(
    _ table: ReportDefinition.Table, _ layout: TableLayout, _ stream: ResultStream
  ) throws {
    guard let name = try table.companion.map(report.filled).map(FileName.checked) else { return }
    let job = CompanionJob(try companionPlan(table, layout, name: name, rows: stream.count))
    files.add(name, job: job, rows: [table.query: stream.count])
    try writeCaption(table, rows: stream.count)
    try page.addLine("共 \(stream.count) 行，另见工作簿《\(name)》。", style: .fact)
    page.skip()
    do {
      try feed(job, table, layout, stream)
    } catch {
      job.abort()
      throw error
    }
  }

  /// Reads the result once, for the CSV file and the companion.
  private func feed(
    _ job: CompanionJob, _ table: ReportDefinition.Table, _ layout: TableLayout,
    _ stream: ResultStream
  ) throws {
    var batch: [[Value]] = []
    try withCSV(table, layout) { csv in
      try stream.forEach { row in
        try csv(row)
        batch.append(row)
        if batch.count == 256 {
          job.add(batch)
          batch.removeAll(keepingCapacity: true)
        }
      }
    }
    job.add(batch)
    job.end()
  }

  private func companionPlan(
    _ table: ReportDefinition.Table, _ layout: TableLayout, name: String, rows: Int
  ) throws -> CompanionPlan {
    CompanionPlan(
      path: files.path(of: name), folder: files.folder,
      title: try report.filled(page.definition.title),
      author: report.context.texts["office"] ?? "", sheetName: page.sheet.name,
      lines: try [report.notice()].compactMap { $0 } + report.lines(of: page.definition),
      fontSize: page.definition.fontSize, frozenColumns: page.definition.frozenColumns,
      created: report.context.cutoff, lights: report.context.lights, layout: layout,
      rows: rows, sheetRows: report.options.sheetRows)
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
