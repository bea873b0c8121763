import Database
import Domain
import Store

/// The plan, its calendar, lights and quotas as temporary tables, and the values of parameters.
extension Moment {
  static func parameters(_ request: Request, ledger: String) -> [String: Value] {
    let plan = request.plan
    return [
      "ledger": .text(ledger), "plan": .text(plan.id), "as_of": .day(request.asOf),
      "period_from": .day(request.period.from), "period_to": .day(request.period.to),
      "plan_from": .day(Day(year: plan.years.first ?? 0, month: 1, dayOfMonth: 1)),
      "lead_policy": .text(plan.leadPolicy.rawValue),
      "schedule_rule": .text(plan.scheduleRule.rawValue),
      "nominal": .integer(plan.nominalProgress(at: request.asOf)),
      "debtors": .text(plan.debtors.rawValue),
    ]
  }

  /// Makes the tables `held`, `calendar`, `light_rule`, `quota`, `publication_level`, `past_red`,
  /// `score`, `score_line` and `rule_name`.
  func bind(_ positions: [Register: Int64]) throws {
    let plan = request.plan
    try make(
      "held", "register TEXT PRIMARY KEY, position INTEGER",
      rows: positions.map { [.text($0.key.rawValue), .integer($0.value)] })
    try make(
      "calendar",
      """
      ordinal INTEGER PRIMARY KEY, period TEXT, period_name TEXT, from_day TEXT, to_day TEXT,
      submit_by TEXT, submit_number INTEGER, cutoff TEXT
      """,
      rows: plan.calendar.enumerated().map { index, period in
        [
          .integer(Int64(index + 1)), .text(period.id), .text(period.name), .day(period.from),
          .day(period.to), .day(period.submitBy),
          period.submitBy.map { .integer(Int64($0.number)) } ?? .null, .day(period.cutoff),
        ]
      })
    try make(
      "light_rule",
      """
      ordinal INTEGER PRIMARY KEY, word TEXT, colour TEXT, condition TEXT, threshold INTEGER,
      last_day TEXT
      """,
      rows: plan.lights.enumerated().map { index, light in
        [
          .integer(Int64(index + 1)), .text(light.word), .text(light.colour.rawValue),
          .text(light.condition.rawValue), .integer(light.threshold),
          light.condition == .dueWithin
            ? .day(request.asOf.adding(days: Int(light.threshold))) : .null,
        ]
      })
    try make(
      "quota", "ranking_group TEXT PRIMARY KEY, items INTEGER",
      rows: plan.quotas.map { [.text($0.group ?? ""), .integer(Int64($0.items))] })
    try make(
      "publication_level", "level TEXT PRIMARY KEY",
      rows: plan.publicationLevels.map { [.text($0)] })
    // Filled when a query reads them.
    try make("past_red", "task TEXT PRIMARY KEY, periods TEXT", rows: [])
    try make("score", ScoreRows.declaration(ScoreRows.scoreColumns, connection.dialect), rows: [])
    try make(
      "score_line", ScoreRows.declaration(ScoreRows.lineColumns, connection.dialect), rows: [])
    try make(
      "rule_name", ScoreRows.declaration(ScoreRows.nameColumns, connection.dialect), rows: [])
  }

  private func make(_ table: String, _ columns: String, rows: [[Value]]) throws {
    try connection.execute("CREATE TEMPORARY TABLE \(table) (\(columns))")
    let names = columns.split(separator: ",").compactMap { column in
      column.split { $0.isWhitespace }.first.map(String.init)
    }
    try connection.insert(into: table, columns: names, rows: rows)
  }
}
