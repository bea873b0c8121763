import Database
import DatabaseSQLite
import Definitions
import Domain
import Foundation
import Store
import TestSupport

/// A new store in a file of its own, with the shipped calendars.
struct TestStore {
  let path: String

  /// Migrated once, then copied: filling the table of days takes most of a small test's time.
  private static let template = Result { try makeTemplate(calendars: shippedCalendars()) }

  init() throws {
    self.init(path: try Repository.temporaryFolder("store") + "/store.sqlite")
    try FileManager.default.copyItem(atPath: Self.template.get(), toPath: path)
  }

  /// A store that knows the working days of some years only.
  init(calendarYears years: ClosedRange<Int>) throws {
    let files = try Self.shippedCalendars().filter { Int($0.id).map(years.contains) ?? false }
    self.init(path: try Self.makeTemplate(calendars: files))
  }

  private init(path: String) {
    self.path = path
  }

  /// A connection that does not wait for the disk: what is tested here does not survive anyway.
  func connect() throws -> SQLiteConnection {
    let connection = try SQLiteConnection(path: path, mode: .making)
    try connection.execute("PRAGMA synchronous = OFF")
    return connection
  }

  private static func shippedCalendars() throws -> [DefinitionFile] {
    try DefinitionLibrary.shipped.calendars()
  }

  private static func makeTemplate(calendars: [DefinitionFile]) throws -> String {
    let path = try Repository.temporaryFolder("store") + "/store.sqlite"
    let connection = try SQLiteConnection(path: path, mode: .making)
    try LedgerStore.migrate(connection) { _ in }
    try WorkingDays.update(
      connection, files: calendars, calendar: WorkingCalendar(calendars))
    return path
  }
}
