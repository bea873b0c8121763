import Definitions
import Domain
import Intake

/// What was understood of a workbook, line by line.
extension Wording {
  static func understood(_ suggestion: WorkbookSuggestion) -> [String] {
    suggestion.sheets.flatMap(understood) + units(suggestion) + words(suggestion)
      + [plan(suggestion.plan, suggestion.file)]
  }

  private static func understood(_ sheet: SuggestedSheet) -> [String] {
    let name = say("Sheet “\(sheet.name)”: ", "工作表“\(sheet.name)”：")
    switch sheet.kind {
    case .empty: return []
    case .register(let register) where register != .ledger:
      return [name + taken(sheet)]
        + sheet.columns.map { column in
          let own = register.column(named: column.mapping.column)?.heading ?? ""
          return "  \(column.cell)“\(column.heading)” → \(own)"
        }
    case .register, .part: break
    default:
      let isHidden = sheet.notes.contains(.hiddenSheet)
      return [name + leftOut(sheet)] + (isHidden ? ["  " + note(.hiddenSheet)] : [])
    }
    var lines = [name + taken(sheet)]
    if let rows = sheet.headings {
      let text = rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound)–\(rows.upperBound)"
      lines.append("  " + say("headings in row \(text)", "表头在第 \(text) 行"))
    }
    lines += sheet.columns.map { "  " + understood($0) }
    lines += sheet.fillDown.map {
      "  " + filledDown(heading($0.column), $0.cell, $0.count, $0.isMerged)
    }
    if let bars = sheet.bars {
      lines.append("  \(self.bars(bars.cell, bars.count)) → \(heading(bars.column))")
    }
    if let rows = sheet.rowsOfATask {
      lines.append("  \(rowsOfATask(rows.cell)) → \(rows.register.heading)")
    }
    if !sheet.ownColumns.isEmpty { lines.append("  " + ownColumns(sheet.ownColumns)) }
    return lines + sheet.notes.map { "  " + note($0) }
  }

  private static func heading(_ id: String) -> String {
    let parts = id.split(separator: ".").map(String.init)
    let register = parts.count == 2 ? Register(rawValue: parts[0]) ?? .ledger : .ledger
    let column =
      register.column(named: parts.last ?? id)?.heading ?? Register(rawValue: id)?.heading ?? id
    return parts.count == 2 ? "\(register.heading).\(column)" : column
  }

  private static func understood(_ column: SuggestedColumn) -> String {
    let ours = heading(column.mapping.column)
    let line = "\(column.cell)“\(column.heading)” → \(ours)"
    guard column.isOffered else {
      return "\(line)\(how(column))\(say(" (", "（"))\(reason(column))\(say(")", "）"))"
    }
    return "\(line) \(say("(offered only)", "（仅供选用）"))"
  }

  private static func how(_ column: SuggestedColumn) -> String {
    switch (column.mapping.roles, column.mapping.take) {
    case (.words?, _): say(", roles by words", "，按“牵头、配合”等词分")
    case (.firstListed?, _): say(", the first one leads", "，首个单位牵头")
    case (_, .statusAndProgress?): say(", with progress", "，含进度")
    case (_, .milestones?): say(", a milestone a line", "，一行一个节点")
    default: ""
    }
  }

  private static func units(_ suggestion: WorkbookSuggestion) -> [String] {
    guard !suggestion.units.isEmpty else { return [] }
    let names = suggestion.units.map { "\($0.name)×\($0.count)" }
    return [
      say("\(names.count) spellings of units: ", "单位写法 \(names.count) 种：") + list(names)
    ]
  }

  private static func words(_ suggestion: WorkbookSuggestion) -> [String] {
    let unknown = suggestion.words.filter { !$0.isStandard && $0.count > 0 }
    let known = suggestion.words.filter { $0.isStandard && $0.count > 0 }
    var lines: [String] = []
    if !known.isEmpty {
      lines.append(say("Status words: ", "状态词：") + list(known.map { "\($0.word)×\($0.count)" }))
    }
    if !unknown.isEmpty {
      let shown = unknown.map { "\($0.word)×\($0.count)→\($0.code)" }
      lines.append(say("Unknown status words, taken for: ", "未知状态词，暂作：") + list(shown))
    }
    return lines
  }

  private static func plan(_ plan: SuggestedPlan, _ file: String) -> String {
    let years = plan.years.map(String.init).joined(separator: say(", ", "、"))
    return say(
      "Plan: “\(plan.title)” (\(planTitle(plan, file))), \(years) (\(planYears(plan)))",
      "方案：“\(plan.title)”（\(planTitle(plan, file))），\(years) 年（\(planYears(plan))）")
  }

  static func questions(_ suggestion: WorkbookSuggestion) -> [String] {
    suggestion.questions.enumerated().map { question($0.element, number: $0.offset + 1) }
  }

  static func nextSteps(_ folder: String, _ suggestion: WorkbookSuggestion) -> String {
    let day = suggestion.plan.effectiveOn.map { " --effective-on \($0)" } ?? ""
    return say(
      """
      Next: look through mapping.yaml and \(SuggestedFiles.units), then
        jibao snapshot --workspace \(folder)\(day)
        jibao report --workspace \(folder)
      """,
      """
      下一步：核对 mapping.yaml 和 \(SuggestedFiles.units)，然后
        jibao snapshot --workspace \(folder)\(day)
        jibao report --workspace \(folder)
      """)
  }

  static func keptInSpite(_ folder: String) -> String {
    say(
      "\(folder) is kept. The workbook contradicts itself: put right what is listed, in the copy there or in mapping.yaml, then 'jibao snapshot'.",
      "\(folder) 已保留。台账有下列错误：请在其中的副本或 mapping.yaml 中改正，再运行 jibao snapshot。")
  }
}
