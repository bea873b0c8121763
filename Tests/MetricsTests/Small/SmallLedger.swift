import Definitions
import Domain
import Foundation
import Intake
import Metrics
import Store
import TestSupport

/// A ledger of a few rows, written as the office would, read and stored by the real program.
struct SmallLedger {
  /// The registers as they stood on a day.
  struct State {
    let day: String
    let registers: [Register: String]
    /// The day on which it was recorded, if that is another one.
    var recorded: String?
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

  /// A ledger of one state, which is that of the first day of the year unless said.
  init(_ tasks: String, _ others: [Register: String] = [:], on day: String = "2023-01-01") {
    states = [State(day: day, registers: others.merging([.ledger: tasks]) { $1 })]
  }

  /// The state of another day, or a correction of one.
  mutating func add(
    on day: String, recordedOn recorded: String? = nil, _ tasks: String,
    _ others: [Register: String] = [:], renumbered: [(task: String, earlier: String?)] = []
  ) {
    let registers = others.merging([.ledger: tasks]) { $1 }
    states.append(
      State(
        day: day, registers: registers, recorded: recorded,
        renumberings: renumbered.map {
          Renumbering(plan: "p", task: $0.task, earlier: $0.earlier)
        }))
  }

  /// The moment of a day.
  func at(_ day: String) throws -> OpenMoment { try open((day, nil), comparedWith: nil) }

  /// The moment of a day, as it was known when so many states were stored.
  func at(_ day: String, known count: Int) throws -> OpenMoment {
    let (store, name) = try filledStore()
    let snapshots = try LedgerStore(store.connect(), ledger: name).snapshots()
    return try OpenMoment(
      plan, ledger: name, asOf: day.asDay, knownAt: snapshots[count - 1].recordedAt, in: store)
  }

  /// The moment of a day, compared with that of an earlier one.
  func at(_ day: String, since earlier: String) throws -> OpenMoment {
    try open((day, nil), comparedWith: (earlier, nil))
  }

  /// The moment of a day as it is known by the end of a day, compared with what was known of the
  /// same by the end of an earlier one.
  func at(_ day: String, knownOn later: String, sinceKnownOn earlier: String) throws -> OpenMoment {
    try open((day, later), comparedWith: (day, earlier))
  }

  private func open(
    _ later: (day: String, known: String?), comparedWith earlier: (day: String, known: String?)?
  ) throws -> OpenMoment {
    let (store, ledger) = try filledStore()
    func viewpoint(_ day: String, _ known: String?) throws -> OpenMoment.Viewpoint {
      (try day.asDay, known.map { $0 + "T23:59:59.999Z" } ?? Moment.Request.allKnown)
    }
    let (asOf, knownAt) = try viewpoint(later.day, later.known)
    return try OpenMoment(
      plan, ledger: ledger, asOf: asOf, knownAt: knownAt,
      comparedWith: earlier.map { try viewpoint($0.day, $0.known) }, in: store)
  }

  /// A store that holds the states, and the ledger's name in it.
  private func filledStore() throws -> (store: TestStore, ledger: String) {
    let store = try calendarYears.map { try TestStore(calendarYears: $0) } ?? .shared()
    let name = "west \(UUID().uuidString)"
    let ledger = try LedgerStore(store.connect(), ledger: name)
    // Read as on a late day: what is dated after the day of the moment is to be left out by SQL.
    let reader = LedgerReader(
      vocabulary: .standard, plans: [], defaultPlan: "p", effectiveOn: try "2024-12-31".asDay)
    for state in states {
      try ledger.store(
        reading: reader, try write(state.registers), effectiveOn: state.day.asDay,
        recordedOn: state.recorded?.asDay, renumberings: state.renumberings)
    }
    return (store, name)
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
