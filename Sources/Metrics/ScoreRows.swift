public import Domain

/// The scores of a moment, as the rows of the temporary tables `score`, `score_line` and `rule_name`.
///
/// SQL yields what is weighed and shows what came of it; between the two stand the rules.
public struct ScoreRows {
  /// Scores the moment's units; called only if a query reads the tables.
  public typealias Source = (Moment) throws -> ScoreRows

  /// A row for each unit. Points are millionths; `place` is empty where `unranked` says why. The last
  /// four say which roles in a task count for the unit.
  public static let scoreColumns: [(String, ResultColumn.Kind)] = [
    ("unit", .text), ("points", .integer), ("place", .integer), ("ranked", .integer),
    ("unranked", .text),
    ("tasks", .integer), ("is_small", .integer), ("flags", .text), ("prior_points", .integer),
    ("prior_place", .integer), ("leads", .integer), ("collects", .integer), ("answers", .integer),
    ("supports", .integer),
  ]

  /// A row for each line of a score, numbered through.
  public static let lineColumns: [(String, ResultColumn.Kind)] = [
    ("ordinal", .integer), ("unit", .text), ("kind", .text), ("part", .text), ("rule", .text),
    ("name", .text),
    ("task", .text), ("title", .text), ("occasion", .text), ("quantity", .integer),
    ("counted", .text),
    ("rate_num", .integer), ("rate_den", .integer), ("weight", .integer), ("points", .integer),
    ("basis", .text), ("source_file", .text), ("source_day", .text), ("source_line", .integer),
    ("source_place", .text),
  ]

  /// A row for each ranking group (`group`) and unit (`unit`) that the rules name.
  public static let nameColumns: [(String, ResultColumn.Kind)] = [
    ("ordinal", .integer), ("kind", .text), ("name", .text),
  ]

  public let scores: [[Value]]
  /// Made one by one: of a hundred thousand tasks they are more than the scores that they come from.
  public let lines: any Sequence<[Value]>
  public let names: [[Value]]

  public init(scores: [[Value]], lines: any Sequence<[Value]>, names: [[Value]]) {
    self.scores = scores
    self.lines = lines
    self.names = names
  }
}
