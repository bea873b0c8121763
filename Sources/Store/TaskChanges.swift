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

/// What a ledger makes of the tasks of a plan, against the snapshot that it follows; of one that
/// follows none, in which of the next one's tasks have another number.
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
  /// What the ledger changes in each plan of which another snapshot has tasks; nothing for a plan
  /// all of whose tasks stand where they stood.
  func taskChanges(_ content: SnapshotContent) throws -> [TaskChanges] {
    try content.coverage.filter { $0.register == .ledger }.compactMap { _, plan in
      let staging = try staging(of: .task, plan: plan)
      if staging.isBeforeAll {
        return try staging.count > 0 ? TaskChanges(beforeAll: staging) : nil
      }
      return try staging.standing.unseenCount > 0 ? TaskChanges(staging) : nil
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
    let titles = try Self.retitled(staging, staging.parameters)
    guard !old.isEmpty || !titles.departed.isEmpty else { return nil }
    plan = staging.plan
    open = try Self.openTasks(staging)
    gone = old.filter(\.isOpen).map { Gone(task: $0.task, title: $0.title) }
    moved = titles.moved(from: old.map { ($0.task, $0.title) })
    left = Set(old.map(\.task))
    added = titles.added
  }

  /// Nil where all tasks stand where they will. That there will be others takes nothing away.
  fileprivate init?(beforeAll staging: RowStaging) throws {
    let titles = try Self.retitled(staging, staging.nextParameters)
    let others = try staging.connection.rows(
      of: """
        SELECT v.task, v.title
        FROM task_version AS v
        WHERE \(RowStaging.stands) AND v.task NOT IN (SELECT s.task FROM \(staging.staged) AS s)
        ORDER BY v.task
        """, staging.nextParameters
    ).map { (task: $0[0].text ?? "", title: $0[1].text ?? "") }
    guard !others.isEmpty || !titles.departed.isEmpty else { return nil }
    plan = staging.plan
    (open, gone) = (0, [])
    moved = titles.moved(from: others)
    left = Set(others.map(\.task))
    added = titles.added
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

  /// Beside the versions that hold at the position of the parameters.
  private static func retitled(
    _ staging: RowStaging, _ parameters: [String: Value]
  ) throws -> Retitled {
    var titles = Retitled()
    try staging.connection.forEachRow(
      of: """
        SELECT s.task, s.title, v.title, v.task
        FROM \(staging.staged) AS s
        LEFT JOIN task_version AS v ON v.task = s.task AND \(RowStaging.stands)
        WHERE v.task IS NULL OR s.title <> v.title
        ORDER BY s.task
        """, parameters
    ) { row in
      let task = row[0].text ?? ""
      if let title = row[1].text { titles.arrived.append((task, title)) }
      if let title = row[2].text { titles.departed.append((task, title)) }
      if row[3] == .null { titles.added.insert(task) }
    }
    return titles
  }
}

/// Ids whose titles are others than those of the snapshot beside which a ledger is held.
private struct Retitled {
  /// Titles that an id has in the ledger alone, and in the snapshot alone.
  var arrived: [(task: String, title: String)] = []
  var departed: [(task: String, title: String)] = []
  /// The ids that the ledger alone has.
  var added: Set<String> = []

  /// The titles of the ledger that the snapshot has under other ids.
  /// - Parameter others: The tasks that the snapshot alone has.
  func moved(from others: [(task: String, title: String)]) -> [TaskChanges.Moved] {
    let places = Dictionary(grouping: departed + others, by: \.title)
    return arrived.compactMap { task, title in
      places[title].map {
        TaskChanges.Moved(task: task, title: title, earlier: $0.map(\.task))
      }
    }
  }
}
