import Definitions
import Domain
import Foundation
import Layout
import Pages
import TestSupport
import Testing

@testable import Writing

@Suite struct CSVTests {
  private func csv(
    _ texts: [String], encoding: CSVEncoding = .utf8, guards: Bool = true
  ) throws -> [UInt8] {
    try withFolder { folder in
      let writer = try CSVWriter(
        DataFile(
          name: "a.csv", headings: ["甲"], encoding: encoding, guardsFormulas: guards),
        path: folder + "/a.csv")
      for text in texts { try writer.write([.text(text)]) }
      _ = try writer.finish()
      return Array(FileManager.default.contents(atPath: folder + "/a.csv") ?? Data())
    }
  }

  private func line(_ text: String, guards: Bool = true) throws -> String {
    let whole = String(decoding: try csv([text], guards: guards), as: UTF8.self)
    return String(whole.dropFirst("\u{FEFF}甲\r\n".count).dropLast("\r\n".count))
  }

  @Test func bytes() throws {
    #expect(try csv(["乙"]) == [0xEF, 0xBB, 0xBF] + Array("甲\r\n乙\r\n".utf8))
    #expect(try line("a,b") == "\"a,b\"")
    #expect(try line("a\"b") == "\"a\"\"b\"")
    #expect(try line("a\nb") == "\"a\nb\"")
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@x", "\tx", "＝1", "＋1", "－1", "＠x", "  =1", "\u{3000}=1", "\u{A0}-1",
    "\u{2003}=1", "\u{2007}+1", "\u{200B}-1", "\u{200E}@x", "\u{FEFF}=1", "\u{2028}=1",
    "\u{2029}=1", "\u{85}=1", "\u{2060}=1", "\u{202E}=1", "\u{AD}=1", "\u{115F}=1",
    "\u{3164}=1", "\u{180E}=1", "\u{E0020}=1", "\u{FE0F}=1", "\u{1}=1", "\u{7F}=1",
    " \u{200B}\u{3000}＝1", "﹦1", "−1", "\u{2003}\tx", "-\u{200B}x",
  ])
  func textLikeAFormulaIsGuarded(text: String) throws {
    #expect(try line(text) == "'" + text)
    #expect(try line(text, guards: false) == text)
  }

  @Test(arguments: [
    "a=1", "一、", "2023-09-25", " a", "", "（一）", "“=”", "-", "－", "- ", "=",
    "\u{200B}a=1", "\u{2003}1", "\u{FEFF}季", "🙂=1", "é=", "5-1",
  ])
  func otherTextIsNot(text: String) throws {
    #expect(try line(text) == (text == "" ? "" : text))
  }

  @Test func lineEndsAreGuardedWithinQuotes() throws {
    #expect(try line("\r\n=1") == "\"'\r\n=1\"")
  }

  @Test func gb18030() throws {
    #expect(
      try csv(["乙"], encoding: .gb18030) == [0xBC, 0xD7, 0x0D, 0x0A, 0xD2, 0xD2, 0x0D, 0x0A])
  }

  @Test func whatCannotBeEncodedNamesItsCell() throws {
    // A private character that glibc's table leaves out.
    #expect(
      throws: CellFault(sheet: "a.csv", row: 3, column: 1, problem: .encoding("GB18030"))
    ) { try csv(["乙", "\u{E816}"], encoding: .gb18030) }
  }

  @Test func readBack() throws {
    let texts = ["a,\"b\"", "\"", "\"\"", "x\ny", "", "甲"]
    let table = try withFolder { folder in
      let path = folder + "/a.csv"
      try Data(try csv(texts)).write(to: URL(fileURLWithPath: path))
      return try readTable(path)
    }
    #expect(table?.headings == ["甲"])
    #expect(table?.rows.map { $0[0] } == texts)
  }
}
