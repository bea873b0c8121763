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

  /// A number of a task with an id is that of another, which is known by it alone.
  @Test func numbersOfTasksWithAndWithoutID() throws {
    let outcome = try LedgerFixture.tasks(
      "任务编号,序号,任务,牵头单位", "A-1,1,甲,市工信局", ",1,乙,市工信局", "A-2,3,丙,市工信局", "A-3,3,丁,市工信局"
    ).read()
    #expect(outcome.lines == ["ledger.csv:3:2 duplicate-key 1"])
    #expect(outcome.faults.map(\.problem) == [.duplicateKey(otherLines: [2])])
  }
}
