import Database
import DatabaseSQLite
import Definitions
import Domain
import Foundation
import Intake
import Store
import TestSupport

/// The example ledger of Tianshui, its five states loaded into one store.
struct ExampleHistory {
  static let id = "tianshui-2023"
  static let folder = Repository.folder + "/Examples/" + id
  static let states = ["2023-04-25", "2023-06-25", "2023-09-25", "2023-11-25", "2023-12-31"]
  static let shared = Result { try ExampleHistory() }

  let store: TestStore
  let plan: Plan

  private init() throws {
    store = try TestStore()
    plan = try Plan(
      DefinitionFile(kind: .plan, id: Self.id, path: Self.folder + "/plan.yaml"))
    let ledger = try LedgerStore(store.connect(), ledger: Self.id)
    for state in Self.states {
      guard let day = Day(state) else { continue }
      let reader = LedgerReader(
        vocabulary: .standard, plans: [Self.id], defaultPlan: Self.id, effectiveOn: day)
      try ledger.store(reading: reader, "\(Self.folder)/\(state)", effectiveOn: day)
    }
  }

  /// The moment of a day under one of the schedule rules.
  func moment(_ day: Day, rule: Plan.ScheduleRule = .nominal) throws -> OpenMoment {
    var plan = plan
    plan.scheduleRule = rule
    return try OpenMoment(plan, ledger: Self.id, asOf: day, in: store)
  }
}

extension LedgerStore {
  /// Stores the ledger in a folder under a day.
  func store(
    reading reader: LedgerReader, _ path: String, effectiveOn day: Day,
    renumberings: [Renumbering] = []
  ) throws {
    _ = try store(
      effectiveOn: day, now: "\(day)T09:00:00.000Z", definitions: [], unchanged: .sameDay,
      review: { _ in renumberings }
    ) { sink in
      let summary = try reader.read(path, into: sink)
      return SnapshotContent(
        sources: summary.sources.map {
          .init(register: $0.register, file: $0.file, hash: $0.hash, rowCount: $0.rows)
        }, plans: summary.plans, ownColumns: summary.ownColumns)
    }
  }
}
