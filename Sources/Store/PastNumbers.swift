import Database
public import Domain

/// A number that a task bore over a span of positions, where it or another was renumbered.
public struct PastNumber: Hashable, Sendable {
  /// The number that it bears at the moment asked for.
  public let task: String
  public let number: String
  public let from: Int64
  public let to: Int64

  /// Whether the task bore the number at a position.
  public func isBorne(at position: Int64) -> Bool { from <= position && position < to }
}

extension LedgerStore {
  /// The numbers, over time, of the tasks of a plan that had another one before, or whose number
  /// was another task's; none for all others.
  public func pastNumbers(plan: String, asOf day: Day, knownAt: String) throws -> [PastNumber] {
    let rows = try connection.rows(
      of: """
        SELECT r.position, r.task, r.earlier
        FROM renumbering AS r
        JOIN snapshot AS s ON s.ledger = r.ledger AND s.position = r.position
        WHERE r.ledger = :ledger AND r.plan = :plan
          AND s.effective_on <= :as_of AND s.recorded_at <= :known_at
        ORDER BY r.position, r.task
        """,
      [
        "ledger": .text(ledger), "plan": .text(plan), "as_of": .day(day),
        "known_at": .text(knownAt),
      ])
    var numbering = Numbering()
    for (position, entries) in rows.grouped {
      numbering.renumber(
        entries.map { ($0[1].text ?? "", $0[2].text.flatMap { $0.isEmpty ? nil : $0 }) },
        at: position)
    }
    return numbering.numbers
  }
}

/// Follows tasks through their renumberings, from the first to the last.
private struct Numbering {
  private typealias Span = (number: String, from: Int64, to: Int64)
  /// By the number that a task bears now: the numbers that it bore.
  private var spans: [String: [Span]] = [:]

  /// What a snapshot renumbers, all at once: numbers may change places.
  mutating func renumber(_ entries: [(task: String, earlier: String?)], at position: Int64) {
    let before = spans
    // A number that was left is another task's from here on.
    for earlier in entries.compactMap(\.earlier) { spans[earlier] = [Self.own(earlier, position)] }
    for (task, earlier) in entries {
      if let earlier, before[task]?.contains(where: { $0.number == earlier }) == true {
        // Said again by a snapshot whose days are later.
        spans[task] = before[task]
        continue
      }
      var past = earlier.map { before[$0] ?? [Self.own($0, 0)] } ?? []
      if let last = past.popLast() { past.append((last.number, last.from, position)) }
      spans[task] = past + [Self.own(task, position)]
    }
  }

  private static func own(_ number: String, _ from: Int64) -> Span {
    (number, from, LedgerStore.endOfTime)
  }

  /// All numbers, by task and span.
  var numbers: [PastNumber] {
    spans.sorted { $0.key < $1.key }.flatMap { task, spans in
      spans.map { PastNumber(task: task, number: $0.number, from: $0.from, to: $0.to) }
    }
  }
}

extension [[Value]] {
  /// Rows of the same first column together; they are sorted by it.
  fileprivate var grouped: [(position: Int64, rows: [[Value]])] {
    reduce(into: []) { groups, row in
      let position = row[0].integer ?? 0
      if groups.last?.position == position {
        groups[groups.count - 1].rows.append(row)
      } else {
        groups.append((position, [row]))
      }
    }
  }
}
