import TestSupport
import Testing

@testable import Layout

/// Which texts a condition of SUMIFS finds, as Excel compares them.
@Suite struct CriteriaKeysTests {
  private func keys(_ texts: [String]) -> CriteriaKeys {
    var keys = CriteriaKeys()
    for text in texts { keys.add(text) }
    return keys
  }

  /// Texts that Excel, WPS or LibreOffice may take for one another.
  static let confused: [[String]] = [
    ["a类", "A类"], ["ß", "SS"], ["ab", "AB", "ａｂ"], ["甲 局", "甲局"], ["甲\u{200B}局", "甲局"],
    ["é", "e\u{301}"], ["01", "1"], ["1.0", "1"], ["1.50", "1.5"], ["１", "1"], ["50%", "0.5"],
    ["1e3", "1000"], ["116205000139005714", "116205000139005802"], ["TRUE", "true"],
    ["2023-9-25", "2023年9月25日"], ["45194", "2023/9/25"], ["9:00", "0.375"], ["1/2", "1月2日"],
    ["(5)", "-5"], ["¥5", "5"], ["1,000", "1000"], ["12 pm", "0.5"], ["Jan 5", "1月5日"],
    ["5 January 2023", "44931"], ["张\u{20BB7}", "张\u{2070E}"], ["\u{E000}", "\u{E001}"],
  ]

  @Test(arguments: confused)
  func textsThatAreTakenForOneAnotherAreNotFound(_ texts: [String]) {
    let keys = keys(texts + ["综合", "优化服务"])
    for text in texts { #expect(!keys.areFound(by: text), "\(text)") }
    #expect(keys.areFound(by: "综合") && keys.areFound(by: "优化服务"))
  }

  /// Texts that mean something else as a condition, whatever else stands in the column.
  static let signs = [
    "", " ", "a*", "什么?", "什么？", "~", "甲～乙", "<5", ">", "=甲", "＝甲", " 甲", "甲 ", "甲\u{3000}",
    "\u{200B}", "TRUE", "False", "#N/A", "#REF!", "50%", "1-2", "3/4", "2023年9月", "9时30分", "上午9:00",
    "1.2.3", "+5", "-5", "1e3", "12am", "一月", "1234567890123456", "Sept 5",
    String(repeating: "长", count: 256),
  ]

  @Test(arguments: signs)
  func aConditionThatMeansSomethingElseIsNotFound(_ text: String) {
    #expect(!keys([text, "综合"]).areFound(by: text))
    #expect(!keys(["综合"]).areFound(by: text))
  }

  static let plain = [
    "综合", "u1", "ts-zfb", "第1项", "一、稳增长", "民生-1", "3号楼", "A-1", "2023年重点工作", "1", "12", "3.5",
    "Li Si",
    "Maya 3", "乙 局", String(repeating: "长", count: 255),
  ]

  @Test(arguments: plain)
  func anOrdinaryTextIsFound(_ text: String) {
    #expect(keys(Self.plain).areFound(by: text))
    // Also where no line has it: then there is nothing to add up.
    #expect(keys(["综合科"]).areFound(by: text))
  }

  @Test func anotherSpellingThatNoLineHasFindsThoseOfTheOther() {
    #expect(!keys(["A类"]).areFound(by: "a类"))
    #expect(!keys(["e\u{301}"]).areFound(by: "é"))
    #expect(!keys(["01"]).areFound(by: "1"))
  }

  @Test func aNumberIsNotFoundBesideWhatMayBeOne() {
    #expect(keys(["1", "2"]).areFound(by: "1"))
    #expect(!keys(["1", "2", "1月2日"]).areFound(by: "1"))
  }
}
