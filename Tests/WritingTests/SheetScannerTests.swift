import Domain
import Foundation
import Packages
import Pages
import Testing

@testable import Writing

/// The reader that checks sheets takes nothing that expat does not take, and counts the same.
@Suite struct SheetScannerTests {
  /// What is counted; nil for what is no whole sheet.
  private func scanned(_ xml: [UInt8], pieces: Int = .max) -> SheetTally? {
    let scanner = SheetScanner(part: "a")
    do {
      var start = 0
      while start < xml.count {
        let end = pieces < xml.count - start ? start + pieces : xml.count
        try Array(xml[start..<end]).withUnsafeBytes(scanner.add)
        start = end
      }
      try scanner.finish()
    } catch { return nil }
    return scanner.tally
  }

  private func parsed(_ xml: [UInt8]) -> SheetTally? {
    let handler = ExpatSheet()
    do {
      let reader = try XMLReader(part: "a", handler: handler)
      try xml.withUnsafeBytes(reader.add)
      try reader.finish()
    } catch { return nil }
    return handler.tally
  }

  private static func sheets(isStreamed: Bool, rows: Int) throws -> [[UInt8]] {
    let workbook = try Workbook(
      path: "/nowhere", title: "t", author: "a", created: Day(number: 19_625),
      isStreamed: isStreamed)
    let sheet = try workbook.addSheet("甲<&>\"乙")
    let format = try workbook.format(CellStyle())
    try sheet.setHeight(20, row: 0)
    try sheet.merge(.text("题"), rows: 0...0, columns: 0...3, style: CellStyle(isBold: true))
    for row in 1...rows {
      try sheet.write(.text("a_x0041_\r\nb<&>\t “\(row)” 😀"), row: row, column: 0, format: format)
      try sheet.write(.number(1.5 * Double(row)), row: row, column: 1, format: format)
      try sheet.write(
        addressed: .formula("SUM(B2:B2)", number: 1.5), row: row, column: 2, format: format)
      try sheet.write(
        addressed: .textFormula("IF(B2=\"<\",\"是\",\"否\")", text: "否"), row: row, column: 3,
        format: format)
      try sheet.write(.blank, row: row, column: 4, format: format)
    }
    try sheet.link("乙", to: "甲", row: 50, column: 70)
    try sheet.colour(word: "红", as: Tint(.red), column: 0, rows: 1...5)
    let held = HeldParts()
    try workbook.close(into: held)
    return held.parts.filter { $0.name.hasPrefix("xl/worksheets/sheet") }.map(\.content)
  }

  @Test(arguments: [false, true]) func countsWhatExpatCounts(_ isStreamed: Bool) throws {
    for xml in try Self.sheets(isStreamed: isStreamed, rows: 40) {
      let tally = try #require(scanned(xml))
      #expect(tally == parsed(xml) && tally.cells > 200)
      for pieces in [1, 7, 64, 1_000] { #expect(scanned(xml, pieces: pieces) == tally) }
    }
  }

  /// Every beginning, and every sheet in which a byte is changed, put in or left out.
  @Test(arguments: [false, true]) func takesNothingThatExpatDoesNotTake(_ isStreamed: Bool) throws {
    // Two rows have all that forty have, and leave time for every place after them.
    let xml = try #require(try Self.sheets(isStreamed: isStreamed, rows: 2).first)
    let whole = scanned(xml)
    for end in 0..<(xml.count - 1) {
      #expect(scanned(Array(xml[..<end])) == nil, "\(end)")
    }
    var differs: [Int] = []
    for place in stride(from: 0, to: xml.count, by: 2) {
      for byte in [UInt8](" <>/&;\"=?!t0\r\u{1}".utf8) + [0x00, 0x80, 0xC3, 0xFF] {
        var changed = xml
        changed[place] = byte
        for other in [changed, Array(xml[..<place]) + [byte] + xml[place...]] {
          // What is stricter is no fault; what is laxer, or counts otherwise, is.
          if let tally = scanned(other), tally != parsed(other) { differs.append(place) }
        }
      }
      let cut = Array(xml[..<place] + xml[(place + 1)...])
      if let tally = scanned(cut), tally != parsed(cut) { differs.append(place) }
    }
    #expect(differs == [])
    #expect(whole != nil)
  }

  @Test(arguments: [
    "", "<a>", "<a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a b=\"1\" b=\"2\"/>", "<a b='1'/>",
    "<a b=1/>", "<a b=\"<\"/>", "<a>&nbsp;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>",
    "<a>]]></a>", "<a><!-- --></a>", "<!DOCTYPE a><a/>", "<a><![CDATA[x]]></a>", "<1a/>", "<a/ >",
    "< a/>", "<a>&amp</a>",
  ])
  func refuses(_ text: String) { #expect(scanned(Array(text.utf8)) == nil) }

  @Test func saysWhere() {
    let scanner = SheetScanner(part: "a")
    let fault = #expect(throws: PackageFault.self) {
      try Array("<a>\n<b>\n</c></a>".utf8).withUnsafeBytes(scanner.add)
    }
    #expect(fault?.problem == .malformed(line: 3, column: 1, code: 4))
  }
}
