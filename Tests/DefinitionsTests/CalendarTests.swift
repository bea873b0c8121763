import Definitions
import Domain
import TestSupport
import Testing

/// Working-day calendars, those that ship and those that are refused.
@Suite struct CalendarTests {
  private func file(_ id: String, _ text: String) -> DefinitionFile {
    DefinitionFile(kind: .calendar, id: id, path: "\(id).csv", text: text)
  }

  private static let heading = "date,is_working,name\n"

  @Test func theShippedYearsParse() throws {
    let files = try DefinitionLibrary.shipped.calendars()
    #expect(files.map(\.id) == (2007...2026).map(String.init))
    #expect(try WorkingCalendar(files).years == Set(2007...2026))
  }

  /// Days that the State Council's notices made something else than their weekday, or did not.
  @Test(arguments: [
    ("2023-06-22", false), ("2023-06-23", false), ("2023-06-25", true), ("2023-10-07", true),
    ("2023-10-08", true), ("2023-10-06", false), ("2023-04-25", true), ("2023-11-25", false),
    ("2023-12-31", false), ("2024-02-29", true), ("2026-09-25", false), ("2024-01-01", false),
  ])
  func shippedDays(_ text: String, _ expected: Bool) throws {
    let calendar = try WorkingCalendar(DefinitionLibrary.shipped.calendars())
    #expect(try calendar.isWorking(text.asDay) == expected)
  }

  /// Every year has between 244 and 255 working days.
  @Test(arguments: 2007...2026)
  func aShippedYearIsPlausible(_ year: Int) throws {
    let calendar = try WorkingCalendar(DefinitionLibrary.shipped.calendars())
    let first = try "\(year)-01-01".asDay
    let working = (0..<365).count { calendar.isWorking(first.adding(days: $0)) == true }
    #expect((244...255).contains(working))
  }

  @Test func windowsLineEndsAndAMissingLastOne() throws {
    let calendar = try WorkingCalendar([
      file("2023", "date,is_working,name\r\n2023-06-22,0,端午节\r\n2023-06-25,1")
    ])
    #expect(try calendar.isWorking("2023-06-22".asDay) == false)
    #expect(try calendar.isWorking("2023-06-25".asDay) == true)
  }

  /// Rows that are refused, on the third line.
  @Test(arguments: [
    "2023-06-22", "2023-06-22,2,x", "2023-06-22,,x", "2024-06-22,0,x", "2023-6-22,0,x",
    "22.06.2023,0,x", "2023-06-31,0,x", "端午节,0,x",
  ])
  func aRowIsRefused(_ row: String) {
    let fault = #expect(throws: DefinitionFault.self) {
      try WorkingCalendar([file("2023", Self.heading + "2023-01-02,0,元旦\n" + row)])
    }
    #expect(fault?.place == SourcePlace(file: "2023.csv", line: 3))
    #expect(fault?.problem == .expected(.calendarLine(year: 2023)))
  }

  @Test func aGapIsRefused() {
    let fault = #expect(throws: DefinitionFault.self) {
      try WorkingCalendar([2021, 2022, 2024].map { file("\($0)", Self.heading) })
    }
    #expect(fault?.problem == .missingCalendar(year: 2023))
  }

  @Test(arguments: ["holidays", "1899", "2200", "23"])
  func aFileOfNoYearIsRefused(_ id: String) {
    let fault = #expect(throws: DefinitionFault.self) {
      try WorkingCalendar([file(id, Self.heading)])
    }
    #expect(fault?.problem == .expected(.calendarFileName))
  }

  @Test func noCalendarsAtAll() throws {
    #expect(try WorkingCalendar([]).years == [])
  }
}
