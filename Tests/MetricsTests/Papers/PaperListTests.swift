import Domain
import Metrics
import TestSupport
import Testing

/// The lists of a notice and of the leader's page on the example, as its model papers have them, and
/// what holds of them on every day of every example.
@Suite(.onEachEngine) struct PaperListTests {
  private func lines(_ query: String, _ columns: String, _ open: OpenMoment) throws -> [String] {
    let table = try open.moment.table("metrics/\(query)")
    let places = columns.split(separator: " ").map { table.index(of: String($0)) }
    return table.rows.map { row in
      places.map { $0.map { row[$0].cell } ?? "no such column" }.joined(separator: " ")
    }
  }

  private func example(_ day: String = "2023-09-25") throws -> OpenMoment {
    try ExampleHistory.named("tianshui-2023").moment(day.asDay)
  }

  @Test func whatIsOverdueOrDue() throws {
    let open = try example()
    #expect(
      try lines("open_items", "number milestone bearers days workdays remark settle_by state", open)
        == [
          "24 银行网点代办接入 市政府金融办 10 6 none 2023-10-16 overdue",
          "38 六项业务上线 市自然资源局 10 6 extension 2023-10-15 overdue",
          "29 骨干网扩容 市大数据中心 5 3 suspended 2023-10-15 overdue",
          "19 融合服务上线 市大数据中心、市政府政务大厅 0 0 none 2023-10-15 due_today",
        ])
  }

  @Test func whatIsBelowSchedule() throws {
    let open = try example()
    #expect(
      try lines("gap_bands", "band from_points to_points tasks", open) == [
        "from 300000 · 3", "between 100000 300000 10", "below 0 100000 3",
      ])
    #expect(
      try lines("gap_band_tasks", "number", open) == [
        "42", "7", "29", "31", "6", "13", "12", "21", "38", "39", "19", "20", "24", "5", "36", "40",
      ])
    #expect(
      try lines("reasons_below_schedule", "reason_kind tasks total", open)
        == ["objective 9 16", "subjective 4 16", " 3 16"])
    #expect(try lines("not_filled", "number", open) == ["33"])
  }

  /// (actual − base) ÷ (value − base): 51.7, 40.0, 50.0, 60.0 and 66.7 per cent.
  @Test func targets() throws {
    let open = try example()
    #expect(
      try lines("targets_below", "number converted_num converted_den task_targets tasks", open) == [
        "18 6200000 12000000 1 4", "36 8000000 20000000 2 4", "36 5000000 10000000 2 4",
        "39 12000000 20000000 1 4", "41 4000000 6000000 1 4",
      ])
    #expect(try lines("targets_unmeasured", "number", open) == ["26"])
  }

  @Test func whatIsGood() throws {
    let open = try example()
    #expect(
      try lines("units_all_done", "short_name due on_time all_on_time candidates", open) == [
        "市市场监管局 12 9 0 6", "市发展改革委 11 8 0 6", "市政府办公室 4 4 1 6",
      ])
    #expect(
      try lines("early_completions", "number early_days", open) == ["8 104", "15 122", "26 117"])
    #expect(
      try lines("publications_met", "short_name met owed", open) == [
        "市政府办公室 6 27", "市发展改革委 6 27", "市市场监管局 6 27", "市大数据中心 6 27",
        "市政府政务大厅 6 27", "市税务局 6 27",
      ])
  }

  @Test func unitsThatDidNot() throws {
    let open = try example()
    #expect(
      try lines("not_reported", "short_name state consecutive period_units", open)
        == ["市工信局 missing 1 2", "市招商局 missing 3 2"])
    #expect(
      try lines("rectifications_open", "state short_name days settle_by state_problems total", open)
        == [
          "overdue 市自然资源局 5 2023-10-16 1 4", "open 市市场监管局 · 2023-10-20 2 4",
          "open 市发展改革委 · 2023-10-31 2 4", "done 市住建局 · · 1 4",
        ])
    #expect(try lines("tasks_without_lead", "number", open) == ["6", "7"])
  }

  @Test func demands() throws {
    #expect(
      try lines("demands", "kind day is_default day_off short_name unit_state number", example())
        == [
          "settle 2023-10-15 0 1 市自然资源局 named 38", "settle 2023-10-15 0 1 市大数据中心 named 19",
          "settle 2023-10-15 0 1 市大数据中心 named 29", "settle 2023-10-15 0 1 市政府政务大厅 named 19",
          "settle 2023-10-16 1 0 市政府金融办 named 24", "explain 2023-10-15 0 1 市发展改革委 named 13",
          "explain 2023-10-15 0 1 市市场监管局 named 13", "explain 2023-10-25 0 0 市政府办公室 named 42",
          "explain 2023-10-25 0 0 市大数据中心 named 31", "explain 2023-10-25 0 0 市大数据中心 named 42",
          "explain 2023-10-25 0 0 · common 6", "explain 2023-10-25 0 0 · common 7",
          "report 2023-10-09 1 0 市工信局 named ·", "report 2023-10-09 1 0 市招商局 named ·",
          "fill 2023-10-09 1 0 市发展改革委 named 33", "fill 2023-10-09 1 0 市招商局 named 33",
          "fill 2023-10-09 1 0 市政府政务大厅 named 33", "measure 2023-10-09 1 0 市行政监察投诉中心 named 26",
          "rectify 2023-10-16 1 0 市自然资源局 named 38", "rectify 2023-10-20 0 0 市市场监管局 named 9",
          "rectify 2023-10-31 0 0 市发展改革委 named 13",
        ])
  }

  @Test func whatComesNext() throws {
    let open = try example()
    #expect(
      try lines("next_cutoff", "state items expected_late next_cutoff submit_state", open)
        == ["some 14 1 2023-11-25 same_day"])
    let next = try lines("due_next", "due number day_items", open)
    #expect(
      next.prefix(6).map { $0.split(separator: " ")[1] } == ["3", "11", "22", "31", "39", "40"])
    #expect(next[6...8].map { $0.split(separator: " ")[1] } == ["4", "13", "17"])
    #expect(next[9...].map { $0.split(separator: " ")[1] } == ["20", "25", "33", "36", "41"])
    #expect(
      try lines("due_next", "number timing", open).filter { $0.hasSuffix("late") } == ["22 late"])
    #expect(
      try lines("next_cutoff", "state items next_cutoff submit_state", example("2023-12-31"))
        == ["last 0 · none"])
  }

  @Test func decisions() throws {
    #expect(
      try lines(
        "decisions", "number question late_state days suspended expectation escalate_to", example())
        == [
          "38 extension overdue 10 0 late 市政府分管领导", "29 deadline overdue 5 1 late 市政府分管领导",
          "13 coordination none · 0 late 市政府分管领导",
          "19 coordination due_today 0 0 late 市政府分管领导",
        ])
  }

  /// Five units, numbered in the official order; what is counted is the unit's own part.
  @Test func slips() throws {
    let open = try example()
    #expect(
      try lines(
        "slips", "slip short_name overdue rectifications reports below below_overdue reply_by", open
      ) == [
        "1 市工信局 0 0 1 0 0 2023-10-09", "2 市自然资源局 1 1 0 3 1 2023-10-09",
        "3 市招商局 0 0 1 0 0 2023-10-09", "4 市政府金融办 1 0 0 2 1 2023-10-09",
        "5 市大数据中心 1 0 0 6 1 2023-10-09",
      ])
    let rows = try lines(
      "slip_rows", "slip kind number subject days workdays progress gap extension settle_by", open)
    #expect(rows.filter { $0.hasPrefix("2 target") }.count == 4)
    #expect(
      rows.filter { $0.hasPrefix("2 ") && !$0.hasPrefix("2 target") } == [
        "2 overdue 38 六项业务上线 10 6 850000 -150000 pending 2023-10-15",
        "2 rectification 38 ZG-2023-005 5 3 850000 -150000 none 2023-10-16",
        "2 behind 39  · · 550000 -200000 none ·", "2 behind 36  · · 700000 -50000 none ·",
      ])
    #expect(rows.first == "1 report · 前三季度 · · · · none 2023-10-09")
    let led = rows.filter { $0.hasPrefix("5 behind") }.map { $0.split(separator: " ")[2] }
    #expect(led == ["42", "31", "21", "19", "20"])
  }

  /// The lists are what the totals count.
  @Test(arguments: CrossCheckTests.cases)
  func listsAndTotals(_ test: CrossCheckTests.Case) throws {
    let open = try ExampleHistory.named(test.example).moment(test.day.asDay)
    let overview = try open.moment.table("metrics/overview")
    func total(_ name: String) throws -> Int64 {
      let place = try #require(overview.index(of: name))
      return overview.rows[0][place].integer ?? -1
    }
    func sum(_ query: String, _ column: String) throws -> Int64 {
      try lines(query, column, open).reduce(0) { $0 + (Int64($1) ?? 0) }
    }
    func count(_ query: String) throws -> Int64 { Int64(try lines(query, "ordinal", open).count) }
    let isClosing = open.moment.request.isClosing
    let states = try lines("open_items", "state", open)
    #expect(
      Int64(states.filter { $0 == "overdue" }.count)
        == (try isClosing ? total("due_open") : total("overdue")))
    #expect(try Int64(states.count) == total("due_open"))
    #expect(try count("gap_band_tasks") == total("below"))
    #expect(try sum("gap_bands", "tasks") == total("below"))
    let reasons = try sum("reasons_below_schedule", "tasks")
    #expect(try reasons == 0 || reasons == total("below"))
    #expect(try Int64(lines("not_filled", "number", open).count) == total("not_filled"))
    #expect(try Int64(lines("open_tasks", "number", open).count) == total("open"))
    // Every open due item is demanded of somebody, once of each.
    let items = Set(try lines("open_items", "task milestone", open))
    let demanded = try lines("demands", "kind task subject", open).filter { $0.hasPrefix("settle") }
    #expect(Set(demanded.map { String($0.dropFirst("settle ".count)) }) == items)
    // Every slip has the rows that it counts.
    let rows = try lines("slip_rows", "slip kind", open)
    let counted = "slip overdue rectifications reports below below_overdue upcoming"
    for slip in try lines("slips", counted, open) {
      let counts = slip.split(separator: " ").compactMap { Int($0) }
      let kinds = rows.filter { $0.hasPrefix("\(counts[0]) ") }.map { $0.split(separator: " ")[1] }
      #expect(kinds.filter { $0 == "overdue" }.count == counts[1])
      #expect(kinds.filter { $0 == "rectification" }.count == counts[2])
      #expect(kinds.filter { $0 == "report" }.count == counts[3])
      #expect(kinds.filter { $0 == "behind" }.count == counts[4] - counts[5])
      #expect(counts[1] + counts[2] + counts[3] + counts[6] > 0)
    }
    // Bound by bound: what is open and due after today, and by the next cut-off.
    let table = try open.moment.table("facts/item")
    let day = open.moment.request.asOf
    let naive = table.rows.filter { row in
      func value(_ name: String) -> Value { table.index(of: name).map { row[$0] } ?? .null }
      guard value("part").text == "", value("done").integer == 0, let due = value("due").day,
        let next = open.moment.request.next
      else { return false }
      return due > day && due <= next.cutoff
    }
    #expect(try count("due_next") == Int64(naive.count))
    #expect(try sum("next_cutoff", "items") == Int64(naive.count))
  }
}
