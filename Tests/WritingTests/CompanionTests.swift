import Definitions
import Domain
import Editions
import Foundation
import Layout
import Packages
import Pages
import TestSupport
import Testing

@testable import Writing

@Suite struct CompanionTests {
  private func workbook(
    _ folder: String, rows: Int, sheetRows: Int = 5, wraps: [Bool] = [false],
    printed: Int? = nil, sheetBytes: Int = .max
  ) throws -> CompanionWorkbook {
    var page = LongPage(
      name: "甲", title: "题", lines: ["行"], author: "", created: Day(number: 19_625),
      columns: wraps.map {
        (PageTable.Column(name: "a", heading: "甲", style: CellStyle(wraps: $0)), 10)
      }, fontSize: 10.5, printed: printed, count: rows
    ) { row, cells in
      for value in row {
        cells.append(
          value.text.map(Cell.text) ?? value.integer.map { .number(Double($0)) } ?? .blank)
      }
    }
    (page.sheetRows, page.sheetBytes) = (sheetRows, sheetBytes)
    return try CompanionWorkbook(page, path: folder + "/a.xlsx")
  }

  @Test func sheetsAndTheirDimensions() throws {
    try withFolder { folder in
      let workbook = try self.workbook(folder, rows: 5)
      for number in 1...5 { try workbook.write([.integer(Int64(number))]) }
      let summary = try workbook.finish()
      #expect(try FileSummary(path: folder + "/a.xlsx").sha256 == summary.sha256)
      #expect(try OutputFolder.names(in: folder) == ["a.xlsx"])
      #expect(try lastRows(of: folder + "/a.xlsx") == [5, 5, 4])
      let archive = try ZipArchive(path: folder + "/a.xlsx")
      let dimensions = try archive.entries.filter { $0.name.contains("/sheet") }.map {
        String(decoding: try archive.content(of: $0), as: UTF8.self).split(separator: "\"").first {
          $0.hasPrefix("A1:")
        }
      }
      #expect(dimensions == ["A1:A5", "A1:A5", "A1:A4"])
    }
  }

  /// A sheet ends before its XML is larger than programs count, and the others follow it.
  @Test func sheetsEndByTheirBytesToo() throws {
    try withFolder { folder in
      let path = folder + "/a.xlsx"
      let workbook = try self.workbook(
        folder, rows: 7, sheetRows: 8, wraps: [true], sheetBytes: 4_500)
      let text = String(repeating: "长", count: 500)
      for _ in 1...7 { try workbook.write([.text(text)]) }
      _ = try workbook.finish()
      let rows = try lastRows(of: path).map { ($0 ?? 0) - 3 }
      #expect(rows.count > 2 && rows.reduce(0, +) == 7, "\(rows)")
      let archive = try ZipArchive(path: path)
      #expect(archive.entries.first?.name == "_rels/.rels")
      for entry in archive.entries where entry.name.contains("/sheet") {
        #expect(entry.size < 7_000)
      }
      let book = try part("workbook.xml", of: path)
      #expect(book.components(separatedBy: "<sheet ").count == rows.count + 1)
      for (index, count) in rows.enumerated() {
        let sheet = try part("worksheets/sheet\(index + 1).xml", of: path)
        #expect(sheet.contains("<autoFilter ref=\"A3:A\(count + 3)\"/>"))
      }
    }
  }

  /// Programs do not make rows high by themselves, and on paper only some columns have room.
  @Test func rowsAreAsHighAsTheirTextsAndSomeColumnsPrinted() throws {
    try withFolder { folder in
      let workbook = try self.workbook(
        folder, rows: 3, sheetRows: 9, wraps: [false, true], printed: 1)
      for text in ["一二三四", "一二三四五", "一\n二\n三"] {
        try workbook.write([.integer(1), .text(text)])
      }
      _ = try workbook.finish()
      let sheet = try part("worksheets/sheet1.xml", of: folder + "/a.xlsx")
      #expect(sheet.contains("<sheetFormatPr defaultRowHeight=\"18\" customHeight=\"1\""))
      #expect(sheet.contains("<row r=\"4\"><c "))
      #expect(sheet.contains("<row r=\"5\" ht=\"33\" customHeight=\"1\"><c "))
      #expect(sheet.contains("<row r=\"6\" ht=\"49\" customHeight=\"1\"><c "))
      let names = try part("workbook.xml", of: folder + "/a.xlsx")
      #expect(names.contains("甲!$A$1:$A$6") || names.contains("'甲'!$A$1:$A$6"), "\(names)")
    }
  }

  @Test(arguments: [1, 3]) func anotherNumberOfRowsThanWasSaid(count: Int) throws {
    try withFolder { folder in
      let workbook = try self.workbook(folder, rows: 2)
      #expect(throws: OutputFault.self) {
        for _ in 0..<count { try workbook.write([.null]) }
        _ = try workbook.finish()
      }
    }
  }
}
