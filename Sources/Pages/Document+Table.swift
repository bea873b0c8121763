extension Document {
  /// A table whose heading row stands on every page that it takes, and whose rows are never split.
  public struct Table: Hashable, Sendable {
    /// Widths of the columns as shares of the whole.
    public var widths: [Int]
    public var heading: [Cell]
    public var rows: [[Cell]]
    /// Columns that are free space between two tables side by side.
    public var gaps: Set<Int>
    /// Whether its last rows stay on the page of what follows, such as a signature.
    public var keepsNext = false

    public init(widths: [Int], heading: [Cell], rows: [[Cell]], gaps: Set<Int> = []) {
      self.widths = widths
      self.heading = heading
      self.rows = rows
      self.gaps = gaps
    }
  }

  /// A cell of a table.
  public struct Cell: Hashable, Sendable {
    public var text: String
    public var isCentred: Bool
    /// How many columns it takes.
    public var span: Int

    public init(_ text: String, isCentred: Bool = false, span: Int = 1) {
      self.text = text
      self.isCentred = isCentred
      self.span = span
    }
  }
}
