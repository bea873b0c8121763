import Domain

/// Rows that rows of tasks hold: milestones, targets or assignments, gathered while the tasks are
/// read. They name their task by the key that the ledger knows it by.
final class DerivedRows: RowPart {
  let register: Register
  let columns: [PartColumn]
  /// What else a row has than `task` and `plan`.
  private let width: Int
  var firstRow = 0
  private var fields: [RowField] = []
  private var filled: [Int: CellSpot] = [:]
  /// The number of each row's task among those of the ledger, and of the row among those of the task.
  private var tasks: [(task: Int32, ordinal: Int32)] = []
  private var spots: [CellSpot] = []
  private var row = 0
  private let texts = ByteArena()
  /// The key and the plan of a task of the ledger.
  var taskNames: (Int) -> (task: String?, plan: String?) = { _ in (nil, nil) }

  /// The name of the sheet of the tasks.
  let sheetName: String?

  /// - Parameter columns: What its rows hold beside plan and task; the id of a target is made where
  ///   it is not among them.
  init(_ register: Register, _ columns: [PartColumn], sheet: String?) {
    self.register = register
    sheetName = sheet
    width = columns.count
    let spot = columns.first?.spot ?? CellSpot(start: 0, end: 0, line: 0)
    var own = [PartColumn(id: "plan", name: "方案", spot: spot)]
    own.append(PartColumn(id: "task", name: "任务", spot: spot))
    if register == .targets, !columns.contains(where: { $0.id == "target" }) {
      own.append(PartColumn(id: "target", name: "编号", spot: spot))
    }
    self.columns = columns + own
  }

  var isEmpty: Bool { tasks.isEmpty }

  /// Forgets what was gathered: the tasks are read anew.
  func empty() {
    fields.removeAll(keepingCapacity: true)
    tasks.removeAll(keepingCapacity: true)
    spots.removeAll(keepingCapacity: true)
    filled = [:]
    row = 0
  }

  func add(_ row: PartRow, task: Int) {
    let last = tasks.last
    let ordinal = last.map { Int($0.task) == task ? $0.ordinal + 1 : 1 } ?? 1
    for (field, spot) in row.filled { filled[fields.count + field] = spot }
    fields += row.fields
    tasks.append((Int32(clamping: task), ordinal))
    spots.append(row.spot)
  }

  func rewind(_ faults: FaultList) {
    row = 0
    texts.empty()
  }

  func next(_ record: inout PartRow) -> Bool {
    guard row < tasks.count else { return false }
    defer { row += 1 }
    let start = row * width
    record.fields.removeAll(keepingCapacity: true)
    record.fields += fields[start..<start + width]
    record.spot = spots[row]
    record.filled = [:]
    if !filled.isEmpty {
      for field in 0..<width { record.filled[field] = filled[start + field] }
    }
    let names = taskNames(Int(tasks[row].task))
    append(names.plan, to: &record)
    append(names.task, to: &record)
    if columns.count > width + 2 {
      append(names.task.map { "\($0)-\(tasks[row].ordinal)" }, to: &record)
    }
    return true
  }

  private func append(_ text: String?, to record: inout PartRow) {
    record.fields.append(
      RowField(bytes: text.map(texts.keep) ?? RowField.empty, spot: record.spot))
  }
}
