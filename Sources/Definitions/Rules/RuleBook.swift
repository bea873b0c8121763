public import Domain

/// 评分规则: how the units of a plan are scored from an effective date on.
///
/// Offices' rules differ, so they are data: `plans/<id>/rules/<effective date>.yaml`. Points,
/// limits and factors are decimals, kept in millionths. Nothing has a default that would score.
public struct RuleBook: Sendable {
  public let file: DefinitionFile
  public let version: String
  /// The first day on which the rules are in force.
  public let effective: Day
  /// 依据: the notice that sets the rules.
  public let basis: String
  /// 示例规则: made up to show how it works, which every sheet then says.
  public let isExample: Bool
  /// To how many decimals each line is rounded, half away from zero.
  public let places: Int
  /// 基础分 before all parts.
  public let base: Int64
  /// What a unit's whole score is held between.
  public let limits: Limits
  public internal(set) var roles: RolePolicy
  /// A unit with fewer tasks is marked; 0 marks none.
  public let smallTasks: Int64
  public internal(set) var parts: [Part]
  public internal(set) var multiples: [Multiple]
  public let workload: Workload?
}

extension RuleBook {
  /// 封顶、保底: the most and the least that something comes to.
  public struct Limits: Hashable, Sendable {
    public let cap: Int64?
    public let floor: Int64?
  }

  /// Whose work counts: the roles of a unit in a task, as the rules of its ranking group say.
  public struct RolePolicy: Hashable, Sendable {
    public let standard: Set<Role>
    public let groups: [String: Set<Role>]

    /// The roles that count for a unit of a ranking group.
    public func roles(of group: String?) -> Set<Role> {
      group.flatMap { groups[$0] } ?? standard
    }
  }

  /// 板块: rules with a base and limits of their own.
  public struct Part: Sendable {
    public let name: String
    public let base: Int64
    public let limits: Limits
    public internal(set) var rules: [Rule]
  }

  /// One rule: a query's lines and what they are worth.
  public struct Rule: Sendable {
    public let id: String
    public let name: String
    public let source: LineSource
    public internal(set) var measure: Measure
    public let limits: Limits
    public let basis: String
  }

  /// Which lines of which query count, and what of them.
  public struct LineSource: Sendable {
    public let query: String
    /// The column, or the ratio, that is the quantity; `qty` unless said.
    public let quantity: String
    /// Only lines that have one of these values in a column.
    public let only: [(column: String, values: Set<String>)]
    /// Roles that count here in place of the rule book's.
    public let roles: Set<Role>?
    /// Where columns are named in the file; under the empty name, where the query is.
    let places: [String: SourcePlace]

    /// What the quantity counts, as far as the column says it.
    public var counted: Counted? {
      if quantity.hasSuffix("days") { return .day }
      guard quantity == "qty" else { return nil }
      return query == "scoring/behind" ? .point : .item
    }

    /// A line for each unit and task in force: whether a unit has tasks, and how many.
    public static let tasks = LineSource(
      query: "scoring/workload", quantity: "qty", only: [], roles: nil, places: [:])
  }

  /// How quantities become points.
  public enum Measure: Hashable, Sendable {
    /// So many points for the whole, shared by the unit's rate.
    case rate(points: Int64, empty: EmptyRate)
    /// So many points for each unit of the quantity; `every` counts full sets only.
    case each(points: Int64, Counted, every: Int64)
    /// The points of the highest step reached: by each line, all of them, or their rate.
    case steps([Step], of: StepScope)
    /// 一票否决 and the like: no points, a word on the unit.
    case flag(String)
  }

  /// What a unit gets whose rate has an empty denominator. The rules say it: there is no default.
  public enum EmptyRate: String, CaseIterable, Sendable { case full, none }

  /// What a quantity counts.
  public enum Counted: String, CaseIterable, Sendable { case rate, item, day, point }

  /// What is compared with the steps.
  public enum StepScope: String, CaseIterable, Sendable { case line, unit, rate }

  /// From a quantity on, so many points.
  public struct Step: Hashable, Sendable {
    public let from: Int64
    public let points: Int64
  }

  /// 加倍: what some units gain or lose by rules, times a factor.
  public struct Multiple: Sendable {
    public enum Scope: String, CaseIterable, Sendable { case all, deductions, additions }
    public let name: String
    public let factor: Int64
    public let scope: Scope
    /// The units by id; nil for all.
    public let units: Set<String>?
    /// The ranking groups; nil for all.
    public let groups: Set<String>?
    /// The rules by id; nil for all.
    public let rules: Set<String>?
    public let basis: String
  }

  /// 工作量系数: the score so far, times the factor of the highest step that the workload reaches.
  public struct Workload: Sendable {
    public let name: String
    public let source: LineSource
    /// `points` of a step is its factor.
    public let steps: [Step]
    public let basis: String
  }

  /// The same rules with one of them weighed anew, such as 110 % of its points.
  public func weighing(_ id: String, percent: Int64) -> RuleBook {
    var copy = self
    for part in copy.parts.indices {
      for rule in copy.parts[part].rules.indices where copy.parts[part].rules[rule].id == id {
        copy.parts[part].rules[rule].measure.scale(percent: percent)
      }
    }
    return copy
  }

  /// The same rules with ranking groups spelled as a register spells them, where they are the same
  /// word.
  public func spelling(groups: [String]) -> RuleBook {
    guard !groupNames.isEmpty else { return self }
    var (seen, spellings): (Set<String>, [WordKey: String]) = ([], [:])
    for group in groups where seen.insert(group).inserted {
      let key = WordKey(group)
      spellings[key] = spellings[key] ?? group
    }
    func spelled(_ group: String) -> String { spellings[WordKey(group)] ?? group }
    var copy = self
    copy.roles = RolePolicy(
      standard: roles.standard,
      groups: Dictionary(
        roles.groups.sorted { $0.key < $1.key }.map { (spelled($0.key), $0.value) },
        uniquingKeysWith: { first, _ in first }))
    copy.multiples = multiples.map { multiple in
      Multiple(
        name: multiple.name, factor: multiple.factor, scope: multiple.scope,
        units: multiple.units, groups: multiple.groups.map { Set($0.map(spelled)) },
        rules: multiple.rules, basis: multiple.basis)
    }
    return copy
  }

  /// The ranking groups that the rules name, in order.
  public var groupNames: [String] {
    Set(roles.groups.keys).union(multiples.flatMap { $0.groups ?? [] }).sorted()
  }

  /// The ids of the units that the rules name, in order.
  public var unitNames: [String] { Set(multiples.flatMap { $0.units ?? [] }).sorted() }

  /// All rules, in the order of the file.
  public var rules: [Rule] { parts.flatMap(\.rules) }
}

extension [RuleBook] {
  /// The rules in force on a day: those of the latest effective date that is not after it.
  public func inForce(on day: Day) -> RuleBook? {
    filter { $0.effective <= day }.max { $0.effective < $1.effective }
  }
}

extension RuleBook.Measure {
  fileprivate mutating func scale(percent: Int64) {
    switch self {
    case .rate(let points, let empty): self = .rate(points: points * percent / 100, empty: empty)
    case .each(let points, let counted, let every):
      self = .each(points: points * percent / 100, counted, every: every)
    case .steps(let steps, let scope):
      let scaled = steps.map {
        RuleBook.Step(from: $0.from, points: $0.points * percent / 100)
      }
      self = .steps(scaled, of: scope)
    case .flag: break
    }
  }
}
