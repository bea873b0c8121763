import Testing

@testable import Layout

@Suite struct TitleLinesTests {
  @Test(arguments: [
    ("工作通报", ["工作通报"]),
    (
      "关于2023年前三季度深化“放管服”改革重点任务落实情况的通报",
      ["关于2023年前三季度深化“放管服”改革", "重点任务落实情况的通报"]
    ),
    (
      "关于2019年度政府创新工程重点任务落实情况（年终核定）的通报",
      ["关于2019年度政府创新工程重点任务", "落实情况（年终核定）的通报"]
    ),
  ])
  func titlesBreakBySense(_ title: String, _ lines: [String]) {
    #expect(TitleLines.broken(title, limit: 20) == lines)
  }

  @Test func noLineIsTooLongAndNoneHoldsASingleCharacter() {
    for count in 21...70 {
      let title = String(repeating: "任务", count: count / 2) + "的通报"
      let lines = TitleLines.broken(title, limit: 20)
      #expect(lines.joined() == title)
      #expect(lines.allSatisfy { (5...20).contains($0.count) }, "\(lines)")
    }
  }

  @Test(arguments: [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "100")])
  func numbersOfSections(_ number: Int, _ text: String) {
    #expect(ChineseNumber.text(number) == text)
  }

  @Test(arguments: [
    ("示例数据,进展为虚构", "示例数据，进展为虚构"), ("各区(市)人民政府", "各区（市）人民政府"),
    ("比例1:2,共3(4)", "比例1:2,共3(4)"), ("如下:", "如下："), ("a,b", "a,b"),
  ])
  func marksAmongChineseCharactersAreFullWidth(_ text: String, _ wide: String) {
    #expect(Punctuation.fullWidth(text) == wide)
  }

  @Test func ofTwoMarksThatMeetTheStrongerStays() {
    #expect(Punctuation.tidied("任务暂停，。共1项；。（）无、。") == "任务暂停。共1项。无。")
    #expect(Punctuation.tidied("第3项的““林权卡”试点”逾期") == "第3项的“‘林权卡’试点”逾期")
  }
}
