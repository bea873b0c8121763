import Domain
import Testing

@testable import Intake

@Suite struct SheetReadingTests {
  private static let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  @Test func saysWhatIsHidden() throws {
    let rows = """
      <row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0"><c r="A2"><v>1</v></c>\
      </row><row r="3" ht="15"><c r="A3"><v>1</v></c></row><row r="4" hidden="true"/>
      """
    let columns = """
      <cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/>\
      <col min="6" max="6" width="9"/><col min="16384" max="99999" hidden="1"/>\
      <col min="0" max="9" hidden="1"/><col min="3" max="5" hidden="true"/></cols>
      """
    let sheet = try WrittenWorkbook(rows, before: columns).sheet()
    #expect(sheet.rows.map(\.isHidden) == [true, true, false])
    #expect(sheet.hiddenRows == 2)
    #expect(sheet.hiddenColumns == [2, 3, 4, 5, 16_384])
  }

  @Test func readsMergesAndFilters() throws {
    let after = """
      <autoFilter ref="A1:C9"/><mergeCells count="9"><mergeCell ref="A1:C1"/>\
      <mergeCell ref="B7:B3"/><mergeCell ref="D1"/><mergeCell ref="x"/></mergeCells>
      """
    let sheet = try WrittenWorkbook(Self.row, after: after).sheet()
    #expect(sheet.merges.map(\.description) == ["A1:C1", "B3:B7"])
    #expect(sheet.hasFilter)
    #expect(try !WrittenWorkbook(Self.row).sheet().hasFilter)
  }

  @Test func refusesAMillionMerges() throws {
    let merge = "<mergeCell ref=\"A1:B1\"/>"
    let after = { count in
      "<mergeCells>\(String(repeating: merge, count: count))</mergeCells>"
    }
    let (workbook, faults) = try WrittenWorkbook("", after: after(1_000_001)).read()
    #expect(workbook == nil)
    // Packed as tightly as no honest file is.
    #expect(faults.errors.map(\.problem.code) == ["workbook-damaged"])
    var tail = SheetTail.many(SheetTail.mergeLimit)
    #expect(!tail.hasTooManyMerges)
    tail = SheetTail.many(SheetTail.mergeLimit + 1)
    #expect(tail.hasTooManyMerges)
  }

  @Test func findsTheWordsOfDropDowns() throws {
    let after = """
      <dataValidations count="1"><dataValidation type="list" sqref="B2:B9 D2">\
      <formula1>"未启动, 推进中,已完成"</formula1></dataValidation>\
      <dataValidation type="list" sqref="C2:C9"><formula1>$A$1:$A$2</formula1></dataValidation>\
      <dataValidation type="list" sqref="E2"><formula1>'词 表'!$A:$A</formula1></dataValidation>\
      <dataValidation type="list" sqref="F2"><formula1>状态</formula1></dataValidation>\
      <dataValidation type="list" sqref="G2"><formula1>INDIRECT("x")</formula1></dataValidation>\
      <dataValidation type="whole" sqref="H2"><formula1>1</formula1></dataValidation>\
      <dataValidation type="list" sqref="I2"><formula1>循环</formula1></dataValidation>\
      </dataValidations><extLst><ext><x14:dataValidations xmlns:x14="x" xmlns:xm="y">\
      <x14:dataValidation type="list"><x14:formula1><xm:f>'词 表'!$A$2:$A$3</xm:f></x14:formula1>\
      <xm:sqref>J2:J5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>
      """
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>\
      <row r="2"><c r="A2" t="inlineStr"><is><t>乙</t></is></c></row>
      """
    let words = (1...3).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"inlineStr\"><is><t>词\($0)</t></is></c></row>"
    }.joined()
    let names = """
      <definedNames><definedName name="状态">'词 表'!$A$1:$A$2</definedName>\
      <definedName name="循环">循环</definedName></definedNames>
      """
    let (workbook, _) = try WrittenWorkbook(
      sheets: [
        ("任务", "<sheetData>\(rows)</sheetData>" + after),
        ("词 表", "<sheetData>\(words)</sheetData>"),
      ], names: names, states: ["", "veryHidden"]
    ).read()
    let sheets = try #require(workbook?.sheets)
    #expect(
      sheets[0].lists.map { "\($0.ranges.map(\.description)) \($0.words)" } == [
        "[\"B2:B9\", \"D2\"] [\"未启动\", \"推进中\", \"已完成\"]", "[\"C2:C9\"] [\"甲\", \"乙\"]",
        "[\"E2\"] [\"词1\", \"词2\", \"词3\"]", "[\"F2\"] [\"词1\", \"词2\"]",
        "[\"J2:J5\"] [\"词2\", \"词3\"]",
      ])
    #expect(sheets.map(\.visibility) == [.visible, .veryHidden])
  }

  @Test func aNameOfASheetGoesBeforeOneOfAll() throws {
    let after = """
      <dataValidations><dataValidation type="list" sqref="B2"><formula1>词</formula1>\
      </dataValidation></dataValidations>
      """
    let names = """
      <definedNames><definedName name="词">"甲,乙"</definedName>\
      <definedName name="词" localSheetId="1">"丙"</definedName></definedNames>
      """
    let sheet = "<sheetData>\(Self.row)</sheetData>" + after
    let (workbook, _) = try WrittenWorkbook(
      sheets: [("一", sheet), ("二", sheet)], names: names
    ).read()
    #expect(workbook?.sheets.map { $0.lists.map(\.words) } == [[["甲", "乙"]], [["丙"]]])
  }

  @Test func readsCommentsOfBothKinds() throws {
    var written = WrittenWorkbook(Self.row)
    written.parts += [
      (
        "xl/worksheets/_rels/sheet1.xml.rels",
        WrittenWorkbook.relationships([
          WrittenWorkbook.relationship("rId1", "comments", "../comments1.xml"),
          WrittenWorkbook.relationship("rId2", "threadedComment", "/xl/threads/t1.xml"),
        ])
      ),
      (
        "xl/comments1.xml",
        """
        <comments><authors><author>张三</author><author>tc={1}</author></authors><commentList>\
        <comment ref="B2" authorId="0"><text><r><t>张三:</t></r><r><t xml:space="preserve">
        请核实</t></r></text></comment><comment ref="C3" authorId="1"><text><t>[线程批注]</t></text>\
        </comment><comment ref="D4" authorId="0"><text><t>见附件</t></text></comment>\
        </commentList></comments>
        """
      ),
      (
        "xl/threads/t1.xml",
        """
        <ThreadedComments><threadedComment ref="C3" id="a"><text>何时报？</text></threadedComment>\
        <threadedComment ref="C3" id="b" parentId="a"><text>周五 </text></threadedComment>\
        </ThreadedComments>
        """
      ),
    ]
    let comments = try written.sheet().comments
    #expect(
      comments.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" } == [
        "B2 请核实", "C3 何时报？\n周五 ", "D4 见附件",
      ])
  }

  /// Programs that know no threads keep the note alone.
  @Test(arguments: [
    "[Threaded comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n    请核实口径\nReply:\n    已核实",
    "[线程批注]\n\n你的Excel版本可读取此线程批注。\n\n注释：\n    请核实口径\nReply:\n    已核实",
  ])
  func aNoteBesideAThreadSaysWhatTheThreadSays(_ text: String) throws {
    var written = WrittenWorkbook(Self.row)
    written.parts += [
      (
        "xl/worksheets/_rels/sheet1.xml.rels",
        WrittenWorkbook.relationships([
          WrittenWorkbook.relationship("rId1", "comments", "../comments1.xml")
        ])
      ),
      (
        "xl/comments1.xml",
        """
        <comments><authors><author>tc={1}</author></authors><commentList><comment ref="C3" \
        authorId="0"><text><t xml:space="preserve">\(text)</t></text></comment></commentList></comments>
        """
      ),
    ]
    #expect(try written.sheet().comments.values.map(\.self) == ["请核实口径\nReply:\n已核实"])
  }

  @Test func readsStrictAndPrefixedWorkbooks() throws {
    var written = WrittenWorkbook("")
    for index in written.parts.indices {
      written.parts[index].xml.replace(
        WrittenWorkbook.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
      written.parts[index].xml.replace(
        WrittenWorkbook.types, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
    }
    let last = written.parts.count - 1
    written.parts[last].xml = """
      <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>\
      <x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>乙</x:t>\
      </x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells>\
      </x:worksheet>
      """
    written.parts[last - 1].xml = "<x:sst xmlns:x=\"y\"><x:si><x:t>甲</x:t></x:si></x:sst>"
    let sheet = try written.sheet()
    #expect(sheet.listing == "A1 text 甲\nB1 text 乙")
    #expect(sheet.merges.map(\.description) == ["A1:B1"])
  }

  @Test func aChartSheetHasNoCells() throws {
    var written = WrittenWorkbook(sheets: [("任务", ""), ("图", "")])
    written.parts[3].xml.replace(
      "relationships/worksheet\" Target=\"worksheets/sheet2",
      with:
        "relationships/chartsheet\" Target=\"worksheets/sheet2")
    let sheets = try #require(try written.read().workbook?.sheets)
    #expect(sheets.map(\.isDrawing) == [false, true])
    #expect(sheets.map(\.name) == ["任务", "图"])
  }

  @Test func findsPartsWhateverTheirCaseAndSlashes() throws {
    var written = WrittenWorkbook(Self.row)
    written.parts = written.parts.map { ($0.name.replacing("xl/", with: "XL\\"), $0.xml) }
    #expect(try written.sheet().listing == "A1 number 1")
  }

  @Test func emptyStyledRowsCostNothing() throws {
    let rows = (1...5_000).map { "<row r=\"\($0)\" s=\"1\"><c r=\"A\($0)\" s=\"0\"/></row>" }
    let sheet = try WrittenWorkbook(
      rows.joined(), before: "<dimension ref=\"A1:XFD1048576\"/>"
    ).sheet()
    #expect(sheet.rows.isEmpty)
    #expect(sheet.cells.isEmpty)
  }
}

extension SheetTail {
  /// A tail that was told of so many merged cells.
  static func many(_ count: Int) -> SheetTail {
    var tail = SheetTail()
    for _ in 0..<count {
      tail.add(CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 2, column: 1)))
    }
    return tail
  }
}
