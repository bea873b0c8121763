public import Database
import DatabasePostgres
import DatabaseSQLite
import Foundation

/// The database of `Examples/task-tracking`, made anew for one test.
public struct TaskTracking {
  public enum Engine: CaseIterable, Sendable { case sqlite, postgres }

  /// `JIBAO_POSTGRES` is not set: the tests need a server.
  public struct NoServer: Error, CustomStringConvertible {
    public let description =
      "set JIBAO_POSTGRES to the address that 'Tests/Tools/cluster start FOLDER' prints"
  }

  public static let folder = Repository.folder + "/Examples/task-tracking"

  /// As `source` in `jibao.yaml`: a path, or an address.
  public let source: String
  private let engine: Engine

  /// - Throws: `NoServer`; what the engine throws.
  public init(_ engine: Engine) throws {
    self.engine = engine
    switch engine {
    case .sqlite:
      source = try Repository.temporaryFolder("source") + "/tasks.sqlite"
      _ = try SQLiteConnection(path: source, mode: .making)
    case .postgres:
      guard let server = ProcessInfo.processInfo.environment["JIBAO_POSTGRES"] else {
        throw NoServer()
      }
      let schema = "source_" + UUID().uuidString.lowercased().replacing("-", with: "")
      try Self.server(server).execute("CREATE SCHEMA \(schema)")
      source = server + (server.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(schema)"
    }
    let connection = try connect()
    for file in ["schema.sql", "data.sql"] {
      let text = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
      for statement in text.split(separator: ";\n") where statement.contains("(") {
        try connection.execute(String(statement))
      }
    }
  }

  /// A connection that may write, also while another reads.
  public func connect() throws -> any Connection {
    switch engine {
    case .sqlite:
      let connection = try SQLiteConnection(path: source, mode: .writing)
      _ = try connection.rows(of: "PRAGMA journal_mode = WAL")
      return connection
    case .postgres: return try Self.server(source)
    }
  }

  /// A connection that only reads.
  public func connectForReading() throws -> any Connection {
    switch engine {
    case .sqlite: try SQLiteConnection(path: source, mode: .reading)
    case .postgres: try Self.server(source)
    }
  }

  private static func server(_ address: String) throws -> any Connection {
    try PostgresConnection(
      PostgresAddress(address, user: nil, passwordFile: nil), schema: nil)
  }
}
