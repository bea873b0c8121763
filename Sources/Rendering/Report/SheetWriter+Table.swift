import Definitions
import Domain

extension SheetWriter {
  /// Writes a table; of a long one, whose files are there, where it is.
  func write(_ bound: BoundTable, tables: Tables) throws {
    let (table, stream) = (bound.definition, bound.stream)
    rowCounts[table.query] = stream.count
    if bound.isTooWide {
      try writeCaption(table, rows: stream.count)
      let other = table.unlessLong.flatMap(report.report.source)?.sheet.name
      let place = other.map { "见“\($0)”" } ?? "不列表"
      try page.addLine("共 \(stream.count) 项，过多，\(place)。", style: .fact)
      page.skip()
    } else if report.isLong(table, stream) {
      try writeReference(to: table, rows: stream.count)
    } else if stream.count == 0 {
      try writeEmpty(table)
    } else if table.most == 0 {
      try writeMore(of: bound)
      try writeDefinedSince(bound.definition)
    } else {
      // Caption, headings and sums belong to the rows.
      page.keepTogether(rows: stream.count + 4, size: page.definition.fontSize)
      try writeCaption(table, rows: stream.count)
      if let matrix = bound.matrix {
        let size = "\(matrix.rows)行×\(matrix.columns)列"
        try page.addLine("列成矩阵为\(size)，过大，改列清单。", style: .fact)
      }
      let first = page.row
      let placed = try writeRows(of: bound)
      try writeTotals(of: placed, tables: tables)
      try page.addNoteOnCutRows(since: first)
      try writeMore(of: bound)
      try writeDefinedSince(bound.definition)
      self.placed.append(placed)
      page.skip()
    }
  }

  /// Says that there are more rows than are shown.
  private func writeMore(of bound: BoundTable) throws {
    guard let most = bound.definition.most, bound.stream.count > most,
      let more = bound.definition.more
    else { return }
    try page.addLine(filled(more, rows: bound.stream.count), style: .line)
  }

  /// Says which earlier figures nobody reported then: their query was written since.
  private func writeDefinedSince(_ table: ReportDefinition.Table) throws {
    let names = ReportDefinition.Earlier.allCases.filter { earlier in
      report.context.earlier[earlier]?.definedSince.contains(table.query) == true
        && table.columns.contains { $0.content.compared?.at == earlier }
    }.map { $0 == .previous ? "上期数" : "上年同期数" }
    guard !names.isEmpty else { return }
    try page.addLine(
      "注：本表口径当时尚未设立，\(names.joined(separator: "、"))按现行口径、当时的台账计算。", style: .line)
  }

  private func writeEmpty(_ table: ReportDefinition.Table) throws {
    guard let empty = try table.empty.map(report.filled), !empty.isEmpty else { return }
    page.keepTogether(rows: 3, size: page.definition.fontSize)
    try writeCaption(table, rows: 0)
    try page.addLine(empty, style: .fact)
    page.skip()
  }

  private func writeCaption(_ table: ReportDefinition.Table, rows: Int) throws {
    if let title = table.title { try page.addLine(filled(title, rows: rows), style: .caption) }
  }

  private func filled(_ template: Template, rows: Int) throws -> String {
    var texts = report.context.texts
    texts["rows"] = String(rows)
    return try template.filled(with: texts)
  }

  private func writeRows(of bound: BoundTable) throws -> PlacedTable {
    let (table, layout) = (bound.definition, bound.layout)
    let size = page.definition.fontSize
    let headingRows =
      try repeatsHeadings(of: table)
      ? page.repeatingHeadings { try writeHeadings(of: layout) } : writeHeadings(of: layout)
    let formats = try layout.columns.enumerated().map { position, column in
      var style = column.style(size: size)
      // What is not printed must not make rows high; its columns are as wide as it needs.
      if position >= page.printedColumns { style.wraps = false }
      return try page.sheet.workbook.format(style)
    }
    var gathered = Gathered(layout)
    var rows = RowLinks(bound, formats: formats, ownColumns: report.context.ownColumns.count)
    var count = 0
    try bound.stream.forEach { row in
      count += 1
      guard count <= table.most ?? .max else { return }
      let cells = zip(layout.columns, formats).map { column, format in
        (column.cell(row, sheetRow: page.row) { layout.columns[$0].text(row) }, format)
      }
      let continued = rows.note(row, at: page.row, on: page.sheet, in: links)
      try page.addRow(cells, size: size, continued: continued)
      gathered.add(row)
    }
    let area = ListArea(
      headingRows: headingRows, lastRow: page.row - 1, columns: layout.columns.count)
    let placed = PlacedTable(
      definition: table, layout: layout, area: area, lights: gathered.lights, sums: gathered.sums)
    try page.sheet.colourLights(layout, rows: placed.rows, lights: report.context.lights)
    for column in rows.bars { try page.sheet.addBars(column: column, rows: placed.rows) }
    try rows.merge(on: page.sheet)
    return placed
  }

  /// Writes the headings, over those of a group its own.
  private func writeHeadings(of layout: TableLayout) throws -> ClosedRange<Int> {
    let (size, first) = (page.definition.fontSize, page.row)
    let style = CellStyle.columnHeading(size: size)
    let format = try page.sheet.workbook.format(style)
    let headings = layout.columns.map { (Cell.text($0.brokenHeading), format) }
    let groups = layout.columns.map(\.group)
    guard groups.contains(where: { !$0.isEmpty }) else {
      try page.addRow(headings, size: size)
      return first...first
    }
    try page.addRow(groups.map { (.text($0), format) }, size: size)
    try page.addRow(headings, size: size)
    var column = 0
    while column < groups.count {
      var last = column
      while !groups[column].isEmpty, last + 1 < groups.count, groups[last + 1] == groups[column] {
        last += 1
      }
      let isAlone = groups[column].isEmpty
      try page.sheet.merge(
        isAlone ? headings[column].0 : .text(groups[column]),
        rows: first...(isAlone ? first + 1 : first),
        columns: column...last, style: style)
      column = last + 1
    }
    return first...(first + 1)
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
