import Domain
import Testing

/// Places in files and in sheets.
@Suite struct SourcePlaceTests {
  @Test func aCellOfASheetIsAPlace() {
    let place = SourcePlace(
      file: "台账.xlsx", sheet: "重点任务", tab: 2, cell: CellAddress(row: 12, column: 6))
    #expect(place.within == "重点任务!F12")
    #expect(place.cell == CellAddress("F12"))
    #expect(SourcePlace(file: "台账.xlsx", sheet: "重点任务", tab: 2).within == "重点任务")
    #expect(SourcePlace(file: "a.csv", line: 12, column: 3).within == "12")
    #expect(SourcePlace(file: "a.csv", line: 12, column: 3).cell == nil)
  }

  @Test func placesStandInTheOrderOfTheTabs() {
    let cells = [("乙", 1, 9, 1), ("甲", 2, 1, 2), ("甲", 2, 1, 10), ("甲", 2, 10, 1)].map {
      SourcePlace(file: "a.xlsx", sheet: $0, tab: $1, cell: CellAddress(row: $2, column: $3))
    }
    #expect(cells.reversed().sorted() == cells)
  }
}
