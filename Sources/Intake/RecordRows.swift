import Domain

/// Reads the registers whose rows stand for themselves: all but units and tasks.
final class RecordRows: RegisterRows {
  private let reading: LedgerReading
  private let cursor: RegisterCursor
  let converter: RowConverter
  private let checks: RowChecks
  private let plans: PlanCells
  private let task: Int?
  private let ordinal: Int?
  private let keys: [Int]
  private var copies = KeyCopies()
  private var ordinals: [Content: Int64] = [:]
  private var targets: TargetSources?
  private var periods: PeriodCells?
  /// The most extensions of a task: each is held against all before it.
  static let extensionLimit = 500
  private var extensions: [Content: Int] = [:]

  /// What a row without a key is known by.
  private struct Content: Hashable {
    let plan: String
    let values: [Value]
  }

  init(_ reading: LedgerReading, _ cursor: RegisterCursor) {
    self.reading = reading
    self.cursor = cursor
    let converter = RowConverter(reading, cursor)
    self.converter = converter
    checks = RowChecks(converter, effectiveOn: reading.reader.effectiveOn)
    plans = PlanCells(reading, cursor, converter.planField)
    task = converter.target("task")
    ordinal = converter.target("ordinal")
    targets = TargetSources(converter, plans: reading.tasks.plans)
    periods = PeriodCells(converter, periods: reading.reader.periods)
    keys = Array(converter.table.keys.indices)
  }

  func read(into sink: (LedgerRow) throws -> Void) throws {
    if plans.isSetAside(task: converter.field(task)) { return }
    converter.convert()
    checks.check(converter)
    guard let plan = resolvePlan() else {
      targets?.note(converter, plan: nil)
      return
    }
    let id = reading.tasks.plans[plan]
    if let ordinal {
      converter.set(ordinal, .null)
      let content = Content(plan: id, values: converter.values)
      ordinals[content, default: 0] += 1
      converter.set(ordinal, .integer(ordinals[content] ?? 1))
    } else if keys.allSatisfy({ !converter.refused.contains($0) }) {
      noteKey(id)
    }
    periods?.check(converter, plan: id)
    if converter.table == .extension { countExtension(id) }
    if targets == nil {
      try sink(converter.row(plan: id))
    } else {
      targets?.note(converter, plan: plan)
    }
  }

  private func countExtension(_ plan: String) {
    guard let task else { return }
    let key = Content(plan: plan, values: [converter.values[task]])
    extensions[key, default: 0] += 1
    guard extensions[key] == Self.extensionLimit + 1 else { return }
    cursor.report(.tooManyExtensions(limit: Self.extensionLimit), converter.field(task))
  }

  /// The row's plan, from its cell or else its task; resolves the task on the way.
  private func resolvePlan() -> Int? {
    var (plan, isRefused) = plans.plan()
    if isRefused { return nil }
    if let task, let reference = converter.values[task].text, let field = converter.field(task) {
      guard let found = plans.task(reference, plan: plan, field: field) else { return nil }
      plan = found.plan
      converter.set(task, .text(found.key))
    } else if plan == nil, task == nil || !converter.refused.contains(task ?? -1) {
      plans.reportNeeded()
    }
    return plan
  }

  /// Notes where a key stands: the row's place is that of the last filled key cell.
  private func noteKey(_ plan: String) {
    let key = keys.reduce(into: plan) { key, column in
      key += "\u{1F}" + (converter.values[column].text ?? "")
    }
    let field = keys.last { converter.values[$0] != .null }.flatMap { converter.field($0) }
    copies.note(key, field.map { cursor.mark($0) } ?? cursor.rowMark)
  }

  func finish(into sink: (LedgerRow) throws -> Void) throws {
    copies.report(to: cursor)
    checks.finish(converter)
    converter.finish()
    try targets?.finish(cursor, into: sink)
  }
}
