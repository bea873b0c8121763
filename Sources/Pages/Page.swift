/// A page of a workbook, a sheet: what stands on it from top to bottom, and how it is printed.
public struct Page {
  /// What takes rows, but for `beside`.
  public enum Block {
    case row(PageRow)
    /// Rows of the usual height that are left free.
    case space(Int)
    case table(PageTable)
    /// Charts side by side, over so many rows.
    case charts([Chart], rows: Int)
    /// Charts right of a table that stands above, from its headings on; they take no rows.
    case chartsBeside([Chart])
    /// Cells from the second row on, in a column right of what is printed.
    case beside(column: Int, [PageCell])
  }

  public let name: String
  /// Of the columns from the first on, in characters.
  public var widths: [Int]
  public var blocks: [Block] = []
  public var print: PrintSetUp
  public var headings = RepeatedHeadings.none
  /// RGB of the page's tab; nil for none.
  public var tab: UInt32?

  public init(name: String, widths: [Int], print: PrintSetUp) {
    self.name = name
    self.widths = widths
    self.print = print
  }

  /// The tables that stand on the page.
  public var tables: [PageTable] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

/// Which headings stand on every printed page.
public enum RepeatedHeadings: Hashable, Sendable {
  case none
  /// The page is a list: the headings of its table stay in sight, with filters or without.
  case list(frozenColumns: Int, hasFilter: Bool)
  /// Those of the last table, under other blocks.
  case last
}

/// The paper that a page is printed on.
public enum Paper: Hashable, Sendable {
  case a4, a3

  /// In points.
  public var short: Double { self == .a4 ? 595.3 : 841.9 }
  public var long: Double { self == .a4 ? 841.9 : 1190.6 }
}

/// How a page is printed: as a rule on A4, one page wide, with page numbers as in official documents.
public struct PrintSetUp: Hashable, Sendable {
  public var paper = Paper.a4
  /// How many pages wide; each begins with the columns that stay in sight.
  public var pagesWide = 1
  /// To which share of its size the page is made smaller; its footer is not.
  public var scale = 1.0
  /// How many columns are printed.
  public var columns: Int
  public var hasGridlines: Bool
  /// Portrait rather than landscape.
  public var isUpright: Bool
  /// How many pages high at most; nil for as many as it takes.
  public var pagesHigh: Int?
  /// The rows, counted from 0, that begin a printed page.
  public var breaks: [Int]

  public init(
    columns: Int, hasGridlines: Bool, isUpright: Bool = false, pagesHigh: Int? = nil,
    breaks: [Int] = []
  ) {
    self.columns = columns
    self.hasGridlines = hasGridlines
    self.isUpright = isUpright
    self.pagesHigh = pagesHigh
    self.breaks = breaks
  }
}

/// A row that stands alone: a line over the whole width, a label and its fact, sums.
public struct PageRow: Hashable, Sendable {
  public var cells: [PageCell]
  /// In points.
  public var height: Double

  public init(cells: [PageCell], height: Double) {
    self.cells = cells
    self.height = height
  }
}

/// A cell with its style, over one column or several.
public struct PageCell: Hashable, Sendable {
  public let cell: Cell
  public let style: CellStyle
  public let columns: ClosedRange<Int>

  public init(_ cell: Cell, style: CellStyle, columns: ClosedRange<Int>) {
    self.cell = cell
    self.style = style
    self.columns = columns
  }

  public init(_ cell: Cell, style: CellStyle, column: Int) {
    self.init(cell, style: style, columns: column...column)
  }
}

/// A native chart over columns of a table on the same page.
public struct Chart: Hashable, Sendable {
  public enum Kind: Sendable { case bar, column, line, doughnut, stackedBar, stackedColumn }

  public struct Series: Hashable, Sendable {
    public let name: String
    /// The column whose cells it draws, or, of a series that is a row of the table, the first.
    public let column: Int
    /// The row of the table, counted from 0, whose cells it draws; nil for those of a column.
    public let row: Int?
    /// RGB; nil for the next of the usual ones.
    public let colour: UInt32?

    public init(name: String, column: Int, row: Int? = nil, colour: UInt32? = nil) {
      self.name = name
      self.column = column
      self.row = row
      self.colour = colour
    }
  }

  public let kind: Kind
  public let title: String
  /// Which of the page's tables, counted from 0.
  public let table: Int
  /// The column of the categories; where series are rows, the last column that they draw.
  public let categories: Int
  public let series: [Series]
  /// Colours of the points in a doughnut, in order; empty leaves them to the program.
  public let pointColours: [UInt32]
  /// In pixels, from the left edge of the page.
  public let left: Int
  public let width: Int
  public let height: Int

  public init(
    kind: Kind, title: String, table: Int, categories: Int, series: [Series],
    pointColours: [UInt32], left: Int, width: Int, height: Int
  ) {
    self.kind = kind
    self.title = title
    self.table = table
    self.categories = categories
    self.series = series
    self.pointColours = pointColours
    self.left = left
    self.width = width
    self.height = height
  }
}
