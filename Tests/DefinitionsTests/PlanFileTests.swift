import Definitions
import Domain
import Testing

/// Plan files: what may be left out, and every fault with its line.
@Suite struct PlanFileTests {
  private func plan(_ text: String) throws -> Plan {
    try Plan(DefinitionFile(kind: .plan, id: "p", path: "plan.yaml", text: text))
  }

  /// The three keys that every plan has, on three lines.
  static let required = "title: 要点\nyears: [2023]\noffice: 政务科\n"

  /// Notepad begins a file with a byte order mark.
  @Test func aByteOrderMarkIsNoContent() throws {
    #expect(try plan("\u{FEFF}" + Self.required) == plan(Self.required))
  }

  /// What no sheet can hold is found when the file is read, by its line.
  @Test(arguments: [
    ("\"改\\u0001革\"", DefinitionFault.Problem.character(1)), ("\"a\\uFFFEb\"", .character(0xFFFE)),
    (String(repeating: "长", count: 10_001), .textTooLong(limit: 10_000)),
  ])
  func textsThatNoSheetHolds(_ title: String, _ problem: DefinitionFault.Problem) throws {
    let fault = #expect(throws: DefinitionFault.self) {
      try plan("years: [2023]\noffice: 政务科\ntitle: \(title)\n")
    }
    #expect(fault?.problem == problem && fault?.place.line == 3)
    #expect(
      try plan(
        "years: [2023]\noffice: 政务科\ntitle: \(String(repeating: "长", count: 10_000))\n"
      ).title.count == 10_000)
  }

  @Test func defaults() throws {
    let plan = try plan(Self.required)
    var standard = Plan.standard(id: "p", year: 2023)
    standard.title = "要点"
    standard.subject = "要点"
    standard.office = "政务科"
    #expect(plan == standard)
    #expect(plan.calendar == Period.standardCalendar(year: 2023))
    #expect(plan.lights.map(\.word) == ["已完成", "暂停", "逾期", "严重滞后", "滞后", "未填报", "正常"])
    #expect((plan.leadPolicy, plan.scheduleRule, plan.debtors) == (.named, .nominal, .lead))
    #expect(plan.quotas.isEmpty && plan.publicationLevels.isEmpty && plan.closed == nil)
  }

  @Test func severalYearsHaveTheirCalendars() throws {
    let plan = try plan("title: t\nyears: [2023, 2024]\noffice: o\n")
    #expect(plan.years == [2023, 2024])
    #expect(plan.calendar.count == 10)
    #expect(plan.calendar.last?.id == "2024-final")
  }

  @Test func everythingIsRead() throws {
    let plan = try plan(
      Self.required + """
        subject: 重点任务
        document: 天政办发〔2023〕24号
        place: 天水市
        remark: 示例
        calendar:
          - {period: 2023-M1, name: 一月, from: 2023-01-01, to: 2023-01-31, submit_by: 2023-02-05, nominal: 8.3333}
          - {period: 2023-end, name: 年终, from: 2023-01-01, to: 2023-12-31, cutoff: 2023-12-31, nominal: 100}
        lead_policy: common
        schedule: months
        submissions: all
        quotas:
          - {group: 县区, items: 8}
          - {role: lead, items: 5}
        publication_levels: [国家级, 省级]
        lights:
          - {word: 落后, colour: red, when: behind, points: 12.5}
          - {word: 临期, colour: orange, when: due_within, days: 15}
          - {word: 正常, colour: green, when: otherwise}
        signature: [填表人]
        closed: 2024-01-31
        previous: p2022
        """)
    #expect(plan.previous == "p2022")
    #expect(
      plan.calendar.map {
        "\($0.id) \($0.cutoff) \($0.submitBy?.description ?? "none") \($0.nominal)"
      }
        == ["2023-M1 2023-02-05 2023-02-05 83333", "2023-end 2023-12-31 none 1000000"])
    #expect((plan.leadPolicy, plan.scheduleRule, plan.debtors) == (.common, .months, .all))
    #expect(plan.quotas == [.init(group: "县区", items: 8), .init(group: nil, items: 5)])
    #expect(plan.lights.map(\.threshold) == [125_000, 15, 0])
    #expect(plan.closed?.description == "2024-01-31")
    #expect((plan.subject, plan.place, plan.signature) == ("重点任务", "天水市", ["填表人"]))
  }

  static let period = "period: x, name: 甲, from: 2023-01-01, to: 2023-03-31"

  /// What follows the three required lines, the line of the fault, and the fault.
  static let faults: [(text: String, line: Int, problem: DefinitionFault.Problem)] = [
    ("lead_policy: first", 4, .unknownWord("first", known: ["named", "first_listed", "common"])),
    (
      "schedule: weekly", 4,
      .unknownWord("weekly", known: ["nominal", "months", "days", "milestones"])
    ),
    ("submissions: some", 4, .unknownWord("some", known: ["lead", "all", "none"])),
    ("closed: 2023-9-25", 4, .expected(.day)),
    ("calendar: []", 4, .expected(.onePeriod)),
    ("calendar: Q1", 4, .expected(.list)),
    ("calendar:\n  - {\(period), nominal: 25}", 5, .missingKey("cutoff")),
    ("calendar:\n  - {\(period), cutoff: 2023-04-25}", 5, .missingKey("nominal")),
    (
      "calendar:\n  - {\(period), cutoff: 2023-04-25, nominal: viel}", 5,
      .expected(.percentage)
    ),
    (
      "calendar:\n  - {\(period), cutoff: 2023-04-25, nominal: 1.23456}", 5,
      .expected(.percentage)
    ),
    (
      "calendar:\n  - {\(period), cutoff: 2023-04-25, nominal: 110}", 5,
      .expected(.percentageUpTo100)
    ),
    (
      "calendar:\n  - {\(period), cutoff: 2023-02-30, nominal: 25}", 5,
      .expected(.day)
    ),
    (
      "calendar:\n  - {period: x, name: 甲, from: 2023-04-01, to: 2023-03-31, cutoff: 2023-04-25, nominal: 25}",
      5, .expected(.periodInOrder)
    ),
    (
      "calendar:\n  - {period: 一季度, name: 甲, from: 2023-01-01, to: 2023-03-31, cutoff: 2023-04-25, nominal: 25}",
      5, .expected(.periodID)
    ),
    (
      "calendar:\n  - {\(period), cutoff: 2023-04-25, nominal: 25}\n  - {\(period), cutoff: 2023-06-25, nominal: 50}",
      6, .duplicateKey("x")
    ),
    (
      "calendar:\n  - {\(period), cutoff: 2023-04-25, nominal: 25}\n  - {\(period), cutoff: 2023-04-25, nominal: 50}",
      6, .expected(.cutoffsInOrder)
    ),
    ("quotas:\n  - {items: 5}", 5, .expected(.groupOrRole)),
    ("quotas:\n  - {group: a, role: lead, items: 5}", 5, .expected(.groupOrRole)),
    ("quotas:\n  - {role: support, items: 5}", 5, .unknownWord("support", known: ["lead"])),
    ("quotas:\n  - {group: a}", 5, .missingKey("items")),
    ("quotas:\n  - {group: a, items: viele}", 5, .expected(.wholeNumberWithin(0, 1_000_000))),
    ("lights:\n  - {word: a, when: otherwise}", 5, .missingKey("colour")),
    ("lights:\n  - {word: a, colour: red, when: due_within}", 5, .missingKey("days")),
    (
      "lights:\n  - {word: a, colour: red, when: overdue}", 5,
      .expected(.lastLightOtherwise)
    ),
    ("signature: 填表人", 4, .expected(.list)), ("subject: [a]", 4, .expected(.text)),
  ]

  @Test(arguments: faults)
  func isRefused(_ text: String, _ line: Int, _ problem: DefinitionFault.Problem) {
    let fault = #expect(throws: DefinitionFault.self) { try plan(Self.required + text) }
    #expect(fault?.place.file == "plan.yaml")
    #expect(fault?.place.line == line)
    #expect(fault?.problem == problem)
  }

  /// Whole files, the line of the fault, and the fault.
  static let files: [(text: String, line: Int, problem: DefinitionFault.Problem)] = [
    ("years: [2023]\noffice: o\n", 1, .missingKey("title")),
    ("title: t\noffice: o\n", 1, .missingKey("years")),
    ("title: t\nyears: [2023]\n", 1, .missingKey("office")),
    ("title: t\nyears: []\noffice: o\n", 2, .expected(.years)),
    ("title: t\nyears: [1899]\noffice: o\n", 2, .expected(.years)),
    ("title: t\nyears: [二〇二三]\noffice: o\n", 2, .expected(.wholeNumber)),
    ("- a\n- b\n", 1, .expected(.mapping)),
  ]

  @Test(arguments: files)
  func isRefusedAsAWhole(_ text: String, _ line: Int, _ problem: DefinitionFault.Problem) {
    let fault = #expect(throws: DefinitionFault.self) { try plan(text) }
    #expect(fault?.place.line == line)
    #expect(fault?.problem == problem)
  }

  @Test func anUnknownKeyNamesThoseThereAre() {
    let fault = #expect(throws: DefinitionFault.self) { try plan(Self.required + "qoutas: []") }
    #expect(fault?.place == SourcePlace(file: "plan.yaml", line: 4, column: 1))
    guard case .unknownKey("qoutas", let known)? = fault?.problem else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(known.contains("quotas"))
  }

  /// Plans by id, each with the one that it follows.
  @Test(
    arguments: [
      ("a>b b>c c", nil), ("a>x b", "unknown x"), ("a>a", "circle"), ("a>b b>a", "circle"),
      ("c>a a>b b>a", "circle"),
    ] as [(String, String?)])
  func aPlanFollowsOneThatThereIs(_ plans: String, _ problem: String?) throws {
    let files = try plans.split(separator: " ").map { entry in
      let ids = entry.split(separator: ">").map(String.init)
      let previous = ids.count == 2 ? "previous: \(ids[1])\n" : ""
      let file = DefinitionFile(
        kind: .plan, id: ids[0], path: "\(ids[0]).yaml", text: Self.required + previous)
      return (plan: try Plan(file), file: file)
    }
    guard let problem else { return try Plan.checkPrevious(files) }
    let fault = #expect(throws: DefinitionFault.self) { try Plan.checkPrevious(files) }
    #expect(fault?.place.line == 4)
    if problem == "circle" {
      #expect(fault?.problem == .expected(.anotherPlan))
    } else {
      #expect(fault?.problem == .unknownReference("x", known: ["a", "b"]))
    }
  }
}
