import Domain
import Testing

/// Words that look the same have one key, and words that differ have two.
@Suite struct WordKeyTests {
  /// Spellings of 市直部门 between which the eye cannot tell.
  @Test(arguments: [
    "市直部门", " 市直部门 ", "市直 部门", "市直　部门", "市直\u{A0}部门", "市直\t部门", "市直\n部门",
    "市直\u{200B}部门", "市直\u{2060}部门", "\u{FEFF}市直部门", "市直部门\u{200E}", "市\u{AD}直部门",
    "市直\u{3164}部门", "市直\u{FFA0}部门", "市直\u{2028}部门", "市直\u{2800}部门", "市直部门\u{FE00}",
    "市直\u{E0020}部门", "市直\u{115F}部门", "市直\u{2009}部门",
  ])
  func isOneWord(_ written: String) {
    #expect(WordKey(written).text == "市直部门")
  }

  @Test(arguments: [
    ("简政放权（一）", "简政放权(一)"), ("Ｌｉ　Ｓｉ", "LiSi"), ("１．２", "1.2"), ("５０％", "50%"),
    ("Cafe\u{301}", "Caf\u{E9}"), ("Cafe\u{200D}\u{301}", "Caf\u{E9}"), ("①类", "1类"),
    ("ﾊﾟ", "パ"), ("⼀类", "一类"), ("a\u{A8}b", "\u{E4}b"), ("A类", "A类"), ("a类", "a类"), ("", ""),
    ("\u{200B} 　", ""), ("【甲】、《乙》", "【甲】、《乙》"), ("一、二", "一、二"),
  ])
  func hasTheKey(_ written: String, _ key: String) {
    #expect(Array(WordKey(written).text.unicodeScalars) == Array(key.unicodeScalars))
  }

  @Test(arguments: [
    ("市直部门", "省直部门"), ("A类", "a类"), ("（一）", "一"), ("张三", "副市长张三"), ("县区", "县、区"),
    ("1.1", "11"),
  ])
  func areTwoWords(_ left: String, _ right: String) {
    #expect(WordKey(left) != WordKey(right))
  }

  /// A key is its own: every character by itself and behind a letter.
  @Test func keyOfAKeyIsItself() {
    for value in UInt32(0)..<0x3_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for written in [String(scalar), "a\(scalar)b"] {
        let key = WordKey(written)
        if WordKey(key.text) != key { Issue.record("U+\(String(value, radix: 16))") }
      }
    }
  }

  /// What is known of usual characters without Unicode's tables is what the tables say.
  @Test func usualCharactersHaveTheKeyOfTheTables() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let written = "市\(scalar)直"
      // ① needs the tables, and with it the whole word is looked up.
      let slow = WordKey(written + "\u{2460}").text
      if WordKey(written).text + "1" != slow { Issue.record("U+\(String(value, radix: 16))") }
    }
  }
}
