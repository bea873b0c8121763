import Domain
import Testing

@Suite struct CellAddressTests {
  @Test(arguments: [
    ("A1", 1, 1), ("F12", 12, 6), ("Z1", 1, 26), ("AA1", 1, 27), ("$AB$30", 30, 28),
    ("XFD1048576", 1_048_576, 16_384), ("b$2", 2, 2),
  ])
  func readsAddresses(text: String, row: Int, column: Int) {
    #expect(CellAddress(text) == CellAddress(row: row, column: column))
  }

  @Test(arguments: [
    "", "A", "1", "A0", "A01", "1A", "XFE1", "A1048577", "A1:B2", "A-1", "A1 ", "$$A1", "A$1$",
    "A99999999999999999999", "ZZZZZZZZZZZZZZ1", "１A", "甲1",
  ])
  func refusesOtherTexts(text: String) {
    #expect(CellAddress(text) == nil)
  }

  @Test func writesAddresses() {
    for (column, letters) in [
      (1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD"),
    ] {
      #expect(CellAddress(row: 12, column: column).description == letters + "12")
      #expect(CellAddress.column(of: letters) == column)
    }
  }

  @Test(arguments: [
    ("A1:F12", "A1:F12"), ("F12:A1", "A1:F12"), ("B3", "B3"), ("$B$3:$B$9", "B3:B9"),
    ("C:C", "C1:C1048576"), ("2:3", "A2:XFD3"), ("$A:$B", "A1:B1048576"),
  ])
  func readsRanges(text: String, meant: String) {
    #expect(CellRange(text)?.description == meant)
  }

  @Test(arguments: ["", ":", "A1:", "A1:B2:C3", "A:1", "B", "7", "A1:B"])
  func refusesOtherRanges(text: String) {
    #expect(CellRange(text) == nil)
  }

  @Test func knowsWhatARangeHolds() throws {
    let range = try #require(CellRange("B2:C3"))
    let inside = try [#require(CellAddress("B2")), #require(CellAddress("C3"))]
    let outside = try [#require(CellAddress("A2")), #require(CellAddress("C4"))]
    #expect(inside.allSatisfy(range.contains))
    #expect(!outside.contains(where: range.contains))
  }
}
