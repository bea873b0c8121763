import Domain
import Testing

@testable import Intake

@Suite struct MilestoneTextTests {
  static func shown(_ text: String, _ years: [Int] = [2023]) -> [String] {
    let cell = MilestoneText.read(text, DeadlineText.Years(years))
    return cell.milestones.map { "\($0.day) \($0.name)" } + (cell.isOngoing ? ["ongoing"] : [])
      + cell.refused.map { "refused \($0.problem.code): \($0.line)" }
  }

  @Test(arguments: [
    (
      "1-3月：完成可研批复\n6月底前完成征地\n9月底：主体开工\n12月：完成投资80%",
      [
        "2023-03-31 完成可研批复", "2023-06-30 完成征地", "2023-09-30 主体开工", "2023-12-31 完成投资80%",
      ]
    ), ("8月底之前完成招标\n全年：完成改造", ["2023-08-31 完成招标", "2023-12-31 完成改造"]),
    (
      "每季度末通报一次",
      [
        "2023-03-31 一季度末通报一次", "2023-06-30 二季度末通报一次", "2023-09-30 三季度末通报一次",
        "2023-12-31 四季度末通报一次", "ongoing",
      ]
    ), ("7、8月完成装修\n9月1日前开园", ["2023-08-31 完成装修", "2023-08-31 开园"]),
    ("一季度完成立项；二季度开工；2024年底前竣工", ["2023-03-31 完成立项", "2023-06-30 开工", "2024-12-31 竣工"]),
    ("3月：通报\n6月：通报", ["2023-03-31 3月：通报", "2023-06-30 6月：通报"]),
    ("2023.3.1 启动\r\n2023-09-25：完成", ["2023-03-01 启动", "2023-09-25 完成"]),
    ("3月底前\n6月底前", ["2023-03-31 3月底前", "2023-06-30 6月底前"]),
    ("3月：启动\n抓好宣传\n6月：完成", ["2023-03-31 启动；抓好宣传", "2023-06-30 完成"]),
    ("1、3月底前启动\n2、12月底前完成", ["2023-03-31 启动", "2023-12-31 完成"]),
    ("（1）3月启动\n（2）9月完成", ["2023-03-31 启动", "2023-09-30 完成"]),
    ("①3月启动\n②9月完成", ["2023-03-31 启动", "2023-09-30 完成"]),
    ("9月10家企业入驻", ["2023-09-30 10家企业入驻"]),
    ("9月底前完成；长期坚持", ["2023-09-30 完成", "ongoing"]), ("长期坚持", ["ongoing"]),
    ("3月：启动\n持续推进项目建设", ["2023-03-31 启动；持续推进项目建设"]),
    ("完成立项", ["refused deadline-form: 完成立项"]),
    ("完成立项\n6月：开工", ["2023-06-30 开工", "refused deadline-form: 完成立项"]),
    ("立行立改", ["refused deadline-form: 立行立改"]),
    ("9月31日：开工\n12月：完成", ["2023-12-31 完成", "refused day-not-in-calendar: 9月31日：开工"]),
  ])
  func splitsWhereALineBeginsWithADeadline(_ text: String, _ expected: [String]) {
    #expect(Self.shown(text) == expected)
  }

  @Test func theYearIsThePlans() {
    #expect(Self.shown("3月：启动", []) == ["refused deadline-year: 3月：启动"])
  }

  /// Each time is a milestone: none is left out.
  @Test func whatComesAgainIsWhole() {
    let cell = MilestoneText.read("每季度末通报一次", DeadlineText.Years([2023]))
    #expect(cell.milestones.allSatisfy { $0.inferred == [.yearOfPlan] })
  }

  @Test func theLastDayIsThatOfTheLastMilestone() {
    let cell = MilestoneText.read("12月：完成\n3月：启动", DeadlineText.Years([2023]))
    #expect(cell.lastDay == Day("2023-12-31"))
    #expect(cell.milestones.first?.inferred == [.lastDay, .yearOfPlan])
  }
}
