import Database
import Definitions
import Domain
import Store
import TestSupport

/// A new store of its own with the shipped calendars, on the engine that the test runs on.
struct TestStore {
  let place: TestPlace

  /// Migrated once for each engine, then copied: filling the table of days takes most of a small
  /// test's time.
  private static let templates = Engine.allCases.reduce(
    into: [Engine: Result<TestPlace, any Error>]()
  ) {
    templates, engine in
    templates[engine] = Engine.$current.withValue(engine) {
      Result { try makeTemplate(calendars: shippedCalendars()) }
    }
  }

  /// A store that others use, too, each for a ledger of its own: a file has one writer at a time,
  /// a server has many.
  static func shared() throws -> TestStore {
    switch Engine.current {
    case .sqlite: try TestStore()
    case .postgres: try onServer.get()
    }
  }

  private static let onServer = Result { try TestStore() }

  init() throws {
    place = try (Self.templates[Engine.current]?.get() ?? .new()).copy()
  }

  /// A store that knows the working days of some years only.
  init(calendarYears years: ClosedRange<Int>) throws {
    let files = try Self.shippedCalendars().filter { Int($0.id).map(years.contains) ?? false }
    place = try Self.makeTemplate(calendars: files)
  }

  func connect() throws -> any Connection { try place.connect() }

  private static func shippedCalendars() throws -> [DefinitionFile] {
    try DefinitionLibrary.shipped.calendars()
  }

  private static func makeTemplate(calendars: [DefinitionFile]) throws -> TestPlace {
    let place = try TestPlace.new()
    let connection = try place.connect()
    try LedgerStore.migrate(connection) { _ in }
    try WorkingDays.update(
      connection, files: calendars, calendar: WorkingCalendar(calendars))
    return place
  }
}
