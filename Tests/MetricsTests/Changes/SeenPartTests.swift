import Domain
import Metrics
import TestSupport
import Testing

/// `past/seen_part`: which snapshots showed what of the completion of milestones and own lines.
@Suite(.onEachEngine) struct SeenPartTests {
  /// The rows of a register, in the order of their text.
  private func seen(_ moment: OpenMoment, of register: String) throws -> [String] {
    try moment.moment.table("past/seen_part").text(
      "register task milestone unit completed_on first_position last_position first_day day_before"
    ).split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { $0.hasPrefix(register) }.sorted()
  }

  private func tasks(_ count: Int) -> String {
    "序号,任务,牵头单位,完成时限,状态\n"
      + (1...count).map { "\($0),任务,甲局,2023-06-30,推进中" }.joined(separator: "\n")
  }

  /// One not completed, then completed; one put back; one that came completed. A snapshot without the
  /// registers shows nothing of them, and is no snapshot before.
  @Test func everyVersionHasTheSnapshotsThatShowIt() throws {
    func registers(
      _ first: String, _ second: String, _ lead: String, _ rest: String = ""
    ) -> [Register: String] {
      [
        .milestones: "任务,节点,单位,时限,完成日期\n1,方案,丙县,2023-05-31,\(first)\n"
          + "1,落实,甲局,2023-06-30,\(second)\(rest)",
        .assignments: "任务,单位,角色,状态,完成日期\n1,甲局,牵头,\(lead)\n1,乙局,配合,推进中,",
      ]
    }
    var ledger = SmallLedger(tasks(1), registers("", "", "推进中,"))
    ledger.add(on: "2023-06-25", tasks(1), registers("", "2023-06-20", "推进中,"))
    ledger.add(on: "2023-08-25", tasks(1))
    ledger.add(
      on: "2023-09-25", tasks(1),
      registers("2023-06-25", "2023-06-01", "已销号,2023-06-26", "\n1,验收,甲局,2023-05-31,2023-05-01"))
    let moment = try ledger.at("2023-09-25", since: "2023-06-25")
    #expect(
      try seen(moment, of: "milestones") == [
        "milestones 1 方案 c 2023-06-25 202309250001 202309250001 2023-09-25 2023-06-25",
        "milestones 1 方案 c · 202301010001 202306250001 2023-01-01 ·",
        "milestones 1 落实 a 2023-06-01 202309250001 202309250001 2023-09-25 2023-06-25",
        "milestones 1 落实 a 2023-06-20 202306250001 202306250001 2023-06-25 2023-01-01",
        "milestones 1 落实 a · 202301010001 202301010001 2023-01-01 ·",
        "milestones 1 验收 a 2023-05-01 202309250001 202309250001 2023-09-25 2023-06-25",
      ])
    // The other line is not completed, and nothing is asked of it. A line has no milestone.
    #expect(
      try seen(moment, of: "assignments") == [
        "assignments 1 a 2023-06-26 202309250001 202309250001 2023-09-25 2023-06-25",
        "assignments 1 a · 202301010001 202306250001 2023-01-01 ·",
      ])
    // What is recorded later is not known, and what is not completed then is not asked.
    #expect(
      try seen(ledger.at("2023-06-25", since: "2023-01-01"), of: "milestones") == [
        "milestones 1 落实 a 2023-06-20 202306250001 202306250001 2023-06-25 2023-01-01",
        "milestones 1 落实 a · 202301010001 202301010001 2023-01-01 ·",
      ])
  }

  /// A task put in at the top: the row of number 2 stays as it was and says at first what the task
  /// said that is 3 now, then what that said that was 1.
  @Test func aRowIsCutWhereItsNumberPasses() throws {
    func milestones(_ numbers: (Int, Int), _ day: String) -> [Register: String] {
      [
        .milestones: "任务,节点,单位,时限,完成日期\n\(numbers.0),方案,甲局,2023-05-31,\(day)\n"
          + "\(numbers.1),方案,甲局,2023-05-31,\(day)"
      ]
    }
    var ledger = SmallLedger(tasks(2), milestones((1, 2), ""), on: "2023-06-25")
    ledger.add(on: "2023-08-25", tasks(2), milestones((1, 2), "2023-06-20"))
    ledger.add(
      on: "2023-09-25", tasks(3), milestones((2, 3), "2023-06-20"),
      renumbered: [("1", nil), ("2", "1"), ("3", "2")])
    let moment = try ledger.at("2023-09-25", since: "2023-06-25")
    #expect(
      try seen(moment, of: "milestones")
        == ["2", "3"].flatMap { task in
          [
            "milestones \(task) 方案 a 2023-06-20 202308250001 202308250001 2023-08-25 2023-06-25",
            "milestones \(task) 方案 a 2023-06-20 202309250001 202309250001 2023-09-25 2023-08-25",
            "milestones \(task) 方案 a · 202306250001 202306250001 2023-06-25 ·",
          ]
        })
  }
}
