import Domain

extension TaskIndex {
  /// Reads plans and keys of the task register, without reporting anything: the rows are read
  /// again, in full, afterwards.
  /// - Parameters:
  ///   - known: The plans of the workspace; empty if any is to be taken.
  ///   - partial: The plans of which only some tasks bear a number.
  convenience init(
    _ source: any RowSource, defaultPlan: String, known: [String], fillDown: Set<String>,
    partial: Set<String>
  ) {
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
    reader.giveKeys(plans, partial: partial)
    let setAside = Self.unknown(plans, known)
    self.init(
      plans: plans, setAside: setAside, rows: reader.rows, headings: cursor.headings.names)
    let isRead = reader.damaged.allSatisfy { $0.map(setAside.contains) == true }
    isComplete = isComplete && cursor.isComplete && isRead
  }

  /// The numbers of the plans that are not known; none where none is: then the ledger is another's.
  private static func unknown(_ plans: [String], _ known: [String]) -> Set<Int> {
    guard !known.isEmpty else { return [] }
    let unknown = plans.indices.filter { !known.contains(plans[$0]) }
    return unknown.count == plans.count ? [] : Set(unknown)
  }
}

/// Reads the keys of one row after the other.
private final class KeyReader {
  private(set) var plans: [String] = []
  var rows: [TaskIndex.Row] = []
  private(set) var planIsEmpty: [Bool] = []
  /// The plans of the rows of which a plan, id or number could not be read; nil for one without.
  private(set) var damaged: Set<Int?> = []
  private var isDamaged = false
  private let cursor: RegisterCursor
  private let planField: Int?
  private let id: Int?
  private let number: Int?
  private let title: Int?
  private var planNumbers: [ByteText: Int] = [:]
  /// The titles of the rows without a number, by row.
  private var titles: [(row: Int, title: String)] = []

  init(_ cursor: RegisterCursor) {
    self.cursor = cursor
    planField = cursor.headings.field("plan", in: .ledger)
    id = cursor.headings.field("task_id", in: .ledger)
    number = cursor.headings.field("number", in: .ledger)
    title = cursor.headings.field("title", in: .ledger)
  }

  func read() {
    isDamaged = false
    let plan = identifier(planField).map(planNumber)
    let idText = identifier(id)
    let numberText = identifier(number)
    if isDamaged { damaged.insert(plan) }
    let keyField = idText == nil ? number ?? id : id
    rows.append(
      TaskIndex.Row(
        plan: plan, id: idText, number: numberText.map(TaskNumber.key),
        mark: keyField.map { cursor.mark($0) } ?? cursor.rowMark, field: keyField))
    if isEmpty(id), isEmpty(number), let title {
      titles.append((rows.count - 1, cursor.string(title)))
    }
    planIsEmpty.append(planField.map { cursor.bytes($0).isEmpty } ?? true)
  }

  private func isEmpty(_ field: Int?) -> Bool { field.map { cursor.bytes($0).isEmpty } ?? true }

  /// Gives the tasks without a number keys, of plans that have no numbers at all, or not of all.
  func giveKeys(_ plans: [String], partial: Set<String>) {
    guard !titles.isEmpty else { return }
    let unnumbered = Set(titles.map(\.row))
    let numbered = Set(
      rows.indices.lazy.filter { !unnumbered.contains($0) }.map { self.rows[$0].plan })
    var keys = UnnumberedKeys()
    for (row, title) in titles {
      guard let plan = rows[row].plan, !numbered.contains(plan) || partial.contains(plans[plan])
      else { continue }
      rows[row].setKey(keys.next(plan: plans[plan], title: title))
    }
  }

  private func identifier(_ field: Int?) -> String? {
    guard let field else { return nil }
    let bytes = cursor.bytes(field)
    guard !bytes.isEmpty else { return nil }
    guard case .value(let reading) = IdentifierCell.read(bytes) else {
      isDamaged = true
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
