/// A table of the store that keeps the rows of a register, version by version.
///
/// Most registers have one. The cells that list units, leaders and members have tables of their
/// own, so that SQL reads pairs and never takes a text apart.
public struct LedgerTable: Hashable, Sendable {
  /// A stored column.
  public struct Column: Hashable, Sendable {
    public enum Kind: Sendable { case text, integer, date }
    public let name: String
    public let kind: Kind
    /// Whether it follows from another column: it is no part of a row's hash.
    public let isDerived: Bool

    init(name: String, kind: Kind, isDerived: Bool = false) {
      self.name = name
      self.kind = kind
      self.isDerived = isDerived
    }
  }

  /// The singular name, such as `task`; its versions stand in `task_version`.
  public let name: String
  /// The register whose presence in a snapshot covers the table.
  public let register: Register
  /// The columns that identify a row within a ledger and plan.
  public let keys: [Column]
  /// The other columns.
  public let values: [Column]

  /// Where the versions are kept.
  public var versions: String { name + "_version" }

  /// The key columns, then the value columns: the order of `LedgerRow.values`.
  public var columns: [Column] { keys + values }
}

/// A row of a ledger, ready for the store.
public struct LedgerRow: Sendable {
  public let table: LedgerTable
  /// The plan, empty for the register of units.
  public let plan: String
  /// One value for each of the table's `columns`.
  public let values: [Value]
  /// The line of the register's file on which the row begins; the row of its sheet.
  public let line: Int
  /// Where the row begins: its line, or a sheet and a cell.
  public let place: String

  public init(
    table: LedgerTable, plan: String, values: [Value], line: Int, place: String? = nil
  ) {
    self.table = table
    self.plan = plan
    self.values = values
    self.line = line
    self.place = place ?? String(line)
  }
}

extension LedgerTable {
  /// All tables, in the order in which they are loaded.
  public static let all = [
    unit, unitMember, task, taskUnit, taskLeader, assignment, milestone, target, `extension`,
    submission, publication, rectification, event,
  ]

  /// The table of a register's rows.
  public static func of(_ register: Register) -> LedgerTable {
    switch register {
    case .units: unit
    case .ledger: task
    case .assignments: assignment
    case .milestones: milestone
    case .targets: target
    case .extensions: `extension`
    case .submissions: submission
    case .publications: publication
    case .rectifications: rectification
    case .events: event
    }
  }

  public static let unit = LedgerTable(.units, "unit", keys: ["unit"])
  public static let unitMember = LedgerTable(
    name: "unit_member", register: .units,
    keys: [.init(name: "unit", kind: .text), .init(name: "member", kind: .text)], values: [])
  /// `task` is the office's id where it has one, else the number.
  public static let task = LedgerTable(
    .ledger, "task", prefix: [.init(name: "task", kind: .text)], keys: ["task"],
    without: ["task_id"])
  /// The units of a task as listed, collectives not expanded; `ordinal` counts from 1 in a role.
  public static let taskUnit = LedgerTable(
    name: "task_unit", register: .ledger,
    keys: [
      .init(name: "task", kind: .text), .init(name: "role", kind: .text),
      .init(name: "ordinal", kind: .integer),
    ],
    values: [.init(name: "unit", kind: .text)])
  /// The leaders of a task; `assisting` is 1 for one who assists (协助).
  public static let taskLeader = LedgerTable(
    name: "task_leader", register: .ledger,
    keys: [.init(name: "task", kind: .text), .init(name: "ordinal", kind: .integer)],
    values: [.init(name: "leader", kind: .text), .init(name: "assisting", kind: .integer)])
  public static let assignment = LedgerTable(
    .assignments, "assignment", keys: ["task", "unit", "role"])
  /// A milestone of one unit is another row than the same milestone of another.
  public static let milestone = LedgerTable(
    .milestones, "milestone", keys: ["task", "milestone", "unit"])
  public static let target = LedgerTable(.targets, "target", keys: ["target"])
  public static let `extension` = LedgerTable(
    .extensions, "extension", keys: ["task", "requested_on"])
  public static let submission = LedgerTable(.submissions, "submission", keys: ["unit", "period"])
  /// Publications and events have no key of their own: content and `ordinal` among equals.
  public static let publication = LedgerTable(
    .publications, "publication", prefix: [.init(name: "ordinal", kind: .integer)],
    keys: ["ordinal"] + Register.publications.columns.dropFirst().map(\.stored))
  public static let rectification = LedgerTable(
    .rectifications, "rectification", keys: ["rectification"])
  public static let event = LedgerTable(
    .events, "event", prefix: [.init(name: "ordinal", kind: .integer)],
    keys: ["ordinal"] + Register.events.columns.dropFirst().map(\.stored))

  /// The office's own columns of a row: heading and text parted by U+001F, columns by U+001E.
  public static let extra = Column(name: "extra", kind: .text)

  private init(
    _ register: Register, _ name: String, prefix: [Column] = [], keys: [String],
    without: Set<String> = []
  ) {
    let columns =
      prefix
      + register.columns.filter { $0.kind != .plan && !without.contains($0.id) }
      .flatMap(\.storedColumns) + [Self.extra]
    self.init(
      name: name, register: register,
      keys: keys.compactMap { key in columns.first { $0.name == key } },
      values: columns.filter { !keys.contains($0.name) })
  }
}

extension RegisterColumn {
  /// What is stored of a number besides the integer: the text, and that by which it sorts.
  public static let numberText = "number_text"
  public static let numberOrder = "number_order"

  /// The columns under which the column is stored.
  var storedColumns: [LedgerTable.Column] {
    let kind: LedgerTable.Column.Kind =
      switch kind {
      case .integer, .number, .percent, .quantity, .amount, .word(.flag): .integer
      case .day: .date
      default: .text
      }
    let column = LedgerTable.Column(name: stored, kind: kind)
    guard self.kind == .number else { return [column] }
    return [
      column, .init(name: Self.numberText, kind: .text),
      .init(name: Self.numberOrder, kind: .text, isDerived: true),
    ]
  }
}
