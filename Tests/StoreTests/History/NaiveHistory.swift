import Domain

/// What a store must say, worked out without one: all statements are kept whole.
struct NaiveHistory {
  struct Entry {
    let statement: Statement
    let position: Int64
    let recordedAt: String
  }

  private(set) var entries: [Entry] = []

  /// Notes a statement unless the newest of the same day says the same.
  /// - Returns: Its position, nil if there is nothing new.
  mutating func record(_ statement: Statement, at clock: String) -> Int64? {
    let sameDay = entries.filter { $0.statement.day == statement.day }
    if let last = sameDay.last, Self.saysTheSame(last.statement, statement) { return nil }
    let date = Int64("\(statement.day)".filter { $0 != "-" }) ?? 0
    let position = date * 10_000 + Int64(sameDay.count) + 1
    entries.append(
      Entry(statement: statement, position: position, recordedAt: recordedAt(clock)))
    return position
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

  /// The clock, or a millisecond after the last recording.
  private func recordedAt(_ clock: String) -> String {
    guard let last = entries.last?.recordedAt, last >= clock else { return clock }
    let milliseconds = Int(last.dropLast().suffix(3)) ?? 0
    let digits = "00\(milliseconds + 1)".suffix(3)
    return last.dropLast(4) + digits + "Z"
  }

  /// The newest entry that holds a place, as of a day and known at an instant.
  func entry(holding place: Statement.Place, asOf day: Day, knownAt: String) -> Entry? {
    entries.filter {
      $0.statement.day <= day && $0.recordedAt <= knownAt && $0.statement.coverage.contains(place)
    }.max { $0.position < $1.position }
  }
}
