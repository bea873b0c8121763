import Domain

/// What an office might send in over time: days in any order and repeated, registers absent, rows
/// gone and back, corrections, two plans, two ledgers in one store.
struct RandomHistory {
  struct Recording {
    let ledger: String
    let statement: Statement
    /// The clock when it is recorded; it may stand still or go back.
    let clock: String
  }

  /// A recording, or a withdrawal of some that there are.
  enum Step {
    case record(Recording)
    /// Of the snapshots of a ledger the one that a number chooses.
    case withdraw(ledger: String, choice: Int, clock: String)
    /// All that was recorded after the entry that a number chooses.
    case withdrawAfter(ledger: String, choice: Int, clock: String)
  }

  private(set) var recordings: [Recording] = []
  private(set) var steps: [Step] = []
  private var random: SeededGenerator

  static let ledgers = ["west", "east"]
  static let plans = ["p", "q"]

  init(seed: Int) {
    random = SeededGenerator(seed: seed)
    let days = (1...Int.random(in: 2...5, using: &random)).compactMap {
      Day("2023-04-\(10 + 3 * $0)")
    }
    for _ in 0..<Int.random(in: 4...9, using: &random) {
      guard let day = days.randomElement(using: &random) else { continue }
      let ledger = random.chance(75) ? "west" : "east"
      let second = Int.random(in: 10...40, using: &random)
      recordings.append(
        Recording(
          ledger: ledger, statement: statement(on: day, ledger: ledger),
          clock: "2023-05-01T09:00:\(second).000Z"))
    }
    steps = recordings.flatMap { [.record($0)] + withdrawal(after: $0) }
  }

  private mutating func withdrawal(after recording: Recording) -> [Step] {
    guard random.chance(40) else { return [] }
    let choice = Int.random(in: 0..<100, using: &random)
    let clock = "2023-05-01T09:00:\(Int.random(in: 10...40, using: &random)).000Z"
    return random.chance(60)
      ? [.withdraw(ledger: recording.ledger, choice: choice, clock: clock)]
      : [.withdrawAfter(ledger: recording.ledger, choice: choice, clock: clock)]
  }

  /// A new statement, or one sent before, or that with some rows changed.
  private mutating func statement(on day: Day, ledger: String) -> Statement {
    let earlier = recordings.filter { $0.ledger == ledger }.randomElement(using: &random)
    if let earlier, random.chance(70) {
      var rows = earlier.statement.rows
      if random.chance(80) { for place in rows.keys.sorted(by: <) { change(&rows[place]) } }
      return Statement(
        day: day, registers: earlier.statement.registers, plans: earlier.statement.plans, rows: rows
      )
    }
    var registers = Set(Register.allCases.filter { _ in random.chance(60) })
    registers.formUnion([.units, .ledger])
    let plans = random.chance(50) ? Self.plans : [Self.plans.randomElement(using: &random) ?? "p"]
    var statement = Statement(day: day, registers: registers, plans: plans, rows: [:])
    for place in statement.coverage.sorted(by: <) {
      statement.rows[place] = [:]
      // None as well: a plan may be stated as empty.
      for number in 0..<Int.random(in: 0...4, using: &random) {
        statement.rows[place]?[Self.key(number, of: place.table)] = value()
      }
    }
    return statement
  }

  private mutating func change(_ rows: inout Statement.Rows?) {
    guard let keys = rows?.keys.sorted(by: <) else { return }
    for key in keys where random.chance(30) { rows?[key] = random.chance(40) ? nil : value() }
  }

  /// A value out of few, so that rows become what they were before.
  private mutating func value() -> Value {
    [.null, .integer(1), .integer(2)].randomElement(using: &random) ?? .null
  }

  /// Keys of which one is a part of another, and two look alike but for their bytes.
  private static func key(_ number: Int, of table: LedgerTable) -> Statement.Key {
    let texts = ["甲", "甲乙", "e\u{301}", "\u{E9}"]
    let values = table.keys.enumerated().map { index, column -> Value in
      switch column.kind {
      case .integer: .integer(Int64(number + 1))
      case .text: .text(index == 0 ? texts[number % 4] : "")
      case .date: .text("2023-02-0\(number + 1)")
      }
    }
    return Statement.Key(values)
  }
}

extension Statement.Key: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes) { $0.lexicographicallyPrecedes($1) }
  }
}

extension Statement.Place: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.table.name, left.plan) < (right.table.name, right.plan)
  }
}
