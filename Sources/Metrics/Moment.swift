import Database
public import Definitions
public import Domain
public import Store

/// The state of one plan as of a day, known at an instant, and all that follows from it.
///
/// The queries of `Queries/state` and `Queries/facts` are run once into temporary tables, each when
/// the first query asks for what follows from it; every other query reads those. A moment lives
/// inside one reading transaction, so that all its figures are of one state whatever is recorded
/// meanwhile.
public final class Moment {
  public let request: Request
  /// The newest snapshot that states tasks of the plan: what the moment stands on.
  public let snapshot: Snapshot
  /// For each register the snapshot that holds it: one without a file since stays as it was.
  public let positions: [Register: Int64]
  /// The earlier moment that this one is compared with, if it is with any.
  public let prior: Prior?
  let connection: any Connection
  /// The names of the temporary tables made so far.
  var tables: [String] = []
  /// Those that were filled since statistics were last collected.
  var filled: [String] = []
  /// Whether one of them is so long that it matters in what order tables are joined.
  private(set) var isLong = false
  let library: DefinitionLibrary
  /// The queries whose results are to stand in tables of their names, in order, and do not yet.
  private var waiting: [QueryDefinition] = []
  /// The queries of `past/` that no query has asked for.
  private var past: [QueryDefinition]
  /// Those whose results do.
  private var materialised: Set<String> = []
  private var queries: [String: QueryDefinition] = [:]
  private var pastReds: PastReds?
  /// Whether the table `word` knows the words of the state, and those that changed.
  var knowsWords = (ofState: false, ofChanges: false)
  /// Whether the table `short_name` is filled.
  var knowsShortNames = false
  private var scores: ScoreRows.Source?
  let parameters: [String: Value]
  /// Whether all queries are held to their headers, not only the office's own.
  private let isTrial: Bool
  /// The queries whose headers were held against their statements.
  var held: Set<String> = []

  /// Every query that was used so far, and those that the moment follows from.
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
    try self.init(
      request, prior: prior, in: store, library: library, pastReds: pastReds, scores: scores)
    if prior != nil { try expectChanges() }
  }

  /// Has what queries of `changes/` read stand in tables.
  func expectChanges() throws {
    expect(past)
    past = []
    expect(try library.sharedChanges())
  }

  /// Opens a moment that is compared with one that was opened before, or with none.
  convenience init(
    _ request: Request, prior: Prior?, in store: LedgerStore, library: DefinitionLibrary,
    pastReds: @escaping PastReds, scores: ScoreRows.Source?
  ) throws {
    let positions = try store.positions(
      plan: request.plan.id, asOf: request.asOf, knownAt: request.knownAt)
    guard let snapshot = try positions[.ledger].flatMap(store.snapshot(at:)) else {
      throw StoreFailure.noData(
        plan: request.plan.id, asOf: request.asOf,
        knownAt: request.knownAt == Request.allKnown ? nil : request.knownAt)
    }
    try self.init(
      request, prior: prior, positions: positions, snapshot: snapshot, in: store,
      library: library, pastReds: pastReds, scores: scores)
  }

  init(
    _ request: Request, prior: Prior?, positions: [Register: Int64], snapshot: Snapshot,
    in store: LedgerStore, library: DefinitionLibrary, pastReds: @escaping PastReds,
    scores: ScoreRows.Source?, isTrial: Bool = false
  ) throws {
    self.request = request
    self.prior = prior
    self.library = library
    self.isTrial = isTrial
    past = try library.stages(["past"])
    self.pastReds = pastReds
    self.scores = scores
    connection = store.connection
    (self.snapshot, self.positions) = (snapshot, positions)
    filled = prior?.filled ?? []
    parameters = Self.parameters(
      request, ledger: store.ledger, comparedWith: prior?.request.asOf)
    try store.provideDays(of: request.years)
    try bind(positions)
    try bindSnapshots(of: store)
    expect(try library.stages(["state", "facts"]))
  }

  /// Runs a query of `metrics/` or `checks/` and holds its result whole.
  public func table(_ id: String) throws -> ResultTable {
    try stream(id, isCounted: false).held()
  }

  /// A query's result, to be read row by row as often as needed.
  /// - Parameter isCounted: Whether its count is asked for, which costs the engine one more pass;
  ///   it is 0 where not.
  public func stream(_ id: String, isCounted: Bool = true) throws -> ResultStream {
    let query = try use(id)
    let (source, values) = (try source(of: query), values(for: query))
    let count =
      isCounted
      ? try naming(query) { try connection.firstRow(of: Self.count(of: source), values) }?.first?
        .integer : nil
    return ResultStream(columns: query.columns, count: Int(count ?? 0)) { body in
      try self.forEachRow(of: query, query.ordered(source), body)
    }
  }

  /// The statement that counts the rows of another. SQLite leaves out joins that add no row where
  /// it reads rows, but not where it counts them; the limit, which is none, parts the two.
  private static func count(of statement: String) -> String {
    "SELECT count(*) FROM (SELECT 1 AS one FROM (\(statement)) AS q LIMIT \(Int64.max)) AS counted"
  }

  /// Some columns of a query's result, its rows in no order: for one who only adds up. The engine
  /// neither sorts nor reads what the others stand in.
  public func unordered(_ id: String, columns names: Set<String>) throws -> ResultStream {
    let query = try use(id)
    // The keys of an own query are held, too.
    guard !isHeld(query) else { return try stream(id, isCounted: false) }
    let columns = query.columns.filter { names.contains($0.name) }
    let statement = """
      SELECT \(columns.map { "q.\($0.name)" }.joined(separator: ", "))
      FROM (\(try source(of: query))) AS q
      """
    return ResultStream(columns: columns, count: 0) { [connection, values = values(for: query)] in
      try connection.forEachRow(of: statement, values, $0)
    }
  }

  /// How many tasks the plan has.
  public func taskCount() throws -> Int { try stream("facts/task_fact").count }

  /// The tasks that bear no number: what they are called, by their keys.
  public func unnumberedTasks() throws -> [String: String] {
    try provide(["task"])
    let rows = try connection.rows(
      of: "SELECT t.task, t.number FROM task AS t WHERE substr(t.task, 1, 1) = '~'")
    return Dictionary(
      rows.map { ($0[0].text ?? "", $0[1].text ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  /// Finds a query and notes that it is used.
  public func use(_ id: String) throws -> QueryDefinition {
    if let query = queries[id] { return query }
    let query = try library.query(id)
    queries[id] = query
    if query.tables.contains("past_red") { try bindPastReds() }
    let lookingBack = past.needed(for: query.tables)
    past.removeAll(where: lookingBack.contains)
    expect(lookingBack)
    if !query.tables.isDisjoint(with: ["score", "score_line", "rule_name"]) { try bindScores() }
    return query
  }

  /// Has a query's result stand in a table of its name when it is first read.
  private func expect(_ stages: [QueryDefinition]) {
    waiting += stages
    for query in stages { queries[query.id] = query }
  }

  /// Where a query's rows come from: the table made of it, else its statement, once the tables are
  /// there that it reads.
  private func source(of query: QueryDefinition) throws -> String {
    let isWaiting = waiting.contains { $0.id == query.id }
    try provide(isWaiting ? [query.name] : query.tables)
    if query.tables.isSuperset(of: ["word", "written_change"]) { try bindChangedWords() }
    if query.tables.contains("short_name") { try bindShortNames() }
    try holdHeader(of: query)
    guard materialised.contains(query.id) else { return query.body }
    return "SELECT \(query.columns.map(\.name).joined(separator: ", ")) FROM \(query.name)"
  }

  /// Whether a query is held to its header while it is used.
  func isHeld(_ query: QueryDefinition) -> Bool { isTrial || library.isOwn(query.file) }

  func values(for query: QueryDefinition) -> [String: Value] {
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
    filled.append("past_red")
  }

  /// Makes a temporary table of typed columns and fills it. Where rows do not stand in the order of
  /// their key it is given last: an index is built faster over rows that are there.
  /// - Parameter fill: Says how many rows it put there.
  func makeTable(
    _ name: String, _ columns: [ResultColumn], key: [String], fill: () throws -> Int
  ) throws {
    let types = connection.dialect
    let definitions = columns.map { column in
      "\(column.name) \(column.kind == .integer ? types.integer : types.text)"
    }
    let key = key.joined(separator: ", ")
    let inOrder = types.keyedTableSuffix.map { key.isEmpty ? ")" : ", PRIMARY KEY (\(key))\($0)" }
    try connection.execute(
      "CREATE TEMPORARY TABLE \(name) (\(definitions.joined(separator: ", "))\(inOrder ?? ")")")
    let count = try fill()
    isLong = isLong || count > Self.fewRows
    if inOrder == nil, !key.isEmpty {
      try connection.execute(
        "CREATE UNIQUE INDEX \(name)_key ON \(name) (\(key))")
    }
    if let analyze = types.analyzeTable {
      try connection.execute(analyze(name))
    } else {
      filled.append(name)
    }
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
    filled += ["score", "score_line", "rule_name"]
  }

  /// Makes the tables that bear some names, and those that they follow from, where they are not
  /// there yet.
  public func provide(_ names: Set<String>) throws {
    let needed = waiting.needed(for: names)
    guard !needed.isEmpty else { return }
    if needed.contains(where: { $0.tables.contains("word") }) { try bindWords() }
    for query in needed where !materialised.contains(query.id) { try materialise(query) }
    waiting.removeAll { materialised.contains($0.id) }
    try collectStatistics()
  }

  /// Runs a query into the temporary table that bears its name.
  private func materialise(_ query: QueryDefinition) throws {
    if query.tables.isSuperset(of: ["word", "written_change"]) { try bindChangedWords() }
    if query.tables.contains("short_name") { try bindShortNames() }
    materialised.insert(query.id)
    try holdName(of: query)
    try holdHeader(of: query)
    tables.append(query.name)
    try naming(query) {
      try makeTable(query.name, query.columns, key: query.key) {
        try connection.execute("INSERT INTO \(query.name)\n\(query.body)", values(for: query))
      }
    }
    guard isHeld(query) else { return }
    let columns = query.columns.map(\.name).joined(separator: ", ")
    try forEachRow(of: query, "SELECT \(columns) FROM \(query.name)", holdsKey: false) { _ in }
  }
}
