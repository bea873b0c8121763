import Domain
import Jobs
import Testing

/// What `jibao run` has to do on a day, from calendar, snapshots, editions and exports.
@Suite struct RunPlanTests {
  /// Day of the run; days with snapshots; periods with an edition; what is due.
  static let cases: [(day: String, snapshots: [String], made: [String], due: [String])] = [
    // 2023-04-25 is a Tuesday; 04-23 a Sunday that is worked, 04-29 begins Labour Day.
    ("2023-04-17", [], [], []),
    ("2023-04-19", [], [], ["draft Q1"]),
    ("2023-04-24", [], [], ["draft Q1"]),
    ("2023-04-25", [], [], ["Q1"]),
    ("2023-04-25", ["2023-04-25"], ["Q1"], []),
    ("2023-04-26", ["2023-04-25"], ["Q1 stale"], ["Q1"]),
    ("2023-04-26", ["2023-04-25"], ["Q1 stale sent"], []),
    ("2023-04-25", ["2023-04-25"], ["Q1 stale"], []),
    ("2023-04-26", ["2023-04-25"], ["Q1"], []),
    ("2023-04-26", ["2023-04-20"], [], ["Q1"]),
    ("2023-04-26", [], [], []),
    ("2023-07-01", ["2023-04-20"], [], ["Q1", "H1"]),
    ("2023-07-01", ["2023-05-01"], [], ["H1"]),
    ("2023-12-31", ["2023-04-20"], ["Q1", "H1", "Q3"], ["FY", "final"]),
    ("2024-02-01", ["2023-12-31"], ["Q1", "H1", "Q3", "FY", "final"], []),
  ]

  @Test(arguments: cases)
  func due(_ day: String, _ snapshots: [String], _ made: [String], _ due: [String]) throws {
    let plan = try runPlan(day: day, snapshots: snapshots, made: made)
    let shown = plan.reports.map { ($0.isDraft ? "draft " : "") + $0.period.id.dropFirst(5) }
    #expect(shown == due)
  }

  @Test func exportsOfPastDaysAreStoredInOrder() throws {
    let plan = try runPlan(
      day: "2023-07-01", snapshots: ["2023-04-25"], made: [],
      exports: ["2023-06-25", "2023-04-25", "2023-02-01", "2023-08-01"])
    #expect(plan.exports.map(\.description) == ["2023-02-01", "2023-06-25"])
    #expect(plan.reports.map(\.period.id) == ["2023-Q1", "2023-H1"])
  }

  @Test func aClosedPlanAsksForNothingAfterItsEnd() throws {
    let plan = try runPlan(
      day: "2023-12-31", snapshots: ["2023-04-20"], made: [], closed: "2023-06-30")
    #expect(plan.reports.map(\.period.id) == ["2023-Q1", "2023-H1"])
  }

  @Test func everyConfiguredReportIsDueByItself() throws {
    let plan = try runPlan(
      day: "2023-07-01", snapshots: ["2023-04-20"], made: ["Q1", "H1-unit"],
      reports: ["quarterly", "unit"])
    let shown = plan.reports.map { "\($0.report) \($0.period.id)" }
    #expect(shown == ["unit 2023-Q1", "quarterly 2023-H1"])
  }

  /// Five working days before 25 June, a Sunday that is not worked here, is 16 June.
  @Test func unitsAreRemindedBeforeADeadlineAndChasedAfterIt() throws {
    func reminders(_ day: String, made: [String] = ["Q1"], reminded: Set<String> = []) throws
      -> [String]
    {
      try runPlan(
        day: day, snapshots: ["2023-04-20"], made: made, remind: 5, reminded: reminded
      ).reports.filter { $0.report == RunPlan.reminder }
        .map { "\($0.period.id) \($0.asOf?.description ?? "cut-off")" }
    }
    let chased = "2023-Q1 cut-off"
    #expect(try reminders("2023-05-10") == [chased])
    #expect(try reminders("2023-05-10", made: ["Q1", "Q1-reminder"]) == [])
    #expect(try reminders("2023-06-20") == [chased, "2023-H1 2023-06-20"])
    #expect(try reminders("2023-06-20", reminded: ["2023-H1"]) == [chased])
    #expect(try reminders("2023-06-26", reminded: ["2023-H1"]) == ["2023-H1 cut-off"])
  }

  private func runPlan(
    day: String, snapshots: [String], made: [String], exports: [String] = [],
    closed: String? = nil, reports: [String] = ["quarterly"], remind: Int? = nil,
    reminded: Set<String> = []
  ) throws -> RunPlan {
    var plan = Plan.standard
    plan.closed = closed.flatMap { Day($0) }
    return RunPlan(
      day: try #require(Day(day)), plans: [plan], reports: reports,
      editions: ["p": Dictionary(uniqueKeysWithValues: try made.map(Self.edition))],
      remind: remind, reminded: ["p": reminded],
      snapshots: Set(snapshots.compactMap { Day($0) }), exports: exports.compactMap { Day($0) },
      hasLedger: true, keepsExportsOnly: false, calendar: try Self.calendar)
  }

  /// An edition made on 25 April, such as `Q1 stale sent`.
  private static func edition(_ text: String) throws -> (String, RunPlan.Edition) {
    let words = text.split(separator: " ")
    let day = try #require(Day("2023-04-25"))
    return (
      "2023-" + words[0],
      RunPlan.Edition(
        number: 1, ledger: day, isStale: words.contains("stale"), isSent: words.contains("sent"),
        madeOn: day)
    )
  }

  /// 2023 with the one working Sunday that matters here.
  private static var calendar: WorkingCalendar {
    get throws {
      let sunday = try #require(Day("2023-04-23"))
      return WorkingCalendar(years: [2023], exceptions: [sunday: true])
    }
  }
}

extension Plan {
  /// A plan with the standard calendar of 2023.
  fileprivate static let standard = Plan(
    id: "p", title: "p", subject: "", document: "", office: "", place: "", remark: "",
    years: [2023], calendar: Period.standardCalendar(year: 2023), leadPolicy: .named,
    scheduleRule: .nominal, debtors: .lead, quotas: [], publicationLevels: [], lights: [],
    signature: [], closed: nil)
}
