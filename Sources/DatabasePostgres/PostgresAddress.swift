import CPostgres
import Foundation

/// Where a database is and how it is reached: `postgres://host:port/database?parameter=value`.
///
/// The database is always named. Transport is `sslmode=verify-full` unless the server is on this
/// machine or the address says otherwise. A password is never part of it: libpq takes it from the
/// file of passwords or the environment.
public struct PostgresAddress: Sendable {
  /// What is wrong with an address. Says nothing of its content but the database's place.
  public enum Fault: Error, Hashable, Sendable {
    case malformed
    case noDatabase
    /// A password in an address ends up in logs and process lists.
    case holdsPassword
    /// Others than its owner can read the file of passwords.
    case passwordFile(String)
    /// The file of passwords is not there, or cannot be looked at; the system's number.
    case passwordFileUnreadable(String, Int32)
  }

  /// libpq's keywords with their values.
  let parameters: [String: String]

  /// Whether a text is an address of this kind rather than a path.
  public static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
  }

  /// The server and the database, for messages.
  public var place: String {
    let host = parameters["host"] ?? parameters["hostaddr"] ?? "localhost"
    let port = parameters["port"].map { ":\($0)" } ?? ""
    return "\(host)\(port)/\(parameters["dbname"] ?? "")"
  }

  /// - Parameters:
  ///   - user: The role to use where the address names none.
  ///   - passwordFile: A file in the form of `.pgpass`, readable by its owner only; nil for
  ///     libpq's own places.
  /// - Throws: `Fault`; `DatabaseFailure` where there is no libpq.
  public init(_ text: String, user: String?, passwordFile: String?) throws {
    var parameters = try Self.parse(text)
    guard parameters["password"] == nil else { throw Fault.holdsPassword }
    guard parameters["dbname"]?.isEmpty == false else { throw Fault.noDatabase }
    if parameters["user"] == nil { parameters["user"] = user }
    if let passwordFile {
      var status = stat()
      guard stat(passwordFile, &status) == 0 else {
        throw Fault.passwordFileUnreadable(passwordFile, errno)
      }
      guard status.st_mode & 0o077 == 0 else { throw Fault.passwordFile(passwordFile) }
      parameters["passfile"] = passwordFile
    }
    let host = parameters["hostaddr"] ?? parameters["host"] ?? "/"
    let isLocal = host.hasPrefix("/") || ["localhost", "127.0.0.1", "::1"].contains(host)
    let usual = [
      "sslmode": isLocal ? "prefer" : "verify-full", "gssencmode": "disable",
      "client_encoding": "UTF8", "connect_timeout": "10", "application_name": "jibao",
    ]
    self.parameters = parameters.merging(usual) { own, _ in own }
  }

  /// The parts of an address that are given, as libpq reads them.
  private static func parse(_ text: String) throws -> [String: String] {
    let library = try PostgresLibrary.open()
    var message: UnsafeMutablePointer<CChar>?
    guard let options = library.parseAddress(text, &message) else {
      // The message quotes the address, which may hold a password.
      library.freeMemory(message)
      throw Fault.malformed
    }
    defer { library.freeAddress(options) }
    var parameters: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        parameters[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    return parameters
  }
}
