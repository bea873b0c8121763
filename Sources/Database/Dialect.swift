/// What truly differs between the engines in the statements that the store writes.
public struct Dialect: Sendable {
  /// The engine's name, as it appears in messages.
  public let name: String
  /// Column types by what they hold.
  public let text: String
  public let integer: String
  public let blob: String
  /// What follows the closing bracket of a table's columns.
  public let tableSuffix: String
  /// What closes the columns of a temporary table whose rows stand in the order of their primary key;
  /// nil where a key is an index beside the rows.
  public let keyedTableSuffix: String?
  /// Whether who may write may change everything, the schema too. Else an owner migrates, and a
  /// writer only adds.
  public let writerOwnsStore: Bool
  /// What is done before the first tables are made.
  public let makeStore: [String]
  /// The statement that collects statistics of a temporary table when it is filled, so that joins
  /// with it are planned well; nil where that is done for several of them together.
  public let analyzeTable: (@Sendable (_ table: String) -> String)?
  /// The same where it is done when all those are filled that a query needs.
  public let analyzeTogether: (@Sendable (_ table: String) -> String)?

  public init(
    name: String, text: String, integer: String, blob: String, tableSuffix: String,
    keyedTableSuffix: String? = nil, writerOwnsStore: Bool, makeStore: [String],
    analyzeTable: (@Sendable (_ table: String) -> String)? = nil,
    analyzeTogether: (@Sendable (_ table: String) -> String)? = nil
  ) {
    self.name = name
    self.text = text
    self.integer = integer
    self.blob = blob
    self.tableSuffix = tableSuffix
    self.keyedTableSuffix = keyedTableSuffix
    self.writerOwnsStore = writerOwnsStore
    self.makeStore = makeStore
    self.analyzeTable = analyzeTable
    self.analyzeTogether = analyzeTogether
  }
}
