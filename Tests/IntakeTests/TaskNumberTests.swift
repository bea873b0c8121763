import Domain
import Testing

/// 序号 is what the office writes.
@Suite struct TaskNumberTests {
  static let numbers: [(written: String, key: String, number: Int64?, order: String)] = [
    ("7", "7", 7, "017"), ("007", "7", 7, "017"), ("1.2", "1.2", nil, "011.012"),
    ("1.10", "1.10", nil, "011.0210"), ("民生-1", "民生-1", nil, "民生-011"),
    ("（一）", "(一)", nil, "(011)"), ("(十二)", "(十二)", nil, "(0212)"), ("一、", "一、", nil, "011、"),
    ("A 3", "A3", nil, "A 013"), ("第3项", "第3项", nil, "第013项"),
  ]

  @Test(arguments: numbers)
  func isKeptAsWritten(_ example: (written: String, key: String, number: Int64?, order: String))
    throws
  {
    let outcome = try LedgerFixture([
      "ledger.csv": "序号,任务,牵头单位\n\(example.written),甲,市工信局\n",
      "milestones.csv": "任务,节点,时限\n\(example.written),初稿,2023-03-01\n",
    ]).read()
    #expect(outcome.lines == [])
    let number = example.number.map { "number=\($0) " } ?? ""
    #expect(
      outcome.table("task") == [
        "p task=\(example.key) \(number)number_text=\(example.written) "
          + "number_order=\(example.order) title=甲 lead_units=市工信局"
      ])
    #expect(outcome.table("milestone").first?.hasPrefix("p task=\(example.key) ") == true)
  }

  /// Other registers find a task however its number is typed.
  @Test(arguments: ["（一）", "(一)", "（ 一 ）", "A-1", "民生－1", "民生-1"])
  func isFound(_ reference: String) throws {
    let outcome = try LedgerFixture([
      "ledger.csv": "任务编号,序号,任务,牵头单位\n,(一),甲,市工信局\nA-1,（二）,乙,市工信局\n,民生-1,丙,市工信局\n",
      "milestones.csv": "任务,节点,时限\n\(reference),初稿,2023-03-01\n",
    ]).read()
    #expect(outcome.errorCount == 0)
    #expect(outcome.table("milestone").count == 1)
  }

  /// A number identifies where there is no 任务编号: twice in one plan is an error with both places.
  @Test(arguments: [("民生-1", "民生-1"), ("（一）", "(一)"), ("1", "01"), ("1.2", "1.2")])
  func twiceIsAnError(_ first: String, _ second: String) throws {
    let rows = "序号,任务,牵头单位\n\(first),甲,市工信局\n\(second),乙,市工信局\n"
    let outcome = try LedgerFixture(["ledger.csv": rows]).read()
    #expect(
      outcome.lines == [
        "ledger.csv:2:1 duplicate-key \(first)", "ledger.csv:3:1 duplicate-key \(second)",
      ])
    #expect(
      outcome.faults.map(\.problem) == [
        .duplicateKey(others: [.line(3)]), .duplicateKey(others: [.line(2)]),
      ])
  }

  @Test func twiceIsNoErrorWhereAnIDIdentifies() throws {
    let outcome = try LedgerFixture.tasks(
      "任务编号,序号,任务,牵头单位", "A-1,1.2,甲,市工信局", "A-2,1.2,乙,市工信局"
    ).read()
    #expect(outcome.lines == [])
    let plans = try LedgerFixture.tasks(
      "方案,序号,任务,牵头单位", "p,（一）,甲,市工信局", "q,（一）,乙,市工信局"
    ).read()
    #expect(plans.lines == [])
  }

  @Test func whatNoTextMayHold() throws {
    let outcome = try LedgerFixture([
      "ledger.csv": "序号,任务,牵头单位\n\"1\n2\",甲,市工信局\n２.１,乙,市工信局\n",
      "milestones.csv": "任务,节点,时限\n8,初稿,2023-03-01\n",
    ]).read()
    #expect(
      outcome.lines == [
        "ledger.csv:2:1 identifier-character 1\n2", "ledger.csv:4:1 ?identifier-normalised ２.１",
      ])
  }
}
