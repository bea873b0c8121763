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
    try content.coverage.filter { $0.register == .ledger }.compactMap { _, plan in
      let staging = try staging(of: .task, plan: plan)
      guard staging.standing.unseenCount > 0 else { return nil }
      return try TaskChanges(staging)
    }
  }
}

extension TaskChanges {
  private static let isOpen = """
    (v.status IS NULL OR v.status NOT IN ('completed', 'accepted', 'cancelled', 'transferred'))
    """

  /// Nil where all tasks stand where they stood.
  fileprivate init?(_ staging: RowStaging) throws {
    let old = try Self.gone(staging)
    let (arrived, departed, added) = try Self.retitled(staging)
    let left = departed + old.map { ($0.task, $0.title) }
    guard !left.isEmpty else { return nil }
    let places = Dictionary(grouping: left, by: \.title)
    plan = staging.plan
    open = try Self.openTasks(staging)
    gone = old.filter(\.isOpen).map { Gone(task: $0.task, title: $0.title) }
    moved = arrived.compactMap { task, title in
      places[title].map { Moved(task: task, title: title, earlier: $0.map(\.task)) }
    }
    self.left = Set(old.map(\.task))
    self.added = added
  }

  private static func openTasks(_ staging: RowStaging) throws -> Int {
    let row = try staging.connection.firstRow(
      of: "SELECT count(*) FROM task_version AS v WHERE \(RowStaging.stands) AND \(isOpen)",
      staging.parameters)
    return Int(row?.first?.integer ?? 0)
  }

  /// The tasks that stood and that the ledger does not have.
  private static func gone(
    _ staging: RowStaging
  ) throws -> [(task: String, title: String, isOpen: Bool)] {
    try staging.connection.rows(
      of: """
        SELECT v.task, v.title, CASE WHEN \(isOpen) THEN 1 ELSE 0 END
        FROM \(staging.touched) AS k
        CROSS JOIN task_version AS v
        WHERE v.task = k.task AND \(RowStaging.stands)
          AND k.task NOT IN (SELECT s.task FROM \(staging.staged) AS s)
        ORDER BY v.task
        """, staging.parameters
    ).map { ($0[0].text ?? "", $0[1].text ?? "", $0[2].integer == 1) }
  }

  /// Titles that an id has now and had not, and those that it had and has not; new ids.
  private static func retitled(
    _ staging: RowStaging
  ) throws -> (
    arrived: [(task: String, title: String)], departed: [(task: String, title: String)],
    added: Set<String>
  ) {
    var added: Set<String> = []
    var (arrived, departed) = ([(task: String, title: String)](), [(task: String, title: String)]())
    try staging.connection.forEachRow(
      of: """
        SELECT s.task, s.title, v.title, v.task
        FROM \(staging.staged) AS s
        LEFT JOIN task_version AS v ON v.task = s.task AND \(RowStaging.stands)
        WHERE v.task IS NULL OR s.title <> v.title
        ORDER BY s.task
        """, staging.parameters
    ) { row in
      let task = row[0].text ?? ""
      if let title = row[1].text { arrived.append((task, title)) }
      if let title = row[2].text { departed.append((task, title)) }
      if row[3] == .null { added.insert(task) }
    }
    return (arrived, departed, added)
  }
}
