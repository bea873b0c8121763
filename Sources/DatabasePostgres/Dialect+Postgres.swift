import Database

extension Dialect {
  /// Text compares by code point whatever the database's own order is.
  static let postgres = Dialect(
    name: "PostgreSQL", text: "text COLLATE \"C\"", integer: "bigint", blob: "bytea",
    schema: .postgres, writerOwnsStore: false,
    analyzeTable: { "ANALYZE \($0)" },
    tableNames: """
      SELECT CAST(c.relname AS text) FROM pg_catalog.pg_class AS c
      WHERE pg_catalog.pg_table_is_visible(c.oid) AND c.relkind IN ('r', 'p', 'v', 'm')
      """)
}
