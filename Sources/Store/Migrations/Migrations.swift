import Database
import Definitions
import Domain

/// The schema, version by version: SQL files that are never edited once they have landed, one for
/// each version and engine. They know no types of today; nor does what is done beside them.
enum Migrations {
  /// Written into the file header: a file with another one is not ours ("jiba").
  static let applicationID: Int64 = 0x6A69_6261

  /// The version that this program writes.
  static let newest = 4

  /// Brings a store of the version before up to a version.
  static func run(_ version: Int, _ connection: any Connection) throws {
    for statement in statements(version, connection.dialect.schema) {
      try connection.execute(statement)
    }
    switch version {
    case 2: try sealEditions(connection)
    case 3: try nameValues(connection)
    case 4: try chainNotes(connection)
    default: break
    }
  }

  /// The statements that make a version of the one before.
  static func statements(_ version: Int, _ schema: Dialect.Schema) -> [String] {
    let file =
      switch (schema, version) {
      case (.sqlite, 1): PackageResources.v1_sqlite_sql
      case (.sqlite, 2): PackageResources.v2_sqlite_sql
      case (.sqlite, 3): PackageResources.v3_sqlite_sql
      case (.sqlite, _): PackageResources.v4_sqlite_sql
      case (.postgres, 1): PackageResources.v1_postgres_sql
      case (.postgres, 2): PackageResources.v2_postgres_sql
      case (.postgres, 3): PackageResources.v3_postgres_sql
      case (.postgres, _): PackageResources.v4_postgres_sql
      }
    return String(decoding: file, as: UTF8.self).split(separator: ";\n").map(String.init).filter {
      !$0.allSatisfy(\.isWhitespace)
    }
  }

  /// Gives the editions of a store of version 1 their hashes.
  private static func sealEditions(_ connection: any Connection) throws {
    let names = [
      "ledger", "plan", "period", "edition", "as_of", "position", "made_at", "manifest_hash",
    ]
    let columns = names.joined(separator: ", ")
    for values in try connection.rows(of: "SELECT \(columns) FROM edition") {
      try connection.execute(
        """
        UPDATE edition SET hash = :hash
        WHERE ledger = :ledger AND plan = :plan AND period = :period AND edition = :edition
        """,
        [
          "hash": .blob(RowForm(note: "edition", values).hash.bytes), "ledger": values[0],
          "plan": values[1], "period": values[2], "edition": values[3],
        ])
    }
  }
}
