import Definitions
import Domain
import Intake
import Testing

/// Tasks that bear no number are known by plan, title and place among those with the same title.
@Suite struct UnnumberedTaskTests {
  static func key(_ title: String, _ place: Int = 1, plan: String = "p") -> String {
    "~" + ContentHash(of: "\(plan)\u{1F}\(title)\u{1F}\(place)").description.prefix(12)
  }

  static func keys(_ outcome: LedgerFixture.Outcome) -> [String] {
    outcome.table("task").compactMap { row in
      row.split(separator: " ").first { $0.hasPrefix("task=") }?.dropFirst(5)
    }.map(String.init)
  }

  @Test func aLedgerWithoutNumbersIsTaken() throws {
    let outcome = try LedgerFixture.tasks("任务,牵头单位", "修路,市工信局", "修桥,市工信局").read()
    #expect(
      outcome.table("task") == [
        "p task=~9f7739cd9953 number_text=第2行 number_order=第012行 title=修路 lead_units=市工信局",
        "p task=\(Self.key("修桥")) number_text=第3行 number_order=第013行 title=修桥 lead_units=市工信局",
      ])
    #expect(outcome.lines == ["ledger.csv:2:1 ?tasks-without-number "])
    #expect(outcome.faults.map(\.problem) == [.tasksWithoutNumber(count: 2)])
  }

  @Test func theKeyIsThePlansPinned() { #expect(Self.key("修路", plan: "p") == "~9f7739cd9953") }

  /// An empty column of numbers is as good as none; blanks and width make no other title; titles that
  /// stand twice are told apart and not warned of.
  @Test func titlesAreCleanedAndCounted() throws {
    let outcome = try LedgerFixture.tasks(
      "序号,任务,牵头单位", ",修　路（一）,市工信局", ",修路(一),市工信局", ",修桥,市工信局"
    ).read()
    #expect(Self.keys(outcome) == [Self.key("修路(一)"), Self.key("修路(一)", 2), Self.key("修桥")])
    #expect(outcome.faults.map(\.problem) == [.tasksWithoutNumber(count: 3)])
  }

  @Test func someNumbersAreAnErrorForTheOthers() throws {
    var fixture = LedgerFixture.tasks(
      "序号,任务,牵头单位", "1,修路,市工信局", ",修桥,市工信局", "2,造林,市工信局", ",治水,市工信局")
    #expect(
      try fixture.read().lines == [
        "ledger.csv:3:1 task-key-missing ", "ledger.csv:5:1 task-key-missing ",
      ])
    fixture.partiallyNumbered = ["p"]
    let outcome = try fixture.read()
    #expect(Self.keys(outcome) == ["1", Self.key("修桥"), "2", Self.key("治水")])
    #expect(outcome.faults.map(\.problem) == [.tasksWithoutNumber(count: 2)])
  }

  /// A number that cannot be read is no number that is missing.
  @Test func aDamagedNumberMakesNoTaskWithoutOne() throws {
    let outcome = try LedgerFixture.tasks("序号,任务,牵头单位", "\"1\u{200B}\",修路,市工信局").read()
    #expect(outcome.faults.map(\.problem.code) == ["identifier-character"])
  }

  @Test func eachPlanIsJudgedByItself() throws {
    let outcome = try LedgerFixture.tasks(
      "方案,序号,任务,牵头单位", "p,1,修路,市工信局", "q,,修路,市工信局"
    ).read()
    #expect(Self.keys(outcome) == ["1", Self.key("修路", plan: "q")])
    #expect(outcome.errorCount == 0)
  }

  @Test func noOfficesNumberBeginsSo() throws {
    let outcome = try LedgerFixture.tasks("序号,任务,牵头单位", "~1,修路,市工信局").read()
    #expect(outcome.lines == ["ledger.csv:2:1 task-number-reserved ~1"])
  }

  /// The rows of other registers that belong to such a task stand under its key.
  @Test func othersFindItByItsKey() throws {
    let outcome = try LedgerFixture([
      "ledger.csv": "任务,牵头单位\n修路,市工信局\n",
      "milestones.csv": "任务,节点,时限\n~9f7739cd9953,开工,2023-03-01\n",
    ]).read()
    #expect(outcome.errorCount == 0)
    #expect(outcome.table("milestone").first?.hasPrefix("p task=~9f7739cd9953 ") == true)
  }
}
