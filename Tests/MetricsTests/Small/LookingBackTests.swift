import Domain
import TestSupport
import Testing

/// What is looked up in earlier states: only what was known then, and by the numbers of then.
@Suite(.onEachEngine) struct LookingBackTests {
  private static let heading = "序号,任务,牵头单位,完成时限,状态\n"

  /// An export of before all others, loaded last, changes what is known, not what was.
  @Test func anExportLoadedLateWasNotKnownBefore() throws {
    var ledger = SmallLedger(Self.heading + "1,开通专线,甲局,2023-06-30,推进中")
    ledger.add(on: "2023-09-25", Self.heading + "1,开通专线,甲局,2023-11-30,推进中")
    ledger.add(
      on: "2022-12-31",
      Self.heading + "1,开通专线,甲局,2023-03-31,推进中\n2,清理证明,乙局,2023-03-31,推进中")
    let now = try ledger.at("2023-09-25")
    try expect(
      now.tasks("original_due"),
      is: """
        task  original_due
        1     2023-03-31
        """)
    #expect(try now.findings("gone_task") == ["gone_task warn 2 清理证明"])
    let then = try ledger.at("2023-09-25", known: 2)
    try expect(
      then.tasks("original_due"),
      is: """
        task  original_due
        1     2023-06-30
        """)
    #expect(try then.findings("gone_task") == [])
  }

  /// A task put in at the top: every number below it is another task's.
  @Test func renumberedTasksKeepTheirOriginalDueDates() throws {
    var ledger = SmallLedger(
      Self.heading + "1,开通专线,甲局,2023-06-30,推进中\n2,清理证明,乙局,2023-07-31,推进中")
    ledger.add(
      on: "2023-08-01",
      Self.heading
        + "1,新增事项,甲局,2023-12-31,推进中\n2,开通专线,甲局,2023-10-31,推进中\n3,清理证明,乙局,2023-07-31,推进中",
      renumbered: [("1", nil), ("2", "1"), ("3", "2")])
    let moment = try ledger.at("2023-09-25")
    try expect(
      moment.tasks("title original_due"),
      is: """
        task  title     original_due
        1     新增事项  2023-12-31
        2     开通专线  2023-06-30
        3     清理证明  2023-07-31
        """)
    #expect(try moment.findings("gone_task") == [])
  }

  private static func rows(_ titles: String) -> String {
    heading
      + titles.enumerated().map { index, title in
        "\(index + 1),事项\(title),甲局,\(days[title] ?? ""),推进中"
      }.joined(separator: "\n")
  }

  private static let days: [Character: String] = [
    "A": "2023-03-31", "B": "2023-04-30", "C": "2023-05-31", "X": "2023-10-31", "Y": "2023-12-31",
  ]

  /// What the tasks of the ledger XABC are due on.
  private static let dueOfXABC = """
    task  original_due
    1     2023-10-31
    2     2023-03-31
    3     2023-04-30
    4     2023-05-31
    """

  /// What an office confirms: the numbers of titles that another ledger has elsewhere.
  private static func moves(_ before: String, _ after: String) -> [(task: String, earlier: String?)]
  {
    after.enumerated().compactMap { index, title in
      before.firstIndex(of: title).map { before.distance(from: before.startIndex, to: $0) }
        .flatMap { $0 == index ? nil : ("\(index + 1)", "\($0 + 1)") }
    }
  }

  /// Ledgers one after the other: tasks put in at the top, taken out, and changing places.
  @Test(arguments: [
    ["ABC", "XABC", "YXABC"], ["ABC", "BC"], ["ABC", "BC", "C"], ["ABC", "XABC", "ABC"],
    ["ABC", "BAC", "CAB"], ["ABC", "BAC", "ABC"], ["ABC", "AXBC", "AXBYC"],
    ["ABC", "XABC", "XACB"],
  ])
  func everyTaskKeepsItsOwnDueDate(_ ledgers: [String]) throws {
    let days = ["2023-06-01", "2023-07-01", "2023-08-01"]
    var ledger = SmallLedger(Self.rows(ledgers[0]), on: days[0])
    for (index, (before, after)) in zip(ledgers, ledgers.dropFirst()).enumerated() {
      ledger.add(
        on: days[index + 1], Self.rows(after), renumbered: Self.moves(before, after))
    }
    let last = ledgers[ledgers.count - 1]
    let gone = Set(ledgers.joined()).subtracting(last)
    let titles = last.enumerated().map { "\($0 + 1)     \(Self.days[$1] ?? "")" }
    for day in days[..<(ledgers.count - 1)] {
      let moment = try ledger.at("2023-09-25", since: day)
      try expect(
        moment.tasks("original_due"),
        is: (["task  original_due"] + titles).joined(separator: "\n"))
      #expect(try moment.findings("gone_task").count == gone.count)
      let shown = ledgers[days.firstIndex(of: day) ?? 0]
      let expected = [
        ("new_tasks", Set(last).subtracting(shown)), ("gone_tasks", Set(shown).subtracting(last)),
      ].filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1.count)" }
      let summary = try moment.summary().split(separator: " ").map(String.init)
      #expect(summary.filter { !$0.hasPrefix("of_which") } == expected, "\(day)")
    }
  }

  /// A day loaded in between, under the numbers of then: what was said beside the day before holds.
  @Test func aDayLoadedBetweenChangesNothing() throws {
    var ledger = SmallLedger(Self.rows("ABC"), on: "2023-06-01")
    ledger.add(
      on: "2023-08-01", Self.rows("XABC"), renumbered: Self.moves("ABC", "XABC"))
    ledger.add(on: "2023-07-01", Self.rows("ABC"))
    let moment = try ledger.at("2023-09-25", since: "2023-07-01")
    try expect(moment.tasks("original_due"), is: Self.dueOfXABC)
    try expect(moment.summary(), is: "new_tasks=1")
  }

  /// The older ledgers found later: what each confirms is said beside the one after it.
  @Test func olderLedgersLoadedLast() throws {
    var ledger = SmallLedger(Self.rows("YXABC"), on: "2023-08-01")
    ledger.add(
      on: "2023-07-01", Self.rows("XABC"), renumbered: Self.moves("YXABC", "XABC"))
    ledger.add(
      on: "2023-06-01", Self.rows("ACB"), renumbered: Self.moves("XABC", "ACB"))
    for (day, new) in [("2023-06-01", 2), ("2023-07-01", 1)] {
      let moment = try ledger.at("2023-09-25", since: day)
      try expect(
        moment.tasks("original_due"),
        is: """
          task  original_due
          1     2023-12-31
          2     2023-10-31
          3     2023-03-31
          4     2023-04-30
          5     2023-05-31
          """)
      try expect(moment.summary(), is: "new_tasks=\(new)")
      #expect(try moment.findings("gone_task") == [])
    }
    try expect(
      ledger.at("2023-07-15", since: "2023-06-01").tasks("original_due"),
      is: Self.dueOfXABC)
  }

  /// Numbers that change twice, and an old one that another task takes over.
  @Test func numbersAreFollowedFromOneToTheNext() throws {
    var ledger = SmallLedger(Self.heading + "1,开通专线,甲局,2023-06-30,推进中")
    ledger.add(
      on: "2023-08-01", Self.heading + "5,开通专线,甲局,2023-07-31,推进中",
      renumbered: [("5", "1")])
    ledger.add(
      on: "2023-09-01",
      Self.heading + "7,开通专线,甲局,2023-08-31,推进中\n1,另一事项,乙局,2023-12-31,推进中",
      renumbered: [("7", "5")])
    let moment = try ledger.at("2023-09-25")
    try expect(
      moment.tasks("original_due"),
      is: """
        task  original_due
        1     2023-12-31
        7     2023-06-30
        """)
    #expect(try moment.findings("gone_task") == [])
  }
}
