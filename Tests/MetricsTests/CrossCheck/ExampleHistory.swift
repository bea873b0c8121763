import Database
import Definitions
import Domain
import Foundation
import Intake
import Metrics
import Store
import Synchronization
import TestSupport

/// An example ledger that ships, its states loaded into one store.
struct ExampleHistory {
  /// Those that were loaded, each once on every engine.
  private static let loaded = Mutex<[String: Result<ExampleHistory, any Error>]>([:])

  /// The example of a name, on the engine that the test runs on.
  static func named(_ id: String) throws -> ExampleHistory {
    try loaded.withLock { loaded in
      let name = "\(id) \(Engine.current)"
      let history = loaded[name] ?? Result { try ExampleHistory(id) }
      loaded[name] = history
      return try history.get()
    }
  }

  let id: String
  let folder: String
  /// The days of the states, in order.
  let states: [Day]
  let store: TestStore
  let plan: Plan

  private init(_ id: String) throws {
    self.id = id
    folder = Repository.folder + "/Examples/" + id
    states = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { Day($0) }
      .sorted()
    store = try TestStore()
    plan = try Plan(DefinitionFile(kind: .plan, id: id, path: folder + "/plan.yaml"))
    let ledger = try LedgerStore(store.connect(), ledger: id)
    for day in states {
      let reader = LedgerReader(
        vocabulary: .standard, plans: [id], defaultPlan: id, effectiveOn: day)
      try ledger.store(reading: reader, "\(folder)/\(day)", effectiveOn: day)
    }
  }

  /// The moment of a day under one of the schedule rules, the plan's unless said.
  func moment(
    _ day: Day, comparedWith earlier: Day? = nil, rule: Plan.ScheduleRule? = nil
  ) throws -> OpenMoment {
    var plan = plan
    plan.scheduleRule = rule ?? plan.scheduleRule
    return try OpenMoment(
      plan, ledger: id, asOf: day,
      comparedWith: earlier.map { ($0, Moment.Request.allKnown) }, in: store)
  }
}

extension LedgerStore {
  /// Stores the ledger in a folder under a day, at nine o'clock of that or of another day.
  func store(
    reading reader: LedgerReader, _ path: String, effectiveOn day: Day, recordedOn now: Day? = nil,
    renumberings: [Renumbering] = []
  ) throws {
    _ = try store(
      effectiveOn: day, now: "\(now ?? day)T09:00:00.000Z", definitions: [], unchanged: .sameDay,
      review: { _ in SnapshotConfirmation(renumberings: renumberings) }
    ) { sink in
      let summary = try reader.read(path, into: sink)
      return SnapshotContent(
        sources: summary.sources.map {
          .init(register: $0.register, file: $0.file, hash: $0.hash, rowCount: $0.rows)
        }, plans: summary.plans, ownColumns: summary.ownColumns)
    }
  }
}
