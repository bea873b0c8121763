/// 状态: where a task stands, whatever word the office uses for it.
public enum TaskStatus: String, CaseIterable, Sendable {
  case notStarted = "not_started"
  case inProgress = "in_progress"
  case completed, accepted, suspended, cancelled, transferred, ongoing
}

/// The part that a unit has in a task, from the leading one down.
public enum Role: String, CaseIterable, Sendable {
  case lead, collect, responsible, support
}

/// A ledger's own word for something that the program counts, as a vocabulary maps it.
public enum WordKind: String, CaseIterable, Sendable {
  case status, role, flag
  /// 完成预期: assured or difficult.
  case outlook
  /// 原因性质: subjective or objective.
  case reasonKind = "reason_kind"
  /// 类型 of a target: cumulative, level, growth, zero or deadline.
  case targetKind = "target_kind"
  /// 性质 of a target: binding, aspirational, converted or structural.
  case targetNature = "target_nature"
  /// 口径: `>=`, `<=` or `=`.
  case comparison

  /// The words that the program knows, in the order in which they are listed to the user.
  public var codes: [String] {
    switch self {
    case .status: TaskStatus.allCases.map(\.rawValue)
    case .role: Role.allCases.map(\.rawValue)
    case .flag: ["1", "0"]
    case .outlook: ["assured", "difficult"]
    case .reasonKind: ["subjective", "objective"]
    case .targetKind: ["cumulative", "level", "growth", "zero", "deadline"]
    case .targetNature: ["binding", "aspirational", "converted", "structural"]
    case .comparison: [">=", "<=", "="]
    }
  }
}
