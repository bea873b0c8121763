import Database
import Definitions
import Domain
import Store

/// The plan, its calendar, lights and quotas as temporary tables, and the values of parameters.
extension Moment.Request {
  /// The years that the plan's calendar and the request name.
  var years: [Int] {
    let days = (plan.calendar + [period]).flatMap { entry in
      [entry.from, entry.to, entry.submitBy, entry.cutoff].compactMap { $0 as Day? }
    }
    return plan.years + (days + [asOf]).map(\.year)
  }
}

extension Moment {
  /// - Parameter earlier: The day of the moment that this one is compared with; its own without.
  static func parameters(
    _ request: Request, ledger: String, comparedWith earlier: Day?
  ) -> [String: Value] {
    let plan = request.plan
    return [
      "ledger": .text(ledger), "plan": .text(plan.id), "as_of": .day(request.asOf),
      "known_at": .text(request.knownAt),
      "period_from": .day(request.period.from), "period_to": .day(request.period.to),
      "plan_from": .day(Day(year: plan.years.first ?? 0, month: 1, dayOfMonth: 1)),
      "lead_policy": .text(plan.leadPolicy.rawValue),
      "schedule_rule": .text(plan.scheduleRule.rawValue),
      "nominal": .integer(request.nominal), "closing": .integer(request.isClosing ? 1 : 0),
      "year_end": .day(request.yearEnd),
      "debtors": .text(plan.debtors.rawValue),
      "prior_as_of": .day(earlier ?? request.asOf),
    ]
  }

  /// Makes the tables `known`, the snapshots that count, by register, and `late`, those recorded
  /// after `knownAt` or withdrawn by then: what only they said is not looked at when a query looks
  /// back. And `past_number`, the numbers that renumbered tasks bore.
  func bindSnapshots(of store: LedgerStore) throws {
    let known = try store.knownPositions(
      plan: request.plan.id, asOf: request.asOf, knownAt: request.knownAt)
    try make(
      "known", [("register", .text), ("position", .integer)], key: ["register", "position"],
      rows: known.map { [.text($0.register.rawValue), .integer($0.position)] })
    try make(
      "late", [("position", .integer)],
      rows: store.positions(unknownAt: request.knownAt).map { [.integer($0)] })
    try bindEarlierSources(of: store, known: Set(known.map(\.position)))
    let numbers = try store.pastNumbers(
      plan: request.plan.id, asOf: request.asOf, knownAt: request.knownAt)
    try make(
      "past_number",
      [
        ("task", .text), ("number", .text), ("from_position", .integer),
        ("to_position", .integer),
      ], key: ["task", "number", "from_position"],
      rows: numbers.map { [.text($0.task), .text($0.number), .integer($0.from), .integer($0.to)] })
  }

  /// Makes the table `earlier_source`: of rows that were recorded first with a snapshot of a later
  /// day, their place in the first one, in the order of days, of those that are known.
  private func bindEarlierSources(of store: LedgerStore, known: Set<Int64>) throws {
    let types = connection.dialect
    tables.append("earlier_source")
    try connection.execute(
      """
      CREATE TEMPORARY TABLE earlier_source (
        hash \(types.blob) PRIMARY KEY, position \(types.integer), line \(types.integer)
      )
      """)
    var first: [ContentHash: (position: Int64, line: Int64)] = [:]
    for place in try store.earlierSources() where known.contains(place.position) {
      if let other = first[place.hash], other.position <= place.position { continue }
      first[place.hash] = (place.position, place.line)
    }
    try connection.insert(
      into: "earlier_source", columns: ["hash", "position", "line"],
      rows: first.map {
        [.blob($0.key.bytes), .integer($0.value.position), .integer($0.value.line)]
      })
  }

  /// Makes the tables `held`, `calendar`, `light_rule`, `quota`, `publication_level`, `paper_setting`,
  /// `word`, `rival`, `short_name`, `past_red`, `score`, `score_line` and `rule_name`.
  func bind(_ positions: [Register: Int64]) throws {
    let plan = request.plan
    try make(
      "held", [("register", .text), ("position", .integer)],
      rows: positions.map { [.text($0.key.rawValue), .integer($0.value)] })
    try make(
      "calendar",
      [
        ("ordinal", .integer), ("period", .text), ("period_name", .text), ("from_day", .text),
        ("to_day", .text), ("submit_by", .text), ("submit_number", .integer), ("cutoff", .text),
      ],
      rows: plan.calendar.enumerated().map { index, period in
        [
          .integer(Int64(index + 1)), .text(period.id), .text(period.name), .day(period.from),
          .day(period.to), .day(period.submitBy),
          period.submitBy.map { .integer(Int64($0.number)) } ?? .null, .day(period.cutoff),
        ]
      })
    try make(
      "light_rule",
      [
        ("ordinal", .integer), ("word", .text), ("colour", .text), ("condition", .text),
        ("threshold", .integer), ("last_day", .text),
      ],
      rows: plan.lights.enumerated().map { index, light in
        [
          .integer(Int64(index + 1)), .text(light.word), .text(light.colour.rawValue),
          .text(light.condition.rawValue), .integer(light.threshold),
          light.condition == .dueWithin
            ? .day(request.asOf.adding(days: Int(light.threshold))) : .null,
        ]
      })
    try make(
      "quota", [("ranking_group", .text), ("items", .integer), ("group_key", .text)],
      rows: plan.quotas.map { quota in
        let group = quota.group ?? ""
        return [.text(group), .integer(Int64(quota.items)), .text(WordKey(group).text)]
      })
    try make(
      "publication_level", [("level", .text), ("level_key", .text)],
      rows: plan.publicationLevels.map { [.text($0), .text(WordKey($0).text)] })
    try bindPaper()
    // Filled when a query reads them.
    try make(
      "word", [("kind", .text), ("written", .text), ("key", .text), ("shown", .text)],
      key: ["kind", "written"], rows: [])
    try make("rival", [("kind", .text), ("written", .text)], key: ["kind", "written"], rows: [])
    try make("short_name", [("unit", .text), ("name", .text)], rows: [])
    try make("past_red", [("task", .text), ("periods", .text)], rows: [])
    try make("score", ScoreRows.scoreColumns, rows: [])
    try make("score_line", ScoreRows.lineColumns, rows: [])
    try make("rule_name", ScoreRows.nameColumns, rows: [])
  }

  /// Makes the table `paper_setting`, one row: what papers judge by, their days, and the next cut-off.
  private func bindPaper() throws {
    let (paper, judgement) = (request.plan.paper, request.plan.paper.judgement)
    let next = request.next
    let issued = request.asOf == request.period.cutoff ? request.period.issuedOn : nil
    let settings: [(name: String, kind: ResultColumn.Kind, value: Value)] = [
      ("issued_on", .text, .day(issued)),
      ("settle_days", .integer, .integer(Int64(paper.settleDays))),
      ("report_days", .integer, .integer(Int64(paper.reportDays))),
      (
        "remind_days", .integer,
        request.asOf == request.period.cutoff ? .null : .integer(Int64(paper.remindDays))
      ),
      ("due_completion", .integer, .integer(judgement.dueCompletion)),
      ("overdue", .integer, .integer(judgement.overdue)),
      ("few_below", .integer, .integer(judgement.fewBelow)),
      ("many_below", .integer, .integer(judgement.manyBelow)),
      ("change", .integer, .integer(judgement.change)),
      ("late", .integer, .integer(judgement.late)),
      ("next_period", .text, next.map { .text($0.name) } ?? .null),
      ("next_cutoff", .text, .day(next?.cutoff)),
      ("next_submit_by", .text, .day(next?.submitBy)),
    ]
    try make(
      "paper_setting", settings.map { ($0.name, $0.kind) }, key: [],
      rows: [settings.map(\.value)])
  }

  /// Makes a table of a few rows; its first column identifies a row unless said.
  private func make(
    _ table: String, _ columns: [(String, ResultColumn.Kind)], key: [String]? = nil,
    rows: [[Value]]
  ) throws {
    tables.append(table)
    let typed = columns.map { ResultColumn(name: $0, kind: $1) }
    try makeTable(table, typed, key: key ?? [columns[0].0]) {
      try connection.insert(into: table, columns: columns.map(\.0), rows: rows)
      return rows.count
    }
  }
}
