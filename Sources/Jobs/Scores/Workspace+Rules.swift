import Definitions
import Domain
import Metrics
import Scoring

extension Workspace {
  /// The rules of a plan that are in force on a day.
  func rules(of plan: String, on day: Day) throws -> RuleBook? {
    try plans.first { $0.plan.id == plan }?.rules.inForce(on: day)
  }

  /// Scores moments by rules, with places beside those of the cut-off before, as they were
  /// reported then.
  func scores(by book: RuleBook, earlier: EarlierMoments) -> ScoreRows.Source {
    { moment in
      try check(book)
      let prior = try earlier.priorScores()
      let (standings, spelled) = try moment.standings(by: book, prior: prior)
      return ScoreRows(standings, prior: prior, book: spelled)
    }
  }

  /// Holds rules against the queries that there are.
  /// - Throws: `DefinitionFault`.
  func check(_ book: RuleBook) throws {
    try book.check(queries: definitions.queryIDs) { try definitions.query($0).columns }
    if !isKept { try definitions.check(book.statedCodes) }
  }
}
