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
  /// Whether who may write may change everything, the schema too. Else an owner migrates, and a
  /// writer only adds.
  public let writerOwnsStore: Bool
  /// What is done before the first tables are made.
  public let makeStore: [String]
  /// The statements that collect statistics of temporary tables, so that joins are planned well.
  public let analyze: @Sendable (_ temporaryTables: [String]) -> [String]

  public init(
    name: String, text: String, integer: String, blob: String, tableSuffix: String,
    writerOwnsStore: Bool, makeStore: [String],
    analyze: @escaping @Sendable (_ temporaryTables: [String]) -> [String]
  ) {
    self.name = name
    self.text = text
    self.integer = integer
    self.blob = blob
    self.tableSuffix = tableSuffix
    self.writerOwnsStore = writerOwnsStore
    self.makeStore = makeStore
    self.analyze = analyze
  }
}
