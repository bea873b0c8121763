import Domain

/// Reads the task register.
final class TaskRows: RegisterRows {
  private let reading: LedgerReading
  private let cursor: RegisterCursor
  let converter: RowConverter
  private let checks: RowChecks
  private let plans: PlanCells
  private let task: Int?
  private let title: Int?
  private let parent: Int?
  private let leaders: Int?
  private let lead: Int?
  /// The number of the present row among all rows.
  private var index = -1
  /// The first row of each title of a plan, by the hash of both: for a warning, that is enough.
  private var titles: [Int: Int32] = [:]
  private var leaderCells: [ByteText: [LeaderCell.Leader]] = [:]
  private var parents: [Int: (parent: Int, mark: CellMark)] = [:]
  private var withoutLead: [CellMark] = []
  private var withoutLeadCount = 0
  /// The tasks that bear no number.
  private var unnumbered = ColumnNote()
  /// How many of them stand in rows of a number: parts of a register may stand in several sheets.
  private var rowNames: [Int: Int] = [:]
  private let status: Int?
  private let completed: Int?
  private let accepted: Int?
  private var completionDays: CompletionDays?
  private var inferredDays = ColumnNote()
  private var untitled = ColumnNote()

  init(_ reading: LedgerReading, _ cursor: RegisterCursor) {
    self.reading = reading
    self.cursor = cursor
    let converter = RowConverter(reading, cursor)
    self.converter = converter
    checks = RowChecks(converter, effectiveOn: reading.reader.effectiveOn)
    plans = PlanCells(reading, cursor, converter.planField)
    task = converter.target("task")
    title = converter.target("title")
    parent = converter.target("parent")
    leaders = converter.target("leaders")
    lead = converter.target("lead_units")
    status = converter.target("status")
    completed = converter.target("completed_on")
    accepted = converter.target("accepted_on")
  }

  func read(into sink: (LedgerRow) throws -> Void) throws {
    index += 1
    let row = reading.tasks.rows[index]
    if reading.tasks.isSetAside(row), let plan = row.plan, let field = converter.planField {
      reading.setAside.note((reading.tasks.plans[plan], plan), cursor, field)
      if let title = converter.field(title) { reading.setAside.note(title: cursor.string(title)) }
      return
    }
    converter.convert()
    checks.check(converter)
    let plan = plans.taskPlan(row)
    if row.key == nil, !cursor.hasError { cursor.report(.taskKeyMissing, keyField) }
    converter.set(task, .nonEmpty(row.key))
    nameUntitled()
    if row.isUnnumbered {
      nameByRow()
    } else if let key = row.key, TaskKey.isUnnumbered(key) {
      cursor.report(.taskNumberReserved, keyField)
    }
    noteLead(plan)
    if let plan, let key = row.key {
      if !row.isUnnumbered { noteTitle(key, plan) }
      resolveParent(plan)
    }
    guard let plan, let key = row.key else { return }
    let id = reading.tasks.plans[plan]
    if converter.lacksDay != (false, false) { try inferDays(key, id) }
    try sink(converter.row(plan: id))
    try handOnUnits(key, id, sink)
    try handOnLeaders(key, id, sink)
  }

  /// A task that is done in a ledger without days of completion: it was done on the day on which it
  /// was first seen done.
  private func inferDays(_ key: String, _ plan: String) throws {
    let days = try completionDays ?? reading.reader.completionDays()
    completionDays = days
    let today = reading.reader.effectiveOn
    let known = days.completed(key, of: plan).flatMap { $0 <= today ? $0 : nil }
    if converter.lacksDay.completed {
      let day = known ?? accepted.flatMap { converter.days[$0] } ?? today
      converter.set(completed, day)
    }
    if converter.lacksDay.accepted {
      let day = days.accepted(key, of: plan).flatMap { $0 <= today ? $0 : nil } ?? today
      converter.set(accepted, day)
    }
    inferredDays.add(converter.field(status).map { cursor.mark($0) } ?? cursor.rowMark)
  }

  private func nameUntitled() {
    guard let title, converter.values[title] == .null, !converter.refused.contains(title),
      let field = converter.field(title)
    else { return }
    untitled.add(cursor.mark(field))
    converter.set(title, .text("（未填任务，第\(cursor.record.line)行）"))
  }

  private var keyField: Int? {
    cursor.headings.field("number", in: .ledger) ?? cursor.headings.field("task_id", in: .ledger)
  }

  /// A task without a number is named by its row: no other text says in a list which one it is.
  private func nameByRow() {
    unnumbered.add(cursor.rowMark)
    let line = cursor.record.line
    rowNames[line, default: 0] += 1
    let copy = rowNames[line] ?? 1
    let name = "第\(line)行" + (copy > 1 ? "（表\(copy)）" : "")
    converter.set(converter.target(RegisterColumn.numberText), .text(name))
    converter.set(
      converter.target(RegisterColumn.numberOrder), .text(NaturalOrder.key(of: name)))
  }

  private func handOnUnits(
    _ key: String, _ plan: String, _ sink: (LedgerRow) throws -> Void
  ) throws {
    for (role, units) in converter.unitLists {
      for (ordinal, unit) in units.enumerated() {
        try sink(
          LedgerRow(
            table: .taskUnit, plan: plan,
            values: [
              .text(key), .text(role.rawValue), .integer(Int64(ordinal + 1)),
              .text(reading.units.units[unit].id),
            ], line: cursor.record.line, place: cursor.rowPlace))
      }
    }
  }

  private func handOnLeaders(
    _ key: String, _ plan: String, _ sink: (LedgerRow) throws -> Void
  ) throws {
    guard let leaders, let text = converter.values[leaders].text else { return }
    for (ordinal, leader) in leaderList(text).enumerated() {
      try sink(
        LedgerRow(
          table: .taskLeader, plan: plan,
          values: [
            .text(key), .integer(Int64(ordinal + 1)), .text(leader.name),
            .integer(leader.isAssisting ? 1 : 0),
          ], line: cursor.record.line, place: cursor.rowPlace))
    }
  }

  /// The leaders of a cell, taken apart once for each text.
  private func leaderList(_ text: String) -> [LeaderCell.Leader] {
    if let known = leaderCells[ByteText(text)] { return known }
    let leaders = LeaderCell.leaders(text)
    leaderCells[ByteText(text)] = leaders
    if let field = converter.field(self.leaders) {
      for leader in leaders { converter.note(.text(leader.name), .leader, field) }
    }
    return leaders
  }

  private func noteLead(_ plan: Int?) {
    guard let lead, converter.values[lead] == .null, !converter.refused.contains(lead) else {
      return
    }
    if let plan, reading.reader.leadsByPolicy.contains(reading.tasks.plans[plan]) { return }
    withoutLeadCount += 1
    guard withoutLead.count < FaultList.limit else { return }
    withoutLead.append(converter.field(lead).map { cursor.mark($0) } ?? cursor.rowMark)
  }

  private func noteTitle(_ key: String, _ plan: Int) {
    guard let title, let text = converter.values[title].text else { return }
    var hasher = Hasher()
    hasher.combine(plan)
    hasher.combine(ByteText(text))
    let hash = hasher.finalize()
    if let first = titles[hash] {
      guard reading.tasks.rows[Int(first)].key != key else { return }
      let other = reading.tasks.keyMark(of: Int(first))
      cursor.report(.titleTwice(others: cursor.others([other])), converter.field(title))
    } else {
      titles[hash] = Int32(index)
    }
  }

  private func resolveParent(_ plan: Int) {
    guard let parent, let text = converter.values[parent].text,
      let field = converter.field(parent)
    else { return }
    guard let found = plans.task(text, plan: plan, field: field) else { return }
    converter.set(parent, .text(found.key))
    guard let row = reading.tasks.row(of: found.key, plan: plan) else { return }
    parents[index] = (row, cursor.mark(field))
  }

  func finish(into sink: (LedgerRow) throws -> Void) {
    reportCopies()
    reportCircles()
    checks.finish(converter)
    if let mark = unnumbered.mark {
      cursor.report(.tasksWithoutNumber(count: unnumbered.count), mark, value: "")
    }
    converter.finish()
    if let mark = untitled.mark {
      cursor.report(.titlesMissing(count: untitled.count), mark, value: "")
    }
    if let mark = inferredDays.mark {
      cursor.report(.completionDaysInferred(count: inferredDays.count), mark, value: "")
    }
    // What merged cells have left is said once.
    if let gap = converter.firstGap(lead) { withoutLead.removeAll { $0.spot >= gap.spot } }
    let rows = reading.tasks.rows.count - reading.setAside.count(of: .ledger)
    if withoutLeadCount == rows, withoutLeadCount > 1 {
      cursor.report(.noLeadUnits(tasks: withoutLeadCount), withoutLead[0], value: "")
    } else {
      for mark in withoutLead { cursor.report(.noLeadUnit, mark, value: "") }
    }
  }

  private func reportCopies() {
    for copies in reading.tasks.copies {
      KeyCopies.report(copies.map(reading.tasks.keyMark), to: cursor)
    }
  }

  private func reportCircles() {
    guard !parents.isEmpty else { return }
    let edges = reading.tasks.rows.indices.map { row in parents[row].map { [$0.parent] } ?? [] }
    let circles = Circles.find(edges)
    if circles.isEmpty, let (row, levels) = Nesting.tooDeep(edges), let mark = parents[row]?.mark {
      cursor.report(.nestedTooDeep(levels: levels), mark)
    }
    for circle in circles {
      guard let mark = parents[circle[0]]?.mark else { continue }
      let way = Circles.way(circle) { reading.tasks.rows[$0].key ?? "" }
      cursor.report(.referenceCircle(way), mark)
    }
  }
}
