import Domain
import Intake
import Testing

/// Deadlines and statuses in words, as a CSV ledger holds them.
@Suite struct WordsInLedgerTests {
  static func fixture(_ headings: String, _ rows: String..., years: [Int] = [2023]) -> LedgerFixture
  {
    var fixture = LedgerFixture(["ledger.csv": ([headings] + rows).joined(separator: "\n") + "\n"])
    fixture.years = ["p": years]
    return fixture
  }

  static let head = "序号,任务,牵头单位,完成时限"

  @Test func readsDeadlinesAndSaysWhatItInferred() throws {
    let outcome = try Self.fixture(
      Self.head, "1,甲,市工信局,9月底前", "2,乙,市工信局,2023-10-31", "3,丙,市工信局,9月1日前",
      "4,丁,市工信局,2024.12"
    ).read()
    let days = outcome.table("task").map {
      $0.split(separator: " ").first { $0.hasPrefix("due_on") }
    }
    #expect(
      days == ["due_on=2023-09-30", "due_on=2023-10-31", "due_on=2023-08-31", "due_on=2024-12-31"])
    #expect(
      outcome.summary?.warnings.map(\.problem) == [
        .deadlinesInferred(.lastDay, count: 2, first: Day("2023-09-30")),
        .deadlinesInferred(.yearOfPlan, count: 2, first: Day("2023-09-30")),
        .deadlinesInferred(.dayBefore, count: 1, first: Day("2023-08-31")),
      ])
  }

  @Test func neverTakesTheYearFromElsewhere() throws {
    let several = try Self.fixture(Self.head, "1,甲,市工信局,9月底前", years: [2023, 2024]).read()
    #expect(several.faults.map(\.problem) == [.deadlineYear(years: [2023, 2024])])
    let none = try Self.fixture(Self.head, "1,甲,市工信局,9月底前", years: []).read()
    #expect(none.faults.map(\.problem) == [.deadlineYear(years: [])])
  }

  @Test func whatGoesOnIsOngoingWhereNoStatusStands() throws {
    let outcome = try Self.fixture(
      Self.head + ",状态", "1,甲,市工信局,长期坚持,", "2,乙,市工信局,长期坚持,正在推进",
      "3,丙,市工信局,2023年底前并长期坚持,"
    ).read()
    let rows = outcome.table("task")
    #expect(rows[0].contains("status=ongoing"))
    #expect(!rows[0].contains("due_on="))
    #expect(rows[1].contains("status=in_progress"))
    #expect(rows[2].contains("due_on=2023-12-31"))
    #expect(!rows[2].contains("status="))
  }

  @Test func whatIsDueAtOnceIsDueWhenItWasFound() throws {
    let outcome = try Self.fixture(
      "序号,任务,牵头单位,开始日期,完成时限", "1,甲,市工信局,2023-03-01,立行立改", "2,乙,市工信局,,立行立改"
    ).read()
    #expect(outcome.table("task")[0].contains("due_on=2023-03-01"))
    #expect(!outcome.table("task")[1].contains("due_on="))
    #expect(
      outcome.summary?.warnings.map(\.problem) == [
        .deadlinesInferred(.atOnce, count: 1, first: Day("2023-03-01")), .deadlineAtOnce,
      ])
  }

  @Test func completionsStayExact() throws {
    let outcome = try Self.fixture(
      "序号,任务,牵头单位,状态,完成日期", "1,甲,市工信局,已完成,9月底"
    ).read()
    #expect(outcome.faults.map(\.problem).contains(.dayForm(suggestion: nil)))
  }

  @Test func aSerialNumberIsAnErrorThatNamesTheDay() throws {
    let outcome = try Self.fixture(Self.head, "1,甲,市工信局,44770").read()
    #expect(outcome.faults.map(\.problem) == [.deadlineForm(suggestion: "2022-07-28")])
  }

  @Test func aStatusWithAShareIsInProgress() throws {
    let outcome = try Self.fixture(
      "序号,任务,牵头单位,状态,进度", "1,甲,市工信局,已完成80%,", "2,乙,市工信局,已完成80%,80%"
    ).read()
    for row in outcome.table("task") {
      #expect(row.contains("status=in_progress progress=800000"))
    }
    #expect(outcome.summary?.warnings.map(\.problem) == [.statusesRead(count: 2)])
  }

  @Test(arguments: [
    ("已完成80%,70%", InputProblem.statusProgressDiffers), ("已完成，未启动,", .statusContradictory),
  ])
  func refusesStatusesThatSayNothingSure(_ cells: String, _ problem: InputProblem) throws {
    let outcome = try Self.fixture("序号,任务,牵头单位,状态,进度", "1,甲,市工信局,\(cells)").read()
    #expect(outcome.faults.filter { $0.severity == .error }.map(\.problem) == [problem])
  }

  /// More than 100 % is what a target came to: said, and no status.
  @Test func aTargetsShareSaysNothingOfTheTask() throws {
    let outcome = try Self.fixture(
      "序号,任务,牵头单位,状态,进度", "1,甲,市工信局,\"已完成12家，完成率120%\",", "2,乙,市工信局,\"达进度，120%\","
    ).read()
    #expect(outcome.faults.map(\.problem) == [.statusOverFull, .statusOverFull])
    #expect(!outcome.table("task")[0].contains("status="))
    #expect(outcome.table("task")[1].contains("status=in_progress"))
    for row in outcome.table("task") { #expect(!row.contains("progress=")) }
  }

  @Test func aMilestoneNeedsADay() throws {
    var fixture = LedgerFixture([
      "milestones.csv": "任务,节点,时限\n1,a,长期坚持\n1,b,立行立改\n1,c,9月底前\n"
    ])
    fixture.years = ["p": [2023]]
    let problems = try fixture.read().faults.filter { $0.severity == .error }.map(\.problem)
    #expect(problems == [.deadlineForm(suggestion: nil), .deadlineForm(suggestion: nil)])
  }
}
