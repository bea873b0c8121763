import Domain
import Foundation
import Testing

/// Days against Foundation's calendar, and the one form in which they are read.
@Suite struct DayTests {
  @Test func everyAcceptedDayIsFoundations() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var day = try #require(Day(year: 1900, month: 1, dayOfMonth: 1))
    var count = 0
    while day.year <= 2199 {
      let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      let components = day.components
      // Foundation counts from Sunday 1, we from Monday 1.
      let weekday = parts.weekday.map { ($0 + 5) % 7 + 1 }
      if components.year != parts.year || components.month != parts.month
        || components.dayOfMonth != parts.day || day.weekday != weekday
        || Day(day.description) != day
        || Day(year: components.year, month: components.month, dayOfMonth: components.dayOfMonth)
          != day
      {
        Issue.record("\(day): \(parts)")
      }
      count += 1
      day = day.adding(days: 1)
    }
    #expect(count == 109_573)
  }

  @Test(arguments: [
    "2023-02-29", "2100-02-29", "2023-04-31", "2023-00-10", "2023-13-01", "2023-01-00",
    "2023-01-32", "1899-12-31", "2200-01-01", "2023-1-1", "2023-01-1", "23-01-01", "2023/01/01",
    "20230101", " 2023-01-01", "2023-01-01 ", "2023-01-01T00:00", "２０２３-01-01", "2023-٠1-01",
    "2023-01-0a", "+023-01-01", "2023--1-01", "2023−01−01", "", "昨天",
  ])
  func isNoDay(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: ["1900-01-01", "2024-02-29", "2000-02-29", "2023-12-31", "2199-12-31"])
  func isADay(_ text: String) {
    #expect(Day(text)?.description == text)
  }

  /// Known days of the week, from Monday 1; those before 1970 have negative numbers.
  @Test(arguments: [
    ("2023-06-25", 7), ("2023-09-25", 1), ("2024-02-29", 4), ("1990-01-01", 1),
    ("2060-12-31", 5),
  ])
  func weekdays(_ text: String, _ weekday: Int) {
    #expect(Day(text)?.weekday == weekday)
  }

  @Test func weekdaysBefore1970() {
    #expect((-10 ... -3).map { Day(number: $0).weekday } == [1, 2, 3, 4, 5, 6, 7, 1])
  }

  @Test func daysAreCountedAndCompared() throws {
    let day = try #require(Day("2023-12-31"))
    #expect(day.adding(days: 1).description == "2024-01-01")
    #expect(day.adding(days: -365).description == "2022-12-31")
    #expect(try day < #require(Day("2024-01-01")))
    #expect(try #require(Day("2024-03-01")).number - #require(Day("2024-02-28")).number == 2)
  }
}
