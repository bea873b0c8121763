import Database
import DatabaseSQLite
import Domain
import Foundation
import Store
import Synchronization
import TestSupport

/// A store of its own, without working days, on the engine that the test runs on.
struct StoreFile {
  let place: TestPlace

  /// Migrated once for each engine, then copied.
  private static let templates = Engine.allCases.reduce(
    into: [Engine: Result<TestPlace, any Error>]()
  ) {
    templates, engine in
    templates[engine] = Engine.$current.withValue(engine) {
      Result {
        let place = try TestPlace.new()
        try LedgerStore.migrate(place.connect()) { _ in }
        return place
      }
    }
  }

  /// Databases that are used again: making one takes longer than most tests.
  private static let spare = Mutex<[String]>([])

  init() throws {
    if Engine.current == .postgres, let name = Self.spare.withLock({ $0.popLast() }) {
      place = .database(name)
    } else {
      place = try (Self.templates[Engine.current]?.get() ?? .new()).copy()
    }
  }

  /// A store as an earlier version wrote it, on the engine that the test runs on: its statements,
  /// without its days.
  static func ofVersion(_ version: Int) throws -> TestPlace {
    let place = try TestPlace.new()
    let connection = try place.connect()
    let suffix = Engine.current == .sqlite ? "" : ".postgres"
    let file = Repository.folder + "/Tests/StoreTests/Loading/version-\(version)\(suffix).sql"
    for statement in try String(contentsOfFile: file, encoding: .utf8).split(separator: ";\n") {
      try connection.execute(String(statement))
    }
    if Engine.current == .sqlite {
      try connection.execute("PRAGMA application_id = 1785291361")
      try connection.execute("PRAGMA user_version = \(version)")
    }
    return place
  }

  /// A path in a new folder, with nothing there.
  static func newPath() throws -> String {
    try Repository.temporaryFolder("store") + "/store.sqlite"
  }

  func connect() throws -> any Connection { try place.connect() }

  func open(_ ledger: String = "west") throws -> LedgerStore {
    try LedgerStore(connect(), ledger: ledger)
  }

  /// Gives the place back.
  func remove() {
    switch place {
    case .file(let path): try? FileManager.default.removeItem(atPath: path)
    case .database(let name):
      if (try? TestServer.empty(name)) != nil { Self.spare.withLock { $0.append(name) } }
    }
  }
}
