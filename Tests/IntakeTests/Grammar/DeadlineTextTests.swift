import Domain
import Testing

@testable import Intake

/// Deadlines in words, as ledgers hold them.
@Suite struct DeadlineTextTests {
  typealias Inferred = Set<InputProblem.DeadlineInference>

  static func read(
    _ text: String, _ years: [Int] = [2023], edge: DeadlineText.Edge = .last
  ) -> CellReading<DeadlineText> {
    DeadlineText.read(text, DeadlineText.Years(years), edge: edge)
  }

  /// `2023-09-30 ongoing lastDay,yearOfPlan`, or the problem.
  static func shown(_ text: String, _ years: [Int] = [2023], edge: DeadlineText.Edge = .last)
    -> String
  {
    switch read(text, years, edge: edge) {
    case .refused(let problem): return "refused \(problem.code)"
    case .value(let deadline):
      let inferred = deadline.inferred.map(\.rawValue).sorted().joined(separator: ",")
      let parts = [
        deadline.day?.description ?? "", deadline.isAtOnce ? "at once" : "",
        deadline.isOngoing ? "ongoing" : "",
        deadline.recurring.map { "\($0.label)=\($0.day)" }.joined(separator: " "), inferred,
      ]
      return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    // Whole dates.
    ("2023-09-25", "2023-09-25"), ("2023/9/25", "2023-09-25"), ("2023.9.25", "2023-09-25"),
    ("2023年9月25日", "2023-09-25"), ("2023 年 9 月 25 日", "2023-09-25"),
    ("２０２３年９月２５日", "2023-09-25"), ("2023．9．25", "2023-09-25"),
    ("二〇二三年九月二十五日", "2023-09-25"), ("二零二三年十二月三十一日", "2023-12-31"),
    ("2023年9月25号", "2023-09-25"), ("2023年9月25日前", "2023-09-25"),
    ("2023年9月25日之前完成", "2023-09-25"), ("2023年9月25日前完成。", "2023-09-25"),
    ("2023-09-25 17:00", "2023-09-25 timeDropped"), ("2023-09-25 00:00:00", "2023-09-25"),
    ("2023/9/25 17:00:00", "2023-09-25 timeDropped"),
    ("2023年9月25日17时前", "2023-09-25 timeDropped"),
    ("2023年9月25日 下午5点", "2023-09-25 timeDropped"),
    ("2023年9月1日12时前", "2023-09-01 timeDropped"),
    ("2023-09-25T08:30:00.000", "2023-09-25 timeDropped"),
    // Without a year.
    ("9月25日", "2023-09-25 yearOfPlan"), ("11月30号", "2023-11-30 yearOfPlan"),
    ("九月二十五日", "2023-09-25 yearOfPlan"), ("9月1日前", "2023-08-31 dayBefore,yearOfPlan"),
    ("2024年1月1日前", "2023-12-31 dayBefore"), ("9月1日", "2023-09-01 yearOfPlan"),
    ("9月30日前", "2023-09-30 yearOfPlan"), ("明年3月25日", "2024-03-25 yearOfPlan"),
    // Months.
    ("2016.9", "2016-09-30 lastDay"), ("2016-09", "2016-09-30 lastDay"),
    ("2016/2", "2016-02-29 lastDay"), ("2016.10", "2016-10-31 lastDay"),
    ("2016.1", "2016-01-31 lastDay,mayBeOctober"), ("2024年12月", "2024-12-31 lastDay"),
    ("2024.12", "2024-12-31 lastDay"), ("2016.1.5", "2016-01-05"),
    ("9月底", "2023-09-30 lastDay,yearOfPlan"), ("9月底前", "2023-09-30 lastDay,yearOfPlan"),
    ("9月前", "2023-09-30 lastDay,yearOfPlan"), ("9月末", "2023-09-30 lastDay,yearOfPlan"),
    ("8月底之前", "2023-08-31 lastDay,yearOfPlan"), ("9 月 底 前", "2023-09-30 lastDay,yearOfPlan"),
    ("９月底前", "2023-09-30 lastDay,yearOfPlan"), ("十二月底", "2023-12-31 lastDay,yearOfPlan"),
    ("9月份", "2023-09-30 lastDay,yearOfPlan"), ("9月内", "2023-09-30 lastDay,yearOfPlan"),
    ("9月底前完成", "2023-09-30 lastDay,yearOfPlan"), ("2024年2月底前", "2024-02-29 lastDay"),
    ("9月上旬", "2023-09-10 lastDay,yearOfPlan"), ("9月中旬", "2023-09-20 lastDay,yearOfPlan"),
    ("9月下旬", "2023-09-30 lastDay,yearOfPlan"), ("9月中旬前", "2023-09-20 lastDay,yearOfPlan"),
    ("9月中下旬", "2023-09-30 lastDay,yearOfPlan"),
    ("1-8月", "2023-08-31 endOfRange,lastDay,yearOfPlan"),
    ("1—8月", "2023-08-31 endOfRange,lastDay,yearOfPlan"),
    ("1月至8月", "2023-08-31 endOfRange,lastDay,yearOfPlan"),
    ("2024年1-8月", "2024-08-31 endOfRange,lastDay"),
    ("7、8月", "2023-08-31 endOfRange,lastDay,yearOfPlan"),
    ("7月、8月底前", "2023-08-31 endOfRange,lastDay,yearOfPlan"),
    ("6月、9月、12月", "2023-12-31 endOfRange,lastDay,yearOfPlan"),
    // From one time to another.
    ("2023年1月1日至2023年12月31日", "2023-12-31 endOfRange"),
    ("2023.9.1-2023.9.15", "2023-09-15 endOfRange"),
    ("9月1-10日", "2023-09-10 endOfRange,yearOfPlan"),
    ("2023年9月—2024年8月", "2024-08-31 endOfRange,lastDay"),
    ("9月至次年3月", "2024-03-31 endOfRange,lastDay,yearOfPlan"),
    ("2023-2025年", "2025-12-31 endOfRange,lastDay"),
    ("1月1日-3月1日", "2023-03-01 endOfRange,yearOfPlan"),
    // Quarters, halves, years.
    ("一季度", "2023-03-31 lastDay,yearOfPlan"), ("第三季度末", "2023-09-30 lastDay,yearOfPlan"),
    ("2季度", "2023-06-30 lastDay,yearOfPlan"), ("前三季度", "2023-09-30 lastDay,yearOfPlan"),
    ("四季度末前", "2023-12-31 lastDay,yearOfPlan"), ("2024年第一季度", "2024-03-31 lastDay"),
    ("上半年", "2023-06-30 lastDay,yearOfPlan"), ("下半年", "2023-12-31 lastDay,yearOfPlan"),
    ("2024年上半年", "2024-06-30 lastDay"), ("年底", "2023-12-31 lastDay,yearOfPlan"),
    ("年底前", "2023-12-31 lastDay,yearOfPlan"), ("年内", "2023-12-31 lastDay,yearOfPlan"),
    ("全年", "2023-12-31 lastDay,yearOfPlan"), ("今年年底前", "2023-12-31 lastDay,yearOfPlan"),
    ("今年底前", "2023-12-31 lastDay,yearOfPlan"), ("2025年底前", "2025-12-31 lastDay"),
    ("2025年年底前完成", "2025-12-31 lastDay"), ("2025年", "2025-12-31 lastDay"),
    ("2025年全年", "2025-12-31 lastDay"), ("2025年内", "2025-12-31 lastDay"),
    // Without end.
    ("长期坚持", "ongoing"), ("长期", "ongoing"), ("常态化推进", "ongoing"),
    ("2025年底前，并长期坚持", "2025-12-31 ongoing lastDay"),
    ("2025年底前完成并长期坚持", "2025-12-31 ongoing lastDay"),
    ("2025年9月25日，并长期坚持。", "2025-09-25 ongoing"),
    ("长期坚持，9月底前", "2023-09-30 ongoing lastDay,yearOfPlan"),
    // At once.
    ("立行立改", "at once"), ("立行立改，长期坚持", "at once ongoing"),
    ("立行立改，9月底前完成", "2023-09-30 at once lastDay,yearOfPlan"),
  ])
  func reads(_ text: String, _ expected: String) {
    #expect(Self.shown(text) == expected, "\(text)")
  }

  @Test(arguments: [
    (
      "每季度末",
      "ongoing 一季度末=2023-03-31 二季度末=2023-06-30 三季度末=2023-09-30 四季度末=2023-12-31 recurring,yearOfPlan"
    ),
    (
      "每季度",
      "ongoing 一季度=2023-03-31 二季度=2023-06-30 三季度=2023-09-30 四季度=2023-12-31 recurring,yearOfPlan"
    ), ("每半年", "ongoing 上半年=2023-06-30 下半年=2023-12-31 recurring,yearOfPlan"),
    ("2024年每半年", "ongoing 上半年=2024-06-30 下半年=2024-12-31 recurring"),
    ("每年底前", "ongoing 全年末=2023-12-31 recurring,yearOfPlan"),
  ])
  func readsWhatComesAgain(_ text: String, _ expected: String) {
    #expect(Self.shown(text) == expected)
  }

  @Test func aMonthComesTwelveTimes() throws {
    guard case .value(let deadline) = Self.read("每月25日前", [2024]) else {
      Issue.record("refused")
      return
    }
    #expect(deadline.recurring.count == 12)
    #expect(deadline.recurring.map(\.label).prefix(2) == ["1月25日", "2月25日"])
    guard case .value(let ends) = Self.read("每月底", [2024]) else {
      Issue.record("refused")
      return
    }
    #expect(ends.recurring[1] == .init(day: Day("2024-02-29")!, label: "2月末"))
  }

  @Test func severalYearsNameThemselves() {
    #expect(
      Self.shown("每年底", [2023, 2024])
        == "ongoing 2023年全年末=2023-12-31 2024年全年末=2024-12-31 recurring,yearOfPlan")
  }

  /// What begins in a month begins on its first day.
  @Test(arguments: [
    ("2016.3", "2016-03-01 firstDay"), ("3月", "2023-03-01 firstDay,yearOfPlan"),
    ("1-8月", "2023-01-01 firstDay,yearOfPlan"), ("3月下旬", "2023-03-21 firstDay,yearOfPlan"),
    ("三季度", "2023-07-01 firstDay,yearOfPlan"), ("2023年3月5日", "2023-03-05"),
    ("2023年3月5日-3月9日", "2023-03-05"), ("3月5-9日", "2023-03-05 yearOfPlan"),
    ("9月1日前", "2023-09-01 yearOfPlan"),
  ])
  func readsBeginnings(_ text: String, _ expected: String) {
    #expect(Self.shown(text, edge: .first) == expected)
  }

  /// The year comes from the plan, and where it has none or several from nowhere.
  @Test(arguments: ["9月底前", "9月25日", "年底前", "一季度", "每季度末", "1-8月", "今年9月"])
  func refusesWhatHasNoYear(_ text: String) {
    guard case .refused(.deadlineYear(years: [])) = Self.read(text, []) else {
      Issue.record("\(text) was read without a year")
      return
    }
  }

  @Test(arguments: ["9月底前", "9月25日", "年底前", "次年3月"])
  func refusesToChooseAmongYears(_ text: String) {
    guard case .refused(.deadlineYear(years: [2023, 2024])) = Self.read(text, [2023, 2024]) else {
      Issue.record("\(text) was read")
      return
    }
  }

  @Test func aWrittenYearNeedsNoPlan() {
    #expect(Self.shown("2024年9月底前", []) == "2024-09-30 lastDay")
    #expect(Self.shown("长期坚持", []) == "ongoing")
  }

  @Test(arguments: [
    "", " ", "尽快", "抓紧", "9", "44770", "9月初", "9月中", "9月底左右", "预计9月底", "2023", "202309",
    "20230925", "9.25", "9-25", "9/25", "25日", "23年9月底前", "13月底", "0月", "9月底10月底", "三季度前",
    "2025年前", "上半年前", "每周", "每天", "每", "并", "9月底并", "，9月底前", "五季度", "12-1月",
    "9月、8月", "2023-9-25-", "2023年9月25", "九", "第一批", "已完成", "长期长期", "9月底，10月底", "2023年9月25日25时",
    "一二三四", "前", "底前", "月底前", "--", "2023年13月", "1-2-3-4", "9月1日-8月1日",
  ])
  func refusesNonsense(_ text: String) {
    guard case .refused(.deadlineForm) = Self.read(text) else {
      Issue.record("\(text) was read as \(Self.shown(text))")
      return
    }
  }

  @Test(arguments: [
    ("44770", "2022-07-28"), ("20230925", "2023-09-25"), ("43000.5", nil), ("尽快", nil),
  ])
  func namesTheDayThatItWouldBe(_ text: String, _ expected: String?) {
    guard case .refused(.deadlineForm(let suggestion)) = Self.read(text) else {
      Issue.record("\(text) was read")
      return
    }
    #expect(suggestion == expected)
  }

  @Test(arguments: ["9月31日", "2023-02-30", "2023年2月29日前", "2023-13-01"])
  func refusesDaysThatDoNotExist(_ text: String) {
    #expect(["refused day-not-in-calendar", "refused deadline-form"].contains(Self.shown(text)))
    guard case .refused = Self.read(text) else { return }
  }

  @Test func refusesYearsOutOfRange() {
    #expect(Self.shown("1850年9月底") == "refused day-out-of-range")
    #expect(Self.shown("2300.9.1") == "refused day-out-of-range")
  }

  /// Whatever stands in a cell, reading it ends, and what is read is a day that exists.
  @Test func neverCrashes() {
    var random = SeededRandom(seed: 17)
    let pieces = [
      "年", "月", "日", "底", "前", "末", "季度", "每", "第", "上半年", "旬", "上旬", "-", "/", ".", "、", "，", "至",
      " ",
      "9", "12", "2023", "十", "二", "〇", "一", "并", "长期坚持", "立行立改", "内", "\u{3000}", "\n", "：", "完成",
      "%", "A",
      "😀", "\u{0}", "次年", "今年", "99999999999999999999", "全年", "年底", "号", "17:00",
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...9, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      for edge in [DeadlineText.Edge.first, .last] {
        guard case .value(let deadline) = Self.read(text, [2023], edge: edge) else { continue }
        let days = [deadline.day].compactMap { $0 } + deadline.recurring.map(\.day)
        #expect(days.allSatisfy { Day.years.contains($0.year) }, "\(text)")
        #expect(deadline.isOngoing || deadline.isAtOnce || !days.isEmpty, "\(text)")
      }
      _ = MilestoneText.read(text, DeadlineText.Years([2023]))
    }
  }
}

/// Random numbers that are the same in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
