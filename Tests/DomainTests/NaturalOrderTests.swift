import Domain
import Testing

/// Numbers as notices write them, in the order in which people read them.
@Suite struct NaturalOrderTests {
  @Test(arguments: [
    ["1", "2", "9", "10", "11", "99", "100", "1000"],
    ["1", "1.1", "1.2", "1.9", "1.10", "1.10.1", "2", "10.1"],
    ["民生-1", "民生-2", "民生-10", "民生-100"],
    ["（一）", "（二）", "（三）", "（四）", "（九）", "（十）", "（十一）", "（二十）", "（二十一）", "（一百零二）"],
    ["(一)", "（二）", "(三)"],
    ["一", "二", "三", "十", "十二"],
    ["一、1", "一、2", "一、10", "二、1", "十、1"],
    ["①", "②", "⑩", "⑳"],
    ["第一项", "第二项", "第十项"],
    ["A1", "A2", "A10", "B1"],
    ["１", "２", "１０"],
    ["2023-1", "2023-2", "2023-10", "2024-1"],
  ])
  func numbersSortAsTheyAreRead(_ numbers: [String]) {
    let sorted = numbers.shuffled().sorted {
      NaturalOrder.key(of: $0).utf8.lexicographicallyPrecedes(NaturalOrder.key(of: $1).utf8)
    }
    #expect(sorted == numbers)
  }

  /// The form that version 3 of the store gave to the whole numbers of before.
  @Test(arguments: [("0", "010"), ("7", "017"), ("12", "0212"), ("012", "0212"), ("100", "03100")])
  func wholeNumbersStandBehindTheirLength(_ number: String, _ key: String) {
    #expect(NaturalOrder.key(of: number) == key)
  }

  /// Numerals within words are letters.
  @Test(arguments: ["三农", "一网通办", "七一"])
  func numeralsOfWordsAreNoNumbers(_ word: String) {
    let isNumber = NaturalOrder.key(of: word).utf8.contains { (0x30...0x39).contains($0) }
    #expect(isNumber == (word == "七一"))
  }
}
