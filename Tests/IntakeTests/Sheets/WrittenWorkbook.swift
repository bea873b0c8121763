import Domain
import Foundation
import Packages

@testable import Intake

/// A workbook whose XML is written by hand.
struct WrittenWorkbook {
  /// By name, in the order in which they are packed.
  var parts: [(name: String, xml: String)]

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// One sheet of some rows; `after` follows them, `before` stands before them.
  init(
    _ rows: String, before: String = "", after: String = "", styles: String = "",
    strings: [String] = [], workbookPr: String = ""
  ) {
    self.init(
      sheets: [("任务", before + "<sheetData>\(rows)</sheetData>" + after)], styles: styles,
      strings: strings, workbookPr: workbookPr)
  }

  /// Sheets by name, with what stands within `worksheet`.
  init(
    sheets: [(name: String, xml: String)], styles: String = "", strings: [String] = [],
    workbookPr: String = "", names: String = "", states: [String] = []
  ) {
    let tabs = sheets.enumerated().map { index, sheet in
      let state = states.indices.contains(index) ? " state=\"\(states[index])\"" : ""
      return
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
    }
    var relationships = sheets.indices.map {
      Self.relationship("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml")
    }
    relationships.append(Self.relationship("rId90", "styles", "styles.xml"))
    relationships.append(Self.relationship("rId91", "sharedStrings", "sharedStrings.xml"))
    parts = [
      ("[Content_Types].xml", Self.contentTypes(sheets.count)),
      (
        "_rels/.rels",
        Self.relationships([Self.relationship("rId1", "officeDocument", "xl/workbook.xml")])
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.types)\">\(workbookPr)"
          + "<sheets>\(tabs.joined())</sheets>\(names)</workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", Self.relationships(relationships)),
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(Self.main)\">"
          + (styles.isEmpty ? Self.plainStyles : styles) + "</styleSheet>"
      ),
      (
        "xl/sharedStrings.xml",
        "<sst xmlns=\"\(Self.main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>"
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      parts.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "<worksheet xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.types)\">\(sheet.xml)</worksheet>"
        ))
    }
  }

  static let plainStyles = """
    <fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
    <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs>
    """

  /// Styles of number formats by their number in a workbook, or by their text.
  static func styles(formats: [String], fills: [String] = []) -> String {
    var codes = ""
    var styles = "<xf numFmtId=\"0\" fillId=\"0\"/>"
    for (index, format) in formats.enumerated() {
      if !format.hasPrefix("0"), let id = Int(format) {
        styles += "<xf numFmtId=\"\(id)\" fillId=\"0\"/>"
      } else {
        let code = format.replacingOccurrences(of: "\"", with: "&quot;")
        codes += "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(code)\"/>"
        styles += "<xf numFmtId=\"\(164 + index)\" fillId=\"0\"/>"
      }
    }
    for index in fills.indices { styles += "<xf numFmtId=\"0\" fillId=\"\(index + 2)\"/>" }
    return "<numFmts>\(codes)</numFmts><fills><fill><patternFill/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill>"
      + fills.map { "<fill>\($0)</fill>" }.joined() + "</fills><cellXfs>\(styles)</cellXfs>"
  }

  static func relationship(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(types)/\(type)\" Target=\"\(target)\"/>"
  }

  static func relationships(_ all: [String]) -> String {
    let space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return "<Relationships xmlns=\"\(space)\">\(all.joined())</Relationships>"
  }

  private static func contentTypes(_ sheets: Int) -> String {
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let overrides = (1...max(1, sheets)).map {
      "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(type).worksheet+xml\"/>"
    }
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
      + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/>"
      + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"\(type).sharedStrings+xml\"/>"
      + overrides.joined() + "</Types>"
  }

  /// The container.
  func packed() throws -> [UInt8] {
    let sink = HeldBytes()
    let writer = try ZipWriter(to: sink, level: 6)
    for part in parts {
      try writer.begin(part.name)
      try Array(part.xml.utf8).withUnsafeBytes(writer.add)
      try writer.end()
    }
    try writer.finish()
    return sink.bytes
  }

  /// The workbook as it is read, or what it is refused for.
  func read() throws -> (workbook: Workbook?, faults: FaultList) {
    try ReadWorkbook.of(packed())
  }

  /// Its first sheet; a test fails if it is refused.
  func sheet() throws -> Sheet {
    let (workbook, faults) = try read()
    guard let sheet = workbook?.sheets.first else {
      throw ReadWorkbook.Refused(problems: faults.errors.map { "\($0.place.within) \($0.problem)" })
    }
    return sheet
  }
}

final class HeldBytes: ByteSink {
  var bytes: [UInt8] = []
  func write(_ bytes: UnsafeRawBufferPointer) { self.bytes += bytes }
}

/// Reads workbooks in memory, by way of a file.
enum ReadWorkbook {
  struct Refused: Error { let problems: [String] }

  static func of(_ bytes: [UInt8], converter: WorkbookConverter? = nil) throws
    -> (workbook: Workbook?, faults: FaultList)
  {
    let path = NSTemporaryDirectory() + "/" + UUID().uuidString + ".xlsx"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    let faults = FaultList()
    return (
      Workbook.read(path, as: "台账.xlsx", converter: converter, faults: faults), faults
    )
  }
}

extension Sheet {
  /// Its cells, one a line: address, kind, marks (f formula, c coloured), text.
  var listing: String {
    cells.map { cell in
      let marks = (cell.isFormula ? "f" : "") + (cell.isColoured ? "c" : "")
      let time = time(cell).map { " " + $0 } ?? ""
      return [
        cell.address.description, "\(cell.kind)" + (marks.isEmpty ? "" : "/" + marks),
        text(cell).replacingOccurrences(of: "\n", with: "⏎") + time,
      ].joined(separator: " ")
    }.joined(separator: "\n")
  }
}
