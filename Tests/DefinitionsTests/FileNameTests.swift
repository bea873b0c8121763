import Definitions
import Testing

/// Names of files that any system takes, whatever a title holds.
@Suite struct FileNameTests {
  @Test(arguments: [
    ("深化\"放管服\"改革.xlsx", "深化＂放管服＂改革.xlsx"), ("2023/2024年.xlsx", "2023／2024年.xlsx"),
    ("甲: 乙*?<丙>|丁\\.xlsx", "甲： 乙＊？＜丙＞｜丁＼.xlsx"), ("第一行\n第二行.xlsx", "第一行_第二行.xlsx"),
    ("甲\u{202E}乙\u{200B}\u{2028}.xlsx", "甲_乙__.xlsx"), ("  ..甲. .xlsx", "甲.xlsx"),
    ("甲　.xlsx", "甲.xlsx"), ("", "_"), (".xlsx", "xlsx"), ("...", "_"), ("CON.xlsx", "_CON.xlsx"),
    ("con.甲.xlsx", "_con.甲.xlsx"), ("lpt9.docx", "_lpt9.docx"), ("COM¹.xlsx", "_COM¹.xlsx"),
    ("CONSUL.xlsx", "CONSUL.xlsx"), ("截至4.25的报告", "截至4.25的报告"), ("甲", "甲"),
  ])
  func whatNoNameMayHold(_ text: String, _ name: String) {
    #expect(FileName.fitting(text) == name)
    #expect(FileName.isValid(name))
  }

  @Test(arguments: [
    "a/b.xlsx", "a\"b.xlsx", "a.", " a", "a ", ".a", "nul", "a\nb", "", "a\u{200B}b",
  ])
  func whatIsNoName(_ name: String) {
    #expect(!FileName.isValid(name))
  }

  /// 255 bytes, of which a file under way takes some more; whole characters, and its ending stays.
  @Test func longNames() {
    let name = FileName.fitting(String(repeating: "深化改革👨‍👩‍👧", count: 60) + ".xlsx")
    #expect(name.utf8.count <= 240 && name.hasSuffix(".xlsx"))
    #expect(FileName.isValid(name))
    let marked = FileName.marked(name, "（甲局）")
    #expect(marked.utf8.count <= 240 && marked.hasSuffix("（甲局）.xlsx"))
  }
}
