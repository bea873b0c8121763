import Domain

/// Works out the plan of a row, and the task that it refers to.
final class PlanCells {
  private let reading: LedgerReading
  private let cursor: RegisterCursor
  private let field: Int?
  /// The plans that were reported as unknown, so that one mistake is one fault.
  private var reported: Set<String> = []

  init(_ reading: LedgerReading, _ cursor: RegisterCursor, _ field: Int?) {
    self.reading = reading
    self.cursor = cursor
    self.field = field
  }

  /// The plan of a row of the task register, nil if it has none that is known.
  func taskPlan(_ row: TaskIndex.Row) -> Int? {
    guard let plan = row.plan else {
      if let field, !cursor.bytes(field).isEmpty {
        _ = readPlan(field)
      } else {
        cursor.report(.planNeeded(known: listedPlans), field)
      }
      return nil
    }
    if let field, let id = readPlan(field), !isKnown(id) { reportUnknown(id, field) }
    return plan
  }

  /// Whether a row of another register belongs to a plan that is set aside, as its plan says, or
  /// else its task: it is noted, and nothing else is said of it.
  /// - Parameter task: The field of the task.
  func isSetAside(task: Int?) -> Bool {
    guard !reading.tasks.setAside.isEmpty else { return false }
    guard let (plan, field) = setAside(task: task) else { return false }
    reading.setAside.note((reading.tasks.plans[plan], plan), cursor, field)
    return true
  }

  private func setAside(task: Int?) -> (plan: Int, field: Int)? {
    let tasks = reading.tasks
    if let field, !cursor.bytes(field).isEmpty {
      guard case .value(let id) = IdentifierCell.read(cursor.bytes(field)) else { return nil }
      return tasks.plan(id.text).flatMap { tasks.setAside.contains($0) ? ($0, field) : nil }
    }
    guard let task, case .value(let reference) = IdentifierCell.read(cursor.bytes(task)),
      case .found(let plan, _) = tasks.find(reference.text, plan: nil)
    else { return nil }
    return tasks.setAside.contains(plan) ? (plan, task) : nil
  }

  /// The plan that a row of another register names, nil if it names none; throws nothing, but
  /// reports a plan that is unknown or of which the ledger has no task.
  func plan() -> (plan: Int?, isRefused: Bool) {
    guard let field, !cursor.bytes(field).isEmpty else {
      return (reading.tasks.plans.count == 1 ? 0 : nil, false)
    }
    guard let id = readPlan(field) else { return (nil, true) }
    if let plan = reading.tasks.plan(id) { return (plan, false) }
    if !isKnown(id) {
      reportUnknown(id, field)
    } else if reading.tasks.isComplete, reported.insert(id).inserted {
      cursor.report(.planNotInLedger(known: listedPlans), field)
    }
    return (nil, true)
  }

  /// Reports that a row names neither a plan nor anything else that tells it.
  func reportNeeded() {
    cursor.report(.planNeeded(known: listedPlans), field)
  }

  /// The ledger's plans, as many as a message lists.
  private var listedPlans: [String] { Array(reading.tasks.readPlans.prefix(TaskIndex.listed)) }

  /// The task that a cell refers to; reports one that is unknown or ambiguous.
  func task(_ reference: String, plan: Int?, field: Int) -> (plan: Int, key: String)? {
    switch reading.tasks.find(reference, plan: plan) {
    case .found(let plan, let key): return (plan, key)
    case .ambiguous(let names): cursor.report(.ambiguousTask(names), field)
    case .unknown:
      guard reading.tasks.isComplete else { return nil }
      let tasks = reading.tasks
      let nearest = reading.faults.keepsErrors ? tasks.nearest(reference, plan: plan) : []
      let named = tasks.plans.count > 1 ? plan.map { tasks.plans[$0] } : nil
      cursor.report(.unknownTask(plan: named, nearest: nearest), field)
    }
    return nil
  }

  private func isKnown(_ id: String) -> Bool {
    reading.reader.plans.isEmpty || reading.reader.plans.contains(id)
  }

  private func reportUnknown(_ id: String, _ field: Int) {
    guard reported.insert(id).inserted else { return }
    let known = reading.reader.plans
    cursor.report(
      .unknownPlan(nearest: Nearest.candidates(id, among: known, limit: 1).first, known: known),
      field)
  }

  /// The id in a plan cell; nil if it is empty or refused.
  private func readPlan(_ field: Int) -> String? {
    let bytes = cursor.bytes(field)
    guard !bytes.isEmpty else { return nil }
    switch IdentifierCell.read(bytes) {
    case .value(let identifier):
      if identifier.isNormalised {
        cursor.report(.identifierNormalised(identifier.text), field)
      }
      return identifier.text
    case .refused(let problem):
      cursor.report(problem, field)
      return nil
    }
  }
}
