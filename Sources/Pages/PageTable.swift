/// A table of a page: headings, and rows that are read from a source each time they are asked for.
public struct PageTable {
  /// A column, and how its cells look.
  public struct Column: Hashable, Sendable {
    /// By what formulas of other tables refer to it; empty if they cannot.
    public var name: String
    public var heading: String
    /// The heading over this and its neighbours; empty for none.
    public var group: String
    public var style: CellStyle
    /// Words that have a colour.
    public var tints: [TintedWord]
    /// Whether shares are shown as bars, too.
    public var hasBar: Bool

    public init(
      name: String, heading: String, group: String = "", style: CellStyle,
      tints: [TintedWord] = [], hasBar: Bool = false
    ) {
      self.name = name
      self.heading = heading
      self.group = group
      self.style = style
      self.tints = tints
      self.hasBar = hasBar
    }
  }

  /// Equal cells one under another that are one.
  public struct Merge: Hashable, Sendable {
    public let column: Int
    /// Rows of the table, counted from 0.
    public let rows: ClosedRange<Int>
    public let text: String
    public let style: CellStyle

    public init(column: Int, rows: ClosedRange<Int>, text: String, style: CellStyle) {
      self.column = column
      self.rows = rows
      self.text = text
      self.style = style
    }
  }

  public typealias Rows = (_ body: (TableRow) throws -> Void) throws -> Void

  /// By what formulas and links refer to the table: its query.
  public let name: String
  public let columns: [Column]
  public let headingStyle: CellStyle
  /// In points, of the rows of headings: of the groups, if there are any, and of the columns.
  public let headingHeights: [Double]
  public let count: Int
  /// Hands over all rows in order, each time it is called.
  public let forEachRow: Rows
  public let merges: [Merge]
  /// The columns of the result by which its rows are looked for.
  public let keys: [String]

  public init(
    name: String, columns: [Column], headingStyle: CellStyle, headingHeights: [Double],
    count: Int, merges: [Merge], keys: [String], forEachRow: @escaping Rows
  ) {
    self.name = name
    self.columns = columns
    self.headingStyle = headingStyle
    self.headingHeights = headingHeights
    self.count = count
    self.merges = merges
    self.keys = keys
    self.forEachRow = forEachRow
  }

  /// The column that formulas of other tables find under a name. Of several the last: an exact one
  /// stands behind a rounded one.
  public func position(of name: String) -> Int? { columns.lastIndex { $0.name == name } }

  /// The parts of the headings that are one cell: those of a group, and headings without one.
  public var headingGroups: [ClosedRange<Int>] {
    var (groups, column) = ([ClosedRange<Int>](), 0)
    while column < columns.count {
      let group = columns[column].group
      let rest = columns[column...].prefix { !group.isEmpty && $0.group == group }
      groups.append(column...(column + max(1, rest.count) - 1))
      column += max(1, rest.count)
    }
    return groups
  }
}

/// A row of a table.
public struct TableRow: Hashable, Sendable {
  /// One for each column.
  public var cells: [Cell]
  /// In points.
  public var height: Double
  /// Whether a text is too long to be printed whole; then all cells begin at their top.
  public var isCut: Bool
  /// What the row is found by, one for each of the table's keys.
  public var keys: [String]

  public init(cells: [Cell], height: Double, isCut: Bool = false, keys: [String] = []) {
    self.cells = cells
    self.height = height
    self.isCut = isCut
    self.keys = keys
  }
}

/// A word that has a colour where a cell holds nothing else.
public struct TintedWord: Hashable, Sendable {
  public let word: String
  public let tint: Tint

  public init(word: String, tint: Tint) {
    self.word = word
    self.tint = tint
  }
}
