import Domain
import Testing

/// Cells that name units, and the register of units itself.
@Suite struct UnitTests {
  static let cells: [(cell: String, units: [String], warnings: [String])] = [
    ("市工信局", ["gxj"], []), ("市工信局、市发改委", ["gxj", "fgw"], []),
    ("\"市工信局，市发改委；市政务办\"", ["gxj", "fgw", "zwb"], []),
    ("\"市工信局,市发改委\n市政务办\"", ["gxj", "fgw", "zwb"], []),
    ("市工信局　市政务办", ["gxj", "zwb"], []), ("各县区党委、政府", ["dqw"], []),
    ("市工信局、各县区党委、政府、市发改委", ["gxj", "dqw", "fgw"], []),
    ("市政务办（公管办）", ["zwb"], []), ("市政务办(公管办、大厅)、市工信局", ["zwb", "gxj"], []),
    ("市发改委、市发展改革委", ["fgw"], ["unit-repeated"]),
    ("市工信局市政务办", ["gxj", "zwb"], ["units-joined"]), ("gxj", ["gxj"], []),
  ]

  @Test(arguments: cells)
  func namesAreResolved(_ cell: String, _ units: [String], _ warnings: [String]) throws {
    let outcome = try LedgerFixture.tasks("序号,任务,牵头单位", "1,甲,\(cell)").read()
    let expected = units.enumerated().map {
      "p task=1 role=lead ordinal=\($0.offset + 1) unit=\($0.element)"
    }
    #expect(outcome.table("task_unit") == expected)
    #expect(outcome.faults.map(\.problem.code) == warnings)
  }

  @Test(arguments: [
    ("市经信局", ["市工信局"]), ("市工信局、市发改局", ["市发改委", "市工信局"]), ("市工信局科技处", ["市工信局"]),
    ("党委", []), ("、", []),
  ])
  func unknownUnitsAreNeverGuessed(_ cell: String, _ nearest: [String]) throws {
    let outcome = try LedgerFixture.tasks("序号,任务,牵头单位", "1,甲,\(cell)").read()
    guard case .unknownUnit(let candidates)? = outcome.faults.first?.problem else {
      Issue.record("\(outcome.lines)")
      return
    }
    #expect(Array(candidates.prefix(nearest.count)) == nearest)
    #expect(outcome.errorCount == 1)
  }

  static func units(_ rows: String...) -> LedgerFixture {
    let headings = "编号,名称,别名,起,止,继任,集体,成员"
    return LedgerFixture([
      "units.csv": ([headings] + rows).joined(separator: "\n") + "\n",
      "ledger.csv": "序号,任务,牵头单位\n1,甲,市税务局\n",
    ])
  }

  @Test func namesHaveDates() throws {
    let fixture = Self.units(
      "gs,市国税局,市税务局,,2018-06-30,sw,,", "sw,市税务局,,2018-07-01,,,,")
    #expect(try fixture.read().table("task_unit") == ["p task=1 role=lead ordinal=1 unit=sw"])
    var old = fixture
    old.effectiveOn = "2018-06-30"
    #expect(try old.read().table("task_unit") == ["p task=1 role=lead ordinal=1 unit=gs"])
  }

  @Test func unitsOutsideTheirDates() throws {
    var fixture = Self.units(
      "sw,市税务局,,,2018-06-30,xin,,", "xin,市新局,,,,,,")
    fixture.files["submissions.csv"] = Array("单位,期别\n市税务局,2018-Q1\n".utf8)
    let outcome = try fixture.read()
    #expect(
      outcome.lines == [
        "ledger.csv:2:5 unit-not-in-force 市税务局", "submissions.csv:2:1 ?unit-not-in-force 市税务局",
      ])
    #expect(
      outcome.faults.first?.problem
        == .unitNotInForce(
          from: nil, to: Day("2018-06-30"), successor: "市新局", refused: true))
  }

  @Test func theRegisterIsChecked() throws {
    let outcome = try Self.units(
      "a,市税务局,甲局;乙局,,,,,", "b,乙局,,,,zz,,", "c,丙局,,2020-01-02,2020-01-01,,,",
      "a,丁局,,,,,,", "d,戊集体,,,,,是,e", "e,己集体,,,,,是,d;市税务局"
    ).read()
    #expect(
      outcome.lines == [
        "units.csv:2:1 duplicate-key a", "units.csv:2:8 name-taken 乙局",
        "units.csv:3:3 name-taken 乙局", "units.csv:3:9 unknown-successor zz",
        "units.csv:4:18 day-before 2020-01-01", "units.csv:5:1 duplicate-key a",
        "units.csv:6:13 reference-circle e", "units.csv:7:13 unknown-member 市税务局",
      ])
    #expect(outcome.faults.last?.problem == .unknownMember(nearest: ["a"]))
  }

  @Test func collectivesWithoutMembersAreNamedOnce() throws {
    var fixture = LedgerFixture.tasks("序号,任务,牵头单位", "1,甲,各部门", "2,乙,各部门、市工信局")
    fixture.files["units.csv"] = Array((LedgerFixture.units + "gbm,各部门,,1,\n").utf8)
    #expect(try fixture.read().lines == ["ledger.csv:2:5 ?collective-without-members 各部门"])
  }

  @Test func membersAndLeadersGetRows() throws {
    let outcome = try LedgerFixture.tasks(
      "序号,任务,牵头单位,牵头领导", "1,甲,市工信局,张副市长、李秘书长（协助）"
    ).read()
    #expect(
      outcome.table("unit_member") == [" unit=dqw member=fgw", " unit=dqw member=gxj"])
    #expect(
      outcome.table("task_leader") == [
        "p task=1 ordinal=1 leader=张副市长 assisting=0", "p task=1 ordinal=2 leader=李秘书长 assisting=1",
      ])
  }
}
