import Pages
import Testing

@testable import Writing

/// Symbols become the addresses of the cells that they are about.
@Suite struct TablePlacesTests {
  /// A workbook whose table of lines has points, units and roles in columns B, C and D; a rounded
  /// column of points stands in A.
  private let places: TablePlaces = {
    let columns = ["points", "points", "unit", "role"].map {
      PageTable.Column(name: $0, heading: $0, style: .fact)
    }
    let table = PageTable(
      name: "lines", columns: columns, headingStyle: .columnHeading(size: 10),
      headingHeights: [18], count: 0, merges: [], keys: []
    ) { _ in }
    var page = Page(
      name: "得分'明细", widths: [], print: PrintSetUp(columns: 4, hasGridlines: true))
    page.blocks = [.table(table)]
    return TablePlaces([page])
  }()

  private func text(_ formula: Formula, above: ClosedRange<Int>? = nil) -> String? {
    places.text(of: formula, row: 7, above: above)
  }

  private func lines(_ table: String, _ column: String?, places: Int? = nil) -> Formula {
    .lines(
      Formula.Lines(
        table: table, column: column,
        conditions: [.cell(column: "unit", own: 27), .text(column: "role", "牵\"头")],
        places: places))
  }

  @Test func cellsOfTheRow() {
    #expect(
      text(.quotient(numerator: 0, denominator: 1, places: 3, empty: "无\"任务"))
        == "IF(B8=0,\"无\"\"任务\",ROUND(A8/B8,3))")
    #expect(
      text(.difference(of: 3, less: 5, factor: 100, places: 1, absence: "—"))
        == "IF(AND(ISNUMBER(D8),ISNUMBER(F8)),ROUND((D8-F8)*100,1),\"—\")")
    #expect(
      text(.difference(of: 1, less: 4, factor: 1, places: 0, absence: "—"))
        == "IF(AND(ISNUMBER(B8),ISNUMBER(E8)),ROUND(B8-E8,0),\"—\")")
  }

  @Test func rowsAbove() {
    #expect(text(.sumAbove(column: 2), above: 3...6) == "SUM(C4:C7)")
    #expect(text(.greatestAbove(column: 2), above: 3...6) == "MAX(C4:C7)")
    #expect(text(.sumAbove(column: 2)) == nil)
  }

  @Test func linesOfAnotherSheet() {
    let tests = "'得分''明细'!$C:$C,AB8,'得分''明细'!$D:$D,\"牵\"\"头\""
    #expect(
      text(lines("lines", "points", places: 6))
        == "ROUND(SUMIFS('得分''明细'!$B:$B,\(tests)),6)")
    #expect(text(lines("lines", nil)) == "COUNTIFS(\(tests))")
    #expect(
      text(.lines(Formula.Lines(table: "lines", column: "points", conditions: [], places: nil)))
        == "SUM('得分''明细'!$B:$B)")
  }

  @Test func whatTheWorkbookLacksHasNoFormula() {
    #expect(text(lines("others", "points")) == nil)
    #expect(text(lines("lines", "gone")) == nil)
    let number = AddressedCell(.formula(lines("others", nil), number: 3), places, row: 0)
    #expect(number == .number(3))
  }

  @Test func namesOfCells() {
    #expect(
      [0, 25, 26, 51, 52, 701, 702].map { TablePlaces.cell(0, $0) }
        == ["A1", "Z1", "AA1", "AZ1", "BA1", "ZZ1", "AAA1"])
  }
}
