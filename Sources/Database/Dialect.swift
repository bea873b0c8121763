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
  /// Collects statistics of the temporary tables, so that joins are planned well.
  public let analyzeTemporary: String

  public init(
    name: String, text: String, integer: String, blob: String, tableSuffix: String,
    analyzeTemporary: String
  ) {
    self.name = name
    self.text = text
    self.integer = integer
    self.blob = blob
    self.tableSuffix = tableSuffix
    self.analyzeTemporary = analyzeTemporary
  }
}
