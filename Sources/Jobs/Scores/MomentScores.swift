import Definitions
import Domain
import Metrics
import Scoring
import Store

extension Moment {
  /// Scores the moment's units by rules, and ranks them.
  /// - Parameter prior: What units had at the comparison.
  /// - Returns: The standings, and the rules as the moment's register spells them.
  func standings(
    by book: RuleBook, prior: [String: PriorScore] = [:]
  ) throws -> (standings: [Standing], book: RuleBook) {
    let units = try roster().map(\.unit)
    let book = spelled(book, units)
    let standings = try Scorer(book, scoringInput(of: book, units: units)).scores()
      .ranked(smallTasks: book.smallTasks, prior: prior.compactMapValues(\.place))
    return (standings, book)
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
  func spelled(_ book: RuleBook, _ units: [ScoredUnit]) -> RuleBook {
    // Figures of number 1 took words byte by byte.
    request.figures == .first ? book : book.spelling(groups: units.compactMap(\.group))
  }

  /// The units in official order.
  func roster() throws -> [RosterUnit] {
    let table = try table("scoring/roster")
    let (id, name) = (table.index(of: "unit"), table.index(of: "unit_name"))
    let (group, aliases) = (table.index(of: "ranking_group"), table.index(of: "aliases"))
    let office = table.index(of: "in_office")
    return table.rows.map { row in
      RosterUnit(
        unit: ScoredUnit(
          id: id.flatMap { row[$0].text } ?? "", name: name.flatMap { row[$0].text } ?? "",
          group: group.flatMap { row[$0].text },
          isInOffice: office.map { row[$0] == .integer(1) } ?? false),
        aliases: aliases.flatMap { row[$0].text } ?? "")
    }
  }
}

/// A unit of a moment's register.
struct RosterUnit {
  let unit: ScoredUnit
  let aliases: String

  /// Its id, its name and its aliases.
  var names: [String] {
    [unit.id, unit.name] + aliases.split { ";；、，,".contains($0) }.map(\.trimmingBlanks)
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
        let roles = book.roles.roles(of: score.unit.group)
        let counted = [Role.lead, .collect, .responsible, .support].map(roles.contains)
        let row: [Value] = [
          .text(score.unit.id), .integer(score.points), .init(standing.place),
          .integer(Int64(standing.ranked)), .nonEmpty(standing.unranked?.rawValue),
          .integer(score.tasks), .integer(standing.isSmall ? 1 : 0),
          .nonEmpty(score.flags.joined(separator: "、")),
          .init(prior[score.unit.id]?.points), .init(standing.priorPlace),
        ]
        return row + counted.map { Value.integer($0 ? 1 : 0) }
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
      .init(row?.line), .nonEmpty(row?.place),
    ]
  }
}

extension Value {
  /// An integer, or null.
  fileprivate init(_ integer: (some BinaryInteger)?) {
    self = integer.map { .integer(Int64($0)) } ?? .null
  }
}
