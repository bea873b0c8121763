public import Definitions
public import Domain

extension RuleBook {
  /// Picks the lines of all rules out of the results of their queries.
  /// - Parameters:
  ///   - units: The units, in official order.
  ///   - result: The result of a query of `Queries/scoring`; `check` has seen its columns.
  /// - Throws: What reading a result throws.
  public func input(
    units: [ScoredUnit], _ result: (_ query: String) throws -> ResultStream
  ) throws -> ScoringInput {
    let groups = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.group) })
    let sources = rules.map(\.source) + [.tasks] + [workload?.source].compactMap { $0 }
    var taken = sources.map { _ in [String: [ScoringLine]]() }
    // Each query is read once, whatever number of rules take of it.
    for query in Set(sources.map(\.query)).sorted() {
      let stream = try result(query)
      let readers = sources.indices.filter { sources[$0].query == query }.map {
        ($0, LineReader(sources[$0], columns: stream.columns))
      }
      try stream.forEach { row in
        for (index, reader) in readers {
          guard let unit = reader.unit(row), let group = groups[unit],
            reader.counts(row, roles: sources[index].roles ?? roles.roles(of: group)),
            let line = reader.line(row, of: unit)
          else { continue }
          taken[index][unit, default: []].append(line)
        }
      }
    }
    var input = ScoringInput(units: units, tasks: taken[rules.count])
    for (rule, lines) in zip(rules, taken) { input.lines[rule.id] = lines }
    if workload != nil { input.workload = taken[rules.count + 1] }
    return input
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

  /// The line of a row; nil where the quantity is not known, or another value is asked for.
  func line(_ row: [Value], of unit: String) -> ScoringLine? {
    guard let numerator = numerator.flatMap({ row[$0].integer }),
      let denominator = denominator.flatMap({ row[$0].integer }),
      only.allSatisfy({ $0.values.contains(Self.word(row[$0.place])) })
    else { return nil }
    func text(_ place: Int?) -> String { place.flatMap { row[$0].text } ?? "" }
    var place: LedgerPlace?
    if let day = Day(text(day)), let line = line.flatMap({ row[$0].integer }) {
      place = LedgerPlace(file: text(file), day: day, line: line)
    }
    return ScoringLine(
      unit: unit, task: text(task), title: text(title), occasion: text(occasion),
      quantity: Ratio(numerator, denominator), row: place)
  }

  /// Whether the unit's role in the row counts; rows of queries without roles always do.
  func counts(_ row: [Value], roles: Set<Role>) -> Bool {
    guard let code = role.flatMap({ row[$0].integer }) else { return true }
    return Role.allCases.enumerated().contains { Int64($0 + 1) == code && roles.contains($1) }
  }

  private static func word(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .null, .blob: ""
    }
  }
}
