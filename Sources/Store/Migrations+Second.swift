import Database

extension Migrations {
  /// What makes every column provable: the hash of the places that rows were read from, hashes of
  /// editions; and which editions were sent, which tasks were renumbered.
  ///
  /// A definition is known by its hash alone: its names stand where it was used. Working days are
  /// counted anew, with a note of the calendars that they follow from.
  static func second(_ dialect: Dialect) -> [String] {
    let (text, integer, blob) = (dialect.text, dialect.integer, dialect.blob)
    let end = ")" + dialect.tableSuffix
    return [
      "ALTER TABLE snapshot ADD COLUMN place_hash \(blob)",
      "ALTER TABLE definition DROP COLUMN kind",
      "ALTER TABLE definition DROP COLUMN id",
      "ALTER TABLE edition ADD COLUMN hash \(blob)",
      """
      CREATE TABLE sending (
        ledger \(text) NOT NULL, plan \(text) NOT NULL, period \(text) NOT NULL,
        edition \(integer) NOT NULL, mark \(integer) NOT NULL, sent_on \(text) NOT NULL,
        noted_at \(text) NOT NULL, hash \(blob) NOT NULL,
        PRIMARY KEY (ledger, plan, period, edition, mark)
      \(end)
      """,
      """
      CREATE TABLE renumbering (
        ledger \(text) NOT NULL, position \(integer) NOT NULL, plan \(text) NOT NULL,
        task \(text) NOT NULL, earlier \(text) NOT NULL,
        PRIMARY KEY (ledger, position, plan, task),
        FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
      \(end)
      """,
      "DELETE FROM setting",
      "UPDATE day SET workday_number = NULL",
    ]
  }
}
