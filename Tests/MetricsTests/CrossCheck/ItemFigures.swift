import Database
import Domain
import Metrics

/// Figures of items and tasks that no metric shows, counted from the facts.
struct ItemFigures {
  private(set) var figures: Figures
  private let open: OpenMoment

  init(_ open: OpenMoment, _ figures: Figures) throws {
    self.figures = figures
    self.open = open
    try addStatuses()
    try addItems()
    try addPartItems()
  }

  private static let noLead =
    "t.task NOT IN (SELECT u.task FROM task_unit AS u WHERE u.role_code = 1)"

  private static func led(by leader: String) -> String {
    "t.task IN (SELECT l.task FROM task_leader AS l WHERE l.leader = '\(leader)')"
  }

  /// The groups of tasks: a path and the condition that selects them.
  private func scopes() throws -> [(path: [String], condition: String)] {
    let sections = try open.connection.rows(of: "SELECT DISTINCT section FROM task")
      .compactMap { $0[0].text }
    let leaders = try open.connection.rows(of: "SELECT DISTINCT leader FROM task_leader")
      .compactMap { $0[0].text }
    return [(["plan"], "true"), (["no_lead"], Self.noLead)]
      + sections.map { (["sections", $0], "t.section = '\($0)'") }
      + leaders.map { (["leaders", $0], Self.led(by: $0)) }
  }

  private mutating func addStatuses() throws {
    for (path, condition) in try scopes() {
      try add(
        """
        SELECT count(*) AS tasks, sum(f.in_force) AS in_force, sum(f.counted) AS counted,
          sum(f.completed) AS completed, sum(f.accepted) AS accepted, sum(f.ongoing) AS ongoing,
          sum(f.suspended) AS suspended, sum(f.expected) AS expected,
          sum(f.not_filled) AS not_filled, sum(f.behind) AS behind,
          sum(f.slightly_behind) AS slightly_behind, sum(f.ahead) AS ahead,
          sum(f.filled - f.behind - f.slightly_behind - f.ahead) AS on_schedule,
          coalesce(sum(f.gap), 0) AS gap_sum, sum(f.unfinished) AS unfinished,
          sum(CASE WHEN t.status = 'cancelled' THEN 1 ELSE 0 END) AS cancelled, sum(CASE WHEN t.status = 'transferred' THEN 1 ELSE 0 END) AS transferred,
          coalesce(sum(CASE WHEN t.starts_on > :as_of THEN 1 ELSE 0 END), 0) AS not_yet_started
        FROM task AS t JOIN task_fact AS f ON f.task = t.task WHERE \(condition)
        """, at: path)
    }
  }

  /// The columns of each group of items `i`.
  private static let itemColumns = """
    count(*) AS items, sum(i.is_due) AS due, sum(i.is_due * i.done) AS due_completed,
    sum(i.on_time) AS on_time, sum(i.done) AS done, sum(CASE WHEN i.due = :as_of AND i.done = 0 THEN 1 ELSE 0 END) AS due_on_the_day_open,
    sum(i.overdue) AS "by_effective_due/overdue",
    sum(i.days) AS "by_effective_due/overdue_days_sum",
    max(i.days) AS "by_effective_due/overdue_days_max",
    sum(i.workdays) AS "by_effective_due/overdue_working_days_sum",
    max(i.workdays) AS "by_effective_due/overdue_working_days_max",
    sum(i.late) AS "by_effective_due/late", sum(i.late_days) AS "by_effective_due/late_days_sum",
    sum(CASE WHEN i.done_on < i.due THEN 1 ELSE 0 END) AS "by_effective_due/early",
    sum(i.original_overdue) AS "by_original_due/overdue",
    sum(i.original_days) AS "by_original_due/overdue_days_sum",
    max(i.original_days) AS "by_original_due/overdue_days_max",
    sum(i.in_period) AS "due_in_period/total",
    sum(i.in_period * i.done) AS "due_in_period/completed",
    sum(i.in_period * (1 - i.done)) AS "due_in_period/open",
    sum(i.in_period * i.overdue) AS "due_in_period/overdue"
    """

  private mutating func addItems() throws {
    for (path, condition) in try scopes() {
      try add(
        """
        SELECT \(Self.itemColumns),
          sum(i.in_period * (1 - i.done) * f.expected) AS "due_in_period/expected"
        FROM item AS i JOIN task AS t ON t.task = i.task JOIN task_fact AS f ON f.task = i.task
        WHERE i.part = '' AND \(condition)
        """, at: path)
    }
  }

  private mutating func addPartItems() throws {
    let unfinished = open.moment.request.isClosing ? "i.is_due * (1 - i.done)" : "i.overdue"
    for (scope, role) in [("lead_units", "= 1"), ("other_units", "> 1")] {
      let units = try open.connection.rows(
        of: "SELECT DISTINCT unit FROM part_fact WHERE role_code \(role)")
      for unit in units.compactMap({ $0[0].text }) {
        try add(
          """
          SELECT \(Self.itemColumns), sum(\(unfinished)) AS unfinished,
            sum(i.in_period * (1 - i.done) * p.expected) AS "due_in_period/expected"
          FROM part_fact AS p
          LEFT JOIN own_part AS o ON o.task = p.task AND o.unit = p.unit
          JOIN item AS i ON i.task = p.task AND i.part = coalesce(o.unit, '')
          WHERE p.counted = 1 AND p.role_code \(role) AND p.unit = '\(unit)'
          """, at: [scope, unit])
      }
    }
  }

  /// Adds each column of a statement's one row under its name.
  private mutating func add(_ statement: String, at path: [String]) throws {
    let names = try open.connection.columns(of: statement)
    let parameters: [String: Value] = ["as_of": .day(open.moment.request.asOf)]
    guard let row = try open.connection.firstRow(of: statement, parameters) else { return }
    for (name, value) in zip(names, row) {
      figures.set(path, [name: value.integer ?? 0])
    }
  }
}
