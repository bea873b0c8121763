import Database
public import Domain

/// A number that a task bore over a span of positions, where it or another was renumbered.
public struct PastNumber: Hashable, Sendable {
  /// The number that it bears at the moment asked for; of a task that is gone, whose number is
  /// another's since, the last one behind `goneMark`.
  public let task: String
  public let number: String
  /// The span of the positions at which versions begin that are the task's.
  public let from: Int64
  public let to: Int64
  /// The first snapshot that says that it bears the number; a version of it can have begun before,
  /// with one that is not known.
  let since: Int64
  let until: Int64

  /// 原: what stands before the last number of a task that bears none any more.
  static let goneMark = "原"

  /// Whether the task bore the number at a position.
  public func isBorne(at position: Int64) -> Bool { since <= position && position < until }
}

extension LedgerStore {
  /// The numbers, over time, of the tasks of a plan that had another one before, or whose number
  /// was another task's; none for all others.
  ///
  /// What a snapshot renumbers it said beside the one before it, of those recorded by then, or beside
  /// the one after it where none was before: one that takes its place between them later changes
  /// nothing of it.
  public func pastNumbers(plan: String, asOf day: Day, knownAt: String) throws -> [PastNumber] {
    let parameters = known(at: knownAt).merging(["plan": .text(plan), "as_of": .day(day)]) { $1 }
    let entries = try connection.rows(
      of: """
        SELECT r.position, r.task, r.earlier
        FROM renumbering AS r
        JOIN snapshot AS s ON s.ledger = r.ledger AND s.position = r.position
        WHERE r.ledger = :ledger AND r.plan = :plan AND s.effective_on <= :as_of
          AND \(Self.counts)
        ORDER BY r.position, r.task
        """, parameters)
    guard !entries.isEmpty else { return [] }
    let renumbered = Dictionary(grouping: entries) { $0[0].integer ?? 0 }
    let snapshots = try connection.rows(
      of: """
        SELECT s.position
        FROM snapshot AS s
        JOIN snapshot_coverage AS c ON c.ledger = s.ledger AND c.position = s.position
        WHERE s.ledger = :ledger AND c.register = 'ledger' AND c.plan = :plan
          AND s.effective_on <= :as_of AND \(Self.counts)
        ORDER BY s.sequence
        """, parameters
    ).map { $0[0].integer ?? 0 }
    var numbering = Numbering()
    for position in snapshots {
      numbering.renumber(
        (renumbered[position] ?? []).map { row in
          (row[1].text ?? "", row[2].text.flatMap { $0.isEmpty ? nil : $0 })
        }, at: position)
    }
    return numbering.numbers(known: snapshots.sorted())
  }
}

/// Follows tasks through their renumberings, from the first to the last.
private struct Numbering {
  /// A task, by how it came to its first number.
  private enum Bearer: Hashable {
    /// It bore the number from the beginning.
    case first(String)
    /// It came under the number with a snapshot that renumbered others.
    case later(String, Int64)
  }

  /// Who bears which number at a position; all others are borne by those who bore them first.
  private var states: [Int64: [String: Bearer]] = [:]

  /// What a snapshot renumbers, all at once: numbers may change places. Snapshots come in the order
  /// in which they were recorded.
  mutating func renumber(_ entries: [(task: String, earlier: String?)], at position: Int64) {
    let base = states.keys.filter { $0 < position }.max() ?? states.keys.min()
    let before = base.flatMap { states[$0] } ?? [:]
    var bearers = before
    // A number that was left is another task's here.
    for earlier in entries.compactMap(\.earlier) { bearers[earlier] = .later(earlier, position) }
    for (task, earlier) in entries {
      bearers[task] = earlier.map { before[$0] ?? .first($0) } ?? .later(task, position)
    }
    states[position] = bearers
  }

  /// All numbers, by task and span.
  /// - Parameter positions: The snapshots that are known, in order. Where one that is not stands
  ///   before one that renumbers, what begins there and is known is what the later one says.
  func numbers(known positions: [Int64]) -> [PastNumber] {
    func start(_ position: Int64) -> Int64 {
      positions.last { $0 < position }.map { $0 + 1 } ?? position
    }
    let all = Set(states.values.flatMap(\.keys)).sorted()
    let states = self.states.sorted { $0.key < $1.key }
    var spans: [(bearer: Bearer, number: String, from: Int64, to: Int64)] = []
    for number in all {
      for (index, state) in states.enumerated() {
        let bearer = state.value[number] ?? .first(number)
        let to = index + 1 < states.count ? states[index + 1].key : LedgerStore.endOfTime
        if let last = spans.last, last.number == number, last.bearer == bearer {
          spans[spans.count - 1].to = to
        } else {
          spans.append((bearer, number, index == 0 ? 0 : state.key, to))
        }
      }
    }
    var names: [Bearer: String] = [:]
    for span in spans where span.to == LedgerStore.endOfTime { names[span.bearer] = span.number }
    var taken = Set(all)
    for span in spans.sorted(by: { ($1.to, $0.number) < ($0.to, $1.number) })
    where names[span.bearer] == nil {
      var name = PastNumber.goneMark + span.number
      while !taken.insert(name).inserted { name = PastNumber.goneMark + name }
      names[span.bearer] = name
    }
    return spans.map { span in
      PastNumber(
        task: names[span.bearer] ?? span.number, number: span.number,
        from: span.from == 0 ? 0 : start(span.from),
        to: span.to == LedgerStore.endOfTime ? span.to : start(span.to), since: span.from,
        until: span.to)
    }.sorted { ($0.task, $0.from) < ($1.task, $1.from) }
  }
}
