import Domain
import TestSupport
import Testing

/// Progress and status that went back.
@Suite(.onEachEngine) struct StepsBackTests {
  static let heading = "序号,任务,牵头单位,状态,进度,完成日期,销号日期\n"

  /// 1 falls, 2 is cleared, 3 rises, 4 stays, 5 is completed with another number, 6 was empty.
  @Test func progress() throws {
    var ledger = SmallLedger(
      Self.heading + """
        1,任务,甲局,推进中,60%,,
        2,任务,甲局,推进中,45%,,
        3,任务,甲局,推进中,30%,,
        4,任务,甲局,推进中,30%,,
        5,任务,甲局,推进中,90%,,
        6,任务,甲局,推进中,,,
        """,
      [.assignments: "任务,单位,角色,状态,进度\n1,甲局,牵头,推进中,60%\n3,甲局,牵头,推进中,30%"])
    ledger.add(
      on: "2023-06-25",
      Self.heading + """
        1,任务,甲局,推进中,55%,,
        2,任务,甲局,推进中,,,
        3,任务,甲局,推进中,40%,,
        4,任务,甲局,推进中,30%,,
        5,任务,甲局,已完成,80%,2023-06-20,
        6,任务,甲局,推进中,0%,,
        """,
      [.assignments: "任务,单位,角色,状态,进度\n1,甲局,牵头,推进中,60%\n3,甲局,牵头,推进中,25.5%"])
    let moment = try ledger.at("2023-06-25", since: "2023-04-25")
    try expect(
      moment.changes("progress_back", "task unit unit_name prior_progress progress fall"),
      is: """
        task  unit  unit_name  prior_progress  progress  fall
        1           ·          600000          550000    50000
        2           ·          450000          ·         ·
        3     a     甲局       300000          255000    45000
        """)
    try expect(moment.summary(), is: "progress_back=3 newly_completed=1")
  }

  /// 1 reopened, 2 not accepted after all, 3 given up before it began, 4 cancelled when done,
  /// 5 cancelled when under way, 6 taken up again, 7 suspended, 8 struck off.
  @Test func status() throws {
    var ledger = SmallLedger(
      Self.heading + """
        1,任务,甲局,已完成,,2023-03-01,
        2,任务,甲局,已销号,,2023-03-01,2023-03-20
        3,任务,甲局,推进中,,,
        4,任务,甲局,已完成,,2023-03-01,
        5,任务,甲局,推进中,,,
        6,任务,甲局,已取消,,,
        7,任务,甲局,推进中,,,
        8,任务,甲局,已完成,,2023-03-01,
        """)
    ledger.add(
      on: "2023-06-25",
      Self.heading + """
        1,任务,甲局,推进中,,,
        2,任务,甲局,已完成,,2023-03-01,
        3,任务,甲局,未启动,,,
        4,任务,甲局,已取消,,,
        5,任务,甲局,已取消,,,
        6,任务,甲局,未启动,,,
        7,任务,甲局,暂停,,,
        8,任务,甲局,已销号,,2023-03-01,2023-06-01
        """)
    try expect(
      ledger.at("2023-06-25", since: "2023-04-25").changes(
        "status_back", "task prior_status status prior_completed_on completed_on"),
      is: """
        task  prior_status  status       prior_completed_on  completed_on
        1     completed     in_progress  2023-03-01          ·
        2     accepted      completed    2023-03-01          2023-03-01
        3     in_progress   not_started  ·                   ·
        4     completed     cancelled    2023-03-01          ·
        """)
  }

  @Test func aUnitsOwnLine() throws {
    let tasks = Self.heading + "1,任务,甲局,推进中,,,"
    var ledger = SmallLedger(
      tasks, [.assignments: "任务,单位,角色,状态,完成日期\n1,甲局,牵头,已完成,2023-03-01"])
    ledger.add(on: "2023-06-25", tasks, [.assignments: "任务,单位,角色,状态,完成日期\n1,甲局,牵头,推进中,"])
    try expect(
      ledger.at("2023-06-25", since: "2023-04-25").changes(
        "status_back", "task unit unit_name prior_status status"),
      is: """
        task  unit  unit_name  prior_status  status
        1     a     甲局       completed     in_progress
        """)
  }
}
