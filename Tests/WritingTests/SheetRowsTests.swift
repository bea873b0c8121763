import Domain
import Foundation
import Pages
import Testing

@testable import Writing

/// Rows as XML, and the texts that they share.
@Suite struct SheetRowsTests {
  private func xml(
    strings: SharedStrings? = nil, height: Double? = nil, _ cells: [(AddressedCell, Int, Int32)]
  ) throws -> String {
    var rows = SheetRows(strings: strings)
    rows.begin(row: 6, height: height)
    for (cell, column, format) in cells {
      rows.add(try cell.checked(), column: column, format: format)
    }
    rows.end()
    return String(decoding: rows.take(), as: UTF8.self)
  }

  private static let cells: [(AddressedCell, Int, Int32)] = [
    (.text("a<b & \"c\">"), 0, 3), (.blank, 1, 3), (.text("一\r\n二_x0041_ "), 2, 0),
    (.number(-12), 25, 12), (.number(0.94), 26, 12), (.number(-0.021), 27, 0),
    (.number(1e300), 28, 0), (.number(45_009), 29, 0), (.blank, 30, 0),
    (.formula("IF(B1<2,1,0)", number: 0.25), 31, 1),
    (.textFormula("IF(B1<2,\"<\",\"\")", text: "<"), 32, 1), (.text("a<b & \"c\">"), 701, 3),
    (.text(""), 702, 3),
  ]

  @Test func cellsOfTheWorkbookSayWhereTheyStand() throws {
    let strings = SharedStrings()
    #expect(
      try xml(strings: strings, height: 20.25, Self.cells) == """
        <row r="7" ht="20.25" customHeight="1"><c r="A7" s="3" t="s"><v>0</v></c><c r="B7" s="3"/>\
        <c r="C7" t="s"><v>1</v></c><c r="Z7" s="12"><v>-12</v></c><c r="AA7" s="12"><v>0.94</v></c>\
        <c r="AB7"><v>-0.021</v></c><c r="AC7"><v>1e+300</v></c><c r="AD7"><v>45009</v></c>\
        <c r="AF7" s="1"><f>IF(B1&lt;2,1,0)</f><v>0.25</v></c>\
        <c r="AG7" s="1" t="str"><f>IF(B1&lt;2,"&lt;","")</f><v>&lt;</v></c>\
        <c r="ZZ7" s="3" t="s"><v>0</v></c><c r="AAA7" s="3"/></row>
        """)
    let part = String(decoding: strings.part, as: UTF8.self)
    #expect(
      part.hasSuffix(
        """
         count="3" uniqueCount="2"><si><t>a&lt;b &amp; "c"&gt;</t></si>\
        <si><t xml:space="preserve">一\n二_x005F_x0041_ </t></si></sst>
        """))
  }

  @Test func cellsOfLongListsFollowEachOther() throws {
    let cells: [(AddressedCell, Int, Int32)] = [
      (.blank, 0, 3), (.text(" 前"), 1, 3), (.number(7), 4, 0), (.blank, 5, 3),
    ]
    #expect(
      try xml(cells) == """
        <row r="7"><c/><c s="3" t="inlineStr"><is><t xml:space="preserve"> 前</t></is></c>\
        <c/><c/><c><v>7</v></c></row>
        """)
  }

  /// Unicode holds both to be equal; whoever typed them sees two.
  @Test func textsAreSharedByTheirBytes() {
    let strings = SharedStrings()
    #expect(["é", "e\u{301}", "é", "e\u{301}"].map(strings.number) == [0, 1, 0, 1])
  }

  @Test func laterCellsTakeThePlaceOfEarlierOnes() throws {
    var cells = SheetCells()
    func put(_ number: Double, _ row: Int, _ column: Int32) {
      cells.put(SheetCells.Cell(column: column, format: 0, cell: .number(number)), row: row)
    }
    for (number, row, column) in [
      (1.0, 4, 3), (2, 4, 1), (3, 4, 3), (4, 0, 5), (5, 4, 2), (6, 4, 1), (7, 4, 9),
    ] as [(Double, Int, Int32)] { put(number, row, column) }
    cells.setHeight(30, row: 5)
    var written: [UInt8] = []
    try cells.write(strings: SharedStrings()) { written += $0 }
    #expect(
      String(decoding: written, as: UTF8.self) == """
        <row r="1"><c r="F1"><v>4</v></c></row>\
        <row r="5"><c r="B5"><v>6</v></c><c r="C5"><v>5</v></c><c r="D5"><v>3</v></c>\
        <c r="J5"><v>7</v></c></row><row r="6" ht="30" customHeight="1"></row>
        """)
    #expect(cells.dimension == "A1:J6" && SheetCells().dimension == "A1:A1")
  }
}
