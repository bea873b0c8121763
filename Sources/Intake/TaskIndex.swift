import Domain

/// The tasks of a ledger by plan, id and number. Built before any row is read in full, so that a
/// task can refer to one below it.
final class TaskIndex {
  /// A row of the task register: its plan (a number in `plans`, nil if it has none that is known)
  /// and its key (nil if the row has none).
  ///
  /// As small as it can be: there is one for each task of the ledger.
  struct Row {
    let key: String?
    let number: Int64?
    private let start: UInt32
    private let end: UInt32
    private let line: UInt32
    private var planNumber: Int32
    private let field: Int32

    /// - Parameters:
    ///   - mark: Where the key stands.
    ///   - field: The field of the key; nil for the row itself.
    init(plan: Int?, key: String?, number: Int64?, mark: CellMark, field: Int?) {
      self.key = key
      self.number = number
      start = UInt32(mark.start)
      end = UInt32(mark.end)
      line = UInt32(mark.line)
      planNumber = Int32(plan ?? -1)
      self.field = Int32(field ?? -1)
    }

    var plan: Int? {
      get { planNumber < 0 ? nil : Int(planNumber) }
      set { planNumber = Int32(newValue ?? -1) }
    }

    fileprivate func keyMark(_ headings: [String]) -> CellMark {
      CellMark(
        start: Int(start), end: Int(end), line: Int(line),
        heading: field < 0 ? "" : headings[Int(field)])
    }
  }

  /// What a reference to a task leads to.
  enum Finding {
    case found(plan: Int, key: String)
    case unknown
    case ambiguous([String])
  }

  /// The plans in the order in which they appear.
  let plans: [String]
  let rows: [Row]
  /// The rows that share a key, for each key that is there more than once.
  private(set) var copies: [[Int]] = []
  /// Whether the register was read in full; if not, a missing task is no fault of others.
  var isComplete = true
  private var keys: RowTable
  /// By plan, of tasks with an id of their own: the row with a number; −1 if several have it.
  private var numbers: [[Int64: Int32]]
  /// The headings of the register.
  private let headings: [String]

  init(plans: [String], rows: [Row], headings: [String]) {
    self.plans = plans
    self.rows = rows
    self.headings = headings
    keys = RowTable(count: rows.count)
    numbers = plans.map { _ in [:] }
    var copiesByRow: [Int: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      guard let plan = row.plan, let key = row.key else { continue }
      if let first = self.row(of: key, plan: plan) {
        copiesByRow[first, default: [first]].append(index)
      } else {
        keys.insert(index, ByteText(key).hash)
      }
      guard let number = row.number, String(number) != key else { continue }
      numbers[plan][number] = numbers[plan][number] == nil ? Int32(index) : -1
    }
    copies = copiesByRow.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Where the key of a row stands.
  func keyMark(of row: Int) -> CellMark { rows[row].keyMark(headings) }

  /// The number of a plan in `plans`.
  func plan(_ id: String) -> Int? { plans.firstIndex(of: id) }

  /// Finds a task by its id or number, in one plan or, if that is nil, in all.
  func find(_ reference: String, plan: Int?) -> Finding {
    let number = Int64(reference)
    var found: [(plan: Int, row: Int)] = []
    for plan in plan.map({ [$0] }) ?? Array(plans.indices) {
      let row =
        self.row(of: reference, plan: plan)
        ?? number.flatMap { number in
          self.row(of: String(number), plan: plan) ?? numbers[plan][number].map(Int.init)
        }
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
  func row(of key: String, plan: Int) -> Int? {
    let text = ByteText(key)
    return keys.row(text.hash) { row in
      rows[row].plan == plan && rows[row].key.map { ByteText($0) == text } == true
    }
  }

  /// Keys that look like a reference.
  func nearest(_ reference: String, plan: Int?) -> [String] {
    Nearest.candidates(
      reference, among: rows.lazy.filter { plan == nil || $0.plan == plan }.compactMap(\.key))
  }
}
