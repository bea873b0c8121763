import Database
import Domain
import Metrics
import Store
import TestSupport

/// The program's figures of a moment under the paths that `figures.py` gives them.
///
/// Each comes from the metric that shows it; what no metric shows, from the facts.
struct ProgramFigures {
  let open: OpenMoment
  private(set) var figures = Figures()

  init(_ open: OpenMoment) throws {
    self.open = open
    let day = open.moment.request.asOf
    figures[["as_of"]] = "\(day)"
    figures[["state"]] = "\(open.moment.snapshot.effectiveOn)"
    figures[["rule"]] = open.moment.request.plan.scheduleRule.rawValue
    try addTasks()
    try addTaskSums()
    try addParts()
    try addItems()
    try addRegisters()
  }

  private func table(_ metric: String) throws -> [Row] {
    let table = try open.moment.table("metrics/\(metric)")
    return table.rows.map { Row(table: table, values: $0) }
  }

  /// Every task: status, due dates, progress, schedule and gap.
  private mutating func addTasks() throws {
    for row in try table("task_list") {
      let path = ["tasks", row.text("number")]
      let isCompleted = row.number("completed") == 1
      figures[path + ["status"]] = row.text("status")
      figures[path + ["counted"]] = row.text("counted")
      figures[path + ["completed"]] = row.text("completed")
      figures[path + ["original_due"]] = row.text("original_due")
      figures[path + ["effective_due"]] = row.text("due")
      figures[path + ["progress"]] = isCompleted ? "1000000" : row.text("progress")
      figures[path + ["scheduled"]] = row.text("scheduled")
      figures[path + ["gap"]] = row.text("gap")
    }
  }

  /// The plan, its sections and leaders.
  private mutating func addTaskSums() throws {
    for row in try table("completion") { addSums(row, at: ["plan"]) }
    for row in try table("completion_by_section") {
      addSums(row, at: ["sections", row.text("section")])
    }
    for row in try table("completion_by_leader") {
      addSums(row, at: ["leaders", row.text("leader")])
    }
    let overdue = try table("overdue")[0]
    figures.set(
      ["plan", "by_effective_due"],
      [
        "overdue": overdue.number("overdue"), "overdue_days_sum": overdue.number("days"),
        "overdue_days_max": overdue.number("longest"),
        "overdue_working_days_sum": overdue.number("workdays"),
      ])
    for row in try table("due_in_period") {
      figures.set(
        ["sections", row.text("section"), "due_in_period"],
        [
          "total": row.number("due"), "completed": row.number("completed"),
          "open": row.number("open"), "overdue": row.number("overdue"),
          "expected": row.number("expected"),
        ])
    }
  }

  private mutating func addSums(_ row: Row, at path: [String]) {
    for name in ["tasks", "completed", "accepted", "ongoing", "suspended", "expected"] {
      figures[path + [name]] = row.text(name)
    }
    figures[path + ["counted"]] = row.text("in_force")
    figures[path + ["gap_sum"]] = row.text("gap_sum")
    let apart = ["behind", "slightly_behind", "ahead"].map(row.number).reduce(0, +)
    figures.set(path, ["on_schedule": row.number("filled") - apart])
    addItemSums(row, at: path)
  }

  /// The columns that sums of tasks and of parts have in common.
  private mutating func addItemSums(_ row: Row, at path: [String]) {
    for name in ["behind", "slightly_behind", "ahead", "due", "due_completed", "on_time"] {
      figures[path + [name]] = row.text(name)
    }
    figures.set(
      path + ["by_effective_due"],
      [
        "overdue": row.number("overdue"), "overdue_days_sum": row.number("overdue_days"),
        "overdue_days_max": row.number("overdue_longest"),
        "overdue_working_days_sum": row.number("overdue_workdays"),
        "late": row.number("late"), "late_days_sum": row.number("late_days"),
      ])
    figures.set(
      path + ["by_original_due"],
      [
        "overdue": row.number("original_overdue"),
        "overdue_days_sum": row.number("original_overdue_days"),
      ])
  }

  /// Each lead unit, and each unit that takes part without leading.
  private mutating func addParts() throws {
    for row in try table("completion_by_unit") {
      let path = ["lead_units", row.text("unit")]
      figures[path + ["parts"]] = row.text("in_force")
      figures[path + ["completed"]] = row.text("completed")
      figures[path + ["accepted"]] = row.text("accepted")
      addItemSums(row, at: path)
    }
    for row in try table("completion_by_other_unit") {
      addItemSums(row, at: ["other_units", row.text("unit")])
    }
    for (path, rows) in try partsByUnit() { addParts(rows, at: path) }
  }

  private func partsByUnit() throws -> [[String]: [Row]] {
    Dictionary(grouping: try table("unit_task_list")) { row in
      [row.text("role") == "lead" ? "lead_units" : "other_units", row.text("unit")]
    }
  }

  private mutating func addParts(_ rows: [Row], at path: [String]) {
    let counted = rows.filter { $0.number("counted") == 1 }
    func sum(_ column: String) -> Int64 { counted.reduce(0) { $0 + $1.number(column) } }
    func count(_ condition: (Row) -> Bool) -> Int64 { Int64(counted.count(where: condition)) }
    figures.set(
      path,
      [
        "parts": Int64(counted.count), "completed": sum("completed"),
        "accepted": sum("accepted"),
        "not_filled": count { $0["progress"] == .null && $0.number("completed") == 0 },
        "behind": sum("behind"),
        "slightly_behind": count { $0.number("gap") < 0 } - sum("behind"),
        "on_schedule": count { $0["gap"] == .integer(0) }, "ahead": count { $0.number("gap") > 0 },
        "due": sum("due_items"), "due_completed": sum("due_completed"), "on_time": sum("on_time"),
        "by_effective_due/overdue": sum("overdue"),
        "by_effective_due/overdue_days_max": counted.map { $0.number("days") }.max() ?? 0,
        "by_effective_due/overdue_working_days_max":
          counted.map { $0.number("workdays") }.max() ?? 0,
      ])
  }

  private mutating func addRegisters() throws {
    figures = try RegisterFigures(figures, table: table).figures
  }

  private mutating func addItems() throws {
    figures = try ItemFigures(open, figures).figures
  }
}

/// A row of a result whose cells are called by their columns' names.
struct Row {
  let table: ResultTable
  let values: [Value]

  subscript(column: String) -> Value { table.index(of: column).map { values[$0] } ?? .blob([]) }

  func text(_ column: String) -> String { self[column].cell }

  /// The integer, 0 for null.
  func number(_ column: String) -> Int64 { self[column].integer ?? 0 }
}
