import Domain

extension RuleBook {
  /// Reads a rule file.
  /// - Throws: `DefinitionFault` with the line of what is wrong.
  public init(_ file: DefinitionFile) throws {
    let fields = try YAMLNode(file).fields([
      "version", "effective", "basis", "example", "places", "base", "cap", "floor", "roles",
      "small_tasks", "parts", "multiples", "workload",
    ])
    self.file = file
    version = try fields.required("version").text
    let effective = try fields.required("effective")
    self.effective = try effective.day
    if !file.id.hasSuffix("/\(self.effective)") {
      throw effective.fault(.expected(.dateOfFileName))
    }
    basis = try fields.required("basis").text
    isExample = try fields.required("example").flag
    let places = try fields.required("places")
    self.places = try places.integer(within: 0...4)
    let reader = RuleReader(places: self.places)
    base = try fields["base"].map(reader.rounded) ?? 0
    limits = try reader.limits(fields)
    roles = try RolePolicy(fields.required("roles"))
    smallTasks = try fields["small_tasks"].map { Int64(try $0.integer(within: 0...1_000_000)) } ?? 0
    parts = try fields.required("parts").items.map(reader.part)
    workload = try fields["workload"].map(reader.workload)
    let ids = try reader.uniqueIDs(fields.required("parts"))
    multiples = try fields["multiples"]?.items.map { try reader.multiple($0, rules: ids) } ?? []
  }
}

extension RuleBook.RolePolicy {
  init(_ node: YAMLNode) throws {
    guard node.isMapping else {
      self.init(standard: try node.roles, groups: [:])
      return
    }
    var groups = Dictionary(
      uniqueKeysWithValues: try node.entries().map { ($0.key, try $0.value.roles) })
    guard let standard = groups.removeValue(forKey: "otherwise") else {
      throw node.fault(.missingKey("otherwise"))
    }
    self.init(standard: standard, groups: groups)
  }
}

/// Reads the parts of a rule file that know how many decimals its lines have.
private struct RuleReader {
  let places: Int

  /// A number of points that lines can show.
  func rounded(_ node: YAMLNode) throws -> Int64 {
    let points = try node.millionths
    var step: Int64 = 1_000_000
    for _ in 0..<places { step /= 10 }
    guard points % step == 0 else {
      throw node.fault(.expected(.pointsWithDecimals(places)))
    }
    return points
  }

  func limits(_ fields: YAMLFields) throws -> RuleBook.Limits {
    let cap = try fields["cap"].map(rounded)
    let floor = try fields["floor"].map(rounded)
    if let cap, let floor, cap < floor {
      throw try fields.required("cap").fault(.expected(.capNotBelowFloor))
    }
    return RuleBook.Limits(cap: cap, floor: floor)
  }

  func part(_ node: YAMLNode) throws -> RuleBook.Part {
    let fields = try node.fields(["part", "base", "cap", "floor", "rules"])
    let part = RuleBook.Part(
      name: try fields.required("part").text, base: try fields["base"].map(rounded) ?? 0,
      limits: try limits(fields), rules: try fields.required("rules").items.map(rule))
    if let cap = part.limits.cap, part.base > cap {
      throw try fields.required("cap").fault(.expected(.capNotBelowBase))
    }
    if let floor = part.limits.floor, part.base < floor {
      throw try fields.required("floor").fault(.expected(.floorNotAboveBase))
    }
    return part
  }

  private func rule(_ node: YAMLNode) throws -> RuleBook.Rule {
    let fields = try node.fields(
      ["rule", "name", "query", "quantity", "only", "roles", "cap", "floor", "basis", "every"]
        + ["empty"] + Self.measures)
    let measure = try measure(fields)
    return RuleBook.Rule(
      id: try fields.required("rule").text, name: try fields.required("name").text,
      source: try source(fields, counted: measure.counted), measure: measure,
      limits: try limits(fields, of: measure), basis: try fields["basis"]?.text ?? "")
  }

  private static let measures = [
    "per_rate", "per_item", "per_day", "per_point", "line_steps", "unit_steps", "rate_steps",
    "flag",
  ]

  private func measure(_ fields: YAMLFields) throws -> RuleBook.Measure {
    let given = Self.measures.filter { fields[$0] != nil }
    guard let key = given.first, given.count == 1 else {
      throw fields.fault(.expected(.oneKeyOf(Self.measures)))
    }
    for (other, owner) in [("empty", "per_rate"), ("every", "per_item")] where key != owner {
      if let node = fields[other] { throw node.fault(.expected(.keyOnlyWith(other, owner: owner))) }
    }
    let node = try fields.required(key)
    // A step of a single line is of days, of a ratio reached, …: never of "one".
    if key == "line_steps" { _ = try fields.required("quantity") }
    switch key {
    case "per_rate":
      return .rate(points: try weight(node), empty: try fields.required("empty").word())
    case "per_item", "per_day", "per_point":
      let every = Int64(try fields["every"]?.integer(within: 1...1_000_000) ?? 1)
      return .each(
        points: try weight(node), RuleBook.Counted(rawValue: String(key.dropFirst(4))) ?? .item,
        every: every)
    case "flag": return .flag(try node.text)
    default:
      return .steps(
        try steps(node, value: "points"),
        of: RuleBook.StepScope(rawValue: String(key.prefix(4))) ?? .line)
    }
  }

  private func weight(_ node: YAMLNode) throws -> Int64 {
    let points = try node.millionths
    guard points != 0 else { throw node.fault(.expected(.pointsNotZero)) }
    return points
  }

  /// Steps in ascending order, so that a reader sees which one applies.
  private func steps(_ node: YAMLNode, value: String) throws -> [RuleBook.Step] {
    let steps = try node.items.map { item in
      let fields = try item.fields(["from", value])
      let points = try fields.required(value)
      return RuleBook.Step(
        from: try fields.required("from").millionths,
        points: value == "factor" ? try factor(points) : try rounded(points))
    }
    for (index, pair) in zip(steps, steps.dropFirst()).enumerated() where pair.0.from >= pair.1.from
    {
      throw try node.items[index + 1].fault(.expected(.stepsAscending))
    }
    guard !steps.isEmpty else { throw node.fault(.expected(.oneStep)) }
    return steps
  }

  private func factor(_ node: YAMLNode) throws -> Int64 {
    let factor = try node.millionths
    guard factor > 0 else { throw node.fault(.expected(.factorAboveZero)) }
    return factor
  }

  /// Limits that can be reached: what only adds has no floor, what only deducts no cap.
  private func limits(_ fields: YAMLFields, of measure: RuleBook.Measure) throws -> RuleBook.Limits
  {
    let limits = try limits(fields)
    let weight: Int64? =
      switch measure {
      case .rate(let points, _), .each(let points, _, _): points
      case .steps: nil
      case .flag: 0
      }
    guard let weight else { return limits }
    if let cap = limits.cap, weight <= 0 || cap <= 0 {
      throw try fields.required("cap").fault(.expected(.capOfAddingRule))
    }
    if let floor = limits.floor, weight >= 0 || floor >= 0 {
      throw try fields.required("floor").fault(.expected(.floorOfDeductingRule))
    }
    return limits
  }

  private func source(
    _ fields: YAMLFields, counted: RuleBook.Counted? = nil
  ) throws -> RuleBook.LineSource {
    let query = try fields.required("query")
    let quantity = try fields["quantity"]?.text ?? (counted == .day ? "days" : "qty")
    let only = try fields["only"]?.entries() ?? []
    var places = Dictionary(uniqueKeysWithValues: only.map { ($0.key, $0.value.place) })
    places[quantity] = fields["quantity"]?.place
    places["role_code"] = fields["roles"]?.place
    places[""] = query.place
    return RuleBook.LineSource(
      query: try query.text, quantity: quantity,
      only: try only.map { ($0.key, Set(try $0.value.oneOrMore)) },
      roles: try fields["roles"]?.roles, places: places)
  }

  func multiple(_ node: YAMLNode, rules: Set<String>) throws -> RuleBook.Multiple {
    let fields = try node.fields(["name", "factor", "of", "units", "groups", "rules", "basis"])
    for rule in try fields["rules"]?.items ?? [] where !rules.contains(try rule.text) {
      throw rule.fault(.unknownReference(try rule.text, known: rules.sorted()))
    }
    func names(_ key: String) throws -> Set<String>? {
      try fields[key].map { Set(try $0.items.map { try $0.text }) }
    }
    return RuleBook.Multiple(
      name: try fields.required("name").text, factor: try factor(fields.required("factor")),
      scope: try fields.required("of").word(), units: try names("units"),
      groups: try names("groups"), rules: try names("rules"),
      basis: try fields["basis"]?.text ?? "")
  }

  func workload(_ node: YAMLNode) throws -> RuleBook.Workload {
    let fields = try node.fields([
      "name", "query", "quantity", "only", "roles", "steps", "basis",
    ])
    return RuleBook.Workload(
      name: try fields.required("name").text, source: try source(fields),
      steps: try steps(fields.required("steps"), value: "factor"),
      basis: try fields["basis"]?.text ?? "")
  }

  /// The ids of all rules.
  func uniqueIDs(_ parts: YAMLNode) throws -> Set<String> {
    var ids: Set<String> = []
    for part in try parts.items {
      for (key, value) in try part.entries() where key == "rules" {
        for rule in try value.items {
          for (key, id) in try rule.entries() where key == "rule" {
            guard ids.insert(try id.text).inserted else {
              throw id.fault(.duplicateKey(try id.text))
            }
          }
        }
      }
    }
    return ids
  }
}

extension RuleBook.Measure {
  /// What the quantity counts, where the rule says it.
  public var counted: RuleBook.Counted? {
    if case .each(_, let counted, _) = self { counted } else { nil }
  }
}

extension YAMLNode {
  /// A list of roles, at least one.
  fileprivate var roles: Set<Role> {
    get throws {
      let roles: [Role] = try items.map { try $0.word() }
      guard !roles.isEmpty else { throw fault(.expected(.oneRole)) }
      return Set(roles)
    }
  }

  /// The text of a scalar, or those of a list.
  fileprivate var oneOrMore: [String] {
    get throws { try isList ? items.map { try $0.text } : [text] }
  }
}
