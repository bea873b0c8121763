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
  /// What falls due in the period, and the columns of 任务台账.
  static let period = [
    "due": "period_due", "completed": "period_done", "open": "period_open",
    "overdue": "period_overdue", "expected": "period_expected",
  ]

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
    try expect(
      sums(rows("leader_task_list", open), by: "leader"),
      is: figures("completion_by_leader", by: "leader", open))
  }

  @Test(arguments: CrossCheckTests.cases)
  func whatFallsDueInThePeriodIsASumToo(_ test: CrossCheckTests.Case) throws {
    let open = try ExampleHistory.named(test.example).moment(test.day.asDay)
    let tasks = try rows("task_list", open)
    let sections = try rows("due_in_period", open)
    #expect(
      Set(sections.map { $0["section"] })
        == Set(tasks.filter { $0.number("period_due") > 0 }.map { $0["section"] }))
    for section in sections {
      let theirs = tasks.filter { $0["section"] == section["section"] }
      for (figure, column) in Self.period {
        #expect(section.number(figure) == theirs.reduce(0) { $0 + $1.number(column) }, "\(figure)")
      }
    }
    let figures = try rows("key_figures", open)
    func expect(_ figure: String, _ numerator: String, of denominator: String) throws {
      let row = try #require(figures.first { $0.text("figure") == figure })
      #expect(row.number("numerator") == tasks.reduce(0) { $0 + $1.number(numerator) })
      #expect(row.number("denominator") == tasks.reduce(0) { $0 + $1.number(denominator) })
    }
    try expect("period_due_completion", "period_done", of: "period_due")
    try expect("late", "late", of: "done_items")
    try expect("not_filled", "not_filled", of: "counted")
  }

  /// 牵头 and 协助 are never added up, and no task is left out.
  @Test(arguments: CrossCheckTests.cases)
  func leadersAreSumsOfWhatTheyLead(_ test: CrossCheckTests.Case) throws {
    let open = try ExampleHistory.named(test.example).moment(test.day.asDay)
    let list = try rows("leader_task_list", open)
    let leaders = try rows("completion_by_lead_leader", open)
    let led = list.filter { $0.number("assisting") == 0 }
    try expect(
      sums(led, by: "leader"),
      is: figures("completion_by_lead_leader", by: "leader", open).filter { !$0.hasPrefix(" ") })
    let all = try rows("task_list", open).map { $0.text("task") }
    let none = leaders.filter { $0.number("is_none") == 1 }
    #expect(
      none.reduce(0) { $0 + $1.number("tasks") }
        == Int64(Set(all).subtracting(led.map { $0.text("task") }).count))
    let assisted = try rows("assisting_by_leader", open)
    #expect(
      assisted.reduce(0) { $0 + $1.number("tasks") }
        == Int64(list.count - led.count))
  }

  /// Every count of items is a sum over the list of items, and what is due is done, overdue or due
  /// on the very day.
  @Test(arguments: CrossCheckTests.cases)
  func countsOfItemsAreSumsOfTheList(_ test: CrossCheckTests.Case) throws {
    let open = try ExampleHistory.named(test.example).moment(test.day.asDay)
    let items = try rows("item_list", open)
    func sum(_ items: [Row], _ column: String) -> Int64 {
      items.reduce(0) { $0 + $1.number(column) }
    }
    let counts = [
      "due": "is_due", "due_completed": "due_done", "due_open": "due_open", "on_time": "on_time",
      "overdue": "overdue", "due_today": "due_today", "late": "late",
    ]
    for row in try rows("completion_by_section", open) + rows("completion", open) {
      let theirs =
        row.table.index(of: "section") == nil
        ? items : items.filter { ($0["section"].text ?? "") == row["section"].text }
      for (figure, column) in counts {
        #expect(row.number(figure) == sum(theirs, column), "\(figure)")
      }
      #expect(
        row.number("overdue_days") == sum(theirs.filter { $0.number("overdue") == 1 }, "days"))
      #expect(row.number("due") == row.number("due_completed") + row.number("due_open"))
      #expect(row.number("due_open") == row.number("overdue") + row.number("due_today"))
    }
    for row in try rows("task_list", open) {
      let theirs = items.filter { $0.text("task") == row.text("task") }
      for (figure, column) in [
        "due_items": "is_due", "due_completed": "due_done", "due_open": "due_open",
        "done_items": "done_items", "period_due": "period_due", "period_done": "period_done",
      ] { #expect(row.number(figure) == sum(theirs, column), "\(figure)") }
    }
    #expect(items.allSatisfy { $0.number("source_line") > 0 && !$0.text("source_file").isEmpty })
  }

  @Test(arguments: CrossCheckTests.cases)
  func problemsStruckOffAreASumToo(_ test: CrossCheckTests.Case) throws {
    let open = try ExampleHistory.named(test.example).moment(test.day.asDay)
    let problems = try rows("rectification_list", open)
    let row = try #require(rows("key_figures", open).first { $0.text("figure") == "rectified" })
    #expect(row.number("numerator") == problems.reduce(0) { $0 + $1.number("closed") })
    #expect(row.number("denominator") == problems.reduce(0) { $0 + $1.number("problems") })
  }
}
