import Definitions
import Domain
import Jobs
import Scoring

/// A score explained, for programs. Points are decimals as text: exact, whatever reads them.
struct ScoreReport: Encodable {
  let plan: String
  let asOf: String
  let rules: String
  let isExample: Bool
  let unit: String
  let unitName: String
  let rankingGroup: String?
  let points: String
  let place: Int?
  let ranked: Int
  let unranked: String?
  let isSmall: Bool
  let tasks: Int64
  let flags: [String]
  let lines: [Line]
  let comparison: Comparison?
  let range: Range?

  init(_ explanation: ExplainJob.Explanation) {
    let standing = explanation.standing
    plan = explanation.plan
    asOf = explanation.asOf.description
    rules = explanation.rules.version
    isExample = explanation.rules.isExample
    unit = standing.score.unit.id
    unitName = standing.score.unit.name
    rankingGroup = standing.score.unit.group
    points = standing.score.points.decimal
    place = standing.place
    ranked = standing.ranked
    unranked = standing.unranked?.rawValue
    isSmall = standing.isSmall
    tasks = standing.score.tasks
    flags = standing.score.flags
    lines = standing.score.lines.map(Line.init)
    comparison = explanation.comparison.map(Comparison.init)
    range = explanation.range.map { Range(best: $0.best, worst: $0.worst) }
  }

  struct Line: Encodable {
    let kind: String
    let part: String
    let rule: String
    let name: String
    let task: String
    let title: String
    let occasion: String
    let quantity: String?
    let weight: String?
    let points: String
    let basis: String
    let row: Row?
    /// What a rate or a sum was taken of.
    let items: [Item]

    init(_ line: ScoreLine) {
      kind = line.kind.rawValue
      part = line.part
      rule = line.rule
      name = line.name
      task = line.task
      title = line.title
      occasion = line.occasion
      quantity = line.quantityText
      weight = line.weight?.decimal
      points = line.points.decimal
      basis = line.basis
      row = line.row.map(Row.init)
      items = line.items.map(Item.init)
    }
  }

  struct Item: Encodable {
    let task: String
    let title: String
    let occasion: String
    let quantity: String
    let row: Row?

    init(_ item: ScoringLine) {
      task = item.task
      title = item.title
      occasion = item.occasion
      quantity = item.quantity.fractionText
      row = item.row.map(Row.init)
    }
  }

  struct Row: Encodable {
    let file: String
    let line: Int64
    let place: String
    let snapshotDay: String

    init(_ place: LedgerPlace) {
      file = place.file
      line = place.line
      self.place = place.place
      snapshotDay = place.day.description
    }
  }

  struct Comparison: Encodable {
    let asOf: String
    let rules: String
    let points: String
    let place: Int?
    let differences: [Difference]
    let origins: Origins?

    init(_ comparison: ExplainJob.Comparison) {
      asOf = comparison.asOf.description
      rules = comparison.rules.version
      points = comparison.standing.score.points.decimal
      place = comparison.standing.place
      differences = comparison.lines.differences.map(Difference.init)
      origins = comparison.origins.map(Origins.init)
    }
  }

  struct Difference: Encodable {
    let before: Line?
    let after: Line?
    let change: String

    init(_ difference: ScoreComparison.Difference) {
      before = difference.before.map(Line.init)
      after = difference.after.map(Line.init)
      change = difference.change.decimal
    }
  }

  struct Origins: Encodable {
    let tasks: String
    let performance: String
    let rules: String

    init(_ origins: ScoreOrigins) {
      tasks = origins.tasks.decimal
      performance = origins.performance.decimal
      rules = origins.rules.decimal
    }
  }

  struct Range: Encodable {
    let best: Int
    let worst: Int
  }
}

extension Int64 {
  /// Millionths as a decimal.
  var decimal: String { DecimalText.of(self, decimals: 6, keeping: 0) }
}

extension Ratio {
  /// As `12/15`; the numerator alone where another item bears the denominator.
  var fractionText: String {
    denominator == 0 && numerator != 0 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

extension ScoreLine {
  /// A rate as a fraction, anything else as a decimal.
  var quantityText: String? {
    guard let quantity else { return nil }
    return counted == .rate
      ? quantity.fractionText : quantity.rounded(scale: 1_000_000)?.decimal ?? ""
  }
}

extension ExplainJob.Explanation {
  /// A row for each line, and one of kind `item` for each thing that a rate or a sum was taken of.
  var table: ResultStream {
    let names = [
      "kind", "part", "rule", "name", "task", "title", "occasion", "quantity", "weight", "points",
      "basis", "source_file", "source_line", "source_day",
      "source_place",
    ]
    let rows = standing.score.lines.flatMap { line in
      [
        row(
          [
            line.kind.rawValue, line.part, line.rule, line.name, line.task, line.title,
            line.occasion, line.quantityText ?? "", line.weight?.decimal ?? "",
            line.points.decimal, line.basis,
          ], line.row)
      ]
        + line.items.map { item in
          row(
            [
              "item", line.part, line.rule, line.name, item.task, item.title, item.occasion,
              item.quantity.fractionText, "", "", "",
            ], item.row)
        }
    }
    return ResultStream(
      ResultTable(columns: names.map { ResultColumn(name: $0, kind: .text) }, rows: rows))
  }

  private func row(_ texts: [String], _ place: LedgerPlace?) -> [Value] {
    texts.map { Value.nonEmpty($0) } + [
      .nonEmpty(place?.file), .nonEmpty(place.map { String($0.line) }), .day(place?.day),
      .nonEmpty(place?.place),
    ]
  }
}
