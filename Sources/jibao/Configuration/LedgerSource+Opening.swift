import Database
import DatabasePostgres
import DatabaseSQLite
import Definitions
import Domain
import Foundation
import Jobs

extension LedgerSource {
  /// A source as it is named: the address of a database on a server, the path of an SQLite
  /// database, which its first bytes tell, or else the path of a
  /// workbook or of a folder.
  /// - Parameters:
  ///   - passwords: The file of passwords; nil for libpq's own places.
  ///   - timeZone: The zone in which a server's instants become days.
  /// - Throws: `PostgresAddress.Fault` for an address that is none.
  init(_ text: String, passwords: String?, timeZone: TimeZone) throws {
    if PostgresAddress.isAddress(text) {
      let address = try PostgresAddress(text, user: nil, passwordFile: passwords)
      self = .database(name: address.place) {
        try Self.open(address, timeZone: timeZone)
      }
    } else if try Self.isSQLite(text) {
      self = .database(name: text) { try SQLiteConnection(path: text, mode: .reading) }
    } else {
      self = .files(text)
    }
  }

  /// A session that cannot write, in which dates become ISO text.
  private static func open(_ address: PostgresAddress, timeZone: TimeZone) throws -> any Connection
  {
    let connection = try PostgresConnection(address, schema: nil)
    try connection.execute("SET default_transaction_read_only = on")
    try connection.execute("SET datestyle = 'ISO, YMD'")
    try connection.forEachRow(
      of: "SELECT set_config('timezone', :zone, false)", ["zone": .text(timeZone.identifier)]
    ) { _ in }
    return connection
  }

  /// Looks into regular files only: a pipe would keep the program waiting.
  private static func isSQLite(_ path: String) throws -> Bool {
    try DiskFiles.beginning(of: path, count: 16) == Array("SQLite format 3\0".utf8)
  }
}
