public import Database
public import Definitions
public import Domain

/// The table `day`: the Gregorian calendar of the accepted years, with working days counted.
///
/// SQL has no date functions: every difference of days, months and working days is a
/// difference of two rows of this table.
public enum WorkingDays {
  /// The setting that lists the calendars by which the days were counted, each with its hash.
  static let setting = "calendars"

  /// Fills the days of all accepted years; working days are counted by `update`.
  static func fill(_ connection: any Connection) throws {
    try insertDays(into: "day", connection, calendar: nil)
  }

  /// Counts the working days anew if the calendars are other ones than last time.
  public static func update(
    _ connection: any Connection, files: [DefinitionFile],
    calendar: @autoclosure () throws -> WorkingCalendar
  ) throws {
    let listing = Self.listing(of: files)
    guard try storedListing(connection) != listing else { return }
    try connection.transaction(.writing(lock: "")) {
      try LedgerStore.keepContents(files, connection)
      try connection.execute("DELETE FROM day")
      try insertDays(into: "day", connection, calendar: calendar())
      // Most queries join it: they are planned well from the first one on.
      if let analyze = connection.dialect.analyzeTable { try connection.execute(analyze("day")) }
      try connection.execute("DELETE FROM setting WHERE name = :name", ["name": .text(setting)])
      try connection.insert(
        into: "setting", columns: ["name", "content"], rows: [[.text(setting), .text(listing)]])
    }
  }

  /// Puts a temporary table of the same name before `day` where that was counted by other
  /// calendars than the given ones.
  public static func shadow(_ connection: any Connection, files: [DefinitionFile]) throws {
    guard try storedListing(connection) != listing(of: files) else { return }
    let calendar = try WorkingCalendar(files)
    let types = connection.dialect
    try connection.execute(
      """
      CREATE TEMPORARY TABLE day (
        day_number \(types.integer) PRIMARY KEY, day \(types.text) UNIQUE, year \(types.integer),
        month \(types.integer), dom \(types.integer), workday_number \(types.integer)
      )
      """)
    // The temporary table goes before the stored one, on every engine.
    try insertDays(into: "day", connection, calendar: calendar)
    if let analyze = types.analyzeTable ?? types.analyzeTogether {
      try connection.execute(analyze("day"))
    }
  }

  /// The calendars by id and hash, a line each.
  private static func listing(of files: [DefinitionFile]) -> String {
    files.map { "\($0.id) \($0.hash)\n" }.joined()
  }

  private static func storedListing(_ connection: any Connection) throws -> String? {
    try connection.firstRow(
      of: "SELECT content FROM setting WHERE name = :name", ["name": .text(setting)])?
      .first?.text
  }

  private static func insertDays(
    into table: String, _ connection: any Connection, calendar: WorkingCalendar?
  ) throws {
    try connection.insert(into: table, columns: columns, next: rows(calendar))
  }

  static let columns = ["day_number", "day", "year", "month", "dom", "workday_number"]

  /// The rows of the table, one after another, in the order of days.
  static func rows(_ calendar: WorkingCalendar?) -> () -> [Value]? {
    var day = Day(year: Day.years.lowerBound, month: 1, dayOfMonth: 1)
    var workdays: Int64 = 0
    return {
      guard let today = day else { return nil }
      let (year, month, dayOfMonth) = today.components
      guard Day.years.contains(year) else { return nil }
      day = today.adding(days: 1)
      let working = calendar?.isWorking(today)
      if working == true { workdays += 1 }
      return [
        .integer(Int64(today.number)), .day(today), .integer(Int64(year)),
        .integer(Int64(month)), .integer(Int64(dayOfMonth)),
        working == nil ? .null : .integer(workdays),
      ]
    }
  }
}
