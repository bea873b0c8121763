import Definitions
import Domain

/// A sheet of problems found and their rectification, as audits and inspections keep them.
struct AuditSheet {
  private(set) var suggestion: SuggestedSheet
  /// Rows whose status says that they are done, and no day says when.
  private(set) var undated: (count: Int, cell: CellAddress, heading: String)?

  /// Nil where the sheet is no list of problems, or cannot be read as one: without numbers, units or
  /// the days on which problems were dealt with.
  init?(_ sheet: SheetSuggester) {
    guard let table = sheet.table, sheet.isLedger, Self.namesProblems(sheet) else { return nil }
    var columns: [SuggestedColumn] = []
    var taken: Set<Int> = []
    for (id, isMeant) in Self.columns {
      let open = table.headings.filter { !taken.contains($0.column) && isMeant(Self.key($0)) }
      guard
        let heading = open.first(where: { table.contents[$0.column]?.isEmpty == false })
          ?? open.first
      else { continue }
      taken.insert(heading.column)
      var column = SuggestedColumn(
        mapping: ColumnMapping(column: id, from: [sheet.name(heading, table)]),
        cell: heading.address, heading: heading.name, reason: .heading)
      column.filled = table.contents[heading.column]?.filled ?? 0
      columns.append(column)
    }
    // What was struck off was done by then.
    if !columns.contains(where: { $0.mapping.column == "completed_on" }),
      let struck = columns.first(where: { $0.mapping.column == "accepted_on" })
    {
      var column = SuggestedColumn(
        mapping: ColumnMapping(column: "completed_on", from: struck.mapping.from),
        cell: struck.cell, heading: struck.heading, reason: .heading)
      column.filled = struck.filled
      columns.append(column)
    }
    let found = Set(columns.map(\.mapping.column))
    guard found.isSuperset(of: ["id", "problem", "unit"]),
      !found.isDisjoint(with: ["completed_on", "accepted_on"]),
      let id = columns.first(where: { $0.mapping.column == "id" }),
      id.filled == table.records.count, table.contents[id.cell.column]?.restarts != true
    else { return nil }
    suggestion = SuggestedSheet(
      name: sheet.sheet.name, kind: .register(.rectifications), headings: table.headingRows,
      headingTexts: table.headings.prefix(8).map(\.name))
    suggestion.columns = columns
    suggestion.ownColumns = table.headings.filter { !taken.contains($0.column) }.map(\.name)
    suggestion.rows = table.records.count
    suggestion.notes = sheet.notes(table)
    undated = Self.undated(sheet, table, columns)
  }

  /// Whether what would be tasks are problems and how they are put right.
  static func namesProblems(_ sheet: SheetSuggester) -> Bool {
    let keys = (sheet.table?.headings ?? []).map(key)
    guard let title = sheet.guesses.first(where: { $0.id == "title" }).map({ key($0.heading) }),
      isProblem(title) || ["整改", "措施"].contains(where: title.contains)
    else { return false }
    return keys.contains(where: isProblem)
      && keys.contains { $0.contains("整改") || $0.contains("销号") }
  }

  private static func key(_ heading: TableHeading) -> String { heading.text.key }

  private static func isProblem(_ key: String) -> Bool {
    (key.contains("问题") || key.contains("发现事项") || key.contains("反馈意见"))
      && !["类", "编号", "序号", "来源", "数", "性质", "时间", "日期", "单位", "领域", "原因"].contains(
        where: key.contains)
  }

  private static func isDay(_ key: String) -> Bool {
    ["日期", "时间", "时限", "期限"].contains(where: key.contains)
  }

  private static let columns: [(id: String, isMeant: @Sendable (String) -> Bool)] = [
    ("problem", isProblem),
    ("id", { ["序号", "编号", "号"].contains($0) || $0.hasSuffix("编号") || $0.hasSuffix("序号") }),
    ("accepted_on", { isDay($0) && ["销号", "验收"].contains(where: $0.contains) && !isPlanned($0) }),
    ("found_on", { isDay($0) && ["发现", "检查", "审计", "反馈", "交办"].contains(where: $0.contains) }),
    (
      "completed_on",
      { isDay($0) && ["完成", "办结", "整改到位"].contains(where: $0.contains) && !isPlanned($0) }
    ),
    ("due_on", { isDay($0) && !["开始", "启动"].contains(where: $0.contains) }),
    (
      "unit",
      { key in
        ["单位", "部门", "主体"].contains(where: key.contains)
          && !["检查", "审计", "督办", "监督", "牵头", "配合", "反馈"].contains(where: key.contains)
      }
    ),
    ("measure", { $0.contains("措施") || $0.contains("整改要求") || $0.contains("整改目标") }),
    ("owner", { $0.hasSuffix("责任人") || $0.hasSuffix("负责人") || $0 == "联系人" }),
    ("source", { $0.contains("来源") || $0.contains("检查单位") || $0.contains("审计项目") }),
  ]

  private static func isPlanned(_ key: String) -> Bool {
    ["要求", "计划", "应", "拟", "预计", "时限", "期限"].contains(where: key.contains)
  }

  private static func undated(
    _ sheet: SheetSuggester, _ table: SuggestedTable, _ columns: [SuggestedColumn]
  ) -> (count: Int, cell: CellAddress, heading: String)? {
    guard
      let status = sheet.guesses.first(where: { $0.id == "status" })
    else { return nil }
    let days = columns.filter { ["completed_on", "accepted_on"].contains($0.mapping.column) }
      .map(\.cell.column)
    let rows = table.records.filter { row in
      let code = StatusWords.meaning(sheet.grid.text(row.number, status.heading.column))?.code
      return ["completed", "accepted"].contains(code)
        && days.allSatisfy { sheet.grid.text(row.number, $0).isEmpty }
    }
    return rows.first.map {
      (rows.count, CellAddress(row: $0.number, column: status.heading.column), status.heading.name)
    }
  }
}
