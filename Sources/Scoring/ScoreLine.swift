public import Definitions
public import Domain

/// A line of a unit's score. The sum of the lines is the score.
public struct ScoreLine: Hashable, Sendable {
  /// What a line comes from.
  public enum Kind: String, CaseIterable, Sendable {
    case base, rule, flag, multiple, workload, cap, floor
  }

  public let kind: Kind
  /// The part of the rules; empty for the whole.
  public let part: String
  /// The rule's id; empty where no single rule makes the line.
  public let rule: String
  /// The rule's name, or that of a limit, a base, an adjustment.
  public let name: String
  public var task = ""
  public var title = ""
  public var occasion = ""
  /// What was weighed; nil for a base or a limit.
  public var quantity: Ratio?
  public var counted: RuleBook.Counted?
  /// Points for one of the quantity, or the factor, in millionths.
  public var weight: Int64?
  /// In millionths, rounded to the places of the rules.
  public let points: Int64
  public var basis = ""
  public var row: LedgerPlace?
  /// The lines that a rate or a sum was taken of.
  public var items: [ScoringLine] = []

  init(
    _ kind: Kind, part: String = "", rule: String = "", name: String, points: Int64,
    basis: String = ""
  ) {
    self.kind = kind
    self.part = part
    self.rule = rule
    self.name = name
    self.points = points
    self.basis = basis
  }
}

extension ScoreLine {
  /// The line with what it was made of.
  func of(_ line: ScoringLine) -> ScoreLine {
    var copy = self
    (copy.task, copy.title, copy.occasion) = (line.task, line.title, line.occasion)
    (copy.quantity, copy.row) = (line.quantity, line.row)
    return copy
  }

  func of(_ items: [ScoringLine], quantity: Ratio) -> ScoreLine {
    var copy = self
    (copy.items, copy.quantity) = (items, quantity)
    return copy
  }

  func counting(_ counted: RuleBook.Counted?) -> ScoreLine {
    var copy = self
    copy.counted = counted
    return copy
  }

  func weighed(_ weight: Int64, _ counted: RuleBook.Counted? = nil) -> ScoreLine {
    var copy = self
    (copy.weight, copy.counted) = (weight, counted)
    return copy
  }
}

/// A unit's score: lines that add up to it, and the words of its flags.
public struct UnitScore: Hashable, Sendable {
  public let unit: ScoredUnit
  public let lines: [ScoreLine]
  /// The tasks in force that count for it.
  public let tasks: Int64

  public init(unit: ScoredUnit, lines: [ScoreLine], tasks: Int64) {
    self.unit = unit
    self.lines = lines
    self.tasks = tasks
  }

  /// The score in millionths: the sum of the lines' points.
  public var points: Int64 { lines.reduce(0) { $0 + $1.points } }

  /// 一票否决 and the like, each once.
  public var flags: [String] {
    lines.filter { $0.kind == .flag }.reduce(into: []) { flags, line in
      if !flags.contains(line.name) { flags.append(line.name) }
    }
  }
}
