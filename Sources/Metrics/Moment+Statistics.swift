import Database

extension Moment {
  /// With no more rows in any table, collecting statistics costs more than the order of joins.
  static let fewRows = 1_000

  /// Collects statistics of the tables that were filled since it was last done, where that is not
  /// done for each; once one of them is long.
  func collectStatistics() throws {
    guard isLong, let analyze = connection.dialect.analyzeTogether else { return }
    for table in filled { try connection.execute(analyze(table)) }
    filled = []
  }
}
