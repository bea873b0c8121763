import Domain
import Testing

/// Rows whose cells contradict each other or refer to nothing.
@Suite struct BadRowTests {
  /// Start, due, status, progress, completed, accepted; and the faults.
  static let contradictions: [(row: String, faults: [String])] = [
    ("2023-05-01,2023-04-01,,,,", ["2:21 day-before 2023-04-01"]),
    ("2023-05-01,,已完成,,2023-04-01,", ["2:27 day-before 2023-04-01"]),
    (",,已完成,,,", ["2:17 completion-day-missing "]),
    (",,,,2023-04-01,", ["2:14 completion-day-unexpected 2023-04-01"]),
    (",,推进中,,2023-04-01,", ["2:17 completion-day-unexpected 2023-04-01"]),
    (",,暂停,,2023-04-01,", ["2:16 ?completion-day-unexpected 2023-04-01"]),
    (",,已销号,,2023-04-01,", ["2:28 acceptance-day-missing "]),
    (",,已销号,,2023-04-02,2023-04-01", ["2:28 day-before 2023-04-01"]),
    (",,推进中,,,2023-04-01", ["2:18 acceptance-without-completion 2023-04-01"]),
    (",,已完成,,2023-09-26,", ["2:17 ?day-in-future 2023-09-26"]),
    (",,推进中,100%,,", ["2:16 ?progress-full-not-completed 100%"]),
    (",,已完成,99%,2023-04-01,", ["2:16 ?completed-below-full 99%"]),
    (",,已销号,100,2023-04-01,2023-04-02", []), (",,长期坚持,100%,,", []),
    (",,已完成,,2023-04-31,", ["2:17 day-not-in-calendar 2023-04-31"]),
  ]

  @Test(arguments: contradictions)
  func cellsAgree(_ row: String, _ faults: [String]) throws {
    let outcome = try LedgerFixture.tasks(
      "序号,任务,牵头单位,开始日期,完成时限,状态,进度,完成日期,销号日期", "1,甲,市工信局,\(row)"
    ).read()
    #expect(outcome.lines == faults.map { "ledger.csv:" + $0 })
  }

  @Test func everyCopyOfAKeyIsNamed() throws {
    let outcome = try LedgerFixture.tasks(
      "序号,任务,牵头单位", "1,甲,市工信局", "2,乙,市工信局", "01,丙,市工信局", "1,丁,市工信局"
    ).read()
    #expect(
      outcome.lines == [
        "ledger.csv:2:1 duplicate-key 1", "ledger.csv:4:1 duplicate-key 01",
        "ledger.csv:5:1 duplicate-key 1",
      ])
    #expect(outcome.faults.first?.problem == .duplicateKey(others: [.line(4), .line(5)]))
  }

  @Test func otherRegistersHaveKeysToo() throws {
    let outcome = try LedgerFixture([
      "submissions.csv": "单位,期别,报送日期\n市工信局,2023-Q1,\n市工业和信息化局,2023-Q1,\n",
      "milestones.csv": "任务,节点,时限\n1,一,2023-05-01\n1,一,2023-06-01\n",
    ]).read()
    #expect(
      outcome.lines == [
        "milestones.csv:2:3 duplicate-key 一", "milestones.csv:3:3 duplicate-key 一",
        "submissions.csv:2:6 duplicate-key 2023-Q1", "submissions.csv:3:10 duplicate-key 2023-Q1",
      ])
  }

  @Test func tasksThatDoNotExist() throws {
    let outcome = try LedgerFixture([
      "ledger.csv": "任务编号,任务,上级任务,牵头单位\nA1,甲,A2,市工信局\nA2,乙,A1,市工信局\nA3,丙,A4,市工信局\n",
      "milestones.csv": "任务,节点,时限\nA9,一,2023-05-01\n",
      "targets.csv": "编号,任务,指标,口径,目标值,同源指标\nt1,A1,数,≥,1,t9\n",
    ]).read()
    #expect(
      outcome.lines == [
        "ledger.csv:2:6 reference-circle A2", "ledger.csv:4:6 unknown-task A4",
        "milestones.csv:2:1 unknown-task A9", "targets.csv:2:13 unknown-target t9",
      ])
    #expect(outcome.faults.first?.problem == .referenceCircle(["A1", "A2", "A1"]))
    #expect(outcome.faults[2].problem == .unknownTask(plan: nil, nearest: ["A1", "A2", "A3"]))
  }

  @Test func sameTitleTwice() throws {
    let outcome = try LedgerFixture.tasks("序号,任务,牵头单位", "1,甲,市工信局", "2,甲,市工信局").read()
    #expect(outcome.lines == ["ledger.csv:3:3 ?title-twice 甲"])
  }

  @Test func tasksWithoutLead() throws {
    let some = LedgerFixture.tasks("序号,任务,牵头单位", "1,甲,市工信局", "2,乙,")
    #expect(try some.read().lines == ["ledger.csv:3:5 ?no-lead-unit "])
    let none = LedgerFixture.tasks("序号,任务", "1,甲", "2,乙")
    #expect(try none.read().faults.map(\.problem) == [.noLeadUnits(tasks: 2)])
    var common = none
    common.leadsByPolicy = ["p"]
    #expect(try common.read().faults.isEmpty)
  }

  @Test func rectificationsAndExtensions() throws {
    let outcome = try LedgerFixture([
      "rectifications.csv": """
      编号,单位,问题,发现日期,时限,完成日期,销号日期
      r1,市工信局,慢,2023-05-01,2023-04-01,,
      r2,市工信局,慢,2023-05-01,,,2023-06-01

      """,
      "extensions.csv": "任务,申请日期,批准日期,新时限\n1,2023-05-02,2023-05-01,2023-12-01\n",
    ]).read()
    #expect(
      outcome.lines == [
        "extensions.csv:2:14 day-before 2023-05-01",
        "rectifications.csv:2:22 day-before 2023-04-01",
        "rectifications.csv:3:24 acceptance-without-completion 2023-06-01",
      ])
  }

  @Test func allFaultsOfAllFilesComeAtOnce() throws {
    let outcome = try LedgerFixture([
      "units.csv": LedgerFixture.units + "x,,,,\n",
      "ledger.csv": "序号,任务,牵头单位,完成时限\n1,,市工信句,2月尽快\n2,\"乙\n",
      "targets.csv": "编号,任务,指标\n",
      "events.csv": "单位,日期,类别\n市工信局,2023-01-01,表扬\n市工信局,2023-01-32,表扬\n",
    ]).read()
    #expect(
      outcome.lines == [
        "units.csv:6:3 cell-empty ", "ledger.csv:2:3 cell-empty ",
        "ledger.csv:2:4 unknown-unit 市工信句", "ledger.csv:2:9 deadline-form 2月尽快",
        "ledger.csv:3:3 unclosed-quote \"乙", "targets.csv:1:1 heading-missing 口径",
        "targets.csv:1:1 heading-missing 目标值", "events.csv:3:6 day-not-in-calendar 2023-01-32",
      ])
    #expect(outcome.errorCount == 8)
  }

  @Test func onlySoManyAreListed() throws {
    let rows = (1...1_500).map { "\($0),,市工信局" }.joined(separator: "\n")
    let outcome = try LedgerFixture.tasks("序号,任务,牵头单位", rows).read()
    #expect(outcome.faults.count == 1_000)
    #expect(outcome.errorCount == 1_500)
  }

  /// A column that rows need is named once, not in every row.
  @Test(arguments: [
    ("序号,任务,牵头单位,完成日期\n1,甲,市工信局,2023-04-01\n2,乙,市工信局,2023-04-02\n3,丙,市工信局,\n", "状态", "status", 2),
    ("序号,任务,牵头单位,状态\n1,甲,市工信局,已完成\n2,乙,市工信局,推进中\n", "完成日期", "completed_on", 1),
    ("序号,任务,牵头单位,销号日期\n1,甲,市工信局,2023-04-01\n", "状态", "status", 1),
    ("序号,任务,牵头单位,状态,完成日期\n1,甲,市工信局,已销号,2023-04-01\n", "销号日期", "accepted_on", 1),
  ])
  func aColumnThatIsNeededIsNamedOnce(
    _ ledger: String, _ heading: String, _ id: String, _ rows: Int
  ) throws {
    let errors = try LedgerFixture(["ledger.csv": ledger]).read().faults.filter {
      $0.severity == .error
    }
    #expect(errors.map(\.problem) == [.columnNeeded(id: id, rows: rows)])
    #expect(errors.first?.value == heading && errors.first?.place.line == 1)
  }

  @Test func aTaskOfAnotherPlanIsNotProposed() throws {
    let outcome = try LedgerFixture([
      "ledger.csv": "方案,序号,任务,牵头单位\na,3,甲,市工信局\nb,2,乙,市工信局\n",
      "milestones.csv": "方案,任务,节点,时限\nb,3,一,2023-05-01\n",
    ]).read()
    #expect(outcome.faults.map(\.problem) == [.unknownTask(plan: "b", nearest: [])])
  }
}
