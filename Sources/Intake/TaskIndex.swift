import Domain

/// The tasks of a ledger by plan, id and number. Built before any row is read in full, so that a
/// task can refer to one below it.
final class TaskIndex {
  /// A row of the task register: its plan (a number in `plans`, nil if it has none that is known)
  /// and its key (nil if the row has none).
  ///
  /// As small as it can be: there is one for each task of the ledger.
  struct Row {
    private(set) var key: String?
    /// What 序号 is known by (`TaskNumber.key`).
    let number: String?
    /// Whether the key is the office's id, not the number.
    let hasID: Bool
    private let spot: CellSpot
    private var planNumber: Int32
    private let field: Int32

    /// - Parameters:
    ///   - mark: Where the key stands.
    ///   - field: The field of the key; nil for the row itself.
    init(plan: Int?, id: String?, number: String?, mark: CellMark, field: Int?) {
      key = id ?? number
      self.number = number
      hasID = id != nil
      spot = mark.spot
      planNumber = Int32(plan ?? -1)
      self.field = Int32(field ?? -1)
    }

    var plan: Int? {
      get { planNumber < 0 ? nil : Int(planNumber) }
      set { planNumber = Int32(newValue ?? -1) }
    }

    /// Whether the task bears no number.
    var isUnnumbered: Bool { number == nil && !hasID && key != nil }

    /// Gives a task that bears no number a key.
    mutating func setKey(_ key: String) { self.key = key }

    fileprivate func keyMark(_ headings: [String]) -> CellMark {
      CellMark(spot: spot, heading: field < 0 ? "" : headings[Int(field)])
    }
  }

  /// What a reference to a task leads to.
  enum Finding {
    case found(plan: Int, key: String)
    case unknown
    case ambiguous([String])
  }

  /// How many names a message lists.
  static let listed = 20

  /// The plans in the order in which they appear.
  let plans: [String]
  /// The numbers of those that the workspace does not know, beside others that it does: their rows
  /// are refused alone.
  let setAside: Set<Int>
  let rows: [Row]
  /// The rows that share a key, for each key that is there more than once.
  private(set) var copies: [[Int]] = []
  /// Whether every row of the register that is read has a key; if not, a missing task is no fault of
  /// others.
  var isComplete = true
  private var keys: RowTable
  /// Of tasks with an id: the first row with a number.
  private var numbers: RowTable
  /// By such a first row: it and the others with its number, as many as are listed.
  private var namesakes: [Int: [Int]] = [:]
  private let planNumbers: [ByteText: Int]
  /// By key and number: the rows of the plans, of each plan the first, as many as are listed.
  private lazy var rowsByName = namesOfAllPlans()
  private lazy var nearestKeys = NearestSearch(rows.lazy.compactMap(\.key))
  /// The headings of the register.
  private let headings: [String]

  init(plans: [String], setAside: Set<Int> = [], rows: [Row], headings: [String]) {
    self.plans = plans
    self.setAside = setAside
    self.rows = rows
    self.headings = headings
    planNumbers = Dictionary(
      plans.enumerated().map { (ByteText($1), $0) }, uniquingKeysWith: { first, _ in first })
    keys = RowTable(count: rows.count)
    numbers = RowTable(count: rows.count { $0.hasID && $0.number != nil })
    isComplete = rows.allSatisfy { $0.key != nil || $0.plan.map(setAside.contains) == true }
    fillKeys()
    fillNumbers()
  }

  private func fillKeys() {
    var copiesByRow: [Int: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      guard let plan = row.plan, let key = row.key else { continue }
      if let other = self.row(of: key, plan: plan) {
        if !setAside.contains(plan) { copiesByRow[other, default: [other]].append(index) }
      } else {
        keys.insert(index, Self.hash(key, plan))
      }
    }
    copies = copiesByRow.sorted { $0.key < $1.key }.map(\.value)
  }

  private func fillNumbers() {
    for (index, row) in rows.enumerated() where row.hasID {
      guard let plan = row.plan, let number = row.number else { continue }
      if let first = self.row(numbered: number, plan: plan) {
        if namesakes[first, default: [first]].count < Self.listed {
          namesakes[first, default: [first]].append(index)
        }
      } else {
        numbers.insert(index, Self.hash(number, plan))
      }
    }
  }

  /// Where the key of a row stands.
  func keyMark(of row: Int) -> CellMark { rows[row].keyMark(headings) }

  /// Whether a row belongs to a plan that is set aside.
  func isSetAside(_ row: Row) -> Bool {
    !setAside.isEmpty && row.plan.map(setAside.contains) == true
  }

  /// The plans whose rows are read.
  var readPlans: [String] {
    plans.indices.filter { !setAside.contains($0) }.map { plans[$0] }
  }

  /// The number of a plan in `plans`.
  func plan(_ id: String) -> Int? { planNumbers[ByteText(id)] }

  /// Finds a task by its id or number, in one plan or, if that is nil, in all.
  func find(_ reference: String, plan: Int?) -> Finding {
    guard plan == nil, plans.count != 1 else { return find(reference, in: plan ?? 0) }
    let number = TaskNumber.key(reference)
    let found = (rowsByName[ByteText(reference)] ?? []) + (rowsByName[ByteText(number)] ?? [])
    let holders = Set(found.compactMap { rows[$0].plan }).sorted()
    guard let first = holders.first else { return .unknown }
    if holders.count > 1 { return .ambiguous(holders.map { plans[$0] }) }
    return find(reference, in: first)
  }

  private func find(_ reference: String, in plan: Int) -> Finding {
    if let key = row(of: reference, plan: plan).flatMap({ rows[$0].key }) {
      return .found(plan: plan, key: key)
    }
    let number = TaskNumber.key(reference)
    if let key = row(of: number, plan: plan).flatMap({ rows[$0].key }) {
      return .found(plan: plan, key: key)
    }
    guard let row = row(numbered: number, plan: plan), let key = rows[row].key else {
      return .unknown
    }
    if let several = namesakes[row] { return .ambiguous(several.compactMap { rows[$0].key }) }
    return .found(plan: plan, key: key)
  }

  /// The number of the row with a key.
  func row(of key: String, plan: Int) -> Int? {
    let text = ByteText(key)
    return keys.row(Self.hash(text, plan)) { row in
      rows[row].plan == plan && rows[row].key.map { ByteText($0) == text } == true
    }
  }

  private func row(numbered number: String, plan: Int) -> Int? {
    let text = ByteText(number)
    return numbers.row(Self.hash(text, plan)) { row in
      rows[row].plan == plan && rows[row].number.map { ByteText($0) == text } == true
    }
  }

  private static func hash(_ text: String, _ plan: Int) -> Int { hash(ByteText(text), plan) }

  private static func hash(_ text: ByteText, _ plan: Int) -> Int {
    text.hash &+ plan &* 0x5851_F42D_4C95_7F2D
  }

  private func namesOfAllPlans() -> [ByteText: [Int]] {
    var names: [ByteText: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      for name in Set([row.key, row.number].compactMap { $0.map(ByteText.init) }) {
        let known = names[name] ?? []
        guard known.count < Self.listed, !known.contains(where: { rows[$0].plan == row.plan })
        else { continue }
        names[name, default: []].append(index)
      }
    }
    return names
  }

  /// Keys that look like a reference; those of a plan, where one is given.
  func nearest(_ reference: String, plan: Int?) -> [String] {
    nearestKeys.candidates(reference).filter { key in
      plan.map { row(of: key, plan: $0) != nil } ?? true
    }
  }
}

/// 序号: what the office writes, 7, 1.2, 民生-1 or （一）.
enum TaskNumber {
  /// What a number is known by: whole numbers without noughts before them, other texts as words are.
  static func key(_ text: String) -> String {
    Int64(text).map { String($0) } ?? WordKey(text).text
  }
}
