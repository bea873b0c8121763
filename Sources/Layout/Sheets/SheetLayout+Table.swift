import Definitions
import Domain
import Pages

extension SheetLayout {
  /// Adds a table; of a long one, whose files are there, where it is.
  func add(_ bound: BoundTable, tables: Tables) throws {
    let (table, stream) = (bound.definition, bound.stream)
    rowCounts[table.query] = stream.count
    if bound.isTooWide {
      try addCaption(table, rows: stream.count)
      let other = table.unlessLong.flatMap(report.report.source)?.sheet.name
      let place = other.map { "见“\($0)”" } ?? "不列表"
      page.addLine("共 \(stream.count) 项，过多，\(place)。", style: .fact)
      page.skip()
    } else if report.isLong(table, stream) {
      try addReference(to: table, rows: stream.count)
    } else if stream.count == 0 {
      try addEmpty(table)
    } else if table.most == 0 {
      try addMore(of: bound)
      try addDefinedSince(bound.definition)
    } else {
      // Caption, headings and sums belong to the rows.
      page.keepTogether(rows: stream.count + 4, size: page.definition.fontSize)
      try addCaption(table, rows: stream.count)
      if let matrix = bound.matrix {
        let size = "\(matrix.rows)行×\(matrix.columns)列"
        page.addLine("列成矩阵为\(size)，过大，改列清单。", style: .fact)
      }
      let first = page.row
      let placed = try addRows(of: bound)
      try addTotals(of: placed, tables: tables)
      page.addNoteOnCutRows(since: first)
      try addMore(of: bound)
      try addDefinedSince(bound.definition)
      self.placed.append(placed)
      page.skip()
    }
  }

  /// Says that there are more rows than are shown.
  private func addMore(of bound: BoundTable) throws {
    guard let most = bound.definition.most, bound.stream.count > most,
      let more = bound.definition.more
    else { return }
    page.addLine(try filled(more, rows: bound.stream.count), style: .line)
  }

  /// Says which earlier figures nobody reported then: their query was written since.
  private func addDefinedSince(_ table: ReportDefinition.Table) throws {
    let names = ReportDefinition.Earlier.allCases.filter { earlier in
      report.context.earlier[earlier]?.definedSince.contains(table.query) == true
        && table.columns.contains { $0.content.compared?.at == earlier }
    }.map { $0 == .previous ? "上期数" : "上年同期数" }
    guard !names.isEmpty else { return }
    page.addLine(
      "注：本表口径当时尚未设立，\(names.joined(separator: "、"))按现行口径、当时的台账计算。", style: .line)
  }

  private func addEmpty(_ table: ReportDefinition.Table) throws {
    guard let empty = try table.empty.map(report.filled), !empty.isEmpty else { return }
    page.keepTogether(rows: 3, size: page.definition.fontSize)
    try addCaption(table, rows: 0)
    page.addLine(empty, style: .fact)
    page.skip()
  }

  private func addCaption(_ table: ReportDefinition.Table, rows: Int) throws {
    if let title = table.title {
      page.addLine(try filled(title, rows: rows), style: .caption)
    }
  }

  private func filled(_ template: Template, rows: Int) throws -> String {
    var texts = report.context.texts
    texts["rows"] = String(rows)
    return try template.filled(with: texts)
  }

  /// Lays out the rows once, for what follows from all of them; they are laid out again, or kept if
  /// they are few, when the table is written.
  private func addRows(of bound: BoundTable) throws -> PlacedTable {
    let rows = TableRows(
      bound, page: page, lights: report.context.lights,
      ownColumns: report.context.ownColumns.count, keys: report.report.linkKeys(of: bound))
    let headings = rows.headingHeights
    let top = page.height
    if repeatsHeadings(of: bound.definition) {
      page.repeatingHeadings { page.noteHeadings(headings) }
    } else {
      page.noteHeadings(headings)
    }
    var gathered = Gathered(bound.layout)
    let table = try rows.table { gathered.add($0) }
    page.add(table)
    return PlacedTable(
      definition: bound.definition, layout: bound.layout, count: table.count, top: top,
      lights: gathered.lights, sums: gathered.sums)
  }

  /// Says where the rows of a long table are.
  private func addReference(to table: ReportDefinition.Table, rows: Int) throws {
    try addCaption(table, rows: rows)
    let name = try report.companionName(table)
    page.addLine("共 \(rows) 行，另见工作簿《\(name)》。", style: .fact)
    page.skip()
  }
}

/// What is kept of the rows of a table.
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
