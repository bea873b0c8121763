import Definitions
import Domain
import Jobs
import Scoring

/// How a score is explained to a reader.
extension Wording {
  /// The unit's score, its lines, their sum, and what changed since another day.
  static func explanation(_ explanation: ExplainJob.Explanation) -> String {
    let standing = explanation.standing
    let unit = standing.score.unit
    let group = unit.group.map { say(", \($0)", ",\($0)") } ?? ""
    let head = [
      say(
        "\(unit.name) (\(unit.id)\(group)): \(explanation.plan) as of \(explanation.asOf)",
        "\(unit.name)（\(unit.id)\(group)）：\(explanation.plan)，截至 \(explanation.asOf)"),
      rules(explanation.rules), result(standing),
    ]
    return (head + [""]).map { $0 + "\n" }.joined() + table(standing.score)
      + (explanation.comparison.map { comparison($0, standing) } ?? "")
      + (explanation.range.map { range in
        say(
          "\nIf one weight moves by 10 %: best place \(range.best), worst \(range.worst).\n",
          "\n任一分值增减 10%：位次最好第 \(range.best)，最差第 \(range.worst)。\n")
      } ?? "")
  }

  private static func rules(_ book: RuleBook) -> String {
    let example = book.isExample ? say(" (example rules)", "（示例规则）") : ""
    return say(
      "Rules: \(book.version)\(example), from \(book.effective): \(book.basis)",
      "评分规则：\(book.version)\(example)，\(book.effective) 起施行；依据：\(book.basis)")
  }

  private static func result(_ standing: Standing) -> String {
    var text = say("Score ", "得分 ") + standing.score.points.decimal
    if let place = standing.place {
      text += say(
        ", place \(place) of \(standing.ranked)", "，位次第 \(place)（共 \(standing.ranked) 个单位）")
    }
    if let reason = standing.unranked { text += say(", ", ",") + unranked(reason) }
    if standing.isSmall {
      text += say(
        ", with few tasks (\(standing.score.tasks))", "，任务较少（\(standing.score.tasks) 项）")
    }
    return text + standing.score.flags.map { say("; ", ";") + $0 }.joined()
  }

  private static func unranked(_ reason: Standing.Unranked) -> String {
    switch reason {
    case .noGroup: say("not ranked: no ranking group", "不排位：无考核分组")
    case .outOfOffice: say("not ranked: not in office", "不排位：已不在列")
    case .noTasks: say("not ranked: no tasks that count", "不排位：无计分任务")
    }
  }

  private static func table(_ score: UnitScore) -> String {
    let headings = [
      say("part", "板块"), say("rule", "规则"), say("quantity", "数量"), say("weight", "分值"),
      say("points", "得分"), say("row of the ledger", "台账行"), say("task or occasion", "任务、事由"),
      say("basis", "依据"),
    ]
    let rows = score.lines.flatMap { line in
      [
        [
          line.part, line.name, quantity(line), line.weight?.decimal ?? "", line.points.decimal,
          place(line.row), about(line.task, line.title, line.occasion), line.basis,
        ]
      ]
        + line.items.filter { $0.row != nil || !$0.task.isEmpty }.map { item in
          [
            "", "  ·", item.quantity.fractionText, "", "", place(item.row),
            about(item.task, item.title, item.occasion), "",
          ]
        }
    }
    let sum = ["", say("total", "合计"), "", "", score.points.decimal, "", "", ""]
    return TextTable(rows: [headings] + rows + [sum], numeric: [2, 3, 4]).text
  }

  private static func quantity(_ line: ScoreLine) -> String {
    guard let text = line.quantityText else { return "" }
    let unit =
      switch line.counted {
      case .item: say("", " 项")
      case .day: say(" d", " 天")
      case .point: say(" pp", " 个百分点")
      case .rate, nil: ""
      }
    return text + unit
  }

  private static func place(_ row: LedgerPlace?) -> String {
    guard let row else { return "" }
    // The file of a sheet's rows is named with the sheet.
    let sheet = row.place.lastIndex(of: "!").map { ":" + row.place[..<$0] } ?? ""
    let file = row.file.hasSuffix(sheet) ? String(row.file.dropLast(sheet.count)) : row.file
    return "\(file):\(row.place) (\(row.day))"
  }

  private static func about(_ task: String, _ title: String, _ occasion: String) -> String {
    [task, title, occasion].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func comparison(
    _ comparison: ExplainJob.Comparison, _ standing: Standing
  ) -> String {
    let before = comparison.standing
    let change = standing.score.points - before.score.points
    var text = say(
      "\nSince \(comparison.asOf) (\(before.score.points.decimal)): \(signed(change))",
      "\n与 \(comparison.asOf)（\(before.score.points.decimal) 分）相比：\(signed(change))")
    if let old = before.place, let new = standing.place {
      text += say("; place \(old) → \(new)", "；位次 \(old) → \(new)")
    }
    let rows = comparison.lines.differences.map { difference in
      let line = difference.after ?? difference.before
      return [
        line?.part ?? "", line?.name ?? "", difference.before?.points.decimal ?? "",
        difference.after?.points.decimal ?? "", signed(difference.change),
        line.map { about($0.task, $0.title, $0.occasion) } ?? "",
      ]
    }
    let headings = [
      say("part", "板块"), say("rule", "规则"), say("before", "此前"), say("now", "现在"),
      say("change", "变化"), say("task or occasion", "任务、事由"),
    ]
    text += "\n" + TextTable(rows: [headings] + rows, numeric: [2, 3, 4]).text
    guard let origins = comparison.origins else { return text }
    return text
      + say(
        "Of it from tasks \(signed(origins.tasks)), performance \(signed(origins.performance)), rules \(signed(origins.rules)).\n",
        "其中任务变动 \(signed(origins.tasks))，进展 \(signed(origins.performance))，规则变动 \(signed(origins.rules))。\n"
      )
  }

  private static func signed(_ points: Int64) -> String {
    (points > 0 ? "+" : "") + points.decimal
  }
}
