import Domain
import Testing

/// Headings and single cells that are refused, or warned about.
@Suite struct BadCellTests {
  /// A task register and the faults that it gives.
  struct Example: CustomTestStringConvertible {
    let headings: String
    let row: String
    let faults: [String]
    var testDescription: String { headings + " / " + row }

    init(_ headings: String, _ row: String, _ faults: String...) {
      (self.headings, self.row, self.faults) = (headings, row, faults)
    }
  }

  static let headings = [
    Example("序号,牵头单位", "1,市工信局", "ledger.csv:1:1 heading-missing 任务"),
    Example("任务,牵头单位", "甲,市工信局", "ledger.csv:2:1 ?tasks-without-number "),
    Example(
      "顺序号,任务,牵头单位", "1,甲,市工信局", "ledger.csv:1:1 heading-missing 序号",
      "ledger.csv:1:1 ?heading-near 顺序号"),
    Example("项目编号,任务,牵头单位", "1,甲,市工信局", "ledger.csv:1:1 heading-missing 序号"),
    Example("序号,任务,title,牵头单位", "1,甲,甲,市工信局", "ledger.csv:1:7 heading-twice title"),
    Example("序号,任务,专班,专班,牵头单位", "1,甲,,,市工信局", "ledger.csv:1:10 heading-twice 专班"),
    Example("序号,任务,牵头单位", "序号,任务,牵头单位", "ledger.csv:2:1 heading-repeated 序号,任务,牵头单位"),
    Example(
      "序号,任务,牵头单位,完成时间", "1,甲,市工信局,", "ledger.csv:1:12 ?heading-near 完成时间"),
    Example("序号,任务,牵头单位,", "1,甲,市工信局,多", "ledger.csv:2:10 heading-empty 多"),
    Example("序号,任务,牵头单位,,", "1,甲,市工信局,,"),
  ]

  static func cell(_ heading: String, _ text: String, _ fault: String?) -> Example {
    let place = "ledger.csv:2:10 "
    var example = Example("序号,任务,牵头单位,\(heading)", "1,甲,市工信局,\(text)")
    if let fault {
      example = Example(
        example.headings, example.row, place + fault + " " + text.filter { $0 != "\"" })
    }
    return example
  }

  static let days = [
    cell("预计完成日期", "23-2-3", "day-form"), cell("预计完成日期", "3/2/2023", "day-form"),
    cell("预计完成日期", "2023/2-3", "day-form"), cell("预计完成日期", "45000", "day-form"),
    cell("预计完成日期", "2023年2月", "day-form"), cell("预计完成日期", "年底", "day-form"),
    cell("预计完成日期", "2023/2/3 17:00", "day-form"), cell("预计完成日期", "2023/2/3 0:", "day-form"),
    cell("预计完成日期", "2023/002/3", "day-form"), cell("预计完成日期", "9月底前", "day-form"),
    cell("预计完成日期", "2023/13/1", "day-not-in-calendar"),
    cell("预计完成日期", "2023年2月30日", "day-not-in-calendar"),
    cell("预计完成日期", "2024-02-30", "day-not-in-calendar"),
    cell("预计完成日期", "0000-01-01", "day-out-of-range"),
    cell("预计完成日期", "9999-12-31", "day-out-of-range"), cell("预计完成日期", "2024-02-29", nil),
    cell("完成时限", "45000", "deadline-form"), cell("完成时限", "尽快", "deadline-form"),
    cell("完成时限", "9月底前", "deadline-year"), cell("完成时限", "2023-13-01", "day-not-in-calendar"),
    cell("完成时限", "9999-12-31", "day-out-of-range"), cell("完成时限", "2024-02-29", nil),
  ]

  static let numbers = [
    cell("进度", "130%", "percent-range"), cell("进度", "-1", "percent-range"),
    cell("进度", "53.33333%", "number-decimals"), cell("进度", "nan", "number-form"),
    cell("进度", "0x10", "number-form"), cell("进度", "1e400", "number-form"),
    cell("进度", "１２３", "number-form"), cell("进度", "12abc", "number-form"),
    cell("进度", ".5", "number-form"), cell("进度", "5.", "number-form"),
    cell("进度", "99999999999999999999", "number-too-large"), cell("进度", "53.3%", nil),
    cell("进度", "\"1,234\"", "number-form"),
  ]

  static let words = [
    cell("状态", "推进种", "unknown-word"), cell("重难点", "可能", "unknown-word"),
    cell("完成预期", "能确保", nil), cell("重难点", "YES", nil),
  ]

  @Test(arguments: headings + days + numbers + words)
  func isRefusedAtItsPlace(_ example: Example) throws {
    let fixture = LedgerFixture.tasks(example.headings, example.row)
    #expect(try fixture.read().lines == example.faults)
  }

  @Test(arguments: [
    ("20230203", "2023-02-03"), ("45000", "2023-03-15"), ("2023/2/3 17:00", "2023-02-03"),
    ("2023 年 2 月 3 日", "2023-02-03"), ("2023-02-03 00:00:01", "2023-02-03"),
  ])
  func daysAreSpeltRight(_ text: String, _ suggestion: String) throws {
    let fixture = LedgerFixture.tasks("序号,任务,牵头单位,预计完成日期", "1,甲,市工信局,\(text)")
    #expect(try fixture.read().faults.map(\.problem) == [.dayForm(suggestion: suggestion)])
  }

  @Test(arguments: [
    ("\"1,234\"", "1234"), ("１２３", "123"), ("\"1,23\"", nil), ("12abc", nil),
  ])
  func numbersAreSpeltRight(_ text: String, _ suggestion: String?) throws {
    let fixture = LedgerFixture([
      "targets.csv": "编号,任务,指标,口径,目标值\nt1,1,数,≥,\(text)\n"
    ])
    #expect(
      try fixture.read().faults.map(\.problem) == [
        .numberForm(.quantity, suggestion: suggestion)
      ])
  }

  /// What is noted is noted at least once: none, or less, would count for something else.
  @Test(
    arguments: [
      ("2", []), ("0.5", []), ("", []), ("0", [.numberNotPositive]), ("-1", [.numberNotPositive]),
    ] as [(String, [InputProblem])])
  func eventsAreCountedAboveZero(_ text: String, _ problems: [InputProblem]) throws {
    let fixture = LedgerFixture([
      "ledger.csv": "序号,任务,牵头单位\n1,甲,市工信局\n",
      "events.csv": "单位,日期,类别,数量\n市工信局,2023-01-01,表扬,\(text)\n",
    ])
    #expect(try fixture.read().faults.map(\.problem) == problems)
  }

  @Test func wordsListWhatIsValid() throws {
    let outcome = try LedgerFixture.tasks("序号,任务,牵头单位,完成预期", "1,甲,市工信局,能确定").read()
    #expect(
      outcome.faults.map(\.problem) == [
        .unknownWord(.outlook, nearest: "能确保", known: ["能确保", "有困难", "assured", "difficult"])
      ])
  }

  @Test func identifiers() throws {
    let fixture = LedgerFixture.tasks(
      "任务编号,任务,牵头单位", "Ａ１,甲,市工信局", "e\u{301},乙,市工信局", "x\u{200B},丙,市工信局",
      "\"a\nb\",丁,市工信局", ",戊,市工信局")
    #expect(
      try fixture.read().lines == [
        "ledger.csv:2:1 ?identifier-normalised Ａ１",
        "ledger.csv:3:1 ?identifier-normalised e\u{301}",
        "ledger.csv:4:1 identifier-character x\u{200B}",
        "ledger.csv:5:1 identifier-character a\nb", "ledger.csv:7:1 task-key-missing ",
      ])
  }
}
