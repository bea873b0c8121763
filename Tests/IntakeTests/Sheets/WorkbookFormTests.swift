import Definitions
import Domain
import Testing

@testable import Intake

/// Files that are no workbook, or not one that is read, each with what it is.
@Suite struct WorkbookFormTests {
  private func problems(
    _ bytes: [UInt8], converter: WorkbookConverter? = nil
  ) throws -> [InputProblem] {
    let (workbook, faults) = try ReadWorkbook.of(bytes, converter: converter)
    #expect(workbook == nil)
    #expect(faults.errors.map(\.place.file) == ["台账.xlsx"])
    return faults.errors.map(\.problem)
  }

  /// A compound file that lists a stream; what a program wrote besides does not matter here.
  static func compound(_ stream: String) -> [UInt8] {
    let start: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let name = stream.utf16.reduce(into: [UInt8]()) { $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)] }
    return start + [UInt8](repeating: 0, count: 504) + name + [UInt8](repeating: 0, count: 600)
  }

  @Test func anOldWorkbookNeedsAProgram() throws {
    for stream in ["Workbook", "Book"] {
      #expect(try problems(Self.compound(stream)) == [.workbookOld])
    }
  }

  @Test func anOldWorkbookIsConverted() throws {
    let written = try WrittenWorkbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").packed()
    let old = Self.compound("Workbook")
    let (workbook, _) = try ReadWorkbook.of(
      old, converter: WorkbookConverter { _ in .success(written) })
    #expect(workbook?.sheets.first?.listing == "A1 number 1")
    #expect(workbook?.hash == .init(of: old))
  }

  @Test func aConversionThatFailsIsSaid() throws {
    for conversion in [
      InputProblem.WorkbookConversion.failed(program: "soffice"),
      .tookTooLong(program: "soffice", seconds: 60),
    ] {
      let converter = WorkbookConverter { _ in .failure(.init(conversion)) }
      #expect(
        try problems(Self.compound("Workbook"), converter: converter)
          == [.workbookNotConverted(conversion)])
    }
  }

  @Test func aPasswordIsSaid() throws {
    let converter = WorkbookConverter { _ in .failure(.init(.failed(program: "soffice"))) }
    #expect(
      try problems(Self.compound("EncryptedPackage"), converter: converter) == [.workbookEncrypted])
  }

  @Test(arguments: [
    (Array("序号,任务\n1,甲\n".utf8), InputProblem.FileKind.csv),
    ([0xFF, 0xFE, 0x61, 0x00, 0x09, 0x00, 0x62, 0x00], .csv),
    (
      Array("\u{FEFF}<html xmlns:x=\"urn:x\"><table><tr><td>1</td></tr></table></html>".utf8), .html
    ),
    (Array("<!DOCTYPE HTML><body/>".utf8), .html),
    (
      Array(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"
          .utf8), .oldXML
    ),
    (compound("WordDocument"), .document), (compound("Other"), .other), ([], .empty),
    ([0x89, 0x50, 0x4E, 0x47, 0, 1, 2], .other), (Array("%PDF-1.7".utf8), .other),
  ])
  func saysWhatAFileIs(bytes: [UInt8], kind: InputProblem.FileKind) throws {
    #expect(try problems(bytes) == [.notAWorkbook(kind)])
  }

  @Test(arguments: [
    (["[Content_Types].xml", "word/document.xml"], InputProblem.FileKind.document),
    (["mimetype", "content.xml"], .openDocument), (["a.txt"], .other),
  ])
  func saysWhatAContainerIs(parts: [String], kind: InputProblem.FileKind) throws {
    var written = WrittenWorkbook("")
    written.parts = parts.map { ($0, "<x/>") }
    #expect(try problems(written.packed()) == [.notAWorkbook(kind)])
  }

  @Test func saysABinaryWorkbook() throws {
    var written = WrittenWorkbook("")
    written.parts = written.parts.map {
      (
        $0.name.replacing("workbook.xml", with: "workbook.bin"),
        $0.xml.replacing("workbook.xml", with: "workbook.bin")
      )
    }
    #expect(try problems(written.packed()) == [.notAWorkbook(.binaryWorkbook)])
  }

  @Test(arguments: ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"])
  func saysWhatIsMissing(part: String) throws {
    var written = WrittenWorkbook("<row r=\"1\"/>")
    written.parts.removeAll { $0.name == part }
    // Without the first list of parts the usual name is tried.
    if part == "_rels/.rels" {
      #expect(try written.read().workbook != nil)
    } else {
      #expect(
        try problems(written.packed())
          == [.workbookDamaged(PackageFault(part: part, problem: .missing))])
    }
  }

  @Test func saysWhereXMLIsDamaged() throws {
    let problem = try problems(WrittenWorkbook("<row r=\"1\"><c></row>").packed()).first
    guard case .workbookDamaged(let fault) = problem, case .malformed = fault.problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(fault.part == "xl/worksheets/sheet1.xml")
  }

  @Test func aDoctypeIsRefused() throws {
    var written = WrittenWorkbook("")
    written.parts[5].xml =
      "<!DOCTYPE a [<!ENTITY a \"甲\"><!ENTITY b \"&a;&a;\">]>" + written.parts[5].xml
    #expect(
      try problems(written.packed())
        == [
          .workbookDamaged(PackageFault(part: "xl/sharedStrings.xml", problem: .doctype))
        ])
  }

  @Test func aMissingFileIsSaid() {
    let faults = FaultList()
    #expect(Workbook.read("/nowhere/台账.xlsx", faults: faults) == nil)
    #expect(faults.errors.map(\.problem) == [.fileNotFound])
  }
}
