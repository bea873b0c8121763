import Definitions
import Pages
import Testing

@testable import Layout

@Suite struct FileNameTests {
  @Test(arguments: ["", ".", "..", "a/b", "a\\b", "a\u{0}", "a\n", " a", "a.", "a:b", "a\u{202E}b"])
  func fileNames(name: String) {
    #expect(throws: OutputFault.self) { try FileName.checked(name) }
  }

  @Test func fileNamesOfOffices() throws {
    let name = "天水市2023年前三季度深化“放管服”改革重点任务落实情况（截至9月25日）.xlsx"
    #expect(try FileName.checked(name) == name)
  }
}
