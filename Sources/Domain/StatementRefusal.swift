/// Why an engine refuses a statement, as far as its words or codes tell.
public enum StatementRefusal: Hashable, Sendable {
  case unknownColumn(String)
  case unknownTable(String)
  case unknownFunction(String)
  case ambiguousColumn(String)
  /// The statement is no SQL; the words at which the engine stopped, empty at its end.
  case syntax(near: String)
  /// Types that do not go together.
  case types
  /// A column that is neither grouped nor aggregated.
  case notGrouped
  /// The statement wants to write.
  case writes
  /// The statement takes more work, or yields more rows, than any report needs.
  case endless
  /// Anything else: the engine's code and its own words.
  case other(code: String, words: String)
}
