import Database
import Definitions
import Domain
import Metrics
import TestSupport
import Testing

/// Every shipped query does what its header says, on the example ledger.
@Suite(.onEachEngine) struct QueryFileTests {
  static let ids = DefinitionLibrary.shipped.queryIDs

  /// What a query yields on the example ledger.
  private struct Outcome {
    let columns: [String]
    /// SQL's types of the values, by column: those that occur together.
    let types: [[Value]]
    let rows: [[Value]]
  }

  /// The outcomes of all queries: asked once, as a moment takes longer than all that is asked of it.
  private typealias Outcomes = [String: Result<Outcome, any Error>]

  private static let onSQLite = Result { try outcomes() }
  private static let onServer = Result { try outcomes() }

  private static func outcomes() throws -> Outcomes {
    var open = try moment()
    return try ids.reduce(into: [:]) { outcomes, id in
      let outcome = Result { try self.outcome(of: query(id), in: open) }
      outcomes[id] = outcome
      // A server takes nothing more within a transaction that failed.
      if case .failure = outcome { open = try moment() }
    }
  }

  private static func outcome(of query: QueryDefinition, in open: OpenMoment) throws -> Outcome {
    // PostgreSQL's types: those of the columns that the store and the moment declare.
    let function = Engine.current == .sqlite ? "typeof" : "pg_typeof"
    let types = query.columns.map { "CAST(\(function)(\($0.name)) AS text)" }
      .joined(separator: ", ")
    let parameters = try open.parameters(of: query)
    return Outcome(
      columns: try open.connection.columns(of: query.statement),
      types: try open.connection.rows(
        of: "SELECT DISTINCT \(types) FROM (\(query.body)) AS typed", parameters),
      rows: try open.connection.rows(of: query.statement, parameters))
  }

  private func outcome(_ id: String) throws -> Outcome {
    let outcomes =
      switch Engine.current {
      case .sqlite: Self.onSQLite
      case .postgres: Self.onServer
      }
    return try #require(try outcomes.get()[id]).get()
  }

  private static func query(_ id: String) throws -> QueryDefinition {
    try DefinitionLibrary.shipped.query(id)
  }

  private func query(_ id: String) throws -> QueryDefinition { try Self.query(id) }

  /// The moment at which the ledger holds something of every kind, compared with an earlier one.
  private static func moment() throws -> OpenMoment {
    try ExampleHistory.named("tianshui-2023").moment(
      "2023-11-25".asDay, comparedWith: "2023-06-25".asDay)
  }

  @Test func allFoldersAreThere() {
    let folders = Set(Self.ids.compactMap { $0.split(separator: "/").first })
    #expect(
      folders.isSuperset(of: [
        "state", "facts", "metrics", "checks", "past", "changes", "scoring", "signs",
      ]))
    #expect(Self.ids.count > 50)
  }

  @Test(arguments: ids)
  func theContractIsKept(_ id: String) throws {
    try query(id).checkContract(momentTables: DefinitionLibrary.shipped.momentTables)
  }

  @Test(arguments: ids)
  func theStatementYieldsTheColumnsOfTheHeader(_ id: String) throws {
    let query = try query(id)
    #expect(try outcome(id).columns == query.columns.map(\.name))
    #expect(!query.title.isEmpty && !query.grain.isEmpty)
    #expect(query.order.isEmpty || !query.description.isEmpty, "what is shown is explained")
  }

  @Test(arguments: ids)
  func valuesHaveTheDeclaredTypes(_ id: String) throws {
    let (query, outcome) = (try query(id), try outcome(id))
    for row in outcome.types {
      for (column, type) in zip(query.columns, row) {
        let expected =
          column.kind == .integer ? ["null", "integer", "bigint", "numeric"] : ["null", "text"]
        #expect(expected.contains(type.text ?? ""), "\(column.name)")
      }
    }
    for row in outcome.rows {
      for (column, value) in zip(query.columns, row) where column.kind == .date {
        // A key cannot be null; an empty date that is part of one is the empty text.
        let isEmpty = value == .null || value == .text("") && query.key.contains(column.name)
        #expect(isEmpty || value.day != nil, "\(column.name)")
      }
    }
  }

  @Test(arguments: ids)
  func theKeyIsUnique(_ id: String) throws {
    let (query, rows) = (try query(id), try outcome(id).rows)
    let keys = query.key.compactMap { name in query.columns.firstIndex { $0.name == name } }
    #expect(keys.count == query.key.count)
    #expect(Set(rows.map { row in keys.map { row[$0].bytesOfText } }).count == rows.count)
    #expect(keys.allSatisfy { key in rows.allSatisfy { $0[key] != .null } })
  }

  @Test(arguments: ids)
  func rowsComeInTheOrderOfTheHeader(_ id: String) throws {
    let query = try query(id)
    let shown = ["metrics/", "checks/", "changes/", "scoring/", "signs/"].contains(
      where: id.hasPrefix)
    #expect(!shown || query.key.isEmpty || !query.order.isEmpty, "nothing is shown unordered")
    let order = query.order.compactMap { name in query.columns.firstIndex { $0.name == name } }
    let rows = try outcome(id).rows.map { row in order.map { row[$0] } }
    for (above, below) in zip(rows, rows.dropFirst()) {
      #expect(!below.precedes(above), "\(above) \(below)")
    }
  }

  /// A fact may not hide a state, a table of the plan, or one of the store.
  @Test func temporaryTablesHaveNamesOfTheirOwn() throws {
    // Names are the same on both engines; SQLite tells which it has.
    guard Engine.current == .sqlite else { return }
    let connection = try Self.moment().connection
    let folders = ["state/", "facts/", "past/", "changes/"]
    let names = Self.ids.filter { folders.contains(where: $0.hasPrefix) }
      .compactMap { $0.split(separator: "/").last.map(String.init) }
    let temporary = try connection.rows(
      of: "SELECT name FROM sqlite_temp_master WHERE type = 'table'")
    #expect(Set(names).count == names.count)
    #expect(Set(names).isDisjoint(with: try connection.storedTables()))
    let made = Set(temporary.compactMap { $0[0].text })
    let prior = try DefinitionLibrary.shipped.priorTables().map { "prior_" + $0 }
    #expect(made.isSuperset(of: prior) && Set(prior).isDisjoint(with: names))
    #expect(
      made.subtracting(names).subtracting(prior) == [
        "held", "known", "late", "past_number", "calendar", "light_rule", "quota",
        "publication_level", "paper_setting", "word", "earlier_source", "rival", "short_name",
        "past_red", "score", "score_line", "rule_name",
      ])
  }

  @Test func everyScoringQueryYieldsLines() throws {
    for id in Self.ids where id.hasPrefix("scoring/") && id != "scoring/roster" {
      #expect(
        Set(try query(id).columns.map(\.name)).isSuperset(of: RuleBook.lineColumns), "\(id)")
    }
  }

  @Test func everyCheckSaysWhatItMeansForTheJob() throws {
    for id in Self.ids {
      #expect((try query(id).severity != nil) == id.hasPrefix("checks/"), "\(id)")
    }
  }
}

extension Value {
  /// Text as bytes, since strings of other bytes can be equal.
  var bytesOfText: [UInt8] { Array(cell.utf8) }

  /// Nulls last, integers by value, text by code point.
  fileprivate func precedes(_ other: Value) -> Bool {
    switch (self, other) {
    case (.null, _): false
    case (_, .null): true
    case (.integer(let left), .integer(let right)): left < right
    default: bytesOfText.lexicographicallyPrecedes(other.bytesOfText)
    }
  }
}

extension [Value] {
  fileprivate func precedes(_ other: [Value]) -> Bool {
    for (left, right) in zip(self, other) where left != right { return left.precedes(right) }
    return false
  }
}
