import Database
public import Definitions
public import Domain
public import Store

/// The state of one plan as of a day, known at an instant, and all that follows from it.
///
/// Opening one runs `Queries/state` and `Queries/facts` once into temporary tables; every other
/// query reads those. A moment lives inside one reading transaction, so that all its figures are
/// of one state whatever is recorded meanwhile.
public final class Moment {
  /// What a moment is asked for.
  public struct Request: Sendable {
    public let plan: Plan
    /// The entry of the plan's calendar that the figures of a period are about.
    public let period: Period
    /// 数据截止日: the day whose end is described.
    public let asOf: Day
    /// 认知时点: only snapshots recorded by then count; UTC text, `allKnown` for all.
    public let knownAt: String

    /// An instant that no snapshot is recorded after.
    public static let allKnown = "9999"

    public init(plan: Plan, period: Period, asOf: Day, knownAt: String) {
      self.plan = plan
      self.period = period
      self.asOf = asOf
      self.knownAt = knownAt
    }
  }

  public let request: Request
  /// The newest snapshot that the moment stands on.
  public let snapshot: Snapshot
  /// The earlier moment that this one is compared with, if it is with any.
  public let prior: Prior?
  let connection: any Connection
  /// The names of the temporary tables made so far.
  var tables: [String] = []
  private let library: DefinitionLibrary
  /// The queries whose results stand in tables of their names.
  private var materialised: Set<String> = []
  private var queries: [String: QueryDefinition] = [:]
  private var pastReds: PastReds?
  private var scores: ScoreRows.Source?
  private let parameters: [String: Value]

  /// Every query that was used so far.
  public var used: [DefinitionFile] { queries.values.map(\.file) }

  /// Opens the moment. Must be called, and used, inside a reading transaction.
  /// - Throws: `StoreFailure.noData` if no snapshot of the plan was known for that day, or for
  ///   that of the earlier moment.
  /// - Parameters:
  ///   - earlier: The moment to compare this one with; then the queries of `changes/` can be used.
  ///   - then: The definitions by which the earlier one was known; nil for the same.
  ///   - pastReds: Looks at earlier cut-offs; called only if a query asks for them.
  ///   - scores: Scores the units; nil where the plan has no rules.
  public convenience init(
    _ request: Request, comparedWith earlier: Request? = nil,
    knownBy then: DefinitionLibrary? = nil, in store: LedgerStore,
    library: DefinitionLibrary, pastReds: @escaping PastReds = { [] },
    scores: ScoreRows.Source? = nil
  ) throws {
    let prior = try earlier.map {
      try Prior($0, before: request, in: store, library: library, then: then ?? library)
    }
    let stages = try library.stages(["state", "facts"] + (prior == nil ? [] : ["past"]))
    try self.init(
      request, prior: prior, stages: stages, in: store, library: library, pastReds: pastReds,
      scores: scores)
    if prior != nil { for query in try library.sharedChanges() { try materialise(query) } }
  }

  /// Opens a moment with the tables of some queries only.
  init(
    _ request: Request, prior: Prior?, stages: [QueryDefinition], in store: LedgerStore,
    library: DefinitionLibrary, pastReds: @escaping PastReds, scores: ScoreRows.Source?
  ) throws {
    self.request = request
    self.prior = prior
    self.library = library
    self.pastReds = pastReds
    self.scores = scores
    connection = store.connection
    let positions = try store.positions(
      plan: request.plan.id, asOf: request.asOf, knownAt: request.knownAt)
    guard positions[.ledger] != nil,
      let snapshot = try store.snapshot(asOf: request.asOf, knownAt: request.knownAt)
    else {
      throw StoreFailure.noData(
        plan: request.plan.id, asOf: request.asOf,
        knownAt: request.knownAt == Request.allKnown ? nil : request.knownAt)
    }
    self.snapshot = snapshot
    parameters = Self.parameters(request, ledger: store.ledger)
    try bind(positions)
    try bindSnapshots(of: store)
    for query in stages { try materialise(query) }
    if let analyze = connection.dialect.analyzeAll { try connection.execute(analyze) }
  }

  /// Runs a query of `metrics/` or `checks/` and holds its result whole.
  public func table(_ id: String) throws -> ResultTable {
    let query = try use(id)
    return ResultTable(
      columns: query.columns,
      rows: try connection.rows(of: query.ordered(source(of: query)), values(for: query)))
  }

  /// A query's result, to be read row by row as often as needed.
  public func stream(_ id: String) throws -> ResultStream {
    let query = try use(id)
    let (source, values) = (source(of: query), values(for: query))
    let count = try connection.firstRow(
      of: "SELECT count(*) FROM (\(source)) AS counted", values)?.first?.integer
    return ResultStream(columns: query.columns, count: Int(count ?? 0)) { [connection] body in
      try connection.forEachRow(of: query.ordered(source), values, body)
    }
  }

  /// What the checks of severity fail found; the others are noted as used, too.
  public func failures() throws -> [Finding] { try findings { $0.severity == .fail } }

  /// What the other checks found.
  public func warnings() throws -> [Finding] { try findings { $0.severity != .fail } }

  private func findings(of isWanted: (QueryDefinition) -> Bool) throws -> [Finding] {
    let checks = try library.queryIDs(in: "checks").map { try use($0) }
    return try checks.filter(isWanted).flatMap { check in
      try table(check.id).rows.map { row in
        Finding(
          check: check, task: row[0].text ?? "", unit: row[1].text ?? "",
          detail: row[2].text ?? "")
      }
    }
  }

  /// Finds a query and notes that it is used.
  public func use(_ id: String) throws -> QueryDefinition {
    if let query = queries[id] { return query }
    let query = try library.query(id)
    queries[id] = query
    if query.tables.contains("past_red") { try bindPastReds() }
    try makePast(for: query)
    if !query.tables.isDisjoint(with: ["score", "score_line", "rule_name"]) { try bindScores() }
    return query
  }

  /// Makes the tables of `past/` that a query reads, each once.
  private func makePast(for query: QueryDefinition) throws {
    let missing = try library.stages(["past"]).needed(for: query.tables)
      .filter { !materialised.contains($0.id) }
    guard !missing.isEmpty else { return }
    for query in missing { try materialise(query) }
    if let analyze = connection.dialect.analyzeAll { try connection.execute(analyze) }
  }

  /// Where a query's rows come from: the table made of it, else its statement.
  private func source(of query: QueryDefinition) -> String {
    guard materialised.contains(query.id) else { return query.body }
    return "SELECT \(query.columns.map(\.name).joined(separator: ", ")) FROM \(query.name)"
  }

  private func values(for query: QueryDefinition) -> [String: Value] {
    parameters.filter { name, _ in query.parameters.contains { $0.name == name } }
  }

  /// Fills the table `past_red`, once.
  private func bindPastReds() throws {
    guard let look = pastReds else { return }
    pastReds = nil
    let periods = try look().reduce(into: [String: [String]]()) { periods, red in
      periods[red.task, default: []].append(red.period.name)
    }
    try connection.insert(
      into: "past_red", columns: ["task", "periods"],
      rows: periods.map { [.text($0.key), .text($0.value.joined(separator: "、"))] })
  }

  /// Makes a temporary table of typed columns, fills it and then gives it its key: an index is
  /// built faster over rows that are there.
  func makeTable(
    _ name: String, _ columns: [ResultColumn], key: [String], fill: () throws -> Void
  ) throws {
    let types = connection.dialect
    let definitions = columns.map { column in
      "\(column.name) \(column.kind == .integer ? types.integer : types.text)"
    }
    try connection.execute(
      "CREATE TEMPORARY TABLE \(name) (\(definitions.joined(separator: ", ")))")
    try fill()
    if !key.isEmpty {
      try connection.execute(
        "CREATE UNIQUE INDEX \(name)_key ON \(name) (\(key.joined(separator: ", ")))")
    }
    if let analyze = types.analyzeTable { try connection.execute(analyze(name)) }
  }

  /// Fills the tables `score`, `score_line` and `rule_name`, once.
  private func bindScores() throws {
    guard let score = scores else { return }
    scores = nil
    let rows = try score(self)
    try connection.insert(
      into: "score", columns: ScoreRows.scoreColumns.map(\.0), rows: rows.scores)
    try connection.insert(
      into: "score_line", columns: ScoreRows.lineColumns.map(\.0), rows: rows.lines)
    try connection.insert(
      into: "rule_name", columns: ScoreRows.nameColumns.map(\.0), rows: rows.names)
  }

  /// Runs a query into the temporary table that bears its name.
  private func materialise(_ query: QueryDefinition) throws {
    queries[query.id] = query
    materialised.insert(query.id)
    tables.append(query.name)
    try makeTable(query.name, query.columns, key: query.key) {
      try connection.execute("INSERT INTO \(query.name)\n\(query.body)", values(for: query))
    }
  }
}

/// What a check found.
public struct Finding: Sendable {
  public let check: QueryDefinition
  public let task: String
  public let unit: String
  public let detail: String
}
