import Database
import Definitions
import Domain
import Store

/// A ledger as it is handed to the store: what it covers, and its rows.
struct Statement: Hashable {
  /// A table and a plan.
  struct Place: Hashable {
    let table: LedgerTable
    /// Empty for the units and their members.
    let plan: String
  }

  /// The keys of a row, told apart by bytes: two forms of é are one string and two keys.
  struct Key: Hashable {
    let values: [Value]
    let bytes: [[UInt8]]

    init(_ values: [Value]) {
      self.values = values
      bytes = values.map { Array("\($0.integer ?? 0) \($0.text ?? "")".utf8) }
    }

    static func == (left: Key, right: Key) -> Bool { left.bytes == right.bytes }

    func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
  }

  /// Rows by their keys: the value that stands in each of the other columns.
  typealias Rows = [Key: Value]

  let day: Day
  let registers: Set<Register>
  let plans: [String]
  var rows: [Place: Rows]

  /// The places that the ledger states in full.
  let coverage: Set<Place>

  init(day: Day, registers: Set<Register>, plans: [String], rows: [Place: Rows]) {
    (self.day, self.registers, self.plans, self.rows) = (day, registers, plans, rows)
    coverage = Set(
      LedgerTable.all.filter { registers.contains($0.register) }.flatMap { table in
        (table.register == .units ? [""] : plans).map { Place(table: table, plan: $0) }
      })
  }

  /// Hands over the rows in an order of their own, as a store must not depend on any.
  func hand(to sink: (LedgerRow) throws -> Void) throws -> SnapshotContent {
    var line = 1
    for (place, rows) in rows {
      for (keys, value) in rows {
        line += 1
        try sink(
          LedgerRow(
            table: place.table, plan: place.plan,
            values: keys.values + place.table.values.map { Self.value(value, in: $0) }, line: line))
      }
    }
    let sources = registers.sorted { $0.rawValue < $1.rawValue }.map { register in
      SnapshotContent.Source(
        register: register, file: "\(register).csv", hash: ContentHash(of: register.rawValue),
        rowCount: rows.filter { $0.key.table == .of(register) }.reduce(0) { $0 + $1.value.count })
    }
    return SnapshotContent(sources: sources, plans: plans, ownColumns: [])
  }

  /// A value in the type of a column.
  static func value(_ value: Value, in column: LedgerTable.Column) -> Value {
    guard let integer = value.integer else { return .null }
    if column.isDerived { return .text(NaturalOrder.key(of: "版\(integer)")) }
    switch column.kind {
    case .integer: return .integer(integer)
    case .text: return .text("版\(integer)")
    case .date: return .text("2023-01-0\(integer)")
    }
  }
}

extension LedgerStore {
  @discardableResult
  func store(
    _ statement: Statement, now: String, definitions: [DefinitionFile] = [],
    unchanged: UnchangedRule = .sameDay, acceptsWithdrawn accepted: Int64? = nil
  ) throws -> SnapshotOutcome {
    try store(
      effectiveOn: statement.day, now: now, definitions: definitions, unchanged: unchanged,
      acceptsWithdrawn: accepted, read: statement.hand)
  }
}
