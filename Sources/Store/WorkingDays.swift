public import Database
public import Definitions
public import Domain

/// The table `day`: the Gregorian calendar of the accepted years, with working days counted.
///
/// SQL has no date functions: every difference of days, months and working days is a
/// difference of two rows of this table.
public enum WorkingDays {
  private static let hashSetting = "calendar_hash"

  /// Fills the days of all accepted years; working days are counted by `update`.
  static func fill(_ connection: any Connection) throws {
    try insertDays(into: "day", connection, calendar: nil)
  }

  /// Counts the working days anew if the calendars are other ones than last time.
  public static func update(
    _ connection: any Connection, files: [DefinitionFile],
    calendar: @autoclosure () throws -> WorkingCalendar
  ) throws {
    let hash = Self.hash(of: files)
    guard try storedHash(connection) != hash else { return }
    try connection.transaction(.writing) {
      try connection.execute("DELETE FROM day")
      try insertDays(into: "day", connection, calendar: calendar())
      try connection.execute("DELETE FROM setting WHERE name = :name", ["name": .text(hashSetting)])
      try connection.insert(
        into: "setting", columns: ["name", "content"], rows: [[.text(hashSetting), .text(hash)]])
    }
  }

  /// Puts a temporary table of the same name before `day` where that was counted by other
  /// calendars than the given ones.
  public static func shadow(_ connection: any Connection, files: [DefinitionFile]) throws {
    guard try storedHash(connection) != hash(of: files) else { return }
    let calendar = try WorkingCalendar(files)
    try connection.execute(
      """
      CREATE TEMPORARY TABLE day (
        day_number INTEGER PRIMARY KEY, day TEXT UNIQUE, year INTEGER, month INTEGER, dom INTEGER,
        workday_number INTEGER
      )
      """)
    try insertDays(into: "temp.day", connection, calendar: calendar)
  }

  /// One hash for all calendars together.
  static func hash(of files: [DefinitionFile]) -> String {
    ContentHash(of: files.map { "\($0.id) \($0.hash)\n" }.joined()).description
  }

  private static func storedHash(_ connection: any Connection) throws -> String? {
    try connection.firstRow(
      of: "SELECT content FROM setting WHERE name = :name", ["name": .text(hashSetting)])?
      .first?.text
  }

  private static func insertDays(
    into table: String, _ connection: any Connection, calendar: WorkingCalendar?
  ) throws {
    guard var day = Day(year: Day.years.lowerBound, month: 1, dayOfMonth: 1) else { return }
    var workdays: Int64 = 0
    try connection.insert(
      into: table, columns: ["day_number", "day", "year", "month", "dom", "workday_number"]
    ) {
      let (year, month, dayOfMonth) = day.components
      guard Day.years.contains(year) else { return nil }
      defer { day = day.adding(days: 1) }
      let working = calendar?.isWorking(day)
      if working == true { workdays += 1 }
      return [
        .integer(Int64(day.number)), .day(day), .integer(Int64(year)), .integer(Int64(month)),
        .integer(Int64(dayOfMonth)), working == nil ? .null : .integer(workdays),
      ]
    }
  }
}
