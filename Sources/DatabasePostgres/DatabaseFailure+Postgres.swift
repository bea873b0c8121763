import Database

extension DatabaseFailure {
  /// What a server said. Messages of data errors quote values, so only their code is kept.
  init(sqlState: String, message: String, constraint: String, statement: String) {
    let kind: Kind =
      switch sqlState {
      case "55P03", "40001", "40P01": .busy
      case "XX001", "XX002": .damaged
      case "25006": .unwritable
      case _ where sqlState.hasPrefix("53"): .unwritable
      case _ where sqlState.hasPrefix("23"): .constraint
      case "57014": .statement
      case _ where ["08", "28", "3D", "57"].contains(String(sqlState.prefix(2))): .unreachable
      case "42501": .unreachable
      default: .statement
      }
    let quotesValues = sqlState.hasPrefix("22") || sqlState.hasPrefix("P0")
    let said = constraint.isEmpty ? message : "\(message) (\(constraint))"
    self.init(
      kind: kind, code: "SQLSTATE \(sqlState)",
      detail: quotesValues ? .unfit(rule: constraint) : .said(said), statement: statement)
  }
}
