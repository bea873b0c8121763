public import Definitions
public import Domain

extension RuleBook {
  /// Picks the lines of all rules out of the results of their queries.
  ///
  /// Where a rule weighs nothing but the sum of a unit's lines, they are added up as they come.
  /// - Parameters:
  ///   - units: The units, in official order.
  ///   - explained: The unit of which every line is kept, by its id; nil for none.
  ///   - result: The result of a query of `Queries/scoring`; `check` has seen its columns.
  /// - Throws: What reading a result throws.
  public func input(
    units: [ScoredUnit], explained: String? = nil,
    _ result: (_ query: String) throws -> ResultStream
  ) throws -> ScoringInput {
    let groups = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.group) })
    var takers = rules.map { LineTaker($0.source, sum: $0.measure.sum) }
    takers += [LineTaker(.tasks, sum: nil)]
    takers += [workload.map { LineTaker($0.source, sum: .quantities) }].compactMap { $0 }
    var tasks: [String: [String]] = [:]
    // Each query is read once, whatever number of rules take of it.
    for query in Set(takers.map(\.source.query)).sorted() {
      let stream = try result(query)
      let readers = takers.indices.filter { takers[$0].source.query == query }.map {
        ($0, LineReader(takers[$0].source, columns: stream.columns))
      }
      try stream.forEach { row in
        for (index, reader) in readers {
          guard let unit = reader.unit(row), let group = groups[unit],
            reader.counts(row, roles: takers[index].source.roles ?? roles.roles(of: group)),
            let quantity = reader.quantity(row)
          else { continue }
          if index == rules.count {
            tasks[unit, default: []].append(reader.task(row))
          } else if let sum = takers[index].sum, unit != explained {
            takers[index].lines[unit, default: []].add(quantity, of: unit, as: sum)
          } else {
            takers[index].lines[unit, default: []].append(reader.line(row, of: unit, quantity))
          }
        }
      }
    }
    var input = ScoringInput(units: units, tasks: tasks)
    for (rule, taker) in zip(rules, takers) { input.lines[rule.id] = taker.lines }
    if workload != nil { input.workload = takers[rules.count + 1].lines }
    return input
  }
}

/// Takes the lines of a rule.
private struct LineTaker {
  let source: RuleBook.LineSource
  /// How they are added up; nil where each counts by itself.
  let sum: LineSum?
  /// The lines taken so far, by unit.
  var lines: [String: [ScoringLine]] = [:]

  init(_ source: RuleBook.LineSource, sum: LineSum?) {
    (self.source, self.sum) = (source, sum)
  }
}

/// Reads lines out of the rows of a query's result.
private struct LineReader {
  private let unit, role, task, title, occasion, numerator, denominator: Int?
  private let file, day, line: Int?
  private let only: [(place: Int, values: Set<String>)]

  init(_ source: RuleBook.LineSource, columns: [ResultColumn]) {
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
    (unit, role) = (places["unit"], places["role_code"])
    (task, title, occasion) = (places["task"], places["title"], places["occasion"])
    (file, day, line) = (places["source_file"], places["source_day"], places["source_line"])
    numerator = places[source.quantity] ?? places[source.ratio[0]]
    denominator = places[source.ratio[1]] ?? places["qty_den"]
    only = source.only.compactMap { entry in places[entry.column].map { ($0, entry.values) } }
  }

  /// The unit that a row is about.
  func unit(_ row: [Value]) -> String? { unit.flatMap { row[$0].text } }

  /// What a row weighs; nil where that is not known, or another value is asked for.
  func quantity(_ row: [Value]) -> Ratio? {
    guard let numerator = numerator.flatMap({ row[$0].integer }),
      let denominator = denominator.flatMap({ row[$0].integer }),
      only.allSatisfy({ $0.values.contains(Self.word(row[$0.place])) })
    else { return nil }
    return Ratio(numerator, denominator)
  }

  /// The task that a row is about, empty if there is none.
  func task(_ row: [Value]) -> String { Self.text(row, task) }

  /// The line of a row.
  func line(_ row: [Value], of unit: String, _ quantity: Ratio) -> ScoringLine {
    var place: LedgerPlace?
    if let day = Day(Self.text(row, day)), let line = line.flatMap({ row[$0].integer }) {
      place = LedgerPlace(file: Self.text(row, file), day: day, line: line)
    }
    return ScoringLine(
      unit: unit, task: task(row), title: Self.text(row, title),
      occasion: Self.text(row, occasion), quantity: quantity, row: place)
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
