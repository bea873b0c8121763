import Domain
import Foundation
import Testing

@testable import Intake

/// No input makes the reader of workbooks end the program: bytes of good ones are changed, in the
/// container and in the XML that it holds.
@Suite struct MutatedWorkbookTests {
  /// More in the long tier.
  private static let count =
    ProcessInfo.processInfo.environment["JIBAO_SEEDS"].flatMap { Int($0) }.map { $0 * 1_000 }
    ?? 20_000

  @Test func noneEndsTheProgram() throws {
    let seeds = Self.seeds().map { StoredArchive($0.parts) }
    let packed = try Self.seeds().map { try $0.packed() }
    var noise = Noise(state: 17)
    var (read, refused) = (0, 0)
    for index in 0..<Self.count {
      let seed = seeds[index % seeds.count]
      let bytes: [UInt8]
      if index % 4 == 0 {
        bytes = Self.changed(packed[index % seeds.count], &noise)
      } else {
        let part = Int(noise.next() % UInt64(seed.count))
        bytes = seed.bytes(changing: part, to: Self.changed(seed.content(part), &noise))
      }
      let faults = FaultList()
      let workbook = Workbook.read(bytes, faults: faults)
      if let workbook {
        for sheet in workbook.sheets { Self.look(at: sheet) }
        read += 1
      } else {
        // Nothing is refused without a word.
        if faults.errorCount == 0 { Issue.record("refused without a fault: input \(index)") }
        refused += 1
      }
    }
    #expect(read > Self.count / 20)
    #expect(refused > Self.count / 20)
  }

  /// Everything that is said of a sheet.
  private static func look(at sheet: Sheet) {
    var bytes = 0
    for row in sheet.rows {
      for cell in sheet.cells[row.cells] {
        bytes += sheet.bytes(cell).count + (sheet.time(cell)?.count ?? 0)
        precondition(cell.row == row.number && cell.column > 0)
      }
    }
    precondition(bytes >= 0 && sheet.cell(1, 1) == nil || sheet.cell(1, 1)?.row == 1)
    for list in sheet.lists { precondition(!list.words.isEmpty && !list.ranges.isEmpty) }
  }

  /// Small workbooks that have everything.
  private static func seeds() -> [WrittenWorkbook] {
    let rows = """
      <row r="1" ht="20"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>甲</t></r>\
      </is></c></row><row r="2"><c r="A2" s="1"><v>44770.5</v></c><c r="B2" s="2"><v>0.8</v></c>\
      <c r="C2" t="str"><f>A1</f><v>乙_x000D_</v></c><c r="D2" t="b"><v>1</v></c>\
      <c r="E2" t="e"><v>#N/A</v></c><c r="F2"><f>1</f></c><c r="G2" t="d"><v>2016-09-01</v></c></row>
      """
    let after = """
      <autoFilter ref="A1:G2"/><mergeCells count="1"><mergeCell ref="A3:B4"/></mergeCells>\
      <dataValidations><dataValidation type="list" sqref="A2:A9"><formula1>"甲,乙"</formula1>\
      </dataValidation><dataValidation type="list" sqref="B2"><formula1>$A$1:$B$2</formula1>\
      </dataValidation></dataValidations>
      """
    let styles = WrittenWorkbook.styles(formats: ["yyyy-mm-dd", "9"])
    let plain = WrittenWorkbook(
      rows, before: "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>", after: after,
      styles: styles, strings: ["<t xml:space=\"preserve\"> 丙 </t>"],
      workbookPr: "<workbookPr date1904=\"0\"/>")
    var commented = plain
    commented.parts += [
      (
        "xl/worksheets/_rels/sheet1.xml.rels",
        WrittenWorkbook.relationships([
          WrittenWorkbook.relationship("rId1", "comments", "../comments1.xml")
        ])
      ),
      (
        "xl/comments1.xml",
        "<comments><authors><author>张</author></authors><commentList><comment ref=\"A1\" authorId=\"0\">"
          + "<text><t>张:好</t></text></comment></commentList></comments>"
      ),
    ]
    return [plain, commented]
  }

  private static let pieces: [[UInt8]] = [
    "<c>", "</c>", "<row>", "</row>", "r=\"A1\"", "r=\"XFD1048576\"", "t=\"s\"", "<v>-1</v>",
    "99999999999999999999", "-9223372036854775808", "1e308", "&#0;", "&#x10FFFF;", "\"", "<", ">",
    "<!--", "]]>", "s=\"99999\"", "_xD83D_", "_x0000_", "<v/>", "<f/>", "t=\"inlineStr\"", "E",
    "\u{0}", "甲", "<is><t>", "sqref=\"A:A\"", "ref=\"A1:XFD1048576\"",
  ].map { Array($0.utf8) }

  /// One to four changes: bytes replaced, left out, doubled, or put in.
  private static func changed(_ bytes: [UInt8], _ noise: inout Noise) -> [UInt8] {
    var bytes = bytes
    for _ in 0...(noise.next() % 4) {
      guard !bytes.isEmpty else { break }
      let place = Int(noise.next() % UInt64(bytes.count))
      let end = min(bytes.count, place + 1 + Int(noise.next() % 24))
      switch noise.next() % 5 {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: noise.next())
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes[place] ^= 1 << UInt8(noise.next() % 8)
      default:
        let piece = pieces[Int(noise.next() % UInt64(pieces.count))]
        bytes.replaceSubrange(place..<min(bytes.count, place + Int(noise.next() % 9)), with: piece)
      }
    }
    return bytes
  }

  /// The same numbers in every run.
  private struct Noise {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
