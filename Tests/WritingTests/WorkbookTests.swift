import Definitions
import Domain
import Foundation
import Packages
import Pages
import TestSupport
import Testing

@testable import Writing

@Suite struct WorkbookTests {
  private func withSheet(
    _ body: (Worksheet, CellFormat) throws -> Void
  ) throws -> [Int: String] {
    try withFolder { folder in
      let path = folder + "/a.xlsx"
      let workbook = try Workbook(
        path: path, title: "t", author: "a", created: Day(number: 19_625))
      let sheet = try workbook.addSheet("甲")
      try body(sheet, try workbook.format(CellStyle()))
      let rows = sheet.cells.rowCount
      _ = try workbook.close()
      return [rows: path]
    }
  }

  private func refusal(_ cell: AddressedCell) -> CellFault.Problem? {
    do {
      _ = try withSheet { try $0.write(addressed: cell, row: 1, column: 2, format: $1) }
      return nil
    } catch let fault as CellFault {
      return fault.sheet == "甲" && fault.row == 2 && fault.column == 3 ? fault.problem : nil
    } catch { return nil }
  }

  @Test func valuesThatExcelRefuses() {
    #expect(refusal(.number(.nan)) == .notFinite)
    #expect(refusal(.number(.infinity)) == .notFinite)
    #expect(refusal(.formula("1/0", number: .nan)) == .notFinite)
    #expect(refusal(.text("a\u{0}b")) == .character(0))
    #expect(refusal(.text("\u{1F}")) == .character(0x1F))
    #expect(refusal(.text("\u{FFFE}")) == .character(0xFFFE))
    #expect(refusal(.text(String(repeating: "甲", count: 32_768))) == .tooLong(units: 32_768))
  }

  @Test func lengthIsCountedInUTF16() throws {
    // 16,384 characters outside the basic plane are 32,768 units.
    #expect(
      refusal(.text(String(repeating: "𠮷", count: 16_384))) == .tooLong(units: 32_768))
    _ = try withSheet {
      try $0.write(.text(String(repeating: "甲", count: 32_767)), row: 0, column: 0, format: $1)
    }
  }

  @Test func whatLooksLikeAnEscapeIsEscaped() throws {
    #expect(try CellText.checked("a_x0041_b") == "a_x005F_x0041_b")
    #expect(try CellText.checked("_x004_ _xyz_ _x") == "_x004_ _xyz_ _x")
    #expect(try CellText.checked("a\r\nb\rc") == "a\nb\nc")
  }

  @Test(arguments: ["", "  ", "a/b", "a:b", "[a]", "a*", "a?", "a\\", "'a", "a'", "History"])
  func sheetNames(name: String) {
    #expect(!SheetName.isValid(name))
  }

  @Test func sheetNamesByLengthAndCase() throws {
    #expect(SheetName.isValid(String(repeating: "表", count: 31)))
    #expect(!SheetName.isValid(String(repeating: "表", count: 32)))
    #expect(throws: OutputFault.self) {
      try withSheet { sheet, _ in
        _ = try sheet.workbook.addSheet("A")
        _ = try sheet.workbook.addSheet("a")
      }
    }
  }

  @Test func rowsPastTheLastAreRefused() {
    #expect(throws: OutputFault.self) {
      try withSheet { try $0.write(.blank, row: 1_048_576, column: 0, format: $1) }
    }
  }
}
