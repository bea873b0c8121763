import Database

extension Dialect {
  /// Text compares by code point whatever the database's own order is.
  static let postgres = Dialect(
    name: "PostgreSQL", text: "text COLLATE \"C\"", integer: "bigint", blob: "bytea",
    schema: .postgres, writerOwnsStore: false,
    analyzeTable: { "ANALYZE \($0)" })
}
