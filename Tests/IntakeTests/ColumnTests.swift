import Domain
import Testing

/// What is read although it is written otherwise, and what looks wrong in a whole column: said once.
@Suite struct ColumnTests {
  // MARK: Dates

  @Test(arguments: [
    "2023/9/5", "2023/09/05", "2023.9.5", "2023-9-5", "2023年9月5日", "2023年9月5号", "2023年09月05日",
    "２０２３-０９-０５", "２０２３／９／５", "２０２３．９．５", "２０２３－９－５", "２０２３年９月５日", "2023/9/5 0:00",
    "2023/9/5 0:00:00", "2023-09-05 00:00:00", "2023-09-05T00:00:00", "2023-09-05 00:00:00.000",
    "2023/9/5　０：００",
  ])
  func daysAreReadYearFirst(_ text: String) throws {
    let outcome = try LedgerFixture.tasks("序号,任务,牵头单位,完成时限", "1,甲,市工信局,\(text)").read()
    #expect(outcome.table("task").first?.contains("due_on=2023-09-05") == true)
    #expect(outcome.lines == ["ledger.csv:2:10 ?day-forms-read \(text)"])
  }

  @Test func otherDaysAreSaidOnceForAColumn() throws {
    let outcome = try LedgerFixture([
      "ledger.csv": """
      序号,任务,牵头单位,开始日期,完成时限
      1,甲,市工信局,2023-01-01,2023-09-05
      2,乙,市工信局,2023/1/1,2023/9/6
      3,丙,市工信局,2023-01-01,2023.9.7

      """,
      "milestones.csv": "任务,节点,时限\n1,初稿,2023/3/1\n2,初稿,2023年3月2日\n",
    ]).read()
    #expect(
      outcome.lines == [
        "ledger.csv:3:10 ?day-forms-read 2023/1/1", "ledger.csv:3:19 ?day-forms-read 2023/9/6",
        "milestones.csv:2:6 ?day-forms-read 2023/3/1",
      ])
    let first = try #require(Day("2023-09-06"))
    #expect(
      outcome.faults.map(\.problem).contains(.dayFormsRead(count: 2, first: first)))
    #expect(outcome.table("milestone").last == "p task=2 milestone=初稿 unit= due_on=2023-03-02")
  }

  /// Days that are read are compared as days.
  @Test func otherDaysAreHeldAgainstEachOther() throws {
    let outcome = try LedgerFixture.tasks(
      "序号,任务,牵头单位,开始日期,完成时限", "1,甲,市工信局,2023/10/1,2023/9/30"
    ).read()
    #expect(outcome.faults.map(\.problem.code).contains("day-before"))
  }

  // MARK: Progress

  @Test(arguments: [
    (["0.45", "1", "0.2"], [3]), (["1", "", "0"], [2]), (["0.45"], [1]), (["0", "0"], []),
    (["0.45", "45"], []), (["0.5%", "1"], []), (["45%", "91"], []), (["1%", "0.2%"], []),
  ])
  func progressThatIsOneAtMost(_ progress: [String], _ counts: [Int]) throws {
    let rows = progress.enumerated().map { "\($0 + 1),任务\($0),市工信局,\($1)" }
    let outcome = try LedgerFixture([
      "ledger.csv": (["序号,任务,牵头单位,进度"] + rows).joined(separator: "\n")
    ]).read()
    #expect(outcome.faults.map(\.problem) == counts.map { .progressAtMostOne(count: $0) })
  }

  @Test func progressOfUnitsIsLookedAt() throws {
    let outcome = try LedgerFixture([
      "assignments.csv": "任务,单位,角色,进度\n1,市工信局,牵头,0.5\n1,市政务办,配合,1\n"
    ]).read()
    #expect(outcome.lines == ["assignments.csv:2:11 ?progress-at-most-one 0.5"])
  }

  // MARK: What spreadsheets have made of it

  @Test(arguments: [
    "#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#####",
    "########", "错误值", "#ref!",
  ])
  func errorWords(_ word: String) throws {
    for heading in ["任务", "备注", "联系电话", "分类", "牵头领导", "督办文号", "任务编号"] {
      let outcome = try LedgerFixture.tasks(
        heading == "任务" ? "序号,牵头单位,任务" : "序号,牵头单位,名,任务,\(heading)",
        heading == "任务" ? "1,市工信局,\(word)" : "1,市工信局,,甲,\(word)"
      ).read()
      #expect(outcome.faults.map(\.problem) == [.errorWords(count: 1)])
      #expect(outcome.faults.map(\.heading) == [heading])
    }
  }

  /// A cell that is refused is not warned of besides.
  @Test(arguments: ["完成时限", "进度", "状态"])
  func errorWordsThatAreRefused(_ heading: String) throws {
    let outcome = try LedgerFixture.tasks("序号,任务,牵头单位,\(heading)", "1,甲,市工信局,#REF!").read()
    #expect(outcome.faults.count == 1 && outcome.errorCount == 1)
  }

  static let converted: [(String, [String], [InputProblem])] = [
    ("任务编号", ["1.16205E+17", "A2"], [.valuesConverted(.scientific, count: 1)]),
    ("任务编号", ["1E+05", "2E+05"], [.valuesConverted(.scientific, count: 2)]),
    ("任务编号", ["3月1日", "3月2日"], [.valuesConverted(.date, count: 2)]),
    ("任务编号", ["2023/3/1", "A2"], [.valuesConverted(.date, count: 1)]),
    ("任务编号", ["2023年3月1日", "A2"], [.valuesConverted(.date, count: 1)]),
    ("任务编号", ["1-Mar", "A2"], [.valuesConverted(.date, count: 1)]),
    ("任务编号", ["Mar-23", "12-Dec-23"], [.valuesConverted(.date, count: 2)]),
    ("任务编号", ["43891", "3-2"], [.valuesConverted(.serial, count: 1)]),
    ("任务编号", ["43891", "43892"], []), ("任务编号", ["43891", "7"], []),
    ("任务编号", ["116205000000000000", "A2"], [.valuesConverted(.digitsLost, count: 1)]),
    ("任务编号", ["116205000000000001", "A2"], []), ("任务编号", ["Market", "1-2"], []),
    ("任务编号", ["1E5", "2023-001"], []), ("任务编号", ["Mar", "3月"], []),
    ("联系电话", ["1.38E+10", "13800000000"], [.valuesConverted(.scientific, count: 1)]),
    ("联系电话", ["3月1日", "2023/3/1"], []),
    ("项目代码", ["2306620000000000000", ""], [.valuesConverted(.digitsLost, count: 1)]),
    ("项目代码", ["1.38E+10", "1.38E+10"], [.valuesConverted(.scientific, count: 2)]),
  ]

  @Test(arguments: converted)
  func valuesThatLookConverted(
    _ heading: String, _ values: [String], _ problems: [InputProblem]
  ) throws {
    let rows = values.enumerated().map { "\($0 + 1),任务\($0),市工信局,\($1)" }
    let outcome = try LedgerFixture([
      "ledger.csv": (["序号,任务,牵头单位,\(heading)"] + rows).joined(separator: "\n")
    ]).read()
    #expect(outcome.faults.map(\.problem) == problems)
  }

  @Test(arguments: [("units", "编号,名称"), ("targets", "编号,任务,指标,口径,目标值")])
  func idsOfOtherRegisters(_ register: String, _ headings: String) throws {
    let rest = register == "units" ? ",乙局" : ",1,数,≥,5"
    let outcome = try LedgerFixture([
      "\(register).csv": "\(headings)\n3月1日\(rest)\n",
      "ledger.csv": "序号,任务,牵头单位\n1,甲,\n",
    ]).read()
    #expect(outcome.faults.map(\.problem).contains(.valuesConverted(.date, count: 1)))
  }

  // MARK: Columns of the office's own

  @Test(arguments: [(200, []), (201, ["own-columns"]), (16_390, ["own-columns"])])
  func ownColumns(_ count: Int, _ codes: [String]) throws {
    let headings = (1...count).map { "列\($0)" }.joined(separator: ",")
    let cells = [String](repeating: "x", count: count).joined(separator: ",")
    let outcome = try LedgerFixture.tasks(
      "序号,任务,牵头单位,\(headings)", "1,甲,市工信局,\(cells)"
    ).read()
    #expect(outcome.faults.map(\.problem.code) == codes)
    if let fault = outcome.faults.first {
      #expect(fault.problem == .ownColumns(limit: 200, found: count))
    }
  }

  @Test func textsOfOwnColumns() throws {
    func outcome(_ length: Int) throws -> LedgerFixture.Outcome {
      let text = String(repeating: "x", count: length)
      return try LedgerFixture.tasks("序号,任务,牵头单位,甲,乙", "1,甲,市工信局,\(text),y").read()
    }
    // Headings and separators are kept with the texts.
    #expect(try outcome(16_384 - 10).lines == [])
    #expect(
      try outcome(16_384 - 9).faults.map(\.problem) == [
        .ownTextTooLong(limit: 16_384, found: 16_385)
      ])
  }
}
