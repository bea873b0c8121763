import Domain
import Testing

/// Which titles are one another reworded.
@Suite struct TitleLikenessTests {
  @Test(arguments: [
    ("推进政务服务一网通办", "深入推进政务服务“一网通办”", true), ("推进政务服务一网通办", "建设冷链物流园区", false),
    ("开展水质监测", "开展水质监测，每月通报结果并督促整改到位", true), ("新增就业5万人", "新增就业6.5万人", true),
    ("治理扬尘污染", "治理噪声污染", false), ("新建社区养老中心", "新建社区托育中心", false), ("", "", true),
  ])
  func rewording(_ one: String, _ other: String, _ isSame: Bool) {
    #expect(TitleLikeness(one).isRewording(of: TitleLikeness(other)) == isSame)
    #expect(TitleLikeness(other).isRewording(of: TitleLikeness(one)) == isSame)
  }

  @Test func figuresTellTasksOfOtherNumbersApart() {
    #expect(!TitleLikeness("开展2023年第5批督查检查").isNear(TitleLikeness("开展2023年第6批督查检查")))
    #expect(TitleLikeness("开展2023年第5批督查检查").isNear(TitleLikeness("开展2023年第5批督查检查工作")))
  }
}
