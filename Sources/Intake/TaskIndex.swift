import Domain

/// The tasks of a ledger by plan, id and number. Built before any row is read in full, so that a
/// task can refer to one below it.
final class TaskIndex {
  /// A row of the task register: its plan (a number in `plans`, nil if it has none that is known)
  /// and its key (nil if the row has none).
  struct Row {
    var plan: Int?
    let key: String?
    let number: String?
    let keyMark: CellMark
  }

  /// What a reference to a task leads to.
  enum Finding {
    case found(plan: Int, key: String)
    case unknown
    case ambiguous([String])
  }

  private struct Tasks {
    var keys: [ByteText: Int] = [:]
    /// The row with a number; −1 if several have it.
    var numbers: [ByteText: Int] = [:]
  }

  /// The plans in the order in which they appear.
  let plans: [String]
  let rows: [Row]
  /// The rows that share a key, for each key that is there more than once.
  private(set) var copies: [[Int]] = []
  /// Whether the register was read in full; if not, a missing task is no fault of others.
  var isComplete = true
  private var tasks: [Tasks]

  init(plans: [String], rows: [Row]) {
    self.plans = plans
    self.rows = rows
    tasks = plans.map { _ in Tasks() }
    for plan in plans.indices { tasks[plan].keys.reserveCapacity(rows.count / plans.count) }
    var copiesByRow: [Int: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      guard let plan = row.plan, let key = row.key else { continue }
      if let first = tasks[plan].keys[ByteText(key)] {
        copiesByRow[first, default: [first]].append(index)
      } else {
        tasks[plan].keys[ByteText(key)] = index
      }
      guard let number = row.number, number != key else { continue }
      let isFirst = tasks[plan].numbers[ByteText(number)] == nil
      tasks[plan].numbers[ByteText(number)] = isFirst ? index : -1
    }
    copies = copiesByRow.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The number of a plan in `plans`.
  func plan(_ id: String) -> Int? { plans.firstIndex(of: id) }

  /// Finds a task by its id or number, in one plan or, if that is nil, in all.
  func find(_ reference: String, plan: Int?) -> Finding {
    let number = Int64(reference).map(String.init) ?? reference
    var found: [(plan: Int, row: Int)] = []
    for plan in plan.map({ [$0] }) ?? Array(plans.indices) {
      let row =
        tasks[plan].keys[ByteText(reference)] ?? tasks[plan].keys[ByteText(number)]
        ?? tasks[plan].numbers[ByteText(number)]
      if let row { found.append((plan, row)) }
    }
    guard let first = found.first else { return .unknown }
    if found.count > 1 { return .ambiguous(found.map { plans[$0.plan] }) }
    guard first.row >= 0, let key = rows[first.row].key else {
      return .ambiguous(
        rows.filter { $0.plan == first.plan && $0.number == number }.compactMap(\.key))
    }
    return .found(plan: first.plan, key: key)
  }

  /// The number of the row with a key.
  func row(of key: String, plan: Int) -> Int? { tasks[plan].keys[ByteText(key)] }

  /// Keys that look like a reference.
  func nearest(_ reference: String, plan: Int?) -> [String] {
    Nearest.candidates(
      reference, among: rows.lazy.filter { plan == nil || $0.plan == plan }.compactMap(\.key))
  }
}
