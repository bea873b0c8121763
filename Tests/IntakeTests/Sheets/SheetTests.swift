import Domain
import Testing

@testable import Intake

@Suite struct SheetTests {
  @Test func aCellTakesSixteenBytes() {
    #expect(MemoryLayout<SheetCell>.stride == 16)
  }

  @Test func findsCellsByPlace() throws {
    let sheet = Sheet(name: "任务", rows: [["序号", nil, "任务"], [], [nil, "二", ""], ["4"]])
    #expect(sheet.rows.map(\.number) == [1, 3, 4])
    #expect(sheet.cells.map(\.address.description) == ["A1", "C1", "B3", "A4"])
    #expect(sheet.cell(1, 3).map(sheet.text) == "任务")
    #expect(sheet.cell(3, 2).map(sheet.text) == "二")
    for (row, column) in [(1, 2), (2, 1), (3, 3), (5, 1), (0, 0), (1, 4)] {
      #expect(sheet.cell(row, column) == nil)
    }
  }

  @Test func keepsTheTimeOfADayApart() throws {
    var builder = SheetBuilder()
    builder.add("2024-08-30", kind: .dateTime, row: 1, column: 1, time: "17:00:00")
    builder.add("2024-08-31", kind: .date, row: 1, column: 2)
    builder.endRow(1)
    let sheet = builder.sheet(name: "任务")
    let (first, second) = try (#require(sheet.cell(1, 1)), #require(sheet.cell(1, 2)))
    #expect(sheet.text(first) == "2024-08-30")
    #expect(sheet.time(first) == "17:00:00")
    #expect(sheet.text(second) == "2024-08-31")
    #expect(sheet.time(second) == nil)
  }

  @Test func sortsARowAndFindsACellThatIsThereTwice() {
    var builder = SheetBuilder()
    for column in [3, 1, 2] { builder.add("\(column)", row: 1, column: column) }
    #expect(builder.sortRow() == nil)
    builder.endRow(1)
    for column in [2, 1, 2] { builder.add("\(column)", row: 2, column: column) }
    #expect(builder.sortRow() == 2)
    builder.endRow(2)
    let sheet = builder.sheet(name: "任务")
    #expect(sheet.cells.prefix(3).map(sheet.text) == ["1", "2", "3"])
  }
}
