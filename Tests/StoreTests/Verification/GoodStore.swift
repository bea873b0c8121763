import Definitions
import Domain
import Synchronization
import TestSupport

@testable import Store

/// A store in which `verify` finds nothing.
enum GoodStore {
  /// Good stores that are used again: whoever damages one takes the damage back.
  private static let spare = Mutex<[Engine: [TestPlace]]>([:])

  /// Runs `body` with a good store, on a connection of its own, whose content it leaves as it is.
  static func with<Result>(
    _ body: (LedgerStore) throws -> Result
  ) throws -> Result {
    let place =
      try spare.withLock { $0[Engine.current]?.popLast() } ?? make()
    let result = try body(LedgerStore(place.connect(), ledger: "west"))
    spare.withLock { $0[Engine.current, default: []].append(place) }
    return result
  }

  /// Three days, a correction of the first, a definition that changed.
  static func make() throws -> TestPlace {
    let file = try StoreFile()
    let store = try file.open()
    let recordings: [(day: String, version: Int64, rows: Int, plan: String)] = [
      ("2023-04-25", 1, 2, "title: A"), ("2023-06-25", 2, 2, "title: A"),
      ("2023-09-25", 1, 1, "title: B"), ("2023-04-25", 2, 2, "title: B"),
    ]
    for (index, recording) in recordings.enumerated() {
      let definition = DefinitionFile(
        kind: .plan, id: "p", path: "plan.yaml", text: recording.plan)
      let statement = try Statement.example(
        recording.day, version: recording.version, rows: recording.rows)
      _ = try store.store(
        effectiveOn: statement.day, now: "2023-10-01T09:00:0\(index).000Z",
        definitions: [definition], unchanged: .sameDay,
        review: { _ in
          SnapshotConfirmation(
            renumberings: index == 2
              ? [Renumbering(plan: "p", task: "键1", earlier: "键2")] : [])
        }, read: statement.hand)
    }
    let edition = try store.intend(plan: "p", period: "2023-H1", after: 0, definitions: []) {
      EditionRecord(
        plan: "p", period: "2023-H1", edition: $0, asOf: try "2023-06-25".asDay,
        position: 202_306_250_001, madeAt: "2023-10-02T09:00:00.000Z",
        manifestHash: ContentHash(of: "manifest"))
    }
    try store.confirm(edition)
    _ = try store.markSent(
      plan: "p", period: "2023-H1", edition: 1, on: "2023-06-26".asDay,
      now: "2023-10-03T09:00:00.000Z")
    _ = try store.withdraw(
      reason: "误收", recordedAfter: "2023-10-01T09:00:02.000Z", now: "2023-10-04T09:00:00.000Z"
    ) {
      ([202_304_250_002], [edition.withdrawn])
    }
    try store.refuse(
      ContentHash(of: "ledger"), of: "2023-10-05".asDay, outcome: 3, reason: "缺列",
      now: "2023-10-05T09:00:00.000Z")
    try store.release("2023-10-05".asDay, reason: "当日无台账", now: "2023-10-05T10:00:00.000Z")
    let calendar = DefinitionFile(
      kind: .calendar, id: "2023", path: "2023.csv", text: "date,is_working,name\n")
    try WorkingDays.update(
      store.connection, files: [calendar], calendar: WorkingCalendar([calendar]))
    return file.place
  }
}
