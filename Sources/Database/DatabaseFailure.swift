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
  public let detail: Detail
  /// The statement, without its values.
  public let statement: String

  /// What more is known of a failure.
  public enum Detail: Hashable, Sendable {
    /// The engine's own words.
    case said(String)
    /// The file of a database is missing.
    case noFile(String)
    /// The library that reaches the engine is not installed.
    case noLibrary
    /// A value that its column does not take; the rule that it breaks, if one has a name.
    case unfit(rule: String)
    /// A column that is no whole number where one is needed.
    case notWhole
    /// The folder of temporary files is full, not the disk of the database.
    case temporaryFull(String)
    /// A parameter without a value.
    case noValue(String)
  }

  /// Whether it is not the database that could not be written.
  public var isOfTemporaryFiles: Bool {
    if case .temporaryFull = detail { true } else { false }
  }

  public init(kind: Kind, code: String, detail: Detail, statement: String = "") {
    self.kind = kind
    self.code = code
    self.detail = detail
    self.statement = statement
  }
}
