import Domain
import Testing

@testable import Intake

@Suite struct CellReadingTests {
  private func listing(
    _ rows: String, styles: String = "", strings: [String] = [], workbookPr: String = ""
  ) throws -> String {
    try WrittenWorkbook(rows, styles: styles, strings: strings, workbookPr: workbookPr).sheet()
      .listing
  }

  @Test func readsTheKindsOfCells() throws {
    let rows = """
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>12</v></c>\
      <c r="C2" t="inlineStr"><is><t>甲</t></is></c><c r="D2" t="b"><v>1</v></c>\
      <c r="E2" t="b"><v>0</v></c><c r="F2" t="e"><v>#REF!</v></c>\
      <c r="G2" t="str"><f>A2&amp;"x"</f><v>乙x</v></c><c r="H2"><f>1+1</f><v>2</v></c>\
      <c r="I2"><f>1+1</f></c><c r="J2" t="str"><f>""</f><v></v></c><c r="K2" s="0"/>\
      <c r="L2"><f>B1</f><v/></c><c r="M2" t="e"><f>1/0</f><v>#DIV/0!</v></c>\
      <c r="N2" t="n"><v>3</v></c><c r="O2" t="s"><v>0</v></c></row>
      """
    #expect(
      try listing(rows, strings: ["<t/>", "<t>丙</t>"]) == """
        A2 text 丙
        B2 number 12
        C2 text 甲
        D2 boolean TRUE
        E2 boolean FALSE
        F2 error #REF!
        G2 text/f 乙x
        H2 number/f 2
        I2 formulaWithoutValue/f\u{20}
        L2 formulaWithoutValue/f\u{20}
        M2 error/f #DIV/0!
        N2 number 3
        """)
  }

  @Test(arguments: [
    ("<t>甲局</t>", "甲局"),
    ("<r><t>甲</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 局</t></r>", "甲 局"),
    ("<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>とうきょう</t></rPh><phoneticPr fontId=\"1\"/>", "東京"),
    ("<t xml:space=\"preserve\">  甲 </t>", "  甲 "), ("<t>  甲 </t>", "甲"),
    ("<t>一_x000D_\n二</t>", "一\r\n二"), ("<t>_x005F_x000D_</t>", "_x000D_"),
    ("<t>_xD83D__xDE00_</t>", "😀"), ("<t>_xD83D_甲</t>", "\u{FFFD}甲"),
    ("<t>_x00zz_</t>", "_x00zz_"), ("<t>a_x0041</t>", "a_x0041"), ("<t>一\n二</t>", "一\n二"),
    ("<t><![CDATA[<甲>]]></t>", "<甲>"),
  ])
  func readsTexts(xml: String, text: String) throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>\(xml)</is></c></row>
      """
    let sheet = try WrittenWorkbook(rows, strings: [xml]).sheet()
    #expect(sheet.cells.map(sheet.text) == [text, text])
  }

  @Test func readsWhatHasNoAddresses() throws {
    let rows = """
      <row><c t="inlineStr"><is><t>序号</t></is></c><c/><c><v>1</v></c></row><row/>\
      <row><c r="C3"><v>2</v></c><c><v>3</v></c></row><row r="7"><c><v>4</v></c></row>
      """
    #expect(
      try listing(rows) == """
        A1 text 序号
        C1 number 1
        C3 number 2
        D3 number 3
        A7 number 4
        """)
  }

  @Test func putsCellsAndRowsInOrder() throws {
    let rows = """
      <row r="5"><c r="C5"><v>3</v></c><c r="A5"><v>1</v></c><c r="B5"><v>2</v></c></row>\
      <row r="2" hidden="1"><c r="B2"><v>0</v></c></row><row r="5"><c r="D5"><v>4</v></c></row>
      """
    let sheet = try WrittenWorkbook(rows).sheet()
    #expect(sheet.listing == "B2 number 0\nA5 number 1\nB5 number 2\nC5 number 3\nD5 number 4")
    #expect(sheet.rows.map(\.number) == [2, 5])
    #expect(sheet.rows.map(\.isHidden) == [true, false])
    #expect(sheet.rows.map(\.cells) == [0..<1, 1..<5])
  }

  @Test(arguments: [
    ("<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"A3\"><v>2</v></c></row>", "任务!A3", "cell-twice"),
    (
      "<row r=\"3\"><c r=\"B3\"><v>1</v></c></row><row r=\"3\"><c r=\"B3\"><v>2</v></c></row>",
      "任务!B3", "cell-twice"
    ),
    ("<row r=\"3\"><c r=\"A4\"><v>1</v></c></row>", "任务!A3", "cell-misplaced"),
    ("<row r=\"3\"><c r=\"XFE3\"><v>1</v></c></row>", "任务!A3", "cell-misplaced"),
    ("<row r=\"3\"><c r=\"甲\"><v>1</v></c></row>", "任务!A3", "cell-misplaced"),
    // What stands in nothing of its kind; the cells of two rows would else be those of one.
    (
      "<row r=\"3\"><c r=\"A3\"><v>1</v></c><row r=\"4\"><c r=\"B4\"><v>2</v></c></row></row>",
      "任务!A3", "cell-misplaced"
    ),
    (
      "<row r=\"3\"><c r=\"A3\"><v>1</v><c r=\"B3\"><v>2</v></c></c></row>", "任务!A3",
      "cell-misplaced"
    ),
    ("<c r=\"A0\"><v>1</v></c><row r=\"1\"/>", "任务!A1", "cell-misplaced"),
    ("<row r=\"1048577\"><c><v>1</v></c></row>", "任务!A1", "cell-misplaced"),
    ("<row r=\"-1\"><c><v>1</v></c></row>", "任务!A1", "cell-misplaced"),
    ("<row r=\"99999999999999999999\"><c><v>1</v></c></row>", "任务!A1", "cell-misplaced"),
    ("<row r=\"3\"><c r=\"B3\" t=\"s\"><v>7</v></c></row>", "任务!B3", "cell-text-missing"),
    ("<row r=\"3\"><c r=\"B3\" t=\"s\"><v>-1</v></c></row>", "任务!B3", "cell-text-missing"),
    ("<row r=\"3\"><c r=\"B3\" t=\"s\"><v>x</v></c></row>", "任务!B3", "cell-text-missing"),
  ])
  func refusesCells(rows: String, place: String, code: String) throws {
    let (workbook, faults) = try WrittenWorkbook(rows).read()
    #expect(workbook == nil)
    #expect(faults.errors.map(\.place.within) == [place])
    #expect(faults.errors.map(\.problem.code) == [code])
    #expect(faults.errors.map(\.place.file) == ["台账.xlsx"])
  }

  @Test func saysAllCellsAtOnce() throws {
    let rows = (1...3).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>9</v></c></row>" }
    let (_, faults) = try WrittenWorkbook(rows.joined()).read()
    #expect(faults.errors.map(\.place.within) == ["任务!A1", "任务!A2", "任务!A3"])
  }

  @Test(arguments: [
    ("0.30000000000000004", "0.3"), ("1.0000000000000001E-2", "0.01"), ("12.50", "12.5"),
    ("1E3", "1000"), ("-0.0", "0"), ("-7", "-7"), ("100", "100"), ("007", "7"),
    ("123456789012345678", "123456789012346000"), ("1.2345678901234568E+17", "123456789012346000"),
    ("999999999999999.9", "1000000000000000"), ("0.1", "0.1"), (".5", "0.5"),
    ("1.5E+30", "1.5E+30"), ("-2.5e-30", "-2.5E-30"), ("80.099999999999994", "80.1"),
    ("44770.708333333336", "44770.7083333333"), ("9007199254740993", "9007199254740990"),
  ])
  func showsNumbersAsExcelDoes(stored: String, shown: String) throws {
    #expect(
      try listing("<row r=\"1\"><c r=\"A1\"><v>\(stored)</v></c></row>") == "A1 number \(shown)")
  }

  @Test(arguments: ["1.2.3", "1e", "NaN", "INF", "１", "1 2", "0x10", "--1", "1e999", "甲"])
  func takesOtherTextsForTexts(stored: String) throws {
    #expect(
      try listing("<row r=\"1\"><c r=\"A1\"><v>\(stored)</v></c></row>") == "A1 text \(stored)")
  }

  @Test(arguments: [
    ("14", "44770", "date 2022-07-28"),
    ("22", "44770.708333333336", "dateTime 2022-07-28 17:00:00"),
    ("14", "44770.708333333336", "dateTime 2022-07-28 17:00:00"),
    ("14", "59", "date 1900-02-28"), ("14", "60", "date 1900-02-29"),
    ("14", "61", "date 1900-03-01"),
    ("14", "1", "date 1900-01-01"), ("14", "2958465", "date 9999-12-31"),
    ("14", "2958466", "number 2958466"), ("14", "-1", "number -1"), ("14", "0", "number 0"),
    ("14", "44769.99999999999", "date 2022-07-28"),
    ("20", "0.70833333333333337", "time 17:00:00"), ("20", "0", "time 00:00:00"),
    ("46", "1.5", "dateTime 1900-01-01 12:00:00"), ("9", "0.8", "number 80%"),
    ("10", "0.82499999999999996", "number 82.5%"), ("9", "1.2", "number 120%"),
    ("9", "1", "number 100%"), ("9", "0", "number 0%"), ("27", "42614", "month 2016年9月"),
    ("17", "42615", "date 2016-09-02"), ("31", "42614", "date 2016-09-01"),
    ("58", "42614", "date 2016-09-01"), ("33", "0.5", "time 12:00:00"), ("49", "12", "number 12"),
    ("000", "7", "number 007"), ("000", "1234", "number 1234"), ("000", "7.5", "number 7.5"),
    ("yyyy\"年\"m\"月\"d\"日\";@", "42614", "date 2016-09-01"),
    ("[$-804]yyyy\"年\"m\"月\";@", "42614", "month 2016年9月"), ("yyyy.m", "42614", "month 2016年9月"),
    ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "42614", "date 2016-09-01"),
    ("m\"月\"d\"日\"", "42614", "date 2016-09-01"), ("yyyy\\-mm\\-dd", "42614", "date 2016-09-01"),
    ("[h]:mm", "0.5", "time 12:00:00"), ("[Red]0.00", "5", "number 5"),
    ("0.0%", "0.8", "number 80%"),
    ("#,##0.00\"元\"", "5.10", "number 5.1"), ("0\"年\"", "3", "number 3"),
    ("General\"h\"", "3", "number 3"), ("0.00E+00", "5", "number 5"),
    ("@", "42614", "number 42614"),
    ("\"d\"0", "3", "number 3"), ("_(* #,##0_)", "3", "number 3"),
    ("[>=100]0;0.0", "3", "number 3"),
    ("yyyy/m/d h:mm", "42614.5", "dateTime 2016-09-01 12:00:00"),
    ("aaaa", "42614", "date 2016-09-01"),
    ("0;yyyy", "42614", "number 42614"), ("e\"年\"m\"月\"d\"日\"", "42614", "date 2016-09-01"),
  ])
  func goesByNumberFormats(format: String, stored: String, shown: String) throws {
    let styles = WrittenWorkbook.styles(formats: [format])
    #expect(
      try listing("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(stored)</v></c></row>", styles: styles)
        == "A1 \(shown)")
  }

  @Test(arguments: [
    ("0", "date 1904-01-01"), ("1", "date 1904-01-02"), ("43308", "date 2022-07-28"),
    ("43308.5", "dateTime 2022-07-28 12:00:00"), ("2957004", "number 2957004"),
  ])
  func countsFrom1904(stored: String, shown: String) throws {
    let text = try listing(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(stored)</v></c></row>",
      styles: WrittenWorkbook.styles(formats: ["14"]), workbookPr: "<workbookPr date1904=\"1\"/>")
    #expect(text == "A1 \(shown)")
  }

  @Test(arguments: [
    ("2016-09-01", "date 2016-09-01"), ("2016-09-01T00:00:00", "date 2016-09-01"),
    ("2016-09-01T17:00:00.000Z", "dateTime 2016-09-01 17:00:00"), ("2016-13-01", "text 2016-13-01"),
  ])
  func readsDaysInISOForm(stored: String, shown: String) throws {
    #expect(
      try listing("<row r=\"1\"><c r=\"A1\" t=\"d\"><v>\(stored)</v></c></row>") == "A1 \(shown)")
  }

  @Test func saysWhatIsColoured() throws {
    let fills = [
      "<patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC000\"/></patternFill>",
      "<patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFFFF\"/></patternFill>",
      "<patternFill patternType=\"solid\"><fgColor theme=\"0\"/></patternFill>",
      "<patternFill patternType=\"solid\"><fgColor theme=\"0\" tint=\"-0.1\"/></patternFill>",
      "<patternFill patternType=\"none\"/>",
      "<gradientFill><stop position=\"0\"><color rgb=\"FFFFFFFF\"/></stop></gradientFill>",
      "<patternFill patternType=\"lightUp\"/>",
    ]
    let cells = (1...7).map { "<c s=\"\($0)\"><v>1</v></c>" }.joined()
    let sheet = try WrittenWorkbook(
      "<row r=\"1\">\(cells)<c s=\"1\"/></row>",
      styles: WrittenWorkbook.styles(formats: [], fills: fills)
    ).sheet()
    #expect(sheet.cells.map(\.isColoured) == [true, false, false, true, false, true, true])
    #expect(sheet.colouredCells == 5)
  }
}
