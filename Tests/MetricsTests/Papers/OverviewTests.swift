import Domain
import Metrics
import TestSupport
import Testing

/// What the first section of a notice says, and that all of it adds up.
@Suite(.onEachEngine) struct OverviewTests {
  /// Counted by hand from the ledgers of the example (`papers` of 2023-09-25 and 2023-06-25).
  @Test func theExample() throws {
    let history = try ExampleHistory.named("tianshui-2023")
    let open = try history.moment("2023-09-25".asDay)
    try expect(
      open.table(
        "overview",
        "tasks in_force ongoing cancelled completed accepted awaiting completed_state open ahead on_schedule below not_filled open_state nominal expected expected_state"
      ),
      is: """
        tasks  in_force  ongoing  cancelled  completed  accepted  awaiting  completed_state  open  ahead  on_schedule  below  not_filled  open_state  nominal  expected  expected_state
        42     40        1        1          12         10        2         both             28    8      3            16     1           nominal     750000   33        some
        """)
    try expect(
      open.table(
        "overview",
        "due due_tasks due_completed on_time late due_open overdue due_today due_state done_state late_state has_milestones"
      ),
      is: """
        due  due_tasks  due_completed  on_time  late  due_open  overdue  due_today  due_state  done_state  late_state  has_milestones
        47   30         43             30       13    4         3        1          open       both        both        1
        """)
    try expect(
      open.table("registers", "register state done total"),
      is: """
        register        state  done  total
        reports         some   18    20
        rectifications  some   3     7
        """)
    try expect(
      open.table("six_figures", "figure numerator denominator"),
      is: """
        figure               numerator  denominator
        due_completion       43         47
        on_time              30         47
        overdue              3          47
        below                16         39
        completion           12         40
        submissions_on_time  18         20
        """)
    try expect(
      history.moment("2023-06-25".asDay).table("six_figures", "figure numerator denominator"),
      is: """
        figure               numerator  denominator
        due_completion       24         29
        on_time              17         29
        overdue              3          29
        below                16         39
        completion           4          40
        submissions_on_time  17         20
        """)
  }

  @Test func theExampleByState() throws {
    let open = try ExampleHistory.named("tianshui-2023").moment("2023-09-25".asDay)
    let states = try [
      "not_counted_by_state", "open_by_schedule", "expected_by_state", "reports_by_state",
      "rectifications_by_state", "targets_by_state",
    ].map { query in
      let rows = try open.moment.table("metrics/\(query)").text("state amount total")
      let lines = rows.split(separator: "\n").dropFirst().map {
        $0.split(separator: " ").prefix(2).joined(separator: " ")
      }
      return lines.joined(separator: ", ")
    }
    #expect(
      states == [
        "ongoing 1, cancelled 1", "ahead 8, on_schedule 3, below 16, not_filled 1",
        "completed 12, assured 21, difficult 6, not_said 1", "in_time 18, missing 2",
        "closed 3, overdue 1, done 1, open 2",
        "target_on_schedule 1, below_schedule 1, not_due 11, aspirational 1, structural 1, repeats 1",
      ])
    let lights = try open.moment.table("metrics/reconciliation_parts").rows
      .filter { $0[1].text == "below" && $0[5].text != nil }
      .map { "\($0[5].cell) \($0[6].cell)" }
    #expect(lights == ["暂停 1", "逾期 2", "严重滞后 2", "滞后 8", "正常 3"])
  }

  /// On every day of every example each total is the sum of its parts, and the lists have as many rows.
  @Test(arguments: CrossCheckTests.cases)
  func everythingAddsUp(_ test: CrossCheckTests.Case) throws {
    let open = try ExampleHistory.named(test.example).moment(test.day.asDay)
    let table = try open.moment.table("metrics/reconciliation")
    let rows = table.rows.map { row in
      Dictionary(
        uniqueKeysWithValues: zip(table.columns.map(\.name), row.map { $0.integer ?? -1 }))
    }
    #expect(rows.count >= 5)
    #expect(rows.allSatisfy { $0["agrees"] == 1 }, "\(rows)")
    let due = try open.table("overview", "due on_time late overdue due_today due_open")
      .split(separator: "\n")[1].split(separator: " ").compactMap { Int($0) }
    #expect(due[0] == due[1...4].reduce(0, +) && due[5] == due[3] + due[4], "also when it closes")
    // The totals are those of the lists.
    func count(_ query: String, where column: String? = nil) throws -> Int64 {
      let list = try open.moment.table(query)
      guard let column, let place = list.index(of: column) else { return Int64(list.rows.count) }
      return list.rows.reduce(0) { $0 + ($1[place].integer ?? 0) }
    }
    func total(_ relation: String) -> Int64 {
      let place = table.rows.firstIndex { $0[1].text == relation }
      return place.flatMap { rows[$0]["total"] } ?? 0
    }
    #expect(try total("due") == count("metrics/item_list", where: "is_due"))
    #expect(try total("period_due") == count("metrics/item_list", where: "period_due"))
    #expect(try total("tasks") == count("metrics/task_list"))
    #expect(try total("in_force") == count("metrics/task_list", where: "counted"))
    #expect(total("lights") == total("in_force") && total("expected") == total("in_force"))
    #expect(try total("rectifications") == count("metrics/rectification_list"))
    #expect(try total("targets") == count("metrics/target_list"))
  }

  /// Each sentence has its word: nothing to count, nothing done, all done.
  @Test func words() throws {
    func states(_ tasks: String, on day: String = "2023-07-10") throws -> String {
      let rows = "序号,任务,牵头单位,开始日期,完成时限,状态,进度,完成日期,销号日期,完成预期\n" + tasks
      let text = try SmallLedger(rows).at(day).table(
        "overview",
        "tasks_state completed_state open_state expected_state due_state done_state late_state")
      return text.split(separator: "\n")[1].split(separator: " ").joined(separator: " ")
    }
    #expect(
      try states("1,甲,甲局,,2023-12-31,取消,,,,") == "some none none not_said none none none")
    #expect(
      try states("1,甲,甲局,,2023-12-31,推进中,50%,,,") == "all none nominal not_said none none none")
    #expect(
      try states("1,甲,甲局,,2023-07-10,推进中,50%,,,能确保")
        == "all none nominal all open none due_today")
    #expect(
      try states("1,甲,甲局,,2023-07-09,推进中,50%,,,有困难")
        == "all none nominal some open none overdue")
    #expect(
      try states("1,甲,甲局,,2023-07-01,已完成,,2023-07-01,,")
        == "all completed none not_said done on_time none")
    #expect(
      try states("1,甲,甲局,,2023-07-01,已完成,,2023-07-02,,\n2,乙,甲局,,2023-07-10,推进中,5%,,,")
        == "all completed nominal not_said open late due_today")
    #expect(
      try states("1,甲,甲局,,2023-07-01,已销号,,2023-07-01,2023-07-05,")
        == "all accepted none not_said done on_time none")
    // 待验收: completed, and others are struck off; what is struck off later is not yet.
    #expect(
      try states(
        "1,甲,甲局,,2023-07-01,已完成,,2023-07-01,,\n2,乙,甲局,,2023-08-01,已销号,,2023-07-02,2023-07-20,")
        == "all awaiting none not_said done on_time none")
    #expect(
      try states(
        "1,甲,甲局,,2023-12-31,已完成,,2023-12-30,,\n2,乙,甲局,,2023-12-31,推进中,5%,,,能确保", on: "2023-12-31")
        == "all completed closing not_said open on_time unfinished")
  }

  /// A task stands in one place: not started, cancelled before its start, transferred, ongoing.
  @Test func whatIsNotCounted() throws {
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,开始日期,完成时限,状态,进度
      1,甲,甲局,2023-08-01,2023-12-31,推进中,
      2,乙,甲局,2023-08-01,2023-12-31,取消,
      3,丙,甲局,,2023-12-31,转办,
      4,丁,甲局,,,长期坚持,
      5,戊,甲局,2023-08-01,,长期坚持,
      6,己,甲局,,,推进中,40%
      7,庚,甲局,,,推进中,
      """)
    let open = try ledger.at("2023-07-10")
    try expect(
      open.table("not_counted_by_state", "state amount total"),
      is: """
        state        amount  total
        ongoing      1       7
        not_started  2       7
        cancelled    1       7
        transferred  1       7
        """)
    try expect(
      open.table("open_by_schedule", "state amount total"),
      is: """
        state        amount  total
        not_filled   1       2
        no_schedule  1       2
        """)
    try expect(
      open.table("reconciliation", "relation total parts agrees"),
      is: """
        relation  total  parts  agrees
        tasks     7      7      1
        in_force  2      2      1
        expected  2      2      1
        lights    2      2      1
        reports   1      1      1
        """)
  }

  /// An empty ledger has its row, and nothing that says 0.
  @Test func nothingAtAll() throws {
    let open = try SmallLedger("序号,任务,牵头单位,完成时限,状态\n1,甲,甲局,2023-12-31,取消").at("2023-03-01")
    try expect(
      open.table("overview", "tasks in_force due completed open"),
      is: """
        tasks  in_force  due  completed  open
        1      0         0    0          0
        """)
    try expect(open.table("registers", "register"), is: "register")
    try expect(open.table("open_by_schedule", "state"), is: "state")
  }
}
