import Domain

/// 同源指标: targets of all plans that have one source are one value, entered once. Keeps the rows of the
/// register until all are read.
struct TargetSources {
  /// A row as far as it is needed here.
  private struct Target {
    /// A number in the ledger's plans; nil if it has none that is known.
    let plan: Int?
    let id: String
    let sameAs: String?
    let sameAsMark: CellMark?
    let valueMark: CellMark
    let actual: Value
    let observed: Value
    /// 计量单位
    let measure: String?
    /// The number of its row among those that wait, nil if it is refused.
    let row: Int?
  }

  private let plans: [String]
  private let actual: Int
  private let observed: Int
  private let sameAs: Int
  private let measure: Int?
  private var targets: [Target] = []
  private var rows: [LedgerRow] = []
  /// Whether the id of every row is known.
  private var isComplete = true

  /// Nil for another register.
  init?(_ converter: RowConverter, plans: [String]) {
    guard converter.table == .target, let actual = converter.target("actual"),
      let observed = converter.target("observed_on"), let sameAs = converter.target("same_as")
    else { return nil }
    (self.plans, self.actual, self.observed, self.sameAs) = (plans, actual, observed, sameAs)
    measure = converter.target("unit_of_measure")
  }

  /// Notes the row that the converter holds.
  /// - Parameter plan: Nil if the row is refused.
  mutating func note(_ converter: RowConverter, plan: Int?) {
    guard let id = converter.target("target").flatMap({ converter.values[$0].text }) else {
      isComplete = false
      return
    }
    let cursor = converter.cursor
    func mark(_ target: Int) -> CellMark? { converter.field(target).map { cursor.mark($0) } }
    let other = converter.values[sameAs].text
    targets.append(
      Target(
        plan: plan, id: id, sameAs: other, sameAsMark: other == nil ? nil : mark(sameAs),
        valueMark: mark(actual) ?? cursor.rowMark, actual: converter.values[actual],
        observed: converter.values[observed],
        measure: measure.flatMap { converter.values[$0].text }, row: plan == nil ? nil : rows.count)
    )
    if let plan { rows.append(converter.row(plan: plans[plan])) }
    if plan == nil { isComplete = false }
  }

  /// Joins what has one source and hands the rows on.
  func finish(_ cursor: RegisterCursor, into sink: (LedgerRow) throws -> Void) throws {
    var others = targets.map { _ in Int?.none }
    let index = TargetIndex(targets.map { ($0.plan, $0.id) })
    for (number, target) in targets.enumerated() {
      guard let plan = target.plan, let reference = target.sameAs, let mark = target.sameAsMark
      else { continue }
      switch index.find(reference, from: plan, plans: plans) {
      case .found(let other): others[number] = other
      case .ambiguous(let names): cursor.report(.ambiguousTarget(names), mark)
      case .unknown:
        guard isComplete, cursor.isComplete else { continue }
        cursor.report(.unknownTarget(nearest: index.nearest(reference)), mark)
      }
    }
    let circles = Circles.find(others.map { $0.map { [$0] } ?? [] })
    for circle in circles {
      guard let mark = targets[circle[0]].sameAsMark else { continue }
      cursor.report(.referenceCircle(Circles.way(circle) { targets[$0].id }), mark)
    }
    let values = circles.isEmpty ? joined(others, cursor) : [:]
    for (number, target) in targets.enumerated() {
      guard let row = target.row else { continue }
      try sink(finished(rows[row], target, others[number], values[number] ?? number))
    }
  }

  /// For each target the one whose value it has; reports values that differ.
  private func joined(_ others: [Int?], _ cursor: RegisterCursor) -> [Int: Int] {
    let sources = Self.sources(others)
    // The value of a source is its own, else the first below it that is filled.
    var filled: [Int: Int] = [:]
    for (number, target) in targets.enumerated() where target.actual != .null {
      if filled[sources[number]] == nil || sources[number] == number {
        filled[sources[number]] = number
      }
    }
    for (number, target) in targets.enumerated() where target.actual != .null {
      guard let other = filled[sources[number]], targets[other].actual != target.actual else {
        continue
      }
      cursor.report(
        .targetValuesDiffer(
          other: cursor.content(of: targets[other].valueMark),
          at: OtherPlace(cursor.source.place(of: targets[other].valueMark.spot))),
        target.valueMark)
    }
    reportMeasures(sources, cursor)
    var values: [Int: Int] = [:]
    for number in targets.indices { values[number] = filled[sources[number]] }
    return values
  }

  /// One value in two units of measure is two values.
  private func reportMeasures(_ sources: [Int], _ cursor: RegisterCursor) {
    for (number, target) in targets.enumerated() where sources[number] != number {
      guard let measure = target.measure, let other = targets[sources[number]].measure,
        WordKey(measure) != WordKey(other), let mark = target.sameAsMark
      else { continue }
      let place = cursor.source.place(of: targets[sources[number]].valueMark.spot)
      cursor.report(
        .targetMeasuresDiffer(measure, other: other, at: OtherPlace(place)), mark)
    }
  }

  /// For each target the one at the end of its references, which do not lead in a circle.
  private static func sources(_ others: [Int?]) -> [Int] {
    var sources = [Int](repeating: -1, count: others.count)
    for start in others.indices where sources[start] < 0 {
      var path = [start]
      while let next = others[path[path.count - 1]], sources[next] < 0 {
        Steps.add(1)
        path.append(next)
      }
      let end = path[path.count - 1]
      let source = others[end].map { sources[$0] } ?? end
      for node in path { sources[node] = source }
    }
    return sources
  }

  /// The row with the value of its source, which it names by its plan if that is another.
  private func finished(_ row: LedgerRow, _ target: Target, _ other: Int?, _ source: Int)
    -> LedgerRow
  {
    var values = row.values
    if target.actual == .null, targets[source].actual != .null {
      (values[actual], values[observed]) = (targets[source].actual, targets[source].observed)
    } else if target.observed == .null, target.actual != .null {
      values[observed] = targets[source].observed
    }
    if let other, let plan = targets[other].plan {
      let id = targets[other].id
      values[sameAs] = .text(plan == target.plan ? id : "\(plans[plan])/\(id)")
    }
    return LedgerRow(
      table: row.table, plan: row.plan, values: values, line: row.line, place: row.place)
  }
}

/// The targets of a ledger by plan and id.
private struct TargetIndex {
  enum Finding {
    case found(Int)
    case unknown
    case ambiguous([String])
  }

  private struct Key: Hashable {
    let plan: Int
    let id: ByteText
  }

  private var byPlan: [Key: Int] = [:]
  /// The targets of an id, as many as are listed.
  private var byID: [ByteText: [(plan: Int, target: Int)]] = [:]
  private let search: NearestSearch

  init(_ targets: [(plan: Int?, id: String)]) {
    search = NearestSearch(targets.lazy.map(\.id))
    for (number, target) in targets.enumerated() {
      guard let plan = target.plan else { continue }
      let id = ByteText(target.id)
      guard byPlan.updateValue(number, forKey: Key(plan: plan, id: id)) == nil,
        byID[id, default: []].count < TaskIndex.listed
      else { continue }
      byID[id, default: []].append((plan, number))
    }
  }

  /// The target that a cell means: of its own plan, of the plan before a slash, or of the one other
  /// plan that has it.
  func find(_ reference: String, from plan: Int, plans: [String]) -> Finding {
    if let own = byPlan[Key(plan: plan, id: ByteText(reference))] { return .found(own) }
    for slash in reference.indices where reference[slash] == "/" {
      let id = ByteText(String(reference[reference.index(after: slash)...]))
      for (plan, target) in byID[id] ?? [] where plans[plan] == reference[..<slash] {
        return .found(target)
      }
    }
    let others = byID[ByteText(reference)] ?? []
    if others.count == 1 { return .found(others[0].target) }
    return others.isEmpty
      ? .unknown : .ambiguous(others.map { "\(plans[$0.plan])/\(reference)" })
  }

  func nearest(_ reference: String) -> [String] { search.candidates(reference) }
}
