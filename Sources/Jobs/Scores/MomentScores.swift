import Definitions
import Domain
import Metrics
import Scoring
import Store

extension Moment {
  /// Scores the moment's units by rules, and ranks them.
  /// - Parameter prior: What units had at the comparison.
  func standings(by book: RuleBook, prior: [String: PriorScore] = [:]) throws -> [Standing] {
    let book = try spelled(book)
    return try Scorer(book, scoringInput(of: book, units: roster().map(\.unit))).scores()
      .ranked(smallTasks: book.smallTasks, prior: prior.compactMapValues(\.place))
  }

  /// What rules weigh of some units, and every line of one of them.
  func scoringInput(
    of book: RuleBook, units: [ScoredUnit], explained: String? = nil
  ) throws -> ScoringInput {
    try book.input(
      units: units, explained: explained, byWord: request.figures != .first
    ) { query, columns in
      try columns.map { try unordered(query, columns: $0) } ?? stream(query, isCounted: false)
    }
  }

  /// Rules with ranking groups as the moment's register spells them.
  func spelled(_ book: RuleBook) throws -> RuleBook {
    // Figures of number 1 took words byte by byte.
    request.figures == .first
      ? book : book.spelling(groups: try roster().compactMap(\.unit.group))
  }

  /// The units in official order, each with all its names.
  func roster() throws -> [(unit: ScoredUnit, names: [String])] {
    let table = try table("scoring/roster")
    return table.rows.map { row in
      func text(_ column: String) -> String? { table.index(of: column).flatMap { row[$0].text } }
      let unit = ScoredUnit(
        id: text("unit") ?? "", name: text("unit_name") ?? "", group: text("ranking_group"),
        isInOffice: table.index(of: "in_office").map { row[$0] == .integer(1) } ?? false)
      let aliases = (text("aliases") ?? "").split { ";；、，,".contains($0) }.map {
        $0.trimmingBlanks
      }
      return (unit, [unit.id, unit.name] + aliases)
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    let blanks: Set<Character> = [" ", "\t", "\u{3000}"]
    return String(drop(while: blanks.contains).reversed().drop(while: blanks.contains).reversed())
  }
}

/// What a unit had at the comparison.
struct PriorScore {
  /// In millionths.
  let points: Int64
  let place: Int?
}

extension [Standing] {
  /// What later standings are compared with, by unit.
  var priorScores: [String: PriorScore] {
    reduce(into: [:]) { prior, standing in
      prior[standing.score.unit.id] = PriorScore(
        points: standing.score.points, place: standing.place)
    }
  }

  /// By ranking group, then place: as tables show them.
  var inOrder: [Standing] {
    let groups = map(\.score.unit.group).reduce(into: [String]()) { groups, group in
      if let group, !groups.contains(group) { groups.append(group) }
    }
    func position(_ standing: Standing) -> Int {
      standing.score.unit.group.flatMap(groups.firstIndex) ?? groups.count
    }
    return enumerated().sorted { left, right in
      (position(left.element), left.element.place ?? .max, left.offset)
        < (position(right.element), right.element.place ?? .max, right.offset)
    }.map(\.element)
  }
}

extension ScoreRows {
  /// - Parameter prior: What units had at the comparison.
  init(_ standings: [Standing], prior: [String: PriorScore], book: RuleBook) {
    // In the order in which they are read, that of the units.
    let lines = standings.lazy.flatMap { standing in
      standing.score.lines.lazy.map { (unit: standing.score.unit.id, line: $0) }
    }
    self.init(
      scores: standings.inOrder.map { standing in
        let score = standing.score
        return [
          .text(score.unit.id), .integer(score.points), .init(standing.place),
          .integer(Int64(standing.ranked)), .nonEmpty(standing.unranked?.rawValue),
          .integer(score.tasks), .integer(standing.isSmall ? 1 : 0),
          .nonEmpty(score.flags.joined(separator: "、")),
          .init(prior[score.unit.id]?.points), .init(standing.priorPlace),
        ]
      }, lines: zip(1..., lines).lazy.map { $1.line.row(unit: $1.unit, ordinal: $0) },
      names: (book.groupNames.map { ("group", $0) } + book.unitNames.map { ("unit", $0) })
        .enumerated().map { index, name in
          [.integer(Int64(index + 1)), .text(name.0), .text(name.1)]
        })
  }
}

extension ScoreLine {
  /// The line as a row of the table `score_line`.
  fileprivate func row(unit: String, ordinal: Int) -> [Value] {
    let isRate = counted == .rate
    return [
      .integer(Int64(ordinal)), .text(unit), .text(kind.rawValue), .nonEmpty(part),
      .nonEmpty(rule), .text(name), .nonEmpty(task), .nonEmpty(title), .nonEmpty(occasion),
      .init(isRate ? nil : quantity?.rounded(scale: 1_000_000)), .nonEmpty(counted?.rawValue),
      .init(isRate ? quantity?.numerator : nil), .init(isRate ? quantity?.denominator : nil),
      .init(weight), .integer(points), .nonEmpty(basis), .nonEmpty(row?.file), .day(row?.day),
      .init(row?.line),
    ]
  }
}

extension Value {
  /// An integer, or null.
  fileprivate init(_ integer: (some BinaryInteger)?) {
    self = integer.map { .integer(Int64($0)) } ?? .null
  }
}
