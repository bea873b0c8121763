import Testing

@testable import DatabasePostgres

/// Statements with `:name` as PostgreSQL takes them.
@Suite struct NamedParametersTests {
  /// A statement, what it becomes, the names in the order of their numbers.
  static let statements: [(given: String, becomes: String, names: [String])] = [
    ("SELECT 1", "SELECT 1", []),
    ("SELECT :a, :b, :a", "SELECT $1, $2, $1", ["a", "b"]),
    ("SELECT :as_of2 WHERE x<=:as_of", "SELECT $1 WHERE x<=$2", ["as_of2", "as_of"]),
    ("SELECT ':a', :b", "SELECT ':a', $1", ["b"]),
    ("SELECT 'it''s :a', :b", "SELECT 'it''s :a', $1", ["b"]),
    (#"SELECT ":a" AS ":b", :c"#, #"SELECT ":a" AS ":b", $1"#, ["c"]),
    ("SELECT x::text, :a", "SELECT x::text, $1", ["a"]),
    ("SELECT 1 -- :a it's\n, :b", "SELECT 1 -- :a it's\n, $1", ["b"]),
    ("SELECT 1 /* :a /* ' */ :b */, :c", "SELECT 1 /* :a /* ' */ :b */, $1", ["c"]),
    ("SELECT a[1:2], :d", "SELECT a[1:2], $1", ["d"]),
    ("SELECT '任务' || :名, :a", "SELECT '任务' || :名, $1", ["a"]),
    ("SELECT 'open :a", "SELECT 'open :a", []),
    ("SELECT /* open :a", "SELECT /* open :a", []),
    (":", ":", []),
  ]

  @Test(arguments: statements)
  func namesBecomeNumbers(_ given: String, _ becomes: String, _ names: [String]) {
    let named = NamedParameters(given)
    #expect(named.statement == becomes)
    #expect(named.names == names)
  }
}
