import Domain
import Testing

@testable import Intake

/// A bar is a bar for the guess and for the reading, however it is laid out.
@Suite struct BarTests {
  /// The rows of a ledger below the headings, and what is merged.
  struct Layout: CustomTestStringConvertible {
    let testDescription: String
    let bars: [[String?]]
    var merges: [String] = []
    /// The sections that the two blocks of tasks come under.
    var sections = ["交通类", "民生类"]
    var numbers = ["1", "2", "3", "4"]
    var titles = ["新建公路八十公里", "改造农村危桥十座", "新建公办幼儿园两所", "开展燃气安全排查"]
  }

  static let layouts = [
    Layout(
      testDescription: "a number and a text", bars: [["一", "交通类"], ["二", "民生类"]]),
    Layout(
      testDescription: "a number, and a text merged across",
      bars: [["一", "交通类"], ["二", "民生类"]], merges: ["B2:F2", "B5:F5"]),
    Layout(
      testDescription: "in brackets", bars: [["（一）", "交通类"], ["(二)", "民生类"]]),
    Layout(
      testDescription: "with a mark", bars: [["一、", "交通类"], ["二．", "民生类"]]),
    Layout(
      testDescription: "how many follow",
      bars: [
        ["一", "交通类（共2项）"], ["二", "民生类", nil, nil, nil, "共2项"],
      ]),
    Layout(
      testDescription: "one text in the first column",
      bars: [["一、交通类"], ["二、民生类（2项）"]], sections: ["一、交通类", "二、民生类"]),
    Layout(
      testDescription: "one text in the column of tasks",
      bars: [[nil, "（一）交通类"], [nil, "（二）民生类"]], sections: ["（一）交通类", "（二）民生类"]),
    Layout(
      testDescription: "merged across", bars: [["交通类"], ["民生类"]], merges: ["A2:F2", "A5:F5"]),
    Layout(
      testDescription: "merged over two rows of height", bars: [["交通类"], ["民生类"]],
      merges: ["A2:F2", "A5:D5"]),
    Layout(
      testDescription: "parts", bars: [["第一部分", "交通类"], ["第二部分", "民生类"]]),
    Layout(
      testDescription: "1 above 1.1", bars: [["1", "交通类"], ["2.", "民生类"]],
      numbers: ["1.1", "1.2", "2.1", "2.2"]),
    Layout(
      testDescription: "1 above 1.1 in one cell", bars: [["1. 交通类"], ["2. 民生类"]],
      sections: ["1. 交通类", "2. 民生类"], numbers: ["1.1", "1.2", "2.1", "2.2"]),
    Layout(
      testDescription: "leaders", bars: [["一", "市长 陈某"], ["二", "副市长 李某"]],
      sections: ["市长 陈某", "副市长 李某"]),
  ]

  private func sheet(_ layout: Layout) -> Sheet {
    func task(_ index: Int) -> [String?] {
      [
        layout.numbers[index], layout.titles[index], "市工信局", "2023-1\(index % 3)-01", "进行中", nil,
      ]
    }
    return SuggestedBooks.sheet(
      "重点任务",
      [
        ["序号", "工作任务", "责任单位", "完成时限", "状态", "备注"], layout.bars[0], task(0), task(1),
        layout.bars[1],
      ]
        + [task(2), task(3)], merges: layout.merges)
  }

  @Test(arguments: layouts)
  func barsAreSections(_ layout: Layout) throws {
    let reading = try GuessedReading(sheet(layout))
    #expect(reading.errors == [])
    #expect(reading.guessed == 4)
    let column = layout.sections[0].contains("市长") ? "leaders" : "section"
    #expect(reading.suggestion.sheets[0].bars?.column == column)
    let expected = layout.numbers.enumerated().map {
      "\($0.element) \(layout.sections[$0.offset / 2])"
    }
    #expect(reading.outcome.rows("task", "number_text", column) == expected)
  }

  /// Numbered as the others are, a task of which nothing else is known stays one.
  @Test(arguments: [["一", "二", "三"], ["（一）", "（二）", "（三）"], ["1", "2", "3"]])
  func aTaskWithATitleAloneStaysOne(_ numbers: [String]) throws {
    let reading = try GuessedReading(
      SuggestedBooks.sheet(
        "任务",
        [
          ["序号", "工作任务", "责任单位", "完成时限"],
          [numbers[0], "新建公路", "市工信局", "2023-10-01"],
          [numbers[1], "改造农村危桥", nil, nil],
          [numbers[2], "新建公办幼儿园", "市工信局", "2023-10-01"],
        ]))
    #expect(reading.guessed == 3)
    #expect(reading.outcome.rows("task", "title").count == 3)
  }

  @Test func aTableGoesOnBelowASum() throws {
    let reading = try GuessedReading(
      SuggestedBooks.sheet(
        "任务",
        [
          ["序号", "工作任务", "责任单位", "完成时限"], ["1", "新建公路", "市工信局", "2023-10-01"],
          ["小计", "1项"], ["2", "改造农村危桥", "市工信局", "2023-10-01"], ["合计", "2项"],
          ["填表人：周某", nil, nil, "审核：吴某"],
        ]))
    #expect(reading.errors == [])
    #expect(reading.guessed == 2)
    #expect(reading.outcome.rows("task", "number_text") == ["1", "2"])
  }
}
