import Definitions
import Domain
import Metrics
import Scoring

extension Workspace {
  /// The rules of a plan that are in force on a day.
  func rules(of plan: String, on day: Day) -> RuleBook? {
    plans.first { $0.plan.id == plan }?.rules.inForce(on: day)
  }

  /// Scores moments by rules, with places beside those of the cut-off before.
  func scores(by book: RuleBook) -> ScoreRows.Source {
    { moment in
      try check(book)
      let request = moment.request
      let prior = try request.priorPeriod.flatMap { period in
        try rules(of: request.plan.id, on: period.cutoff).flatMap { book in
          try atCutoff(of: period, request) { moment, _ in try moment.standings(by: book) }
        }
      }
      return ScoreRows(
        try moment.standings(by: book, prior: prior ?? []), prior: prior ?? [], book: book)
    }
  }

  /// Holds rules against the queries that there are.
  /// - Throws: `DefinitionFault`.
  func check(_ book: RuleBook) throws {
    try book.check(queries: definitions.queryIDs) { try definitions.query($0).columns }
  }
}

extension Moment.Request {
  /// The newest entry of the plan's calendar whose cut-off lies before the moment's day.
  var priorPeriod: Period? { plan.calendar.last { $0.cutoff < asOf } }
}
