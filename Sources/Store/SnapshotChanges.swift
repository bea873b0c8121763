import Database
public import Definitions
public import Domain

/// What a ledger changes, seen before it is stored.
public struct SnapshotChanges {
  /// Plan by plan; none for a plan all of whose tasks stand where they stood.
  public let tasks: [TaskChanges]
  /// What the ledger itself is known by.
  public let contentHash: ContentHash
  private let staging: SnapshotStaging
  private let content: SnapshotContent

  init(_ staging: SnapshotStaging, _ content: SnapshotContent) throws {
    self.staging = staging
    self.content = content
    contentHash = staging.contentHash(content)
    tasks = try content.coverage.filter { $0.register == .ledger }.compactMap { _, plan in
      try Self.changes(staging.staging(of: .task, plan: plan))
    }
  }

  private static func changes(_ staging: RowStaging) throws -> TaskChanges? {
    if staging.isBeforeAll {
      return staging.count > 0
        ? try TaskChanges(ComparedRows(next: staging), isFirst: true) : nil
    }
    return try compared(staging).map { try TaskChanges($0, isFirst: false) }
  }

  /// The rows that a ledger changes; nil where it changes none, or follows no snapshot. Where what
  /// stands was withdrawn, it is held against the snapshot before that.
  private static func compared(_ staging: RowStaging) throws -> ComparedRows? {
    let (register, plan) = (staging.table.register, staging.plan)
    let standing = try staging.store.positionBefore(
      staging.position, holding: register, plan: plan)
    let compared = try staging.store.comparedPosition(
      before: staging.position, holding: register, plan: plan)
    guard compared == standing else {
      guard let compared else { return nil }
      try staging.makeTables()
      return ComparedRows(staging, compared: compared)
    }
    return staging.standing.unseenCount > 0 ? ComparedRows(staging) : nil
  }

  /// The units beside those that stood before; nil where there is nothing to compare.
  func comparedUnits() throws -> ComparedRows? {
    guard content.sources.contains(where: { $0.register == .units }) else { return nil }
    let staging = try staging.staging(of: .unit, plan: "")
    return staging.isBeforeAll ? nil : try Self.compared(staging)
  }

  /// The registers that the ledger states, plan by plan.
  var coverage: [(register: Register, plan: String)] {
    content.coverage.map { ($0.register, $0.plan) }
  }

  /// The rows of a register and plan beside those that stood before; nil where there is nothing to
  /// compare.
  func comparedRows(_ register: Register, _ plan: String) throws -> ComparedRows? {
    let staging = try staging.staging(of: .of(register), plan: plan)
    return staging.isBeforeAll ? nil : try Self.compared(staging)
  }

  /// What is lost of each plan, register and column that the ledger states, whatever its size.
  /// - Parameter renumberings: The tasks that have another number, or whose number another has.
  public func losses(_ renumberings: [Renumbering]) throws -> [Loss] {
    let plans = try lostPlans()
    let lost = Set(plans.map(\.plan))
    var losses = plans
    let departed = try content.plans.reduce(into: [:]) { tables, plan in
      tables[plan] = try departedTable(plan, renumberings)
    }
    for (register, plan) in content.coverage where !lost.contains(plan) || register == .units {
      let staging = try staging.staging(of: .of(register), plan: plan)
      guard let rows = try Self.compared(staging) else { continue }
      losses += try LossCounts(rows, departed: departed[plan]).losses()
    }
    for table in departed.values { try staging.store.connection.execute("DROP TABLE \(table)") }
    return losses
  }

  /// The plans that had tasks in the snapshot before and have none any more, or are not named.
  private func lostPlans() throws -> [Loss] {
    let covered = Set(content.plans)
    let absent = try staging.plansBefore().filter { !covered.contains($0) }
    let emptied = try content.plans.filter { plan in
      let tasks = try staging.staging(of: .task, plan: plan)
      return tasks.count == 0
    }
    return try (absent + emptied).compactMap { plan in
      let count = try staging.taskCountBefore(of: plan)
      return count > 0 ? Loss(.plan(plan), plan: plan, before: count, now: 0) : nil
    }
  }

  /// A temporary table of the tasks that are gone, or have another number now.
  private func departedTable(_ plan: String, _ renumberings: [Renumbering]) throws -> String? {
    let confirmed = renumberings.filter { $0.plan == plan }
    let moved = Dictionary(
      confirmed.compactMap { entry in entry.earlier.map { ($0, entry.task) } },
      uniquingKeysWith: { first, _ in first })
    // A number that another task bears is no more that of the one that bore it.
    let others = confirmed.filter { $0.earlier == nil }.map(\.task)
    let gone = tasks.first { $0.plan == plan && !$0.isFirst }?.gone.map(\.task) ?? []
    let ended = Set(gone + others).subtracting(moved.keys)
    guard !moved.isEmpty || !ended.isEmpty else { return nil }
    let connection = staging.store.connection
    let number = content.plans.firstIndex(of: plan) ?? 0
    let name = "departed_\(number)"
    let text = connection.dialect.text
    try connection.execute("CREATE TEMPORARY TABLE \(name) (task \(text), now \(text))")
    try connection.insert(
      into: name, columns: ["task", "now"],
      rows: moved.map { [.text($0.key), .text($0.value)] } + ended.map { [.text($0), .null] })
    return name
  }

  /// What the snapshot before had besides rows and this ledger has not.
  public func absences() throws -> LedgerAbsences {
    guard let before = try staging.snapshotBefore() else { return LedgerAbsences() }
    let stated = Set(content.sources.map(\.register))
    let counts = try staging.standingCounts()
    let known = Set(Register.ledger.columns.flatMap { [$0.heading, $0.id] })
    return LedgerAbsences(
      registers: Register.allCases.compactMap { register in
        guard !stated.contains(register), let rows = counts[register], rows > 0 else { return nil }
        return LedgerAbsences.AbsentRegister(register: register, rows: Int(rows))
      },
      ownColumns: before.ownColumns.filter {
        !content.ownColumns.contains($0) && !known.contains($0)
      },
      newColumns: content.ownColumns.filter { !before.ownColumns.contains($0) })
  }
}

/// Files and own columns that the snapshot before had.
public struct LedgerAbsences: Sendable {
  /// A register without a file: its rows stay as they were.
  public struct AbsentRegister: Hashable, Sendable {
    public let register: Register
    public let rows: Int
  }

  public var registers: [AbsentRegister] = []
  public var ownColumns: [String] = []
  /// Own columns that the snapshot before did not have: what a lost column may be called now.
  public var newColumns: [String] = []
}

/// What an office has confirmed of a ledger.
public struct SnapshotConfirmation: Sendable {
  public var renumberings: [Renumbering]
  /// What is rightly gone.
  public var losses: [Loss]
  /// The tasks that are the same under another title, by plan.
  public var sameTasks: [String: [String]]
  /// The newest note when the snapshot was stored: so the chain knows of it.
  var newestNote: NoteLink?

  public init(
    renumberings: [Renumbering] = [], losses: [Loss] = [], sameTasks: [String: [String]] = [:]
  ) {
    self.renumberings = renumberings
    self.losses = losses
    self.sameTasks = sameTasks
  }

  /// As they are noted: plan, thing, how much there was and how much of it there is.
  var notes: [(plan: String, thing: String, before: Int64, now: Int64)] {
    losses.map { ($0.plan, $0.thing.name, Int64($0.before), Int64($0.now)) }
      + sameTasks.flatMap { plan, tasks in tasks.map { (plan, "same:\($0)", 0, 0) } }
      + [newestNote].compactMap { $0 }.map { ("", "notes:\($0.hash)", $0.number, 0) }
  }
}

extension LedgerStore {
  /// The registers that any snapshot states.
  public func statedRegisters() throws -> Set<Register> {
    Set(
      try connection.rows(
        of: "SELECT DISTINCT register FROM snapshot_coverage WHERE ledger = :ledger",
        ["ledger": .text(ledger)]
      ).compactMap { $0[0].text.flatMap(Register.init) })
  }
}
