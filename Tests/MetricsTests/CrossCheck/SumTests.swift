import Domain
import Metrics
import TestSupport
import Testing

/// The sums over the task lists are the figures: so a workbook can have them as live formulas.
@Suite(.onEachEngine) struct SumTests {
  /// A measure, and the column of the lists whose sum it is where that has another name.
  static let measures = [
    "tasks", "in_force", "completed", "accepted", "ongoing", "suspended", "expected", "due",
    "due_completed", "on_time", "overdue", "overdue_days", "late", "filled", "behind", "gap_sum",
  ]
  static let columns = ["in_force": "counted", "due": "due_items", "gap_sum": "gap"]

  private func rows(_ metric: String, _ open: OpenMoment) throws -> [Row] {
    let table = try open.moment.table("metrics/\(metric)")
    return table.rows.map { Row(table: table, values: $0) }
  }

  /// The measures of a metric, one line a row.
  private func figures(_ metric: String, by key: String, _ open: OpenMoment) throws -> [String] {
    try rows(metric, open).map { row in
      ([row[key].text ?? ""] + Self.measures.map { row.text($0) }).joined(separator: " ")
    }.sorted()
  }

  /// The same, as sums over the rows of a list.
  private func sums(_ rows: [Row], by key: String) -> [String] {
    Dictionary(grouping: rows) { $0[key].text ?? "" }.map { key, rows in
      let sums = Self.measures.map { measure in
        "\(rows.reduce(0) { $0 + $1.number(Self.columns[measure] ?? measure) })"
      }
      return ([key] + sums).joined(separator: " ")
    }.sorted()
  }

  @Test(arguments: CrossCheckTests.cases)
  func figuresAreSumsOfTheLists(_ test: CrossCheckTests.Case) throws {
    let open = try ExampleHistory.named(test.example).moment(test.day.asDay)
    let tasks = try rows("task_list", open)
    let led = try rows("unit_task_list", open).filter { $0.number("is_lead") == 1 }
    #expect(
      tasks.allSatisfy { row in
        Self.measures.allSatisfy { row[Self.columns[$0] ?? $0] != .blob([]) }
      })
    try expect(
      sums(tasks, by: "section"), is: figures("completion_by_section", by: "section", open))
    try expect(sums(led, by: "unit"), is: figures("completion_by_unit", by: "unit", open))
    try expect(
      sums(led, by: "ranking_group"),
      is: figures("completion_by_group", by: "ranking_group", open))
  }
}
