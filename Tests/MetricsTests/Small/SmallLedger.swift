import Definitions
import Domain
import Foundation
import Intake
import Store
import TestSupport

/// A ledger of a few rows, written as the office would, read and stored by the real program.
struct SmallLedger {
  /// The registers as they stood on a day.
  struct State {
    let day: String
    let registers: [Register: String]
    var renumberings: [Renumbering] = []
  }

  /// 甲局 and 乙局, the counties 丙县, 丁县 and (until June) 戊县, and collectives of them.
  static let units = """
    编号,名称,考核分组,排序,止,集体,成员
    a,甲局,部门,1,,,
    b,乙局,部门,2,,,
    c,丙县,县区,3,,,
    d,丁县,县区,4,,,
    e,戊县,县区,5,2023-06-30,,
    g,各县区,,6,,是,c;d;e
    h,各地各部门,,7,,是,g;a
    n,各单位,,8,,是,
    """

  var plan = Plan.standard(id: "p", year: 2023)
  /// The years of which working days are known; nil for all that are shipped.
  var calendarYears: ClosedRange<Int>?
  private var states: [State]

  /// A ledger of one state, which is that of the first day of the year.
  init(_ tasks: String, _ others: [Register: String] = [:]) {
    states = [State(day: "2023-01-01", registers: others.merging([.ledger: tasks]) { $1 })]
  }

  /// The state of a later day.
  mutating func add(
    on day: String, _ tasks: String, _ others: [Register: String] = [:],
    renumbered: [(task: String, earlier: String?)] = []
  ) {
    states.append(
      State(
        day: day, registers: others.merging([.ledger: tasks]) { $1 },
        renumberings: renumbered.map {
          Renumbering(plan: "p", task: $0.task, earlier: $0.earlier)
        }))
  }

  /// The moment of a day, as it was known when so many states were stored; else as it is known now.
  func at(_ day: String, known count: Int? = nil) throws -> OpenMoment {
    let store = try calendarYears.map { try TestStore(calendarYears: $0) } ?? TestStore()
    let ledger = try LedgerStore(store.connect(), ledger: "west")
    // Read as on a late day: what is dated after the day of the moment is to be left out by SQL.
    let reader = LedgerReader(
      vocabulary: .standard, plans: [], defaultPlan: "p", effectiveOn: try "2024-12-31".asDay)
    for state in states {
      try ledger.store(
        reading: reader, try write(state.registers), effectiveOn: state.day.asDay,
        renumberings: state.renumberings)
    }
    let knownAt = try count.map { try ledger.snapshots()[$0 - 1].recordedAt } ?? "9999"
    return try OpenMoment(plan, ledger: "west", asOf: day.asDay, knownAt: knownAt, in: store)
  }

  private func write(_ registers: [Register: String]) throws -> String {
    let folder = try Repository.temporaryFolder("ledger")
    for (register, text) in registers.merging(
      [.units: Self.units], uniquingKeysWith: { own, _ in own })
    {
      try Data((text + "\n").utf8).write(
        to: URL(fileURLWithPath: "\(folder)/\(register.rawValue).csv"))
    }
    return folder
  }
}
