import Domain
import Metrics
import TestSupport
import Testing

/// What is due on the cut-off itself, and the period that closes its plan.
@Suite(.onEachEngine) struct ClosingTests {
  /// 1 done in time, 2 overdue, 3 and 4 due on the last day: 4 with a unit's own open part; 5 later.
  static let tasks = """
    序号,任务,牵头单位,完成时限,状态,进度,完成日期
    1,甲,甲局,2023-06-30,已完成,,2023-06-20
    2,乙,甲局,2023-12-01,推进中,95%,
    3,丙,甲局,2023-12-31,推进中,100%,
    4,丁,乙局,2023-12-31,推进中,100%,
    5,戊,乙局,2024-03-31,推进中,100%,
    """

  private let ledger = SmallLedger(
    tasks, [.assignments: "任务,单位,角色,状态,进度\n4,丙县,责任,推进中,100%"])

  /// Due is done, overdue and due that day; with the last moment the last two are one.
  @Test(arguments: [
    ("2023-12-30", "due=2 due_completed=1 overdue=1 due_today=0 unfinished=1 lateness=overdue"),
    ("2023-12-31", "due=4 due_completed=1 overdue=1 due_today=2 unfinished=3 lateness=unfinished"),
    ("2024-01-01", "due=4 due_completed=1 overdue=3 due_today=0 unfinished=3 lateness=unfinished"),
  ])
  func sums(_ day: String, _ expected: String) throws {
    let names = expected.split(separator: " ").map { $0.split(separator: "=")[0] }
    try expect(ledger.at(day).completion(names.joined(separator: " ")), is: expected)
  }

  @Test(arguments: [
    ("2023-11-25", ["overdue 0 1", "due_today 0 1"]), ("2023-12-31", ["unfinished 3 4"]),
  ])
  func keyFigures(_ day: String, _ expected: [String]) throws {
    let table = try ledger.at(day).table("key_figures", "figure numerator denominator")
    let rows = table.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    let late = ["overdue", "due_today", "unfinished"]
    #expect(rows.filter { row in late.contains { row.hasPrefix($0) } } == expected)
  }

  @Test func theList() throws {
    try expect(
      ledger.at("2023-12-31").table("overdue_and_behind", "ordinal kind task days gap light"),
      is: """
        ordinal  kind        task  days  gap     light
        1        unfinished  2     30    -50000  逾期
        2        unfinished  3     0     0       逾期
        3        unfinished  4     0     0       逾期
        """)
    try expect(
      ledger.at("2023-12-31").table("slow_items", "kind task days items"),
      is: """
        kind        task  days  items
        unfinished  2     30    1
        unfinished  3     ·     1
        unfinished  4     ·     1
        """)
    // Before the end, and where a plan is closed by another period, the day itself is in time.
    var other = ledger
    other.plan.calendar = [2023, 2024].flatMap { Period.standardCalendar(year: $0) }
    try expect(
      other.at("2023-12-31").table("overdue_and_behind", "kind task"),
      is: """
        kind     task
        overdue  2
        """)
  }

  @Test func judgementAndUnits() throws {
    let moment = try ledger.at("2023-12-31")
    try expect(
      moment.table("judgement", "state overdue overdue_units"),
      is: """
        state       overdue  overdue_units
        unfinished  3        2
        """)
    try expect(
      moment.table("overdue_by_unit", "unit overdue unfinished slowness"),
      is: """
        unit  overdue  unfinished  slowness
        a     1        2           unfinished
        b     0        1           unfinished
        """)
    try expect(
      moment.moment.table("scoring/overdue").text("unit task days workdays"),
      is: """
        unit  task  days  workdays
        a     2     30    20
        a     3     0     0
        b     4     0     0
        c     4     0     0
        """)
    let light = try moment.table("unit_task_list", "unit task light")
    #expect(light.contains("c     4     逾期"), "\(light)")
  }

  /// Behind is what the plan's lights call so, whichever light wins; below that is a line apart.
  @Test(arguments: [
    ("10 30", "behind=3 slightly_behind=1 ahead=0 filled=4"),
    ("5", "behind=4 slightly_behind=0 ahead=0 filled=4"),
    ("0", "behind=4 slightly_behind=0 ahead=0 filled=4"),
    ("", "behind=0 slightly_behind=4 ahead=0 filled=4"),
  ])
  func behind(_ points: String, _ expected: String) throws {
    var ledger = SmallLedger(
      """
      序号,任务,牵头单位,完成时限,状态,进度
      1,差15点,甲局,2023-12-31,推进中,35%
      2,差5点,甲局,2023-12-31,推进中,45%
      3,暂停而差20点,甲局,2023-12-31,暂停,30%
      4,逾期,甲局,2023-06-01,推进中,80%
      5,未填,甲局,2023-12-31,推进中,
      """)
    ledger.plan.lights =
      [
        Plan.Light(word: "暂停", colour: .grey, condition: .suspended, threshold: 0),
        Plan.Light(word: "逾期", colour: .red, condition: .overdue, threshold: 0),
      ]
      + points.split(separator: " ").compactMap { Int64($0) }.map {
        Plan.Light(word: "滞后", colour: .yellow, condition: .behind, threshold: $0 * 10_000)
      } + [Plan.Light(word: "正常", colour: .green, condition: .otherwise, threshold: 0)]
    let moment = try ledger.at("2023-06-25")
    try expect(moment.completion("behind slightly_behind ahead filled"), is: expected)
    let figures = try moment.table("key_figures", "figure numerator denominator")
    #expect(figures.contains("no_behind_light") == points.isEmpty)
    #expect(figures.contains("schedule_behind") != points.isEmpty)
    let listed = try moment.table("overdue_and_behind", "kind task")
    // What is overdue is listed once.
    #expect(listed.split(separator: "\n").count { $0.hasSuffix(" 4") } == 1)
    #expect(listed.contains("behind   2") == ["0", "5"].contains(points), "\(listed)")
    let scored = try moment.moment.table("scoring/behind").rows.count
    let behind = expected.split(separator: " ")[0].dropFirst("behind=".count)
    #expect("\(scored)" == behind)
  }
}
