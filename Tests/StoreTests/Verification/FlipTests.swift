import Database
import DatabaseSQLite
import Definitions
import Domain
import Foundation
import TestSupport
import Testing

@testable import Store

/// Bits of a store's file that turn over by themselves, as on a worn disk.
@Suite struct FlipTests {
  /// Every table's rows, read from the table itself.
  private static func content(_ connection: any Connection) throws -> [String: Set<[Value]>] {
    try connection.storedTables().reduce(into: [:]) { content, table in
      content[table] = Set(try connection.rows(of: "SELECT * FROM \(table) NOT INDEXED"))
    }
  }

  /// A store of a few snapshots, of which one was taken back, without days, which are many.
  private static func store() throws -> String {
    let path = try StoreFile.newPath()
    let connection = try SQLiteConnection(path: path, mode: .making)
    try LedgerStore.migrate(connection) { _ in }
    let store = try LedgerStore(connection, ledger: "west")
    for (index, day) in ["2023-04-25", "2023-06-25", "2023-09-25"].enumerated() {
      try store.store(
        .example(day, version: Int64(index % 2 + 1), rows: 28),
        now: "2023-10-0\(index + 1)T09:00:00.000Z")
    }
    _ = try store.withdraw(reason: "误收", now: "2023-10-04T09:00:00.000Z") {
      ([202_306_250_001], [])
    }
    try store.refuse(
      ContentHash(of: "ledger"), of: "2023-10-05".asDay, outcome: 3, reason: "缺列",
      now: "2023-10-05T09:00:00.000Z")
    try connection.execute("DELETE FROM day")
    try connection.execute("VACUUM")
    return path
  }

  /// One flip at a time, all over the file: what is stored is other than it was, or cannot be read,
  /// or verify finds it.
  @Test func everyFlipThatChangesContentIsFound() throws {
    let path = try Self.store()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let before = try Self.content(SQLiteConnection(path: path, mode: .reading))
    var random = SeededGenerator(seed: 8)
    var (missed, changed) = ([Int](), 0)
    for _ in 0..<250 {
      // The header's first page holds no content, but what the file is.
      let bit = Int.random(in: (4096 * 8)..<(bytes.count * 8), using: &random)
      var flipped = bytes
      flipped[bit / 8] ^= 1 << (bit % 8)
      try flipped.write(to: URL(fileURLWithPath: path))
      let isSame = (try? Self.content(SQLiteConnection(path: path, mode: .reading))) == before
      if isSame { continue }
      changed += 1
      if Self.isGood(path) { missed.append(bit) }
    }
    #expect(missed == [])
    #expect(changed > 10)
  }

  /// A flip in each key of a row, at the place of the table and at that of the index over the same
  /// columns.
  @Test(arguments: ["键11", "键23"]) func flipsInKeysAreFound(_ key: String) throws {
    let path = try Self.store()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let needle = Data(key.utf8)
    var places: [Int] = []
    var start = bytes.startIndex
    while let found = bytes.range(of: needle, in: start..<bytes.endIndex) {
      places.append(found.lowerBound)
      start = found.upperBound
    }
    #expect(places.count > 20)
    for place in places {
      var flipped = bytes
      // 键11 becomes 键10, and so on.
      flipped[place + needle.count - 1] ^= 1
      try flipped.write(to: URL(fileURLWithPath: path))
      #expect(!Self.isGood(path), "byte \(place)")
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(Self.isGood(path))
  }

  private static func isGood(_ path: String) -> Bool {
    guard
      let store = try? LedgerStore(SQLiteConnection(path: path, mode: .reading), ledger: "west"),
      let damage = try? store.verifyLedger().damage + store.verifyFile()
    else { return false }
    return damage.isEmpty
  }
}
