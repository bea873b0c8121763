import Domain
import Metrics
import TestSupport
import Testing

/// What papers say of the change since the period before, and what was only recorded since.
@Suite(.onEachEngine) struct PaperChangesTests {
  private func lines(_ query: String, _ columns: String, _ open: OpenMoment) throws -> [String] {
    let table = try open.moment.table("changes/\(query)")
    let places = columns.split(separator: " ").map { table.index(of: String($0)) }
    return table.rows.map { row in
      places.map { $0.map { row[$0].cell } ?? "no such column" }.joined(separator: " ")
    }
  }

  private func example() throws -> OpenMoment {
    try ExampleHistory.named("tianshui-2023").moment(
      "2023-09-25".asDay, comparedWith: "2023-06-25".asDay)
  }

  @Test func theSixFigures() throws {
    let open = try example()
    #expect(
      try lines(
        "figure_changes",
        "figure numerator denominator prior_numerator prior_denominator direction points", open)
        == [
          "due_completion 43 47 24 29 up 87000", "on_time 30 47 17 29 up 52000",
          "overdue 3 47 3 29 down 40000", "below 16 39 16 39 same 0",
          "completion 12 40 4 40 up 200000", "submissions_on_time 18 20 17 20 up 50000",
        ])
    #expect(
      try lines("judgement_changes", "topic state points tasks", open)
        == ["due_completion up 87000 0", "below same · 0"])
  }

  /// Of the three items that were overdue two were settled since, and one had been done and was only
  /// recorded since.
  @Test func overdueThenAndNow() throws {
    let open = try example()
    #expect(
      try lines("overdue_flow", "step items", open)
        == ["before 3", "new 3", "settled -2", "recorded_late -1", "now 3"])
    #expect(
      try lines("corrected_items", "number milestone done_on was", open)
        == ["11 重点领域名录确定 2023-06-20 overdue"])
    let figures = try lines(
      "corrected_figures", "figure prior_numerator prior_denominator corrected_numerator entries",
      open)
    #expect(figures.first == "due_completion 24 29 25 1")
    #expect(figures.last == "overdue 3 29 2 1")
  }

  /// No unit rose only because of what was recorded late without a word.
  @Test func units() throws {
    let late = try lines("unit_changes", "short_name late_entries", example())
      .filter { !$0.hasSuffix(" 0") }
    #expect(late == ["市生态环境局 1", "市应急管理局 1", "市市场监管局 1"])
  }

  @Test func whatWasCompleted() throws {
    let open = try example()
    #expect(
      try lines("newly_completed_sum", "state tasks early recorded_late", open) == ["early 8 3 0"])
    #expect(
      try lines("newly_completed_early", "number early_days", open)
        == ["8 104", "15 122", "26 117"])
    #expect(
      try lines("task_progress_back", "number prior_progress progress", open)
        == ["31 550000 500000"])
    let parts = try lines("tally_changes", "relation part amount prior_amount change", open)
    #expect(parts.contains("in_force completed 12 4 8"))
    #expect(parts.contains("tasks cancelled 1 0 1") && parts.contains("tasks ongoing 1 1 0"))
  }

  /// Every way in which an item stops being overdue, or begins to be.
  @Test func theWholeFlow() throws {
    let heading = "序号,任务,牵头单位,完成时限,状态,完成日期\n"
    func ledger(_ states: [String]) -> String {
      heading
        + states.enumerated().map { "\($0.offset + 1),任务\($0.offset),甲局,\($0.element)" }
        .joined(separator: "\n")
    }
    var ledger2 = SmallLedger(
      ledger([
        "2023-06-01,推进中,", "2023-06-01,推进中,", "2023-06-01,推进中,", "2023-06-01,推进中,",
        "2023-06-01,推进中,", "2023-06-25,推进中,", "2023-08-01,推进中,",
      ]), on: "2023-06-25")
    ledger2.add(
      on: "2023-09-25",
      ledger([
        "2023-06-01,已完成,2023-06-25", "2023-06-01,已完成,2023-06-26", "2023-12-01,推进中,",
        "2023-06-01,取消,", "2023-06-01,推进中,", "2023-06-25,已完成,2023-06-24",
        "2023-08-01,推进中,",
      ]))
    let open = try ledger2.at("2023-09-25", since: "2023-06-25")
    #expect(
      try lines("overdue_flow", "step items", open) == [
        "before 5", "new 1", "settled -1", "recorded_late -1", "moved -1", "left -1", "now 2",
      ])
    #expect(
      try lines("corrected_items", "task was on_time", open) == ["1 overdue 0", "6 due_today 1"])
    #expect(
      try lines(
        "corrected_figures", "figure prior_numerator prior_denominator corrected_numerator", open)
        == ["due_completion 0 6 2", "on_time 0 6 1", "overdue 5 6 4"])
    #expect(
      try lines("newly_completed_sum", "state tasks recorded_late", open) == ["some 1 2"])
  }

  /// A rise that rests on a late entry alone is said to.
  @Test func aRiseThatRestsOnALateEntry() throws {
    let heading = "序号,任务,牵头单位,完成时限,状态,完成日期\n"
    var ledger = SmallLedger(
      heading
        + "1,甲,甲局,2023-06-01,推进中,\n2,乙,甲局,2023-06-01,推进中,\n3,丙,乙局,2023-06-01,推进中,\n4,丁,丙县,2023-06-01,已完成,2023-06-01",
      on: "2023-06-25")
    ledger.add(
      on: "2023-09-25",
      heading
        + "1,甲,甲局,2023-06-01,已完成,2023-06-20\n2,乙,甲局,2023-06-01,推进中,\n3,丙,乙局,2023-06-01,已完成,2023-07-01\n4,丁,丙县,2023-06-01,已完成,2023-06-01"
    )
    #expect(
      try lines(
        "unit_changes",
        "unit due due_completed prior_completed late_entries corrected_completed direction corrected_direction rests_on_late_entry",
        ledger.at("2023-09-25", since: "2023-06-25"))
        == ["a 2 1 0 1 1 up same 1", "b 1 1 0 0 0 up up 0", "c 1 1 1 0 1 same same 0"])
  }

  /// Thresholds of change, both ways, and nothing where there is nothing to compare.
  @Test func thresholds() throws {
    func ledger(_ then: Int, _ now: Int, of total: Int) -> SmallLedger {
      func state(_ done: Int) -> String {
        "序号,任务,牵头单位,完成时限,状态,完成日期\n"
          + (1...total).map {
            "\($0),任务\($0),甲局,2023-03-01,\($0 <= done ? "已完成,2023-03-01" : "推进中,")"
          }.joined(separator: "\n")
      }
      var ledger = SmallLedger(state(then), on: "2023-03-01")
      ledger.add(on: "2023-06-01", state(now))
      return ledger
    }
    func state(_ ledger: SmallLedger) throws -> [String] {
      try lines(
        "judgement_changes", "topic state points", ledger.at("2023-06-01", since: "2023-03-01"))
    }
    #expect(try state(ledger(10, 11, of: 20)) == ["due_completion up 50000", "below same ·"])
    #expect(try state(ledger(11, 10, of: 20)) == ["due_completion down 50000", "below same ·"])
    #expect(try state(ledger(10, 11, of: 21)) == ["due_completion level 48000", "below same ·"])
    var strict = ledger(10, 11, of: 20)
    strict.plan.paper.judgement.change = 50_001
    #expect(try state(strict).first == "due_completion level 50000")
    var empty = SmallLedger("序号,任务,牵头单位,完成时限,状态\n1,甲,甲局,2023-12-31,推进中", on: "2023-03-01")
    empty.add(on: "2023-06-01", "序号,任务,牵头单位,完成时限,状态\n1,甲,甲局,2023-05-31,推进中")
    #expect(try state(empty) == [])
    #expect(
      try lines(
        "figure_changes", "figure direction points", empty.at("2023-06-01", since: "2023-03-01")
      )
      .first == "due_completion none ·")
  }

  /// On every pair of days of the examples the flow adds up, and the figures are those of the moments.
  @Test(arguments: [
    ("tianshui-2023", "2023-04-25", "2023-06-25"), ("tianshui-2023", "2023-06-25", "2023-09-25"),
    ("tianshui-2023", "2023-11-25", "2023-12-31"), ("xuancheng-2019", "2019-06-30", "2019-12-31"),
    ("yingtan-2023", "2023-06-30", "2023-09-30"), ("yingtan-2023", "2023-09-30", "2024-01-15"),
  ])
  func itAddsUp(_ example: String, _ earlier: String, _ later: String) throws {
    let history = try ExampleHistory.named(example)
    let open = try history.moment(later.asDay, comparedWith: earlier.asDay)
    let flow = try open.moment.table("changes/overdue_flow").rows.map { $0[2].integer ?? 0 }
    #expect(flow.dropLast().reduce(0, +) == flow.last)
    let own = try open.moment.table("metrics/six_figures").text("figure numerator denominator")
    let changed = try open.moment.table("changes/figure_changes")
    let then = try history.moment(earlier.asDay).moment.table("metrics/six_figures")
    for row in changed.text("figure numerator denominator").split(separator: "\n").dropFirst() {
      let cells = row.split(separator: " ")
      #expect(own.split(separator: "\n").contains { $0.split(separator: " ") == cells })
    }
    for row in changed.rows {
      let earlier = then.rows.first { $0[1] == row[1] }
      #expect(earlier == nil || (earlier?[2], earlier?[3]) == (row[4], row[5]), "\(row)")
    }
  }
}
