import Domain

/// Reads the registers whose rows stand for themselves: all but units and tasks.
final class RecordRows: RegisterRows {
  private let reading: LedgerReading
  private let cursor: RegisterCursor
  private let converter: RowConverter
  private let checks: RowChecks
  private let plans: PlanCells
  private let task: Int?
  private let ordinal: Int?
  private let target: Int?
  private let sameAs: Int?
  private let keys: [Int]
  private var copies = KeyCopies()
  private var ordinals: [Content: Int64] = [:]
  private var targets: [String: [(id: String, sameAs: String?, mark: CellMark?)]] = [:]

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
    target = converter.target("target")
    sameAs = converter.target("same_as")
    keys = Array(converter.table.keys.indices)
  }

  func read(into sink: (LedgerRow) throws -> Void) throws {
    converter.convert()
    checks.check(converter)
    guard let plan = resolvePlan() else { return }
    let id = reading.tasks.plans[plan]
    if let ordinal {
      converter.set(ordinal, .null)
      let content = Content(plan: id, values: converter.values)
      ordinals[content, default: 0] += 1
      converter.set(ordinal, .integer(ordinals[content] ?? 1))
    } else if keys.allSatisfy({ !converter.refused.contains($0) }) {
      noteKey(id)
    }
    noteTarget(id)
    try sink(converter.row(plan: id))
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

  private func noteTarget(_ plan: String) {
    guard let target, let id = converter.values[target].text else { return }
    let other = sameAs.flatMap { converter.values[$0].text }
    let mark = other == nil ? nil : converter.field(sameAs).map { cursor.mark($0) }
    targets[plan, default: []].append((id, other, mark))
  }

  func finish() {
    copies.report(to: cursor)
    for plan in targets.keys.sorted() { checkTargets(targets[plan] ?? []) }
  }

  /// 同源指标 must name a target, and not lead back to itself.
  private func checkTargets(_ targets: [(id: String, sameAs: String?, mark: CellMark?)]) {
    var numbers: [ByteText: Int] = [:]
    for (index, target) in targets.enumerated() { numbers[ByteText(target.id)] = index }
    var edges = targets.map { _ in [Int]() }
    for (index, target) in targets.enumerated() {
      guard let other = target.sameAs, let mark = target.mark else { continue }
      if let number = numbers[ByteText(other)] {
        edges[index] = [number]
      } else if cursor.isComplete {
        cursor.report(
          .unknownTarget(nearest: Nearest.candidates(other, among: targets.map(\.id))), mark)
      }
    }
    for circle in Circles.find(edges) {
      guard let mark = targets[circle[0]].mark else { continue }
      cursor.report(.referenceCircle((circle + [circle[0]]).map { targets[$0].id }), mark)
    }
  }
}
