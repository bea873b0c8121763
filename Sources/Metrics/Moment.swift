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
    /// 认知时点: only snapshots recorded by then count; UTC text, `9999` for all.
    public let knownAt: String

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
  let connection: any Connection
  private let library: DefinitionLibrary
  private var queries: [String: QueryDefinition] = [:]
  private var pastReds: PastReds?
  private let parameters: [String: Value]

  /// Every query that was used so far.
  public var used: [DefinitionFile] { queries.values.map(\.file) }

  /// Opens the moment. Must be called, and used, inside a reading transaction.
  /// - Throws: `StoreFailure.noData` if no snapshot of the plan was known for that day.
  /// - Parameter pastReds: Looks at earlier cut-offs; called only if a query asks for them.
  public init(
    _ request: Request, in store: LedgerStore, library: DefinitionLibrary,
    pastReds: @escaping PastReds = { [] }
  ) throws {
    self.request = request
    self.library = library
    self.pastReds = pastReds
    connection = store.connection
    let positions = try store.positions(
      plan: request.plan.id, asOf: request.asOf, knownAt: request.knownAt)
    guard positions[.ledger] != nil,
      let snapshot = try store.snapshot(asOf: request.asOf, knownAt: request.knownAt)
    else { throw StoreFailure.noData(plan: request.plan.id, asOf: request.asOf) }
    self.snapshot = snapshot
    parameters = Self.parameters(request, ledger: store.ledger)
    try bind(positions)
    for query in try library.stages(["state", "facts"]) { try materialise(query) }
    try connection.execute(connection.dialect.analyzeTemporary)
  }

  /// Runs a query of `metrics/` or `checks/` and holds its result whole.
  public func table(_ id: String) throws -> ResultTable {
    let query = try use(id)
    return ResultTable(
      columns: query.columns,
      rows: try connection.rows(of: query.statement, values(for: query)))
  }

  /// A query's result, to be read row by row as often as needed.
  public func stream(_ id: String) throws -> ResultStream {
    let query = try use(id)
    let values = values(for: query)
    let count = try connection.firstRow(
      of: "SELECT count(*) FROM (\(query.body)) AS counted", values)?.first?.integer
    return ResultStream(columns: query.columns, count: Int(count ?? 0)) { [connection] body in
      try connection.forEachRow(of: query.statement, values, body)
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
    return query
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

  /// Runs a query into the temporary table that bears its name.
  private func materialise(_ query: QueryDefinition) throws {
    queries[query.id] = query
    try connection.execute(
      "CREATE TEMPORARY TABLE \(query.name) AS\n\(query.body)", values(for: query))
    if !query.key.isEmpty {
      try connection.execute(
        """
        CREATE UNIQUE INDEX temp.\(query.name)_key
        ON \(query.name) (\(query.key.joined(separator: ", ")))
        """)
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
