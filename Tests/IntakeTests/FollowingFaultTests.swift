import Domain
import Testing

/// An error that follows from another is not listed beside it.
@Suite struct FollowingFaultTests {
  static let references = [
    "milestones.csv": "任务,节点,时限\n1,初稿,2023-03-01\n9,初稿,2023-03-01\nA-9,初稿,2023-03-01\n",
    "assignments.csv": "任务,单位,角色\n9,市工信局,牵头\n",
  ]

  /// A task register with one bad row, and its faults.
  @Test(arguments: [
    ("2,\"乙\"x,市工信局", ["text-after-quote"]), ("2,乙", ["field-count"]),
    ("a\u{200B},乙,市工信局", ["identifier-character"]), (",乙,市工信局", ["task-key-missing"]),
    (
      "1,乙,市工信局",
      ["duplicate-key", "duplicate-key", "unknown-task", "unknown-task", "unknown-task"]
    ),
  ])
  func unreadableTasksAreNotUnknown(_ row: String, _ codes: [String]) throws {
    var files = Self.references
    files["ledger.csv"] = "任务编号,任务,牵头单位\n1,甲,市工信局\n\(row)\n"
    let outcome = try LedgerFixture(files).read()
    #expect(outcome.faults.filter { $0.severity == .error }.map(\.problem.code) == codes)
  }

  @Test func unreadableUnitsAreNotUnknown() throws {
    let outcome = try LedgerFixture([
      "units.csv": "编号,名称\nfgw,市发展改革委\nx\u{200B},市工信局\n",
      "ledger.csv": "序号,任务,牵头单位\n1,甲,市工信局\n2,乙,市发展改革委\n",
    ]).read()
    #expect(outcome.faults.map(\.problem.code) == ["identifier-character"])
  }

  /// Annexes count anew: a task with an id may bear the number by which another is known.
  @Test func numbersOfTasksWithAndWithoutID() throws {
    let outcome = try LedgerFixture([
      "ledger.csv": "任务编号,序号,任务,牵头单位\n民1,1,甲,市工信局\n,1,乙,市工信局\n",
      "milestones.csv": "任务,节点,时限\n1,初稿,2023-03-01\n民1,初稿,2023-03-01\n",
    ]).read()
    #expect(outcome.lines == [])
    #expect(outcome.table("milestone").map { $0.prefix(8) } == ["p task=1", "p task=民"])
  }
}
