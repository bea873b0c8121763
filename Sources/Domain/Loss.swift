/// What the snapshot before had of a plan and a ledger lacks.
public struct Loss: Hashable, Sendable {
  /// What can be lost, and is confirmed by its name.
  public enum Thing: Hashable, Sendable {
    /// All tasks of a plan.
    case plan(String)
    /// Rows of a register.
    case register(Register)
    /// Values of a column in rows that both have.
    case column(Register, RegisterColumn)
    /// A file of the workspace that figures follow from, by its path there: plans/<id>/plan.yaml,
    /// plans/<id>/rules/<date>.yaml, vocabulary.yaml.
    case file(String)
  }

  public let thing: Thing
  /// Empty for the register of units.
  public let plan: String
  /// How many rows or values there were.
  public let before: Int
  /// How many of these there are still.
  public let now: Int
  /// The first of what is gone, where rows have names.
  public let names: [String]

  public init(_ thing: Thing, plan: String, before: Int, now: Int, names: [String] = []) {
    self.thing = thing
    self.plan = plan
    self.before = before
    self.now = now
    self.names = names
  }

  /// Whether so much is gone that a ledger is stopped for it.
  /// - Parameter limit: In per cent; nothing may be gone wholly, though.
  public func exceeds(_ limit: Int) -> Bool {
    let gone = before - now
    guard gone > 0 else { return false }
    let (share, _) = gone.multipliedReportingOverflow(by: 100)
    let (bound, isHuge) = before.multipliedReportingOverflow(by: limit)
    return now == 0 || !isHuge && share > bound
  }
}

extension Loss.Thing {
  /// As `--accept-loss` names it: `plan:ID`, `REGISTER`, `REGISTER.COLUMN` or `file:PATH`.
  public var name: String {
    switch self {
    case .plan(let id): "plan:\(id)"
    case .register(let register): register.rawValue
    case .column(let register, let column): "\(register.rawValue).\(column.id)"
    case .file(let path): "file:\(path)"
    }
  }

  public var isPlan: Bool { if case .plan = self { true } else { false } }

  public func isColumn(of register: Register) -> Bool {
    if case .column(register, _) = self { true } else { false }
  }

  /// Whether a ledger is stopped for it, or a warning is enough.
  public var isGuarded: Bool {
    if case .column(_, let column) = self { column.care != .plain } else { true }
  }

  /// What a name stands for; nil if there is no such register or column.
  public init?(_ name: String) {
    if name.hasPrefix("plan:") {
      self = .plan(String(name.dropFirst(5)))
      return
    }
    if name.hasPrefix("file:") {
      self = .file(String(name.dropFirst(5)))
      return
    }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let register = Register(rawValue: String(parts[0])) else { return nil }
    guard parts.count == 2 else {
      self = .register(register)
      return
    }
    guard let column = register.columns.first(where: { $0.id == parts[1] }) else { return nil }
    self = .column(register, column)
  }
}

/// What an office says is rightly gone: `THING` or `THING@PLAN`.
public struct AcceptedLoss: Hashable, Sendable {
  public let thing: Loss.Thing
  /// Nil for any plan.
  public let plan: String?

  public init(_ thing: Loss.Thing, plan: String? = nil) {
    self.thing = thing
    self.plan = plan
  }

  /// - Returns: Nil if there is no such register or column.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let thing = Loss.Thing(String(parts[0])) else { return nil }
    self.init(thing, plan: parts.count == 2 ? String(parts[1]) : nil)
  }

  /// Whether this confirms a loss. A plan goes with its files.
  public func covers(_ loss: Loss) -> Bool {
    if case .plan(let id) = thing, case .file(let path) = loss.thing {
      return path.hasPrefix("plans/\(id)/")
    }
    return thing == loss.thing && (plan == nil || plan == loss.plan)
  }
}
