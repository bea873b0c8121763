import Definitions
import Domain
import Metrics
import TestSupport
import Testing

/// 湖政办发〔2019〕9号: 71 tasks under six leaders and 10 livelihood items, the first-listed unit
/// leads, 134 targets. Names of leaders are posts; values of targets are made up.
@Suite(.onEachEngine) struct HuzhouTests {
  /// Livelihood targets that stand among the tasks, too.
  static let repeated = [
    "民2-1": "49-1", "民3-1": "24-1", "民6-1": "43-1", "民7-1": "32-1", "民8-1": "54-1",
    "民9-1": "30-1", "民9-2": "36-1",
  ]

  /// The first target of each task is met, the others are half way.
  private func moment() throws -> OpenMoment {
    let tasks = try Notice("huzhou-2019").tasks
    let rows = tasks.enumerated().map { index, task in
      [
        "\(index + 1)", task.number, task.section, task.title, task.leaders, task.others,
        "2019-12-31", "推进中",
      ]
      .map { "\"\($0)\"" }.joined(separator: ",")
    }
    let targets = tasks.flatMap { task in
      (0..<(Int(task.fields[6]) ?? 0)).map { index in
        let id = "\(task.number)-\(index + 1)"
        let same = Self.repeated[id] ?? ""
        let actual = same.isEmpty ? index == 0 ? "100" : "50" : ""
        return "\(id),\(task.number),指标,>=,100,2019-06-20,\(actual),2019-06-20,\(same)"
      }
    }
    var ledger = SmallLedger(
      (["序号,任务编号,分类,任务,牵头领导,责任单位,完成时限,状态"] + rows).joined(separator: "\n"),
      [
        .units: Notice.units(
          in: tasks.map(\.others),
          collective: ("各区县政府", "各区县人民政府", ["吴兴区政府", "南浔区政府", "德清县政府", "长兴县政府", "安吉县政府"])
        ),
        .targets: (["编号,任务,指标,口径,目标值,时限,完成值,统计日期,同源指标"] + targets)
          .joined(separator: "\n"),
      ], on: "2019-06-25")
    ledger.plan = .standard(id: "p", year: 2019)
    ledger.plan.leadPolicy = .firstListed
    return try ledger.at("2019-06-25")
  }

  @Test func tasksByLeaderAndAssistance() throws {
    let open = try moment()
    try expect(open.completion("tasks in_force"), is: "tasks=81 in_force=81")
    try expect(
      open.table("completion_by_leader", "leader tasks"),
      is: """
        leader      tasks
        市长        10
        常务副市长  19
        副市长甲    7
        副市长乙    10
        副市长戊    24
        副市长丙    11
        副市长丁    14
        """)
  }

  @Test func theFirstListedUnitLeads() throws {
    let open = try moment()
    let parts = try open.moment.table("metrics/unit_task_list")
    let rows = parts.rows.map { Row(table: parts, values: $0) }
    let leads = rows.filter { $0.text("role") == "lead" }
    #expect(leads.count == 81)
    #expect(Set(leads.map { $0.text("task") }).count == 81)
    func lead(_ task: String) -> [String] {
      leads.filter { $0.text("task") == task }.map { $0.text("unit_name") }
    }
    #expect(lead("23") == ["市发展改革委"])
    #expect(lead("9") == ["市政务办"])
    #expect(lead("民9") == ["市委宣传部"])
    // Five counties each in tasks 1, 10, 15, 41 and 52.
    let counties = rows.filter { ["1", "10", "15", "41", "52"].contains($0.text("task")) }
      .filter { ["u1", "u2", "u3", "u4", "u5"].contains($0.text("unit")) }
    #expect(counties.count == 25)
    #expect(counties.allSatisfy { $0.text("role") == "responsible" })
    #expect(try open.findings("no_lead").isEmpty)
  }

  @Test func targetsThatStandInBothListsCountOnce() throws {
    let open = try moment()
    let targets = try open.moment.table("metrics/target_list")
    #expect(targets.rows.count == 134)
    let figures = try open.moment.table("metrics/key_figures")
    let rows = figures.rows.map { Row(table: figures, values: $0) }
    let met = try #require(rows.first { $0.text("figure") == "targets_met" })
    // 53 of the 81 have targets; the first ones of six livelihood items are repeated.
    #expect(met.text("numerator") == "47")
    #expect(met.text("denominator") == "127")
  }
}
