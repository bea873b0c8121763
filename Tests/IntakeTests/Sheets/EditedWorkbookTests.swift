import Domain
import Foundation
import Packages
import Pages
import Writing
import Testing

@testable import Intake

/// Workbooks that are written again with marks or values: what was asked for, and nothing else.
@Suite struct EditedWorkbookTests {
  private typealias Mark = WorkbookEditor.Mark

  /// Edits a workbook and hands over the paths of both.
  private func edited(
    _ path: String, _ edit: (WorkbookEditor) throws -> Void, _ body: (String) throws -> Void
  ) throws {
    let target = NSTemporaryDirectory() + "/" + UUID().uuidString + ".xlsx"
    defer { unlink(target) }
    let editor = try WorkbookEditor(path: path)
    try edit(editor)
    try editor.write(to: target, author: "季报")
    try body(target)
  }

  private func edited(
    _ written: WrittenWorkbook, _ edit: (WorkbookEditor) throws -> Void,
    _ body: (String) throws -> Void
  ) throws {
    let path = NSTemporaryDirectory() + "/" + UUID().uuidString + ".xlsx"
    defer { unlink(path) }
    try Data(written.packed()).write(to: URL(fileURLWithPath: path))
    try edited(path, edit, body)
  }

  private func sheet(_ path: String) throws -> Sheet {
    let faults = FaultList()
    let workbook = Workbook.read(path, faults: faults)
    #expect(faults.errors.isEmpty)
    return try #require(workbook?.sheets.first)
  }

  private func text(_ part: String, of path: String) throws -> String {
    let archive = try ZipArchive(path: path)
    let entry = try #require(archive.entry(part))
    return String(decoding: try archive.content(of: entry), as: UTF8.self)
  }

  private func cell(_ text: String) -> CellAddress {
    CellAddress(text) ?? CellAddress(row: 1, column: 1)
  }

  @Test(arguments: WorkbookFixtureTests.names)
  func marksAnOfficesWorkbook(name: String) throws {
    let path = "\(WorkbookFixtureTests.folder)/\(name).xlsx"
    let before = try sheet(path)
    let filled = try #require(before.cells.last)
    let cells = [filled.address, cell("XFD3"), cell("B1000000"), before.cells[0].address]
    let marks = cells.enumerated().map { index, cell in
      Mark(sheet: before.name, cell: cell, reason: "原因<\(index)>", isError: index > 0)
    }
    try edited(path) {
      $0.mark(marks)
    } _: { target in
      let after = try sheet(target)
      // Nothing but the marks differs.
      #expect(after.cells.map(after.text) == before.cells.map(before.text))
      #expect(after.cells.map(\.address) == before.cells.map(\.address))
      #expect(after.merges == before.merges)
      #expect(after.lists == before.lists)
      #expect(after.hiddenColumns == before.hiddenColumns)
      #expect(after.cell(filled.address)?.isColoured == true)
      for (index, cell) in cells.enumerated() {
        #expect(after.comments[cell]?.contains("原因<\(index)>") == true)
      }
      for (cell, text) in before.comments {
        #expect(after.comments[cell]?.hasPrefix(text) == true)
      }
      try expectOthersUntouched(
        path, target,
        but: ["xl/styles.xml", "[Content_Types].xml", "xl/worksheets/sheet1.xml"])
    }
  }

  /// Parts that no mark touches are the same packed bytes.
  private func expectOthersUntouched(
    _ path: String, _ target: String, but touched: Set<String>
  ) throws {
    let (old, new) = (try ZipArchive(path: path), try ZipArchive(path: target))
    for entry in old.entries {
      let other = try #require(new.entry(entry.name))
      #expect(other.index == entry.index)
      if touched.contains(entry.name) || entry.name.contains("rels")
        || entry.name.contains("omment")
        || entry.name.contains("vmlDrawing")
      {
        continue
      }
      var (one, two): ([UInt8], [UInt8]) = ([], [])
      try old.packed(entry) { one += $0 }
      try new.packed(other) { two += $0 }
      #expect(one == two, "\(entry.name)")
    }
  }

  @Test func changesNothingButTheStyle() throws {
    let rows = """
      <row r="1" spans="1:2"><c r="A1" s="1" t="s"><v>0</v></c>\n <c  r='B1' s='1'/></row>
      """
    let written = WrittenWorkbook(
      rows, styles: WrittenWorkbook.styles(formats: ["14"]), strings: ["<t>甲</t>"])
    try edited(written) {
      $0.mark([
        Mark(sheet: "任务", cell: cell("A1"), reason: "一", isError: true),
        Mark(sheet: "任务", cell: cell("B1"), reason: "二", isError: false),
      ])
    } _: { target in
      let found7 = try text("xl/worksheets/sheet1.xml", of: target)
      #expect(
        found7.contains(
          """
          <row r="1" spans="1:2"><c r="A1" s="2" t="s"><v>0</v></c>\n <c  r='B1' s='3'/></row>\
          </sheetData><legacyDrawing xmlns:r="\(WrittenWorkbook.types)" r:id="rIdJibao2"/>
          """))
      let styles = try text("xl/styles.xml", of: target)
      #expect(styles.contains("<xf applyFill=\"1\" numFmtId=\"14\" fillId=\"2\"/>"))
      #expect(styles.contains("<xf applyFill=\"1\" numFmtId=\"14\" fillId=\"3\"/>"))
      let comments = try text("xl/comments1.xml", of: target)
      #expect(comments.contains("<comment ref=\"A1\" authorId=\"0\">"))
      #expect(comments.contains("<author>季报</author>"))
    }
  }

  @Test func severalReasonsOfACellStandTogether() throws {
    let written = WrittenWorkbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
    try edited(written) {
      $0.mark([
        Mark(sheet: "任务", cell: cell("A1"), reason: "一", isError: false),
        Mark(sheet: "任务", cell: cell("A1"), reason: "二", isError: true),
      ])
    } _: { target in
      let found1 = try sheet(target)
      #expect(found1.comments == [cell("A1"): "一\n二"])
      let found2 = try text("xl/styles.xml", of: target)
      #expect(found2.contains("FFFFC7CE"))
    }
  }

  @Test func marksWhatAMergeCoversWhereItShows() throws {
    let written = WrittenWorkbook(
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
      after: "<mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>")
    try edited(written) {
      $0.mark([
        Mark(sheet: "任务", cell: cell("B3"), reason: "二", isError: true),
        Mark(sheet: "任务", cell: cell("A2"), reason: "一", isError: true),
        Mark(sheet: "任务", cell: cell("A4"), reason: "三", isError: true),
      ])
    } _: { target in
      let comments = try sheet(target).comments
      #expect(comments == [cell("A1"): "一\n二", cell("A4"): "三"])
    }
  }

  @Test(arguments: [
    ("<row r=\"2\"><c r=\"B2\"><v>5</v></c></row>", "A1 number 1\nB2 number 5\nC2 number 2"),
    ("<row r=\"2\"/>", "A1 number 1\nC2 number 2"), ("", "A1 number 1\nC2 number 2"),
    ("<row r=\"2\"></row>", "A1 number 1\nC2 number 2"),
    ("<row r=\"2\"><c r=\"D2\"><v>5</v></c></row>", "A1 number 1\nC2 number 2\nD2 number 5"),
    (
      "<row r=\"2\"><c r=\"D2\"><v>5</v></c><c r=\"A2\"><v>6</v></c></row>",
      "A1 number 1\nA2 number 6\nC2 number 2\nD2 number 5"
    ),
    ("<row r=\"9\"><c r=\"A9\"><v>5</v></c></row>", "A1 number 1\nC2 number 2\nA9 number 5"),
    ("<row r=\"2\"><c r=\"C2\" s=\"0\"/></row>", "A1 number 1\nC2 number 2"),
    ("<row r=\"2\"><c r=\"C2\" t=\"s\"><v>0</v></c></row>", "A1 number 1\nC2 number 2"),
  ])
  func writesValues(rows: String, listing: String) throws {
    let written = WrittenWorkbook(rows, strings: ["<t>旧</t>"])
    try edited(written) {
      $0.set([cell("A1"): .number("1"), cell("C2"): .number("2")], in: "任务")
    } _: { target in
      let found3 = try sheet(target)
      #expect(found3.listing == listing)
      let found4 = try text("xl/workbook.xml", of: target)
      #expect(found4.contains("<calcPr fullCalcOnLoad=\"1\"/>"))
    }
  }

  @Test func writesTextsIntoAPrefixedSheet() throws {
    var written = WrittenWorkbook("")
    let last = written.parts.count - 1
    written.parts[last].xml =
      "<x:worksheet xmlns:x=\"\(WrittenWorkbook.main)\"><x:sheetData/></x:worksheet>"
    try edited(written) {
      $0.set([cell("B2"): .text("甲 & <乙>\n丙 "), cell("A7"): .text("丁")], in: "任务")
      $0.mark([Mark(sheet: "任务", cell: cell("A7"), reason: "核", isError: true)])
    } _: { target in
      let found5 = try sheet(target)
      #expect(found5.listing == "B2 text 甲 & <乙>⏎丙 \nA7 text/c 丁")
      let found6 = try text("xl/worksheets/sheet1.xml", of: target)
      #expect(found6.contains("<x:legacyDrawing "))
    }
  }

  @Test func keepsOldCommentsAndTheirDrawing() throws {
    let path = "\(WorkbookFixtureTests.folder)/task-list-hidden-columns.xlsx"
    let before = try text("xl/drawings/vmlDrawing1.vml", of: path)
    try edited(path) {
      $0.mark([
        Mark(sheet: "工作表1", cell: cell("A1"), reason: "甲", isError: true),
        Mark(sheet: "工作表1", cell: cell("B5"), reason: "乙", isError: true),
      ])
    } _: { target in
      let after = try text("xl/drawings/vmlDrawing1.vml", of: target)
      #expect(after.hasPrefix(before.prefix(before.count - 20)))
      // A1 has its shape already.
      #expect(!after.contains("_x0000_jibao_A1"))
      #expect(after.contains("_x0000_jibao_B5"))
      let comments = try sheet(target).comments
      #expect(comments[cell("A1")]?.hasSuffix("\n季报：甲") == true)
      #expect(comments[cell("B5")] == "乙")
      #expect(comments.count == 12)
    }
  }

  @Test func anExistingFileIsNotWrittenOver() throws {
    let path = "\(WorkbookFixtureTests.folder)/milestones-in-a-cell.xlsx"
    let before = FileManager.default.contents(atPath: path)
    let editor = try WorkbookEditor(path: path)
    #expect(throws: OutputFault.self) { try editor.write(to: path, author: "季报") }
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test func partsInOtherEncodingsAreRefused() throws {
    var written = WrittenWorkbook("")
    written.parts[written.parts.count - 1].xml =
      "<?xml version=\"1.0\" encoding=\"gb2312\"?><worksheet><sheetData/></worksheet>"
    #expect(throws: OutputFault.self) {
      try edited(written) {
        $0.mark([Mark(sheet: "任务", cell: cell("A1"), reason: "甲", isError: true)])
      } _: { _ in
      }
    }
  }
}
