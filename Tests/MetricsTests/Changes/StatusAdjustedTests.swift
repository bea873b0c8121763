import Domain
import TestSupport
import Testing

/// Tasks that are set aside or taken up again, and what that does to the number of those counted.
@Suite(.onEachEngine) struct StatusAdjustedTests {
  private static let heading = "序号,任务,牵头单位,状态,完成日期,销号日期,完成时限,开始日期\n"

  /// 1 to 4 become each of the words, 5 comes back, 6 goes from one to another, 7 stays aside, 8 was
  /// completed before, 9 is a part.
  @Test func eachWordIsAChange() throws {
    var ledger = SmallLedger(
      Self.heading + """
        1,任务1,甲局,推进中,,,2023-05-31,
        2,任务2,甲局,推进中,,,2023-12-31,
        3,任务3,甲局,未启动,,,2023-05-31,
        4,任务4,甲局,推进中,,,,
        5,任务5,甲局,暂停,,,2023-12-31,
        6,任务6,甲局,暂停,,,2023-12-31,
        7,任务7,甲局,已转办,,,2023-12-31,
        8,任务8,甲局,已完成,2023-03-01,,2023-03-31,
        9,任务9,甲局;乙局,推进中,,,2023-12-31,
        """,
      [.assignments: "任务,单位,角色,状态,进度\n9,甲局,牵头,推进中,60%\n9,乙局,牵头,推进中,60%"])
    ledger.add(
      on: "2023-06-25",
      Self.heading + """
        1,任务1,甲局,已取消,,,2023-05-31,
        2,任务2,甲局,已转办,,,2023-12-31,
        3,任务3,甲局,暂停,,,2023-05-31,
        4,任务4,甲局,长期坚持,,,,
        5,任务5,甲局,推进中,,,2023-12-31,
        6,任务6,甲局,已取消,,,2023-12-31,
        7,任务7,甲局,已转办,,,2023-12-31,
        8,任务8,甲局,已取消,2023-03-01,,2023-03-31,
        9,任务9,甲局;乙局,推进中,,,2023-12-31,
        """,
      [.assignments: "任务,单位,角色,状态,进度\n9,甲局,牵头,暂停,60%\n9,乙局,牵头,推进中,60%"])
    let moment = try ledger.at("2023-06-25", since: "2023-04-25")
    try expect(
      moment.changes("status_adjusted", "task unit kind prior_status status past_due"),
      is: """
        task  unit  kind         prior_status  status       past_due
        1           cancelled    in_progress   cancelled    1
        2           transferred  in_progress   transferred  0
        3           suspended    not_started   suspended    1
        4           ongoing      in_progress   ongoing      0
        5           resumed      suspended     in_progress  0
        6           cancelled    suspended     cancelled    0
        8           cancelled    completed     cancelled    0
        9     a     suspended    in_progress   suspended    0
        """)
    #expect(try moment.changes("all_changes", "kind").contains("status_adjusted"))
    try expect(
      moment.changes("bridge", "ordinal step tasks"),
      is: """
        ordinal  step         tasks
        1        before       8
        5        cancelled    -3
        6        transferred  -1
        7        ongoing      -1
        11       now          3
        """)
  }

  /// 1 stays, 2 is new, 3 begins, 4 comes back, 5 is put off, 6 is gone, 7 was never counted.
  @Test func theOtherSteps() throws {
    var ledger = SmallLedger(
      Self.heading + """
        1,任务1,甲局,推进中,,,2023-12-31,
        3,任务3,甲局,未启动,,,2023-12-31,2023-05-01
        4,任务4,甲局,已取消,,,2023-12-31,
        5,任务5,甲局,未启动,,,2023-12-31,2023-03-01
        6,任务6,甲局,推进中,,,2023-12-31,
        7,任务7,甲局,已取消,,,2023-12-31,
        """)
    ledger.add(
      on: "2023-06-25",
      Self.heading + """
        1,任务1,甲局,推进中,,,2023-12-31,
        2,任务2,甲局,推进中,,,2023-12-31,
        3,任务3,甲局,推进中,,,2023-12-31,2023-05-01
        4,任务4,甲局,推进中,,,2023-12-31,
        5,任务5,甲局,未启动,,,2023-12-31,2023-09-01
        7,任务7,甲局,已转办,,,2023-12-31,
        """)
    try expect(
      ledger.at("2023-06-25", since: "2023-04-25").changes("bridge", "step tasks"),
      is: """
        step       tasks
        before     3
        new        1
        started    1
        resumed    1
        postponed  -1
        gone       -1
        now        4
        """)
  }

  /// Whatever becomes of tasks, the lines add up to the last, and the ends are those of each moment.
  @Test(arguments: 1...6)
  func theBridgeAddsUp(_ seed: UInt64) throws {
    var random = seed &* 6_364_136_223_846_793_005
    func next(_ count: UInt64) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % count)
    }
    let words = ["未启动", "推进中", "已完成", "已销号", "暂停", "已取消", "已转办", "长期坚持"]
    func register() -> String {
      Self.heading
        + (1...24).filter { _ in next(6) > 0 }.map { number in
          let status = words[next(8)]
          let done = ["已完成", "已销号"].contains(status) ? "2023-02-0\(next(9) + 1)" : ""
          let accepted = status == "已销号" ? done : ""
          let start = done.isEmpty ? ["", "", "2023-05-01", "2023-09-01"][next(4)] : ""
          return "\(number),第\(number)项,甲局,\(status),\(done),\(accepted),2023-12-31,\(start)"
        }.joined(separator: "\n")
    }
    var ledger = SmallLedger(register())
    ledger.add(on: "2023-06-25", register())
    let lines = try ledger.at("2023-06-25", since: "2023-04-25").changes("bridge", "step tasks")
      .split(separator: "\n").dropFirst().map { $0.split(separator: " ").map(String.init) }
    let tasks = lines.compactMap { Int($0.last ?? "") }
    #expect(tasks.count == lines.count && lines.last?.first == "now" && lines.count > 3)
    #expect(tasks.dropLast().reduce(0, +) == tasks.last)
    #expect(try ledger.at("2023-04-25").completion("in_force") == "in_force=\(tasks[0])")
    #expect(
      try ledger.at("2023-06-25").completion("in_force") == "in_force=\(tasks[tasks.count - 1])")
  }
}
