import Definitions
import Domain
import Foundation
import Layout
import Packages
import Pages
import TestSupport
import Testing

@testable import Writing

/// Where libxlsxwriter writes what Excel refuses, or says nothing: each trap is closed here.
@Suite struct LimitTests {
  @discardableResult
  private func withWorkbook<Result>(
    path: String? = nil, title: String = "t",
    _ body: (Workbook, Worksheet) throws -> Result
  ) throws -> Result {
    try withFolder { folder in
      let workbook = try Workbook(
        path: path ?? folder + "/a.xlsx", title: title, author: "a",
        created: Day(number: 19_625))
      let result = try body(workbook, workbook.addSheet("甲"))
      _ = try workbook.close()
      return result
    }
  }

  private func problem(_ body: () throws -> Void) -> OutputFault.Problem? {
    do { try body() } catch let fault as OutputFault { return fault.problem } catch {}
    return nil
  }

  private func refusal(_ cell: AddressedCell) -> CellFault.Problem? {
    do {
      try withWorkbook { workbook, sheet in
        try sheet.write(
          addressed: cell, row: 0, column: 0, format: workbook.format(CellStyle()))
      }
    } catch let fault as CellFault { return fault.problem } catch {}
    return nil
  }

  @Test func mergedCellsThatOverlap() {
    func merge(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> OutputFault.Problem? {
      problem {
        try withWorkbook { _, sheet in
          try sheet.merge(.text("a"), rows: 2...4, columns: 1...3, style: .line)
          try sheet.merge(.text("b"), rows: rows, columns: columns, style: .line)
        }
      }
    }
    #expect(merge(4...5, 3...4) == .overlap(sheet: "甲", cell: "D5"))
    #expect(merge(2...4, 4...5) == nil)
    #expect(merge(5...6, 1...3) == nil)
  }

  @Test func columnsPastTheLast() {
    #expect(
      problem {
        try withWorkbook { workbook, sheet in
          try sheet.write(
            .number(1), row: 0, column: 16_384, format: workbook.format(CellStyle()))
        }
      } == .tooManyColumns(16_385))
    #expect(
      problem {
        try withWorkbook { try $1.setWidths(Array(repeating: 8, count: 16_385)) }
      } == .tooManyColumns(16_385))
    #expect(
      problem {
        try withWorkbook { workbook, sheet in
          try sheet.write(
            .number(1), row: 0, column: 16_383, format: workbook.format(CellStyle()))
        }
      } == nil)
  }

  @Test func textInFormulas() {
    #expect(FormulaText.literal("a\"b") == "\"a\"\"b\"")
    let long = String(repeating: "甲", count: 300)
    #expect(
      FormulaText.literal(long)
        == "\"\(String(repeating: "甲", count: 255))\"&\"\(String(repeating: "甲", count: 45))\"")
    #expect(refusal(.textFormula("IF(A2=0,\(FormulaText.literal(long)),1)", text: long)) == nil)
    // What is too long stands as the text or the number that it shows.
    #expect(FormulaText.fits("IF(A2=0,\"\(long)\",1)") == false)
    #expect(refusal(.textFormula("IF(A2=0,\"\(long)\",1)", text: long)) == nil)
    let quotes = String(repeating: "\"", count: 255)
    #expect(refusal(.textFormula(FormulaText.literal(quotes), text: quotes)) == nil)
    // The name of a sheet is no text, whatever it holds.
    #expect(refusal(.formula("SUM('a\"b'!A1:A2)&\"x\"", number: 0)) == nil)
    let sum = String(repeating: "1+", count: 4_096) + "1"
    #expect(FormulaText.fits(sum) == false)
    #expect(refusal(.formula(sum, number: 1)) == nil)
    #expect(refusal(.formula("IF(A2=\"\u{1}\",1,2)", number: 1)) == .character(1))
  }

  @Test func textThatBeginsAFormulaStaysText() throws {
    try withFolder { folder in
      let path = folder + "/a.xlsx"
      let workbook = try Workbook(
        path: path, title: "t", author: "a", created: Day(number: 19_625))
      let sheet = try workbook.addSheet("甲")
      for (row, text) in ["=1+1", "{=1}", "http://a", "internal:A1"].enumerated() {
        try sheet.write(.text(text), row: row, column: 0, format: workbook.format(CellStyle()))
      }
      _ = try workbook.close()
      let archive = try ZipArchive(path: path)
      let part = try #require(archive.entries.first { $0.name.hasSuffix("sheet1.xml") })
      let xml = String(decoding: try archive.content(of: part), as: UTF8.self)
      #expect(!xml.contains("<f>") && !xml.contains("hyperlink"))
      #expect(xml.contains("t=\"s\"><v>3</v>"), "four shared strings")
    }
  }

  /// Titles and names that stand in no cell.
  @Test func textsBesideTheCells() {
    #expect(
      problem { try withWorkbook(title: "a\u{1}") { _, _ in } } == .text("a\u{1}", .character(1)))
    let tint = Tint(.red)
    #expect(
      problem {
        try withWorkbook { try $1.colour(word: "红\u{2}", as: tint, column: 0, rows: 0...1) }
      } == .text("红\u{2}", .character(2)))
    func chart(_ title: String) -> OutputFault.Problem? {
      problem {
        try withWorkbook { _, sheet in
          try sheet.insert(
            ChartArea(
              chart: Chart(
                kind: .bar, title: title, table: 0, categories: 0,
                series: [Chart.Series(name: "列", column: 1)], pointColours: [], left: 0,
                width: 100, height: 100), rows: 0...1, row: 0))
        }
      }
    }
    #expect(chart("图") == nil)
    #expect(chart("图\u{3}") == .text("图\u{3}", .character(3)))
    #expect(chart("=甲!A1") == .text("=甲!A1", .character(0x3D)), "would be read as a formula")
  }

  @Test func namesThatReadAsOthers() {
    #expect(!SheetName.isValid("a_x0041_"))
    #expect(SheetName.isValid("a_x004_"))
    #expect(SheetName.numbered("表", 2) == "表(2)")
    let long = String(repeating: "表", count: 31)
    #expect(SheetName.isValid(SheetName.numbered(long, 12)))
  }

  @Test func pathsThatCannotBeWrittenAreFoundBeforeTheLibraryComplains() {
    #expect(
      problem { try withWorkbook(path: "/nowhere/a.xlsx") { _, _ in } }
        == .system(call: "open", code: ENOENT))
  }

  @Test func aFileThatIsThereIsNotReplaced() throws {
    try withFolder { folder in
      try Data("a".utf8).write(to: URL(fileURLWithPath: folder + "/a.xlsx"))
      #expect(
        problem { try withWorkbook(path: folder + "/a.xlsx") { _, _ in } }
          == .system(call: "open", code: EEXIST))
    }
  }

  /// Decimal points whatever the locale: the library prints numbers by the C library's.
  @Test func numbersHaveAPointWhateverTheLocale() throws {
    #expect(localeconv().pointee.decimal_point.pointee == CChar(UInt8(ascii: ".")))
    let sources = try FileManager.default.subpathsOfDirectory(atPath: Self.sources)
    for name in sources where name.hasSuffix(".swift") || name.hasSuffix(".h") {
      #expect(!text("\(Self.sources)/\(name)").contains("setlocale("), "\(name)")
    }
  }

  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources").path
}
