import Domain

extension TaskIndex {
  /// Reads plans and keys of the task register, without reporting anything: the rows are read
  /// again, in full, afterwards.
  convenience init(_ source: any RowSource, defaultPlan: String, fillDown: Set<String>) {
    guard let cursor = RegisterCursor(source, .ledger, fillDown: fillDown, faults: FaultList())
    else {
      self.init(plans: [defaultPlan], rows: [], headings: [])
      isComplete = false
      return
    }
    let reader = KeyReader(cursor)
    while cursor.next() { reader.read() }
    let plans = reader.plans.isEmpty ? [defaultPlan] : reader.plans
    if plans.count == 1 {
      for index in reader.rows.indices where reader.planIsEmpty[index] {
        reader.rows[index].plan = 0
      }
    }
    self.init(plans: plans, rows: reader.rows, headings: cursor.headings.names)
    isComplete = isComplete && cursor.isComplete && reader.isComplete
  }
}

/// Reads the keys of one row after the other.
private final class KeyReader {
  private(set) var plans: [String] = []
  var rows: [TaskIndex.Row] = []
  private(set) var planIsEmpty: [Bool] = []
  /// Whether every plan, id and number could be read.
  private(set) var isComplete = true
  private let cursor: RegisterCursor
  private let plan: Int?
  private let id: Int?
  private let number: Int?
  private var planNumbers: [ByteText: Int] = [:]

  init(_ cursor: RegisterCursor) {
    self.cursor = cursor
    plan = cursor.headings.field("plan", in: .ledger)
    id = cursor.headings.field("task_id", in: .ledger)
    number = cursor.headings.field("number", in: .ledger)
  }

  func read() {
    let planText = identifier(plan)
    let idText = identifier(id)
    let numberText = identifier(number)
    let keyField = idText == nil ? number ?? id : id
    rows.append(
      TaskIndex.Row(
        plan: planText.map(planNumber), id: idText, number: numberText.map(TaskNumber.key),
        mark: keyField.map { cursor.mark($0) } ?? cursor.rowMark, field: keyField))
    planIsEmpty.append(plan.map { cursor.bytes($0).isEmpty } ?? true)
  }

  private func identifier(_ field: Int?) -> String? {
    guard let field else { return nil }
    let bytes = cursor.bytes(field)
    guard !bytes.isEmpty else { return nil }
    guard case .value(let reading) = IdentifierCell.read(bytes) else {
      isComplete = false
      return nil
    }
    return reading.text
  }

  private func planNumber(_ id: String) -> Int {
    if let number = planNumbers[ByteText(id)] { return number }
    planNumbers[ByteText(id)] = plans.count
    plans.append(id)
    return plans.count - 1
  }
}
