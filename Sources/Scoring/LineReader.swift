public import Definitions
public import Domain

extension RuleBook {
  /// Picks the lines of all rules out of the results of their queries.
  ///
  /// Where a rule weighs nothing but the sum of a unit's lines, they are added up as they come.
  /// - Parameters:
  ///   - units: The units, in official order.
  ///   - byWord: Whether values that a rule asks for are words, the same however they are typed.
  ///   - explained: The unit of which every line is kept, by its id; nil for none.
  ///   - result: The result of a query of `Queries/scoring`, whose columns `check` has seen: those
  ///     of some columns that it has, in any order, or all of it.
  /// - Throws: What reading a result throws.
  public func input(
    units: [ScoredUnit], explained: String? = nil, byWord: Bool = true,
    _ result: (_ query: String, _ columns: Set<String>?) throws -> ResultStream
  ) throws -> ScoringInput {
    let groups = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.group) })
    var takers = rules.map { LineTaker($0.source, $0.measure.sum.map { .sum($0) } ?? .lines) }
    takers.append(LineTaker(.tasks, .tasks))
    if let workload { takers.append(LineTaker(workload.source, .sum(.quantities))) }
    // Each query is read once, whatever number of rules take of it.
    for query in Set(takers.map(\.source.query)).sorted() {
      let readings = takers.indices.filter { takers[$0].source.query == query }
      let isSummed = explained == nil && readings.allSatisfy { takers[$0].isSummed }
      let stream = try result(query, isSummed ? Set(readings.flatMap { takers[$0].columns }) : nil)
      let readers = readings.map {
        ($0, LineReader(takers[$0].source, columns: stream.columns, byWord: byWord))
      }
      try stream.forEach { row in
        for (index, reader) in readers {
          guard let unit = reader.unit(row), let group = groups[unit],
            reader.counts(row, roles: takers[index].source.roles ?? roles.roles(of: group)),
            let quantity = reader.quantity(row)
          else { continue }
          takers[index].take(row, by: reader, of: unit, quantity, isWhole: unit == explained)
        }
      }
    }
    var input = ScoringInput(units: units, tasks: takers[rules.count].tasks)
    for (rule, taker) in zip(rules, takers) { input.lines[rule.id] = taker.lines }
    if workload != nil { input.workload = takers[rules.count + 1].lines }
    return input
  }
}

/// Takes what one rule needs of the rows of its query, unit by unit.
private struct LineTaker {
  enum Kept {
    case lines
    case sum(LineSum)
    /// The tasks that the lines are about.
    case tasks
  }

  let source: RuleBook.LineSource
  private let kept: Kept
  private(set) var lines: [String: [ScoringLine]] = [:]
  private(set) var tasks: [String: [String]] = [:]

  init(_ source: RuleBook.LineSource, _ kept: Kept) {
    (self.source, self.kept) = (source, kept)
  }

  /// Whether the order of the rows does not matter, nor what else they say than `columns`.
  var isSummed: Bool { if case .lines = kept { false } else { true } }

  /// The columns that sums are made of.
  var columns: [String] {
    let task = if case .tasks = kept { ["task"] } else { [String]() }
    return ["unit", "role_code", source.quantity, "qty_den"] + source.ratio
      + source.only.map(\.column) + task
  }

  /// - Parameter isWhole: Whether every line of the unit is kept.
  mutating func take(
    _ row: [Value], by reader: LineReader, of unit: String, _ quantity: Ratio, isWhole: Bool
  ) {
    switch kept {
    case .tasks: tasks[unit, default: []].append(reader.task(row))
    case .sum(let sum) where !isWhole:
      lines[unit, default: []].add(quantity, of: unit, as: sum)
    case .sum, .lines: lines[unit, default: []].append(reader.line(row, of: unit, quantity))
    }
  }
}

/// Reads lines out of the rows of a query's result.
private struct LineReader {
  private let unit, role, task, title, occasion, numerator, denominator: Int?
  private let file, day, line, place: Int?
  private let only: [(place: Int, values: Set<String>)]
  private let keys: [Set<WordKey>]

  init(_ source: RuleBook.LineSource, columns: [ResultColumn], byWord: Bool) {
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
    (unit, role) = (places["unit"], places["role_code"])
    (task, title, occasion) = (places["task"], places["title"], places["occasion"])
    (file, day, line) = (places["source_file"], places["source_day"], places["source_line"])
    place = places["source_place"]
    numerator = places[source.quantity] ?? places[source.ratio[0]]
    denominator = places[source.ratio[1]] ?? places["qty_den"]
    only = source.only.compactMap { entry in places[entry.column].map { ($0, entry.values) } }
    keys = byWord ? only.map { Set($0.values.map { WordKey($0) }) } : []
  }

  /// The unit that a row is about.
  func unit(_ row: [Value]) -> String? { unit.flatMap { row[$0].text } }

  /// What a row weighs; nil where that is not known, or another value is asked for.
  func quantity(_ row: [Value]) -> Ratio? {
    guard let numerator = numerator.flatMap({ row[$0].integer }),
      let denominator = denominator.flatMap({ row[$0].integer }),
      only.indices.allSatisfy({ isAsked(Self.word(row[only[$0].place]), of: $0) })
    else { return nil }
    return Ratio(numerator, denominator)
  }

  private func isAsked(_ word: String, of condition: Int) -> Bool {
    only[condition].values.contains(word)
      || !keys.isEmpty && keys[condition].contains(WordKey(word))
  }

  /// The task that a row is about, empty if there is none.
  func task(_ row: [Value]) -> String { Self.text(row, task) }

  /// The line of a row.
  func line(_ row: [Value], of unit: String, _ quantity: Ratio) -> ScoringLine {
    var found: LedgerPlace?
    if let day = Day(Self.text(row, day)), let line = line.flatMap({ row[$0].integer }) {
      found = LedgerPlace(
        file: Self.text(row, file), day: day, line: line, place: place.flatMap { row[$0].text })
    }
    return ScoringLine(
      unit: unit, task: task(row), title: Self.text(row, title),
      occasion: Self.text(row, occasion), quantity: quantity, row: found)
  }

  /// Whether the unit's role in the row counts; rows of queries without roles always do.
  func counts(_ row: [Value], roles: Set<Role>) -> Bool {
    guard let code = role.flatMap({ row[$0].integer }) else { return true }
    return Role.allCases.enumerated().contains { Int64($0 + 1) == code && roles.contains($1) }
  }

  private static func text(_ row: [Value], _ place: Int?) -> String {
    place.flatMap { row[$0].text } ?? ""
  }

  private static func word(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .null, .blob: ""
    }
  }
}
