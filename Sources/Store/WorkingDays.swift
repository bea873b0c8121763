public import Database
public import Definitions
public import Domain

/// The table `day`: the Gregorian calendar of the years that are needed, with working days counted.
///
/// SQL has no date functions: every difference of days, months and working days is a
/// difference of two rows of this table. The store has the years around those of the calendars; where
/// dates go beyond them, a temporary table of the same name with all years is laid before it.
public enum WorkingDays {
  /// The setting that lists the calendars by which the days were counted, each with its hash.
  static let setting = "calendars"

  /// The years that the store has: from 15 before to 10 after that of the newest calendar.
  static func years(_ calendar: WorkingCalendar?) -> ClosedRange<Int>? {
    calendar?.years.max().map { newest in
      (newest - 15...newest + 10).clamped(to: Day.years)
    }
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
      let calendar = try calendar()
      if let years = years(calendar) { try insertDays(connection, calendar, years) }
      // Most queries join it: they are planned well from the first one on.
      if let analyze = connection.dialect.analyzeTable { try connection.execute(analyze("day")) }
      try connection.execute("DELETE FROM setting WHERE name = :name", ["name": .text(setting)])
      try connection.insert(
        into: "setting", columns: ["name", "content"], rows: [[.text(setting), .text(listing)]])
    }
  }

  /// The calendars by id and hash, a line each.
  static func listing(of files: [DefinitionFile]) -> String {
    files.map { "\($0.id) \($0.hash)\n" }.joined()
  }

  static func storedListing(_ connection: any Connection) throws -> String? {
    try connection.firstRow(
      of: "SELECT content FROM setting WHERE name = :name", ["name": .text(setting)])?
      .first?.text
  }

  /// Lays a temporary table before the stored one, on every engine.
  static func lay(
    _ connection: any Connection, _ calendar: WorkingCalendar, _ years: ClosedRange<Int>
  ) throws {
    let types = connection.dialect
    try connection.execute("DROP TABLE IF EXISTS \(types.temporarySchema).day")
    try connection.execute(
      """
      CREATE TEMPORARY TABLE day (
        day_number \(types.integer) PRIMARY KEY, day \(types.text) UNIQUE, year \(types.integer),
        month \(types.integer), dom \(types.integer), workday_number \(types.integer)
      )
      """)
    try insertDays(connection, calendar, years)
    if let analyze = types.analyzeTable ?? types.analyzeTogether {
      try connection.execute(analyze("day"))
    }
  }

  private static func insertDays(
    _ connection: any Connection, _ calendar: WorkingCalendar, _ years: ClosedRange<Int>
  ) throws {
    let next = rows(calendar, from: years.lowerBound)
    try connection.insert(into: "day", columns: columns) {
      guard let row = next(), let year = row[2].integer, years.contains(Int(year)) else {
        return nil
      }
      return row
    }
  }

  static let columns = ["day_number", "day", "year", "month", "dom", "workday_number"]

  /// The rows of the table from the first day of a year on, one after another. Working days are
  /// counted from the first day that a store by this calendar has, so that other years change no
  /// number.
  static func rows(_ calendar: WorkingCalendar?, from year: Int) -> () -> [Value]? {
    var day = Day(year: year, month: 1, dayOfMonth: 1)
    var workdays = -workdaysFrom(year, calendar)
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

  /// How many working days there are from a year to the first that a store has; less than none
  /// after it.
  private static func workdaysFrom(_ year: Int, _ calendar: WorkingCalendar?) -> Int64 {
    guard let calendar, let zero = years(calendar)?.lowerBound, year != zero,
      let first = Day(year: min(year, zero), month: 1, dayOfMonth: 1),
      let end = Day(year: max(year, zero), month: 1, dayOfMonth: 1)
    else { return 0 }
    let count = (first.number..<end.number).reduce(0) {
      $0 + (calendar.isWorking(Day(number: $1)) == true ? 1 : 0)
    }
    return Int64(year < zero ? count : -count)
  }
}

extension LedgerStore {
  /// Uses calendars other than those that the stored days were counted by.
  public func use(calendars files: [DefinitionFile]) throws {
    guard try WorkingDays.storedListing(connection) != WorkingDays.listing(of: files) else {
      return
    }
    let calendar = try WorkingCalendar(files)
    otherCalendar = calendar
    if let years = WorkingDays.years(calendar) {
      try WorkingDays.lay(connection, calendar, years)
    }
  }

  /// Sees to it that there are the days of some years, and of all that the ledger's dates name.
  public func provideDays(of years: [Int]) throws {
    let needed = try (years + datedYears()).filter(Day.years.contains)
    guard let first = needed.min(), let last = needed.max() else { return }
    let there = try connection.firstRow(
      of: """
        SELECT (SELECT d.year FROM day AS d ORDER BY d.day_number LIMIT 1),
          (SELECT d.year FROM day AS d ORDER BY d.day_number DESC LIMIT 1)
        """)
    let bounds = (there ?? []).compactMap(\.integer).map(Int.init)
    if bounds.count == 2, bounds[0] <= first, last <= bounds[1] { return }
    let range = min(first, bounds.first ?? first)...max(last, bounds.last ?? last)
    try WorkingDays.lay(connection, countingCalendar(), range)
  }

  /// The calendar by which the days that are there were counted; one without years before any
  /// were.
  private func countingCalendar() throws -> WorkingCalendar {
    if let otherCalendar { return otherCalendar }
    guard let listing = try WorkingDays.storedListing(connection) else {
      return WorkingCalendar(years: [], exceptions: [:])
    }
    guard let files = try calendarFiles(listing) else {
      throw StoreFailure.inconsistent(WorkingDays.setting)
    }
    return try WorkingCalendar(files)
  }

  /// The calendars of a listing, nil if one is not kept.
  func calendarFiles(_ listing: String) throws -> [DefinitionFile]? {
    let lines = listing.split(separator: "\n")
    let files = try lines.compactMap { line -> DefinitionFile? in
      let words = line.split(separator: " ")
      guard words.count == 2, let hash = ContentHash(hexadecimal: String(words[1])) else {
        return nil
      }
      let file = try keptDefinition(.calendar, String(words[0]), hash)
      return file?.hash == hash ? file : nil
    }
    return files.count == lines.count ? files : nil
  }
}
