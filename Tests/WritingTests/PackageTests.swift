import Definitions
import Domain
import Foundation
import Packages
import Pages
import TestSupport
import Testing

@testable import Writing

/// A workbook whose parts are not what was handed over is an error, never a file.
@Suite struct PackageTests {
  /// Fails when it is called for the nth time.
  private final class FailingOutput: PartOutput {
    struct Failed: Error {}
    private(set) var calls = 0
    private let failing: Int?

    init(failing: Int?) { self.failing = failing }

    func begin(_ name: String) throws { try call() }
    func add(_ bytes: UnsafeRawBufferPointer) throws { try call() }
    func end() throws { try call() }

    private func call() throws {
      calls += 1
      if calls == failing { throw Failed() }
    }
  }

  private func workbook(
    _ path: String = "/nowhere", _ change: (Worksheet) throws -> Void = { _ in }
  ) throws -> Workbook {
    let workbook = try Workbook(
      path: path, title: "t", author: "a", created: Day(number: 19_625))
    let sheet = try workbook.addSheet("甲")
    let format = try workbook.format(CellStyle())
    try sheet.setHeight(20, row: 0)
    try sheet.merge(.text("题"), rows: 0...0, columns: 0...3, style: CellStyle(isBold: true))
    try sheet.write(.text("a_x0041_\r\nb<&>\t "), row: 1, column: 0, format: format)
    try sheet.write(.number(1.5), row: 1, column: 1, format: format)
    try sheet.write(
      addressed: .formula("SUM(B2:B2)", number: 1.5), row: 1, column: 2, format: format)
    try sheet.write(
      addressed: .textFormula("IF(B2=\"<\",\"是\",\"否\")", text: "否"), row: 1, column: 3,
      format: format)
    try sheet.link("乙", to: "甲", row: 4, column: 70)
    // A later value counts for an earlier one.
    try sheet.write(.text("第一次"), row: 5, column: 2, format: format)
    try sheet.write(.text("二"), row: 5, column: 2, format: format)
    try sheet.write(.blank, row: 5, column: 1, format: format)
    try sheet.colour(word: "红", as: Tint(.red), column: 0, rows: 1...5)
    try sheet.merge(.text("二"), rows: 5...6, columns: 0...2, style: CellStyle(isBold: true))
    try change(sheet)
    return workbook
  }

  @Test func allThatWasHandedOverIsFound() throws {
    try workbook().close(into: HeldParts())
  }

  @Test func everyFailureOfTheOutputIsAnError() throws {
    let whole = FailingOutput(failing: nil)
    try workbook().close(into: whole)
    #expect(whole.calls >= 30)
    for call in 1...whole.calls {
      #expect(throws: FailingOutput.Failed.self) {
        try workbook().close(into: FailingOutput(failing: call))
      }
    }
  }

  @Test(arguments: ["mergeCell", "cfRule", "hyperlink"])
  func whatIsNotThereIsMissed(name: String) throws {
    let book = try workbook { sheet in
      switch name {
      case "mergeCell": sheet.written.mergedCells += 1
      case "cfRule": sheet.written.rules += 1
      default: sheet.written.links += 1
      }
    }
    #expect {
      try book.close(into: HeldParts())
    } throws: { error in
      guard case .package(let fault) = (error as? OutputFault)?.problem,
        case .count(name, let found, let meant) = fault.problem
      else { return false }
      return fault.part == "xl/worksheets/sheet1.xml" && found < meant
    }
  }

  /// Pieces of a sheet that a failed write of the library would leave out: at every third place.
  @Test(arguments: [64, 150, 300]) func piecesThatAreLeftOutAreNoticed(length: Int) throws {
    let held = HeldParts()
    try workbook().close(into: held)
    let data = try #require(held.parts.first { $0.name == "xl/worksheets/sheet1.xml" }).content
    func frame(_ xml: [UInt8]) throws -> SheetFrame {
      try SheetFrame(xml, part: "a", dimension: "A1:A1")
    }
    let whole = try frame(data)
    let head = String(decoding: data, as: UTF8.self).components(separatedBy: "<sheetData>")[0]
    let start = head.utf8.count - length
    for place in stride(from: start, to: start + length + 11, by: 3) {
      let cut = Array(data[..<place] + data[(place + length)...])
      #expect((try? frame(cut)) == nil, "\(length) bytes at \(place)")
    }
    let behind = data.count - whole.tail.count
    for place in stride(from: behind, to: data.count - 400, by: 3) {
      let cut = Array(data[..<place] + data[(place + length)...])
      #expect((try? frame(cut))?.tally != whole.tally, "\(length) bytes at \(place)")
    }
  }

  /// Rows that the library wrote for its charts are dropped, or stay before those to come.
  @Test(arguments: [
    "<sheetData/>", "<sheetData></sheetData>", "<sheetData><row r=\"1\"/></sheetData>",
  ])
  func framesAreCutWhereRowsStand(data: String) throws {
    let xml = "<worksheet><dimension ref=\"A1\"/><cols/>\(data)<pageSetup/></worksheet>"
    func frame(keepsRows: Bool) throws -> [String] {
      let frame = try SheetFrame(
        Array(xml.utf8), part: "a", dimension: "A1:B2", keepsRows: keepsRows)
      return [frame.head, frame.tail].map { String(decoding: $0, as: UTF8.self) }
    }
    let head = "<worksheet><dimension ref=\"A1:B2\"/><cols/><sheetData>"
    let tail = "</sheetData><pageSetup/></worksheet>"
    #expect(try frame(keepsRows: false) == [head, tail])
    let rows = data.contains("<row") ? "<row r=\"1\"/>" : ""
    #expect(try frame(keepsRows: true) == [head + rows, tail])
  }

  @Test func countsThatAPartSaysItselfAreHeld() throws {
    func difference(_ xml: String) throws -> String? {
      let handler = CountHandler()
      let reader = try XMLReader(part: "a", handler: handler)
      try Array(xml.utf8).withUnsafeBytes(reader.add)
      try reader.finish()
      return handler.difference.map { "\($0.of) \($0.found) of \($0.meant)" }
    }
    #expect(try difference("<s><f count=\"2\"><a><b/></a><a/></f></s>") == nil)
    #expect(try difference("<s><f count=\"3\"><a/><a/></f></s>") == "f 2 of 3")
    #expect(
      try difference("<sst count=\"9\" uniqueCount=\"1\"><si><t>甲</t></si></sst>") == nil)
    #expect(try difference("<sst count=\"9\" uniqueCount=\"2\"><si/></sst>") == "sst 1 of 2")
  }

  @Test func aFileThatIsChangedBehindTheWriterIsNotTaken() throws {
    try withFolder { folder in
      let path = folder + "/a.xlsx"
      let file = try WorkbookFile(path: path)
      try file.archive.begin("a")
      // More than waits in memory.
      var noise = SystemRandomNumberGenerator()
      let content = (0..<600_000).map { _ in UInt8.random(in: 0...255, using: &noise) }
      try content.withUnsafeBytes(file.archive.add)
      try file.archive.end()
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.seek(toOffset: 2)
      try handle.write(contentsOf: Data([0]))
      try handle.close()
      #expect(
        throws: OutputFault(
          path: path, problem: .package(PackageFault(part: "", problem: .checksum)))
      ) { try file.finish() }
    }
  }

  @Test func aPartLargerThanTheFormatCountsIsRefused() throws {
    try withFolder { folder in
      let path = folder + "/a.xlsx"
      let file = try WorkbookFile(path: path, limit: 1_000)
      #expect(
        throws: OutputFault(
          path: path,
          problem: .package(PackageFault(part: "[Content_Types].xml", problem: .tooLarge)))
      ) { try workbook(path).close(into: file.archive) }
    }
  }
}
