import Database
import Domain
import TestSupport
import Testing

/// Random applications for later dates, against the rule taken word by word.
@Suite(.onEachEngine) struct ExtensionChainTests {
  struct Application {
    let requested: Day
    let approved: Day?
    let newDue: Day
  }

  /// The rule: in the order of requests, each is held against the due date in force on its day,
  /// which is that of the last one that counts and was approved by then.
  static func due(listed: Day, _ applications: [Application], asOf: Day) -> Day {
    var counted: [Application] = []
    for application in applications.sorted(by: { $0.requested < $1.requested }) {
      guard let approved = application.approved, approved <= asOf else { continue }
      let inForce = counted.last { ($0.approved ?? asOf) <= application.requested }?.newDue
      if application.requested <= inForce ?? listed { counted.append(application) }
    }
    return counted.last?.newDue ?? listed
  }

  @Test(arguments: 1...6)
  func chainsOfAnyLength(seed: UInt64) throws {
    var random = SmallRandom(state: seed)
    let listed = try "2023-03-01".asDay
    let tasks = (1...60).map { _ in
      (0..<random.below(6)).map { index in
        // Requests a few days apart, so that approvals often come after the next request.
        let requested = listed.adding(days: -8 + 5 * index + random.below(4))
        return Application(
          requested: requested,
          approved: random.below(6) == 0 ? nil : requested.adding(days: random.below(15)),
          newDue: requested.adding(days: random.below(20)))
      }
    }
    let day = try "2023-03-20".asDay
    let moment = try ledger(tasks, listed: listed).at("\(day)")
    let dues = try moment.connection.rows(
      of: "SELECT due FROM due ORDER BY CAST(task AS INTEGER)")
    let expected = tasks.map { Self.due(listed: listed, $0, asOf: day) }
    #expect(Set(expected).count > 5)
    expect(dues.map { $0[0].cell }, is: expected.map(\.description))
  }

  private func ledger(_ tasks: [[Application]], listed: Day) -> SmallLedger {
    let numbered = tasks.enumerated().map { ($0 + 1, $1) }
    let rows = numbered.map { "\($0.0),任务\($0.0),甲局,\(listed),推进中" }
    let applications = numbered.flatMap { number, applications in
      applications.map {
        "\(number),\($0.requested),\($0.approved?.description ?? ""),\($0.newDue)"
      }
    }
    return SmallLedger(
      (["序号,任务,牵头单位,完成时限,状态"] + rows).joined(separator: "\n"),
      [
        .extensions: (["任务,申请日期,批准日期,新时限"] + applications)
          .joined(separator: "\n")
      ])
  }
}

/// Small random numbers that a seed repeats.
struct SmallRandom {
  var state: UInt64

  /// A number from 0 to `limit` − 1.
  mutating func below(_ limit: UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % limit)
  }
}
