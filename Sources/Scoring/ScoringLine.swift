public import Domain

/// What happened, as a query of `Queries/scoring` yields it: the quantity that a rule weighs.
public struct ScoringLine: Hashable, Sendable {
  public let unit: String
  /// The task it is about, empty if there is none.
  public let task: String
  /// What the task is called.
  public let title: String
  /// The occasion: a milestone, a period, a headline, …
  public let occasion: String
  public let quantity: Ratio
  public let row: LedgerPlace?

  public init(
    unit: String, task: String = "", title: String = "", occasion: String = "", quantity: Ratio,
    row: LedgerPlace? = nil
  ) {
    self.unit = unit
    self.task = task
    self.title = title
    self.occasion = occasion
    self.quantity = quantity
    self.row = row
  }
}

/// A row of a ledger: the file, the line or the sheet and cell, and the day that the ledger showed.
public struct LedgerPlace: Hashable, Sendable {
  public let file: String
  public let day: Day
  public let line: Int64
  /// Within the file: the line, or `重点任务!A12`.
  public let place: String

  public init(file: String, day: Day, line: Int64, place: String? = nil) {
    self.file = file
    self.day = day
    self.line = line
    self.place = place ?? String(line)
  }
}

/// A unit that is scored.
public struct ScoredUnit: Hashable, Sendable {
  public let id: String
  public let name: String
  /// 考核分组: the group that it is ranked in.
  public let group: String?
  /// Whether it is in office on the day.
  public let isInOffice: Bool

  public init(id: String, name: String, group: String?, isInOffice: Bool) {
    self.id = id
    self.name = name
    self.group = group
    self.isInOffice = isInOffice
  }
}

/// What rules are applied to: the lines of each rule, picked out of the queries' results.
public struct ScoringInput: Sendable {
  /// The units, in official order.
  public var units: [ScoredUnit]
  /// The tasks in force in a role that counts, by unit.
  public var tasks: [String: [String]]
  /// Lines by rule and unit, in the order of the query; one that holds the sum where they were
  /// added up.
  public var lines: [String: [String: [ScoringLine]]]
  /// Lines of the workload by unit.
  public var workload: [String: [ScoringLine]]

  public init(
    units: [ScoredUnit], tasks: [String: [String]] = [:],
    lines: [String: [String: [ScoringLine]]] = [:], workload: [String: [ScoringLine]] = [:]
  ) {
    self.units = units
    self.tasks = tasks
    self.lines = lines
    self.workload = workload
  }
}
