import Domain

/// What a store must say, worked out without one: all statements are kept whole.
struct NaiveHistory {
  struct Entry {
    let statement: Statement
    let position: Int64
    let sequence: Int64
    let recordedAt: String
    var withdrawal: Taken?
  }

  /// A withdrawal.
  struct Taken {
    let recordedAt: String
    let recordedAfter: String?
    /// From when on it counts: it, or a later one that says that its clock was wrong.
    var since: String
  }

  /// What becomes of a statement.
  enum Outcome: Equatable {
    case stored(position: Int64)
    case unchanged
    /// It says the same as a withdrawn one, of this number.
    case refused(sequence: Int64)
  }

  private(set) var entries: [Entry] = []
  /// The instants of all entries of the chain, withdrawals among them.
  private(set) var instants: [String] = []
  /// Those that count.
  private var counted: [String] = []

  /// Notes a statement unless the newest of the same day says the same.
  /// - Parameter accepts: Whether one that says the same as a withdrawn one is noted.
  mutating func record(
    _ statement: Statement, at clock: String, accepts: Bool = false
  ) -> Outcome {
    let sameDay = entries.filter { $0.statement.day == statement.day }
    let standing = sameDay.filter { $0.withdrawal == nil }
    if let last = standing.last, Self.saysTheSame(last.statement, statement) { return .unchanged }
    if !accepts, let number = refused(statement) { return .refused(sequence: number) }
    let date = Int64("\(statement.day)".filter { $0 != "-" }) ?? 0
    let position = date * 10_000 + Int64(sameDay.count) + 1
    let instant = next(clock)
    entries.append(
      Entry(
        statement: statement, position: position, sequence: Int64(instants.count),
        recordedAt: instant))
    return .stored(position: position)
  }

  private func refused(_ statement: Statement) -> Int64? {
    let same = entries.filter { Self.saysTheSame($0.statement, statement) }
    let wrong = same.last { $0.withdrawal.map { $0.recordedAfter == nil } ?? false }
    guard let wrong else { return nil }
    let isAccepted = same.contains { $0.withdrawal == nil && $0.sequence > wrong.sequence }
    return isAccepted ? nil : wrong.sequence
  }

  /// Takes entries back; of them those that were not before.
  mutating func withdraw(_ numbers: [Int64], recordedAfter: String? = nil, at clock: String) {
    if let recordedAfter { counted.removeAll { $0 > recordedAfter } }
    let instant = next(clock)
    for index in entries.indices {
      if var taken = entries[index].withdrawal {
        if let recordedAfter, taken.recordedAt > recordedAfter {
          taken.since = min(taken.since, instant)
          entries[index].withdrawal = taken
        }
      } else if numbers.contains(entries[index].sequence) {
        entries[index].withdrawal = Taken(
          recordedAt: instant, recordedAfter: recordedAfter, since: instant)
      }
    }
  }

  private static func saysTheSame(_ left: Statement, _ right: Statement) -> Bool {
    left.registers == right.registers && left.plans == right.plans && stored(left) == stored(right)
  }

  /// The rows as they are stored: a table of keys alone has no place for a value.
  private static func stored(_ statement: Statement) -> [Statement.Place: Statement.Rows] {
    statement.rows.reduce(into: [:]) { stored, entry in
      let (place, rows) = entry
      stored[place] = place.table.values.isEmpty ? rows.mapValues { _ in .null } : rows
    }
  }

  /// The clock, or a millisecond after the last recording that counts; nobody's else.
  private mutating func next(_ clock: String) -> String {
    var instant = clock
    if let last = counted.max(), last >= clock { instant = Self.after(last) }
    while instants.contains(instant) { instant = Self.after(instant) }
    instants.append(instant)
    counted.append(instant)
    return instant
  }

  private static func after(_ instant: String) -> String {
    let milliseconds = Int(instant.dropLast().suffix(3)) ?? 0
    return instant.dropLast(4) + "00\(milliseconds + 1)".suffix(3) + "Z"
  }

  /// Whether an entry counts at an instant.
  static func counts(_ entry: Entry, at instant: String) -> Bool {
    entry.recordedAt <= instant && !(entry.withdrawal.map { $0.since <= instant } ?? false)
  }

  /// The newest entry that holds a place, as of a day and known at an instant.
  func entry(holding place: Statement.Place, asOf day: Day, knownAt: String) -> Entry? {
    entries.filter {
      $0.statement.day <= day && Self.counts($0, at: knownAt)
        && $0.statement.coverage.contains(place)
    }.max { $0.position < $1.position }
  }
}
