import Database
import Domain

/// A number that a task has now and another one had before.
public struct Renumbering: Hashable, Sendable {
  public let plan: String
  /// The id that the task has now.
  public let task: String
  /// The id that it had; nil for a task that is another than the one that had its id or its title.
  public let earlier: String?

  public init(plan: String, task: String, earlier: String?) {
    self.plan = plan
    self.task = task
    self.earlier = earlier
  }
}

/// What a ledger makes of the tasks of a plan, against the snapshot that it follows; of one that
/// follows none, what it makes of those of the next.
public struct TaskChanges: Hashable, Sendable {
  /// A task and its title.
  public struct Named: Hashable, Sendable {
    public let task: String
    public let title: String

    public init(task: String, title: String) {
      self.task = task
      self.title = title
    }
  }

  /// A task as it stood before.
  public struct Gone: Hashable, Sendable {
    public let task: String
    public let title: String
    /// Neither completed nor accepted, cancelled or transferred.
    public let isOpen: Bool
    /// Neither cancelled nor transferred: figures count it.
    public let isCounted: Bool

    public init(task: String, title: String, isOpen: Bool, isCounted: Bool) {
      self.task = task
      self.title = title
      self.isOpen = isOpen
      self.isCounted = isCounted
    }
  }

  /// A task whose title is another than before.
  public struct Retitled: Hashable, Sendable {
    /// The task as it stood.
    public let before: Gone
    public let now: String

    public init(before: Gone, now: String) {
      self.before = before
      self.now = now
    }

    public var task: String { before.task }
  }

  public let plan: String
  /// Whether the ledger follows no snapshot of the plan: what it lacks is no loss then.
  public let isFirst: Bool
  /// How many tasks there were, were counted and were open.
  public let all: Int
  public let counted: Int
  public let open: Int
  /// Each in the order of their ids.
  public let gone: [Gone]
  public let added: [Named]
  public let retitled: [Retitled]
  /// The tasks without a number that stand no more as they were: which of them are gone cannot be
  /// said. They are in none of the lists above.
  public let unnumbered: [Gone]
  /// How many there are instead.
  public let unnumberedNow: Int
}

extension TaskChanges {
  /// What a ledger changes of a plan's tasks.
  init(_ rows: ComparedRows, isFirst: Bool) throws {
    plan = rows.plan
    self.isFirst = isFirst
    let counts = try rows.connection.firstRow(
      of: """
        SELECT count(*), sum(CASE WHEN \(Self.isCounted) THEN 1 ELSE 0 END),
          sum(CASE WHEN \(Self.isOpen) THEN 1 ELSE 0 END)
        FROM task_version AS v WHERE \(rows.stood)
        """, rows.parameters)
    (all, counted, open) = (
      Int(counts?[0].integer ?? 0), Int(counts?[1].integer ?? 0), Int(counts?[2].integer ?? 0)
    )
    let all = try rows.connection.rows(
      of: """
        SELECT v.task, v.title, \(Self.marks)
        FROM (\(rows.before)) AS v
        WHERE v.task NOT IN (SELECT s.task FROM (\(rows.now)) AS s)
        ORDER BY v.task
        """, rows.parameters
    ).map { Gone($0[...]) }
    gone = all.filter { !TaskKey.isUnnumbered($0.task) }
    unnumbered = all.filter { TaskKey.isUnnumbered($0.task) }
    let (added, retitled) = try Self.titles(rows)
    self.added = added.filter { !TaskKey.isUnnumbered($0.task) }
    self.retitled = retitled.filter { !TaskKey.isUnnumbered($0.task) }
    unnumberedNow = added.count - self.added.count
  }

  private static let marks = """
    CASE WHEN \(isOpen) THEN 1 ELSE 0 END AS is_open,
    CASE WHEN \(isCounted) THEN 1 ELSE 0 END AS is_counted
    """
  private static let isOpen = """
    (v.status IS NULL OR v.status NOT IN ('completed', 'accepted', 'cancelled', 'transferred'))
    """
  private static let isCounted = """
    (v.status IS NULL OR v.status NOT IN ('cancelled', 'transferred'))
    """

  /// The tasks that are new, and those that have another title.
  private static func titles(_ rows: ComparedRows) throws -> ([Named], [Retitled]) {
    var (added, retitled): ([Named], [Retitled]) = ([], [])
    try rows.connection.forEachRow(
      of: """
        SELECT s.task, s.title, v.task AS task_before, v.title AS title_before, \(marks)
        FROM (\(rows.now)) AS s
        LEFT JOIN task_version AS v ON v.task = s.task AND \(rows.stood)
        WHERE v.task IS NULL OR s.title <> v.title
        ORDER BY s.task
        """, rows.parameters
    ) { row in
      let (task, title) = (row[0].text ?? "", row[1].text ?? "")
      if row[2] == .null {
        added.append(Named(task: task, title: title))
      } else {
        retitled.append(Retitled(before: Gone(row[2...]), now: title))
      }
    }
    return (added, retitled)
  }
}

extension TaskChanges.Gone {
  /// Reads task, title and marks.
  fileprivate init(_ row: ArraySlice<Value>) {
    let values = Array(row)
    self.init(
      task: values[0].text ?? "", title: values[1].text ?? "", isOpen: values[2].integer == 1,
      isCounted: values[3].integer == 1)
  }
}
