/// What truly differs between the engines in the statements that the store writes.
public struct Dialect: Sendable {
  /// The engines, by the files that make their schema.
  public enum Schema: Sendable { case sqlite, postgres }

  /// The engine's name, as it appears in messages.
  public let name: String
  /// Column types by what they hold.
  public let text: String
  public let integer: String
  public let blob: String
  /// Whose files make the schema.
  public let schema: Schema
  /// The schema of temporary tables.
  public var temporarySchema: String {
    switch schema {
    case .sqlite: "temp"
    case .postgres: "pg_temp"
    }
  }
  /// What closes the columns of a temporary table whose rows stand in the order of their primary key;
  /// nil where a key is an index beside the rows.
  public let keyedTableSuffix: String?
  /// What follows a table's name where its rows are to be read from the table itself, never from an
  /// index that holds the same columns.
  public let tableItself: String
  /// The statement that looks for damage of the file below its rows: a row for each, one that says
  /// `ok` for none. Nil where an engine has none that every role may run.
  public let integrityCheck: String?
  /// Whether who may write may change everything, the schema too. Else an owner migrates, and a
  /// writer only adds.
  public let writerOwnsStore: Bool
  /// The statement that collects statistics of a temporary table when it is filled, so that joins
  /// with it are planned well; nil where that is done for several of them together.
  public let analyzeTable: (@Sendable (_ table: String) -> String)?
  /// The same where it is done when all those are filled that a query needs.
  public let analyzeTogether: (@Sendable (_ table: String) -> String)?

  /// Lists the names of all tables and views that a statement finds by their names alone.
  public let tableNames: String

  public init(
    name: String, text: String, integer: String, blob: String, schema: Schema,
    keyedTableSuffix: String? = nil, tableItself: String = "", integrityCheck: String? = nil,
    writerOwnsStore: Bool,
    analyzeTable: (@Sendable (_ table: String) -> String)? = nil,
    analyzeTogether: (@Sendable (_ table: String) -> String)? = nil, tableNames: String
  ) {
    self.name = name
    self.text = text
    self.integer = integer
    self.blob = blob
    self.schema = schema
    self.keyedTableSuffix = keyedTableSuffix
    self.tableItself = tableItself
    self.integrityCheck = integrityCheck
    self.writerOwnsStore = writerOwnsStore
    self.analyzeTable = analyzeTable
    self.analyzeTogether = analyzeTogether
    self.tableNames = tableNames
  }
}
