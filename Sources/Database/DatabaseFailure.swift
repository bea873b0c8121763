/// Something that an engine refused or could not do. Holds no values of rows.
public struct DatabaseFailure: Error, Sendable {
  public enum Kind: Sendable {
    /// The store cannot be opened or reached.
    case unreachable
    /// Another program holds the lock.
    case busy
    /// The file is not a database, or is damaged.
    case damaged
    /// The disk is full or cannot be written.
    case unwritable
    /// The answer to COMMIT was lost: what was written is there whole, or not at all.
    case commitUnknown
    /// A statement is wrong.
    case statement
    /// A rule of the schema was broken.
    case constraint
  }

  public let kind: Kind
  /// The engine's code: SQLite's extended result code, PostgreSQL's SQLSTATE.
  public let code: String
  public let message: String
  /// The statement, without its values.
  public let statement: String

  public init(kind: Kind, code: String, message: String, statement: String = "") {
    self.kind = kind
    self.code = code
    self.message = message
    self.statement = statement
  }
}
