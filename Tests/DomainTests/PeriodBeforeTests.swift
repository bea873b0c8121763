import Domain
import Testing

/// The period before (上期) is the one before of the same cadence.
@Suite struct PeriodBeforeTests {
  /// A period of whole months, written `id months`, or `id months cutoff`, or with a cadence or the
  /// period before behind it: `M04 04`, `Q2 04-06 07-05`, `mid 01-06 - cadence=review`.
  private static func period(_ text: String, year: Int) throws -> Period {
    let parts = text.split(separator: " ").map(String.init)
    let months = try parts[1].split(separator: "-").map { try #require(Int($0)) }
    let (first, last) = (months[0], months[months.count - 1])
    let from = try #require(Day(year: year, month: first, dayOfMonth: 1))
    let next = try #require(
      last == 12
        ? Day(year: year + 1, month: 1, dayOfMonth: 1)
        : Day(year: year, month: last + 1, dayOfMonth: 1))
    let to = next.adding(days: -1)
    let cutoff = parts.count > 2 && parts[2] != "-" ? Day("\(year)-\(parts[2])") : to
    let options = parts.dropFirst(3).map { $0.split(separator: "=").map(String.init) }
    func option(_ name: String) -> String? { options.first { $0[0] == name }?[1] }
    return Period(
      id: parts[0], name: parts[0], from: from, to: to, submitBy: nil,
      cutoff: try #require(cutoff), nominal: 0, cadence: option("cadence"),
      previous: option("previous"))
  }

  private static func plan(_ id: String, _ calendar: [Period]) -> Plan {
    Plan(
      id: id, title: "", subject: "", document: "", office: "", place: "", remark: "",
      years: [2023], calendar: calendar, leadPolicy: .named, scheduleRule: .nominal,
      debtors: .lead, quotas: [], publicationLevels: [], lights: [], signature: [], closed: nil)
  }

  /// The chain of a calendar, such as `Q1:- H1:Q1`.
  private static func chain(_ plan: Plan, following previous: Plan? = nil) -> String {
    plan.calendar.map { period in
      let before = plan.before(period, following: previous)
      let name = before.map { ($0.plan.id == plan.id ? "" : "\($0.plan.id)/") + $0.period.id }
      return "\(period.id):\(name ?? "-")"
    }.joined(separator: " ")
  }

  static let calendars: [(periods: [String], chain: String)] = [
    // Months and quarters between each other.
    (
      [
        "M01 01", "M02 02", "Q1 01-03 03-30", "M03 03", "M04 04", "M05 05", "M06 06 06-29",
        "Q2 04-06",
      ],
      "M01:- M02:M01 Q1:- M03:M02 M04:M03 M05:M04 M06:M05 Q2:Q1"
    ),
    // What grows from the beginning of the year; 年终核定 covers what 全年 does.
    (
      ["Q1 01-03 04-25", "H1 01-06 06-25", "Q3 01-09 09-25", "FY 01-12 11-25", "final 01-12"],
      "Q1:- H1:Q1 Q3:H1 FY:Q3 final:FY"
    ),
    // The same among months.
    (
      ["M03 03 03-25", "Q1 01-03", "M04 04", "M05 05", "H1 01-06 06-25", "M06 06", "FY 01-12"],
      "M03:- Q1:- M04:M03 M05:M04 H1:Q1 M06:M05 FY:H1"
    ),
    // Every two months, and quarters.
    (
      ["B2 03-04", "B3 05-06 06-28", "Q2 04-06", "B4 07-08", "Q3 07-09"],
      "B2:- B3:B2 Q2:- B4:B3 Q3:Q2"
    ),
    // Quarters and half-years are two rows; a year after them closes the plan.
    (
      [
        "Q1 01-03", "Q2 04-06 06-29", "H1 01-06", "Q3 07-09", "Q4 10-12 12-29", "H2 07-12 12-30",
        "FY 01-12",
      ], "Q1:- Q2:Q1 H1:- Q3:Q2 Q4:Q3 H2:H1 FY:H2"
    ),
    // A plan of action that begins in April.
    (["first 04-06", "second 04-09", "end 04-12"], "first:- second:first end:second"),
    // What the plan says itself.
    (
      ["M01 01", "M02 02 - previous=M01", "M04 04 - previous=M02", "M05 05 - previous=M01"],
      "M01:- M02:M01 M04:M02 M05:M01"
    ),
    (
      ["a 01-02 - cadence=review", "Q1 01-03", "b 04-05 - cadence=review", "Q2 04-06"],
      "a:- Q1:- b:a Q2:Q1"
    ),
    // One that is left out has none before it.
    (["M01 01", "M03 03", "M04 04"], "M01:- M03:- M04:M03"),
  ]

  @Test(arguments: calendars.indices)
  func isOfTheSameCadence(_ index: Int) throws {
    let (periods, chain) = Self.calendars[index]
    let plan = Self.plan("p", try periods.map { try Self.period($0, year: 2023) })
    #expect(Self.chain(plan) == chain)
  }

  /// The second year of a plan, and a plan that follows another, go on where the first ended.
  @Test func yearsFollowEachOther() throws {
    let chain = { (year: Int, first: String) in
      "\(year)-Q1:\(first) \(year)-H1:\(year)-Q1 \(year)-Q3:\(year)-H1 \(year)-FY:\(year)-Q3 "
        + "\(year)-final:\(year)-FY"
    }
    let both = Self.plan("p", [2023, 2024].flatMap { Period.standardCalendar(year: $0) })
    #expect(Self.chain(both) == chain(2023, "-") + " " + chain(2024, "2023-final"))
    let first = Self.plan("p", Period.standardCalendar(year: 2023))
    let second = Self.plan("q", Period.standardCalendar(year: 2024))
    #expect(Self.chain(second, following: first) == chain(2024, "p/2023-final"))
    let months = try [2023, 2024].map { year in
      Self.plan(
        "\(year)", try [Self.period("M12 12", year: year), Self.period("M01 01", year: year)])
    }
    #expect(
      Self.chain(Self.plan("q", [months[1].calendar[1]]), following: months[0])
        == "M01:2023/M12")
  }

  /// What closes a plan is the last period that is cut off at its end or later.
  @Test func closing() throws {
    let standard = Self.plan("p", Period.standardCalendar(year: 2023))
    #expect(standard.closingPeriod?.id == "2023-final")
    let early = Self.plan(
      "p", try ["H1 01-06", "FY 01-12 11-25"].map { try Self.period($0, year: 2023) })
    #expect(early.closingPeriod?.id == "H1")
    let never = Self.plan("p", try [Self.period("FY 01-12 11-25", year: 2023)])
    #expect(never.closingPeriod == nil)
  }

  /// By the rules of 1: the last cut-off before, and its nominal progress.
  @Test func rulesOfTheirNumber() throws {
    let plan = Self.plan(
      "p",
      try ["M05 05", "M06 06 06-29", "Q2 04-06", "Q3 07-09"].map { try Self.period($0, year: 2023) }
    )
    let (quarter, day) = (plan.calendar[2], try #require(Day("2023-06-30")))
    func before(_ rules: FigureRules, isForPeriod: Bool) -> String? {
      rules.periodBefore(
        quarter, of: plan, following: nil, at: day, isForPeriod: isForPeriod)?.period.id
    }
    #expect(before(.first, isForPeriod: true) == "M06")
    #expect(before(.second, isForPeriod: true) == nil)
    let standard = { (rules: FigureRules) in
      Self.plan("p", Period.standardCalendar(year: 2023, by: rules))
    }
    func nominal(_ rules: FigureRules, _ day: String, isForPeriod: Bool) throws -> Int64 {
      let plan = standard(rules)
      return rules.nominalProgress(
        of: plan, plan.calendar[2], at: try #require(Day(day)), isForPeriod: isForPeriod)
    }
    #expect(try nominal(.first, "2023-09-24", isForPeriod: true) == 500_000)
    #expect(try nominal(.second, "2023-09-24", isForPeriod: true) == 750_000)
    #expect(try nominal(.second, "2023-09-24", isForPeriod: false) == 500_000)
    #expect(try nominal(.second, "2023-09-25", isForPeriod: false) == 750_000)
    #expect(standard(.first).calendar[3].nominal == 1_000_000)
    #expect(standard(.second).calendar[3].nominal == 900_000)
  }

  /// An arbitrary day is held against the period before the one that it works towards; after the
  /// last cut-off against that.
  @Test(arguments: [
    ("2023-02-01", nil), ("2023-05-01", "2023-Q1"), ("2023-09-10", "2023-H1"),
    ("2023-12-31", "2023-FY"), ("2024-02-01", "2023-final"),
  ])
  func anArbitraryDay(_ text: String, _ expected: String?) throws {
    let plan = Self.plan("p", Period.standardCalendar(year: 2023))
    let day = try #require(Day(text))
    let before = FigureRules.current.periodBefore(
      try #require(plan.period(at: day)), of: plan, following: nil, at: day, isForPeriod: false)
    #expect(before?.period.id == expected)
  }
}
