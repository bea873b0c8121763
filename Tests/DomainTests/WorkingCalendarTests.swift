import Domain
import Testing

/// Which days one works on.
@Suite struct WorkingCalendarTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// 2023 with the Dragon Boat holidays alone.
  private func calendar() throws -> WorkingCalendar {
    WorkingCalendar(
      years: [2023],
      exceptions: [
        try Self.day("2023-06-22"): false, try Self.day("2023-06-23"): false,
        try Self.day("2023-06-25"): true,
      ])
  }

  @Test(arguments: [
    ("2023-06-21", true), ("2023-06-22", false), ("2023-06-23", false), ("2023-06-24", false),
    ("2023-06-25", true), ("2023-06-26", true), ("2023-07-01", false), ("2023-07-02", false),
    ("2022-12-30", nil), ("2024-01-02", nil),
  ])
  func isWorking(_ text: String, _ expected: Bool?) throws {
    #expect(try calendar().isWorking(Self.day(text)) == expected)
  }

  /// Five working days before a cut-off the drafts begin.
  @Test(arguments: [
    (0, "2023-06-25", "2023-06-25"), (1, "2023-06-26", "2023-06-25"),
    (1, "2023-06-25", "2023-06-21"), (5, "2023-06-25", "2023-06-15"),
    (5, "2023-09-25", "2023-09-18"), (3, "2023-01-04", nil), (2, "2024-01-02", nil),
  ])
  func workingDaysBefore(_ count: Int, _ from: String, _ expected: String?) throws {
    let found = try calendar().day(count, workingDaysBefore: Self.day(from))
    #expect(found?.description == expected)
  }
}
