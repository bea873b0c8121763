import Domain
import Testing

@testable import Intake

@Suite struct QuantityTextTests {
  static func shown(_ text: String) -> String {
    switch QuantityText.read(text) {
    case .refused(let problem): "refused \(problem.code)"
    case .value(let quantity):
      [
        quantity.indicator, quantity.comparison ?? "",
        quantity.value % 1_000_000 == 0
          ? "\(quantity.value / 1_000_000)" : "\(Double(quantity.value) / 1_000_000)",
        quantity.unit, quantity.expanded.isEmpty ? "" : "(\(quantity.expanded))",
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("1300人", "1300 人"), ("7699套", "7699 套"), ("10000万", "100000000 (万)"), ("2所", "2 所"),
    ("1.5亿元", "150000000 元 (亿)"), ("3万亿元", "3000000000000 元 (万亿)"), ("2万人次", "20000 人次 (万)"),
    ("１３００人", "1300 人"), ("1,300人", "1300 人"), ("1300 人", "1300 人"), ("≥95%", ">= 95 %"),
    ("不低于6%", ">= 6 %"), ("不少于20家", ">= 20 家"), ("100公里以上", ">= 100 公里"), ("10家及以上", ">= 10 家"),
    ("30天以内", "<= 30 天"), ("不超过3%", "<= 3 %"), ("≤5%", "<= 5 %"), ("120%", "120 %"), ("95", "95"),
    ("新增床位200张", "新增床位 200 张"), ("增长6.5%", "增长 6.5 %"), ("覆盖率达到95%以上", "覆盖率 >= 95 %"),
    ("控制在5%以内", "<= 5 %"), ("-3%", "-3 %"), ("新建2所。", "新建 2 所"), ("500亩/年", "500 亩/年"),
    ("排名：3", "排名 3"),
  ])
  func reads(_ text: String, _ expected: String) {
    #expect(Self.shown(text) == expected, "\(text)")
  }

  @Test(arguments: [
    "", "若干", "5-8家", "5～8家", "5至8家", "6%左右", "约100家", "近百家", "100余家", "12,34套", "1.2.3",
    "2025年新增10家",
    "20公里环线1条", "超过10家", "≥95%以下", "人", "1.", "10家，其中3家",
  ])
  func refusesWhatIsOpen(_ text: String) {
    #expect(Self.shown(text) == "refused quantity-form")
  }

  @Test func refusesWhatIsTooLarge() {
    #expect(Self.shown("99999999万亿元") == "refused number-too-large")
    #expect(Self.shown("99999999999999999999999人") == "refused number-too-large")
    #expect(Self.shown("1.1234567人") == "refused number-decimals")
  }
}
