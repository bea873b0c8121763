import Database
import Domain

/// The schema, migration by migration. One that has landed is never edited; each runs in a
/// transaction of its own.
enum Migrations {
  /// Written into the file header: a file with another one is not ours ("jiba").
  static let applicationID: Int64 = 0x6A69_6261

  /// The version that this program writes.
  static var newest: Int { all.count }

  /// The statements of each migration, the first making version 1.
  static let all: [@Sendable (Dialect) -> [String]] = [{ first($0) }, { second($0) }]

  /// Positions, spans, hashes, the chain, kept definitions, runs and editions.
  private static func first(_ dialect: Dialect) -> [String] {
    let (text, integer, blob) = (dialect.text, dialect.integer, dialect.blob)
    let end = ")" + dialect.tableSuffix
    return [
      """
      CREATE TABLE day (
        day_number \(integer) NOT NULL PRIMARY KEY, day \(text) NOT NULL UNIQUE,
        year \(integer) NOT NULL, month \(integer) NOT NULL, dom \(integer) NOT NULL,
        workday_number \(integer)
      \(end)
      """,
      """
      CREATE TABLE setting (
        name \(text) NOT NULL PRIMARY KEY, content \(text) NOT NULL
      \(end)
      """,
      """
      CREATE TABLE snapshot (
        ledger \(text) NOT NULL, sequence \(integer) NOT NULL, position \(integer) NOT NULL,
        effective_on \(text) NOT NULL, recorded_at \(text) NOT NULL, content_hash \(blob) NOT NULL,
        own_columns \(text) NOT NULL, chain_hash \(blob) NOT NULL,
        PRIMARY KEY (ledger, sequence), UNIQUE (ledger, position), UNIQUE (ledger, recorded_at)
      \(end)
      """,
      """
      CREATE TABLE snapshot_coverage (
        ledger \(text) NOT NULL, position \(integer) NOT NULL, register \(text) NOT NULL,
        plan \(text) NOT NULL, row_count \(integer) NOT NULL,
        PRIMARY KEY (ledger, position, register, plan),
        FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
      \(end)
      """,
      """
      CREATE TABLE snapshot_source (
        ledger \(text) NOT NULL, position \(integer) NOT NULL, register \(text) NOT NULL,
        file \(text) NOT NULL, hash \(blob) NOT NULL,
        PRIMARY KEY (ledger, position, register),
        FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
      \(end)
      """,
      """
      CREATE TABLE definition (
        hash \(blob) NOT NULL PRIMARY KEY, kind \(text) NOT NULL, id \(text) NOT NULL,
        content \(text) NOT NULL
      \(end)
      """,
      """
      CREATE TABLE snapshot_definition (
        ledger \(text) NOT NULL, position \(integer) NOT NULL, kind \(text) NOT NULL,
        id \(text) NOT NULL, hash \(blob) NOT NULL,
        PRIMARY KEY (ledger, position, kind, id),
        FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position),
        FOREIGN KEY (hash) REFERENCES definition (hash)
      \(end)
      """,
      """
      CREATE TABLE edition (
        ledger \(text) NOT NULL, plan \(text) NOT NULL, period \(text) NOT NULL,
        edition \(integer) NOT NULL, as_of \(text) NOT NULL, position \(integer) NOT NULL,
        made_at \(text) NOT NULL, manifest_hash \(blob) NOT NULL,
        PRIMARY KEY (ledger, plan, period, edition)
      \(end)
      """,
      """
      CREATE TABLE run (
        ledger \(text) NOT NULL, run \(integer) NOT NULL, started_at \(text) NOT NULL,
        command \(text) NOT NULL, outcome \(integer) NOT NULL, summary \(text) NOT NULL,
        PRIMARY KEY (ledger, run)
      \(end)
      """,
    ] + LedgerTable.all.map { versions($0, dialect) }
  }

  /// The table that keeps a ledger table's row versions: keys, span, hash, place, values.
  private static func versions(_ table: LedgerTable, _ dialect: Dialect) -> String {
    func type(_ column: LedgerTable.Column) -> String {
      column.kind == .integer ? dialect.integer : dialect.text
    }
    let keys = table.keys.map { "\($0.name) \(type($0)) NOT NULL" }
    let values = table.values.map { "\($0.name) \(type($0))" }
    let columns =
      ["ledger \(dialect.text) NOT NULL", "plan \(dialect.text) NOT NULL"] + keys + [
        "from_position \(dialect.integer) NOT NULL", "to_position \(dialect.integer) NOT NULL",
        "hash \(dialect.blob) NOT NULL", "source_position \(dialect.integer) NOT NULL",
        "source_line \(dialect.integer) NOT NULL",
      ] + values
    let primaryKey = ["ledger", "plan"] + table.keys.map(\.name) + ["from_position"]
    return """
      CREATE TABLE \(table.versions) (
        \(columns.joined(separator: ",\n  ")),
        PRIMARY KEY (\(primaryKey.joined(separator: ", "))),
        CHECK (from_position < to_position)
      )\(dialect.tableSuffix)
      """
  }
}
