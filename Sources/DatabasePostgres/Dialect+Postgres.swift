import Database

extension Dialect {
  /// Text compares by code point whatever the database's own order is.
  static let postgres = Dialect(
    name: "PostgreSQL", text: "text COLLATE \"C\"", integer: "bigint", blob: "bytea",
    tableSuffix: "", writerOwnsStore: false,
    makeStore: ["CREATE SCHEMA IF NOT EXISTS jibao"],
    analyzeTable: { "ANALYZE \($0)" })
}
