import Database
import Domain

/// A task that another number is given to.
public struct Renumbering: Hashable, Sendable {
  public let plan: String
  /// The id that the task has now.
  public let task: String
  /// The id that it had; nil for a task that is new, though another had its title.
  public let earlier: String?

  public init(plan: String, task: String, earlier: String?) {
    self.plan = plan
    self.task = task
    self.earlier = earlier
  }
}

/// What a ledger makes of the tasks of a plan, against the snapshot that it follows.
public struct TaskChanges: Hashable, Sendable {
  /// A task as the snapshot before has it.
  public struct Gone: Hashable, Sendable {
    public let task: String
    public let title: String
  }

  /// A title that stands under another id than before.
  public struct Moved: Hashable, Sendable {
    public let task: String
    public let title: String
    /// The ids under which it stood before and does not any more.
    public let earlier: [String]
  }

  public let plan: String
  /// How many tasks were open (neither completed nor accepted, cancelled or transferred).
  public let open: Int
  /// The open ones that are there no more, in the order of their ids.
  public let gone: [Gone]
  /// In the order of their ids.
  public let moved: [Moved]
  /// All ids that are there no more, and those that were not there.
  public let left: Set<String>
  public let added: Set<String>
}

extension SnapshotStaging {
  /// What the ledger changes in each plan of which a snapshot before has tasks; nothing for a plan
  /// all of whose tasks stand where they stood.
  func taskChanges(_ content: SnapshotContent) throws -> [TaskChanges] {
    let table = staging(of: .task)
    try table.flush(always: true)
    return try content.coverage.filter { $0.register == .ledger }.compactMap { _, plan in
      guard try hasEarlier(plan) else { return nil }
      let old = try table.goneKeys(of: plan).map { try standingTask($0, of: plan) }
      let (arrived, departed, added) = try retitled(plan)
      let left = departed + old.map { ($0.task, $0.title) }
      guard !left.isEmpty else { return nil }
      let places = Dictionary(grouping: left, by: \.title)
      let moved = arrived.compactMap { task, title in
        places[title].map { TaskChanges.Moved(task: task, title: title, earlier: $0.map(\.task)) }
      }
      return TaskChanges(
        plan: plan, open: try openTasks(of: plan),
        gone: old.filter(\.isOpen).map { TaskChanges.Gone(task: $0.task, title: $0.title) },
        moved: moved, left: Set(old.map(\.task)), added: added)
    }
  }

  private static let isOpen = """
    (v.status IS NULL OR v.status NOT IN ('completed', 'accepted', 'cancelled', 'transferred'))
    """
  private static let stands = """
    v.ledger = :ledger AND v.plan = :plan
      AND v.from_position <= :position AND :position < v.to_position
    """

  private func hasEarlier(_ plan: String) throws -> Bool {
    let row = try connection.firstRow(
      of: """
        SELECT count(*) FROM snapshot_coverage
        WHERE ledger = :ledger AND register = 'ledger' AND plan = :plan AND position < :position
        """, parameters(plan))
    return row?.first != .integer(0)
  }

  private func openTasks(of plan: String) throws -> Int {
    let row = try connection.firstRow(
      of: "SELECT count(*) FROM task_version AS v WHERE \(Self.stands) AND \(Self.isOpen)",
      parameters(plan))
    return Int(row?.first?.integer ?? 0)
  }

  private func standingTask(
    _ key: RowKey, of plan: String
  ) throws -> (task: String, title: String, isOpen: Bool) {
    let row = try connection.firstRow(
      of: """
        SELECT v.task, v.title, CASE WHEN \(Self.isOpen) THEN 1 ELSE 0 END
        FROM task_version AS v WHERE \(Self.stands) AND v.task = :task
        """,
      parameters(plan).merging(["task": .text(key.description)]) { $1 })
    guard let row, let task = row[0].text else {
      throw StoreFailure.inconsistent("task_version")
    }
    return (task, row[1].text ?? "", row[2].integer == 1)
  }

  /// Titles that an id has now and had not, and those that it had and has not; new ids.
  private func retitled(
    _ plan: String
  ) throws -> (
    arrived: [(task: String, title: String)], departed: [(task: String, title: String)],
    added: Set<String>
  ) {
    var added: Set<String> = []
    var (arrived, departed) = ([(task: String, title: String)](), [(task: String, title: String)]())
    try connection.forEachRow(
      of: """
        SELECT s.task, s.title, v.title, v.task
        FROM staged_task AS s
        LEFT JOIN task_version AS v ON v.task = s.task AND \(Self.stands)
        WHERE s.plan = :plan AND (v.task IS NULL OR s.title <> v.title)
        ORDER BY s.task
        """, parameters(plan)
    ) { row in
      let task = row[0].text ?? ""
      if let title = row[1].text { arrived.append((task, title)) }
      if let title = row[2].text { departed.append((task, title)) }
      if row[3] == .null { added.insert(task) }
    }
    return (arrived, departed, added)
  }

  private func parameters(_ plan: String) -> [String: Value] {
    ["ledger": .text(store.ledger), "plan": .text(plan), "position": .integer(position)]
  }
}
