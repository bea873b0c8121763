import Definitions
import Domain
import Metrics
import TestSupport
import Testing

/// 长政办发〔2022〕14号: 27 tasks from March 2022 to December 2025, up to 13 leads, the counties
/// leading 9 of them, monitored each year, with a mid-term and a final evaluation. The day of the
/// mid-term evaluation and what is completed are made up.
@Suite(.onEachEngine) struct ChangzhiTests {
  static let counties = [
    "潞州区", "上党区", "屯留区", "潞城区", "襄垣县", "平顺县", "黎城县", "壶关县", "长子县", "武乡县", "沁县", "沁源县",
  ]

  /// Each task has a goal for each year; that of 2022 was reached by all but task 24.
  private func moment(_ day: String) throws -> OpenMoment {
    let tasks = try Notice("changzhi-2022").tasks
    let rows = tasks.map { task in
      [
        task.number, task.section, task.title, task.leadUnits, task.others, "2022-03-01",
        "2025-12-31", "推进中", "50%",
      ].joined(separator: ",")
    }
    let goals = tasks.flatMap { task in
      (2022...2025).map { year in
        let done = year == 2022 && task.number != "24" ? "2022-12-20" : ""
        return "\(task.number),\(year)年度目标,\(year)-12-31,\(done)"
      }
    }
    var ledger = SmallLedger(
      (["序号,分类,任务,牵头单位,配合单位,开始日期,完成时限,状态,进度"] + rows).joined(separator: "\n"),
      [
        .units: Notice.units(
          in: tasks.flatMap { [$0.leadUnits, $0.others] },
          collective: ("各县区政府", "各县区党委、政府", Self.counties)),
        .milestones: (["任务,节点,时限,完成日期"] + goals).joined(separator: "\n"),
      ], on: "2022-12-31")
    ledger.plan = try plan()
    return try ledger.at(day)
  }

  private func plan() throws -> Plan {
    var plan = Plan.standard(id: "p", year: 2022)
    plan.years = Array(2022...2025)
    plan.scheduleRule = .months
    let entries: [(id: String, name: String, from: String, to: String, cutoff: String)] = [
      ("2022", "2022年度监测", "2022-03-01", "2022-12-31", "2022-12-31"),
      ("2023", "2023年度监测", "2023-01-01", "2023-12-31", "2023-12-31"),
      ("mid-term", "中期评估", "2022-03-01", "2023-12-31", "2024-03-31"),
      ("2024", "2024年度监测", "2024-01-01", "2024-12-31", "2024-12-31"),
      ("final", "总结评估", "2022-03-01", "2025-12-31", "2025-12-31"),
    ]
    plan.calendar = try entries.map { entry in
      Period(
        id: entry.id, name: entry.name, from: try entry.from.asDay, to: try entry.to.asDay,
        submitBy: nil, cutoff: try entry.cutoff.asDay, nominal: 0)
    }
    return plan
  }

  /// The goals of the years up to the one in which the period ends are judged, no later ones.
  @Test(arguments: [
    ("2022-12-31", "2022", "due=27 due_completed=26 overdue=0", "27 26"),
    ("2023-12-31", "2023", "due=54 due_completed=26 overdue=1", "27 0"),
    ("2024-03-31", "mid-term", "due=54 due_completed=26 overdue=28", "54 26"),
    ("2025-12-31", "final", "due=108 due_completed=26 overdue=55", "108 26"),
  ])
  func theGoalsOfEachYear(
    _ day: String, _ period: String, _ due: String, _ inPeriod: String
  ) throws {
    let open = try moment(day)
    #expect(open.moment.request.period.id == period)
    try expect(open.completion("due due_completed overdue"), is: due)
    try expect(
      open.table("due_in_period", "due completed"),
      is: "due  completed\n" + inPeriod.replacing(" ", with: inPeriod.count > 5 ? "  " : "   "))
  }

  /// 25 of 46 months are over at the mid-term evaluation.
  @Test func theScheduleRunsOverFourYears() throws {
    let open = try moment("2024-03-31")
    let tasks = try open.moment.table("metrics/task_list")
    let scheduled = Set(tasks.rows.map { Row(table: tasks, values: $0).text("scheduled") })
    #expect(scheduled == ["543478"])
  }

  @Test func collectivesLead() throws {
    let open = try moment("2022-12-31")
    let parts = try open.moment.table("metrics/unit_task_list")
    let leads = parts.rows.map { Row(table: parts, values: $0) }
      .filter { $0.text("role") == "lead" }
    let ofCounties = leads.filter { Self.counties.contains($0.text("unit_name")) }
    #expect(ofCounties.count == 9 * 12)
    #expect(
      Set(ofCounties.map { $0.text("task") })
        == ["2", "10", "11", "12", "14", "22", "23", "24", "27"])
    #expect(leads.count { $0.text("task") == "16" } == 13)
    #expect(leads.count { $0.text("task") == "24" } == 3 + 12)
    #expect(try open.findings("no_lead").isEmpty)
  }
}
