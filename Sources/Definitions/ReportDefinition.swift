public import Domain

/// The parsed form of a file of `Reports/`: which results stand where, and how they are shown.
///
/// It says nothing about what a figure means (SQL does), and computes nothing.
public struct ReportDefinition: Sendable {
  /// The file it was read from.
  public let file: DefinitionFile
  /// Name of the workbook.
  public let workbook: Template
  /// Lines under the title of every sheet: period, cut-off, office, remark.
  public let headings: [Template]
  /// A warning on every sheet, such as 草稿; left out where it is empty.
  public let notice: Template?
  /// Lines at the foot of sheets that ask for it.
  public let footing: [Template]
  /// The sheets in order.
  public internal(set) var sheets: [Sheet]

  /// The report with only the sheets that a plan with (or without) scoring rules has.
  public func applying(isScored: Bool) -> ReportDefinition {
    var copy = self
    copy.sheets.removeAll { $0.isScored.map { $0 != isScored } ?? false }
    return copy
  }

  /// One sheet of the workbook.
  public struct Sheet: Sendable {
    public let name: String
    public let title: Template
    /// Lines under the common ones.
    public let headings: [Template]
    /// Whether the signature stands at the foot.
    public let hasFooting: Bool
    /// Whether the lines between cells are drawn; cover sheets do without.
    public let hasGridlines: Bool
    /// Whether it is printed upright on one page, rather than landscape on as many as it takes.
    public let isOnePage: Bool
    /// Least widths of the columns, in characters.
    public let widths: [Int]
    /// How many columns are printed, the first ones; nil prints all.
    public let printedColumns: Int?
    /// How many columns stay in sight when the sheet is scrolled sideways.
    public let frozenColumns: Int
    /// Size of the font in cells, in points.
    public let fontSize: Double
    /// Whether it is for plans with scoring rules, or for those without; nil for all.
    public let isScored: Bool?
    public internal(set) var blocks: [Block]
    let place: SourcePlace
  }

  /// A part of a sheet; parts stand one under another.
  public enum Block: Sendable {
    case table(Table)
    /// Charts side by side.
    case charts([Chart])
    /// A label and a text per line; a line whose text is empty is left out.
    case facts([Fact])
    /// A line above what follows.
    case heading(Template)
    /// Lines of text.
    case text([Template])
    /// Links to the sheets.
    case contents(title: String)
  }

  /// A label and what stands beside it.
  public struct Fact: Sendable {
    public let label: String
    public let text: Template
  }

  /// A result shown as a table.
  public struct Table: Sendable {
    public let query: String
    /// The line above the table; `{rows}` is the number of rows.
    public let title: Template?
    public internal(set) var columns: [Column]
    /// What is shown instead of a table without rows; without it the block is left out.
    public let empty: Template?
    public let total: Total?
    /// The base name of the CSV file.
    public let csv: String?
    /// The name of the workbook that takes the table when it is too long for an official's.
    public let companion: Template?
    /// The columns that identify a row when two editions are compared.
    public let key: [String]
    /// Where the table stands in the file.
    public let place: SourcePlace
  }

  /// The row of sums under a table.
  public struct Total: Sendable {
    public let label: String
    /// A second row in which every task is counted once, from a query of its own.
    public let once: Once?

    /// The row with tasks counted once: columns of the query by the names of the table's.
    public struct Once: Sendable {
      public let label: String
      public let query: String
      let place: SourcePlace
    }
  }

  /// A native chart of columns of a table on the same sheet.
  public struct Chart: Sendable {
    public enum Kind: String, CaseIterable, Sendable { case bar, column, line, doughnut }
    public let kind: Kind
    public let title: String
    /// The query of the table.
    public let table: String
    public let categories: String
    public let values: [String]
    let place: SourcePlace
  }
}

extension ReportDefinition {
  /// A column of a table.
  public struct Column: Sendable {
    public let content: Content
    public let heading: String
    public let format: Format
    /// In characters of which a Chinese one counts two; nil takes the format's own.
    public let width: Int?
    /// Labels of codes.
    public let words: [String: String]
    /// Whether the row of sums adds the column up.
    public let isSummed: Bool
    /// Lines of another table that the column is the sum of: then its cells are live formulas.
    public let sumOf: SumOf?
    let place: SourcePlace

    /// Where a column's cells come from.
    public enum Content: Sendable {
      case column(String)
      /// A live formula over two columns of the table.
      case ratio(numerator: String, denominator: String, empty: EmptyWords)
      /// The office's own columns, kept in this column of the result; a column for each.
      case ownColumns(String)
      /// A figure of an earlier moment, or what changed since.
      case compared(Compared)
    }
  }

  /// The lines of a table of the report that bear the same key as the row.
  public struct SumOf: Sendable {
    /// The query of the table.
    public let table: String
    /// The column of that table that is added up.
    public let values: String
    /// The column, shown in both tables, that must be equal.
    public let key: String
    let place: SourcePlace
  }

  /// What a ratio says when there is nothing to divide by.
  public struct EmptyWords: Sendable {
    public let otherwise: String
    /// The column whose code chooses the words, if they differ by row.
    public let column: String?
    public let words: [String: String]
  }

  /// How the cells of a column are shown.
  public enum Format: String, CaseIterable, Sendable {
    case text, integer, date
    /// Millionths as a percentage with one decimal.
    case percent
    /// Millionths as percentage points with one decimal.
    case points
    /// Millionths as percentage points with all decimals: for sums that others are divided from.
    case exactPoints = "points_exact"
    /// Millionths as a decimal: points of a score, quantities.
    case decimal
    /// A word of the plan's lights, with its colour.
    case light
    /// 0 or 1 as a word.
    case flag
  }
}
