public import Domain
public import Pages

/// What figures meant when an edition was made: the number of the rules, and what of the plan the
/// program may have filled in.
extension Manifest {
  /// The number of the workbooks' layout, raised whenever it changes what the same report and
  /// figures look like. Manifests from before it was noted are of layout 1.
  static let currentLayout = 3

  /// An entry of the plan's calendar.
  public struct CalendarEntry: Codable, Hashable, Sendable {
    public var period: String
    public var name: String
    public var from: String
    public var to: String
    public var submitBy: String?
    public var cutoff: String
    /// Millionths.
    public var nominal: Int64
    public var cadence: String?
    public var previous: String?

    enum CodingKeys: String, CodingKey {
      case period, name, from, to, cutoff, nominal, cadence, previous
      case submitBy = "submit_by"
    }
  }

  /// A rule of the plan's lights.
  public struct LightRule: Codable, Hashable, Sendable {
    public var word: String
    public var colour: String
    public var condition: String
    public var threshold: Int64
  }

  /// The rules by which the figures are made; nil for a number that this program does not know.
  public var figureRules: FigureRules? { FigureRules(rawValue: figures ?? 1) }

  /// Whether the workbooks were laid out otherwise than they are now.
  public var isOfOlderLayout: Bool { layout ?? 1 < Self.currentLayout }

  /// The form of the CSV files, of layout 3 another than before.
  public var csvForm: CSVForm { layout ?? 1 < 3 ? .reasonsInPlace : .stacking }

  /// Notes what figures mean by the rules of a number and a plan.
  mutating func note(_ rules: FigureRules, of plan: Plan) {
    figures = rules.rawValue
    layout = Self.currentLayout
    calendar = plan.calendar.map {
      CalendarEntry(
        period: $0.id, name: $0.name, from: "\($0.from)", to: "\($0.to)",
        submitBy: $0.submitBy?.description, cutoff: "\($0.cutoff)", nominal: $0.nominal,
        cadence: $0.cadence, previous: $0.previous)
    }
    lights = plan.lights.map {
      LightRule(
        word: $0.word, colour: $0.colour.rawValue, condition: $0.condition.rawValue,
        threshold: $0.threshold)
    }
  }

  /// A plan with the calendar and lights that are noted, where they are.
  public func effective(_ plan: Plan) -> Plan {
    var plan = plan
    let entries = calendar?.compactMap(\.entry) ?? []
    if !entries.isEmpty, entries.count == calendar?.count { plan.calendar = entries }
    let rules = lights?.compactMap(\.rule) ?? []
    if !rules.isEmpty, rules.count == lights?.count { plan.lights = rules }
    return plan
  }
}

extension Manifest.CalendarEntry {
  fileprivate var entry: Period? {
    guard let from = Day(from), let to = Day(to), let cutoff = Day(cutoff) else { return nil }
    return Period(
      id: period, name: name, from: from, to: to, submitBy: submitBy.flatMap { Day($0) },
      cutoff: cutoff, nominal: nominal, cadence: cadence, previous: previous)
  }
}

extension Manifest.LightRule {
  fileprivate var rule: Plan.Light? {
    guard let colour = Plan.Light.Colour(rawValue: colour),
      let condition = Plan.Light.Condition(rawValue: condition)
    else { return nil }
    return Plan.Light(word: word, colour: colour, condition: condition, threshold: threshold)
  }
}
