public import Definitions
public import Domain

extension RuleBook {
  /// Picks the lines of all rules out of the results of their queries.
  /// - Parameters:
  ///   - units: The units, in official order.
  ///   - result: The result of a query of `Queries/scoring`; it was checked that its columns are there.
  public func input(
    units: [ScoredUnit], _ result: (_ query: String) throws -> ResultStream
  ) rethrows -> ScoringInput {
    let groups = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.group) })
    func lines(_ source: LineSource) throws -> [String: [ScoringLine]] {
      let stream = try result(source.query)
      let reader = LineReader(source, columns: stream.columns)
      var lines: [String: [ScoringLine]] = [:]
      try stream.forEach { row in
        guard let line = reader.line(row), let group = groups[line.unit],
          reader.counts(row, roles: source.roles ?? roles.roles(of: group))
        else { return }
        lines[line.unit, default: []].append(line)
      }
      return lines
    }
    var input = ScoringInput(units: units)
    for rule in rules { input.lines[rule.id] = try lines(rule.source) }
    input.workload = try workload.map { try lines($0.source) } ?? [:]
    input.tasks = try lines(.tasks)
    return input
  }
}

/// Reads lines out of the rows of a query's result.
private struct LineReader {
  private let places: [String: Int]
  private let numerator: Int?
  private let denominator: Int?
  private let only: [(place: Int, values: Set<String>)]

  init(_ source: RuleBook.LineSource, columns: [ResultColumn]) {
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
    self.places = places
    numerator = places[source.quantity] ?? places[source.ratio[0]]
    denominator = places[source.ratio[1]] ?? places["qty_den"]
    only = source.only.compactMap { entry in places[entry.column].map { ($0, entry.values) } }
  }

  /// The line of a row; nil where the quantity is not known, or another value is asked for.
  func line(_ row: [Value]) -> ScoringLine? {
    guard let numerator = numerator.flatMap({ row[$0].integer }),
      let denominator = denominator.flatMap({ row[$0].integer }),
      only.allSatisfy({ $0.values.contains(Self.word(row[$0.place])) })
    else { return nil }
    func text(_ name: String) -> String { places[name].flatMap { row[$0].text } ?? "" }
    var place: LedgerPlace?
    if let day = Day(text("source_day")),
      let line = places["source_line"].flatMap({ row[$0].integer })
    {
      place = LedgerPlace(file: text("source_file"), day: day, line: line)
    }
    return ScoringLine(
      unit: text("unit"), task: text("task"), title: text("title"), occasion: text("occasion"),
      quantity: Ratio(numerator, denominator), row: place)
  }

  /// Whether the unit's role in the row counts; rows of queries without roles always do.
  func counts(_ row: [Value], roles: Set<Role>) -> Bool {
    guard let code = places["role_code"].flatMap({ row[$0].integer }) else { return true }
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
