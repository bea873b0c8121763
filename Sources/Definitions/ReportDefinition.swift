public import Domain

/// The parsed form of a file of `Reports/`: which results stand where, and how they are shown.
///
/// It says nothing about what a figure means (SQL does), and computes nothing.
public struct ReportDefinition: Sendable {
  /// The file it was read from.
  public let file: DefinitionFile
  /// Name of the workbook; nil where the sheets are there for a document and CSV files alone.
  public let workbook: Template?
  /// The Word document, if the report is one.
  public internal(set) var document: Document?
  /// Whether scores by rules that are examples are shown; a paper that goes out has none.
  public let showsExampleScores: Bool
  /// Whether it compares with the period before as that is known now, where the period's report was
  /// corrected, and not with what was printed then.
  public let comparesCorrected: Bool
  /// Whether it shows a period before its cut-off, as of today, and is never more than a draft.
  public let isRehearsal: Bool
  /// Asks for a workbook for each row of a result; nil makes one.
  public let each: Each?
  /// Lines under the title of every sheet: period, cut-off, office, remark.
  public let headings: [Template]
  /// A warning on every sheet, such as 草稿; left out where it is empty.
  public let notice: Template?
  /// Lines at the foot of sheets that ask for it.
  public let footing: [Template]
  /// Texts made of results, by the placeholders that stand for them.
  public let figures: [String: Figure]
  /// The figures that say what they say without rows: those on changes since a report that there is
  /// none of.
  public internal(set) var withoutRows: Set<String> = []
  /// The sheets in order.
  public internal(set) var sheets: [Sheet]

  /// The report with only the sheets and tables that a plan with (or without) scoring rules has.
  public func applying(isScored: Bool) -> ReportDefinition {
    var copy = self
    copy.sheets.removeAll { $0.isScored == !isScored }
    for sheet in copy.sheets.indices {
      copy.sheets[sheet].blocks.removeAll { block in
        if case .table(let table) = block { table.isScored == !isScored } else { false }
      }
    }
    return copy
  }

  /// The report without the sheets for which there is nothing to show.
  /// - Parameter hasRows: whether a query yields any.
  public func showing(_ hasRows: (_ query: String) throws -> Bool) rethrows -> ReportDefinition {
    var copy = self
    copy.sheets = try sheets.filter { sheet in
      guard try sheet.onlyWith.map(hasRows) ?? true else { return false }
      // An annex without rows is none.
      return try sheet.annex == nil || sheet.tables.contains { try hasRows($0.query) }
    }
    return copy
  }

  /// One sheet of the workbook.
  public struct Sheet: Sendable {
    public internal(set) var name: String
    public internal(set) var title: Template
    /// The annex of the document that it is, by id; nil if it is none.
    public let annex: String?
    /// Lines under the common ones.
    public let headings: [Template]
    /// Whether the title and the common lines stand at the head; a cover has its own.
    public let hasHead: Bool
    /// Whether the signature stands at the foot.
    public let hasFooting: Bool
    /// Whether the lines between cells are drawn; cover sheets do without.
    public let hasGridlines: Bool
    /// Whether it is printed upright on one page, rather than on as many as it takes.
    public let isOnePage: Bool
    /// Whether it is printed upright, rather than landscape, unless it is too wide for that.
    public let isUpright: Bool
    /// The query without whose rows the sheet is left out.
    public let onlyWith: String?
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
    /// Since when it shows what changed, where the report is not about changes as a whole.
    public let since: Since?
    public internal(set) var blocks: [Block]
    /// The colour of the sheet's tab; nil for none.
    public let tab: TabColour?
    let place: SourcePlace
  }

  /// Colours of tabs: what a leader reads, what proves it.
  public enum TabColour: String, CaseIterable, Sendable {
    case red, blue, grey
  }

  /// A part of a sheet; parts stand one under another.
  public enum Block: Sendable {
    case table(Table)
    /// Charts side by side.
    case charts([Chart])
    /// Charts right of the table that stands above.
    case chartsBeside([Chart])
    /// Totals and their parts in words, a line each, and whether they agree.
    case relations(Relations)
    /// Links to sheets side by side; those that are not there are left out.
    case links([String])
    /// A label and a text per line; a line whose text is empty is left out.
    case facts([Fact])
    /// A line above what follows.
    case heading(Template)
    /// Lines of text.
    case text(Lines)
    /// Links to the sheets.
    case contents(Contents)
    /// Rows that are left free.
    case space(Int)
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
    /// Columns that are live sums of lines of other tables.
    public let sums: [Sums]
    /// The query of another table: where that is in a workbook of its own, this one is not drawn.
    public let unlessLong: String?
    /// How many of the rows are shown, the first ones; nil for all.
    public let most: Int?
    /// What stands under the table when there are more; `{rows}` is how many there are.
    public let more: Template?
    /// The base name of the CSV file.
    public let csv: String?
    /// The name of the workbook that takes the table when it is too long for an official's.
    public let companion: Template?
    /// The columns that identify a row when two editions are compared; of a table with a CSV file
    /// that does not say, those of its query.
    public internal(set) var key: [String]
    /// The columns that show what the office writes, rather than what follows from it.
    public let written: [String]
    /// Whether it is for plans with scoring rules, or for those without; nil for all.
    public let isScored: Bool?
    /// Since when it shows what changed, on a sheet that is about more than that.
    public let since: Since?
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
      /// The lines that the columns of the row add up, if there are any.
      public let sums: Sums?
      let place: SourcePlace
    }
  }

  /// A native chart of columns of a table on the same sheet.
  public struct Chart: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
      case bar, column, line, doughnut
      case stackedBar = "stacked_bar"
      case stackedColumn = "stacked_column"
    }
    public let kind: Kind
    public let title: String
    /// The query of the table.
    public let table: String
    public let categories: String
    public internal(set) var values: [String]
    /// Whether the table's rows are the series, rather than its columns.
    public let isByRow: Bool
    let place: SourcePlace
  }

  /// Totals, what they are made of, and a formula that says whether it adds up.
  public struct Relations: Sendable {
    /// A query with a row for each total.
    public let query: String
    /// What is said of it.
    public let text: Choice<Template>
    /// The column of the total, a live sum where `sums` say of what, and that of the sum of its parts.
    public let total: String
    public let parts: String
    public let sums: [Sums]
    let place: SourcePlace
  }
}

extension ReportDefinition {
  /// A column of a table.
  public struct Column: Sendable {
    public let content: Content
    public let heading: String
    /// The heading over this and its neighbours of the same group, on sheets alone; empty for none.
    public let group: String
    public let format: Format
    /// In characters of which a Chinese one counts two; nil takes the format's own.
    public let width: Int?
    /// Labels of codes.
    public let words: [String: String]
    /// Whether the row of sums adds the column up.
    public let isSummed: Bool
    /// Whether equal cells one under another are one cell.
    public let isMerged: Bool
    /// Whether a bar in the cell shows how large its number is.
    public let hasBar: Bool
    /// Where the cell leads to.
    public let link: Link?
    /// Whether it is there for live sums: a workbook of its own, which none refer to, does without.
    public let isForSums: Bool
    let place: SourcePlace

    /// Where a column's cells come from.
    public enum Content: Sendable {
      case column(String)
      /// A live formula over two columns of the table; `empty` is what it says when there is nothing
      /// to divide by.
      case ratio(numerator: String, denominator: String, empty: Choice<String>)
      /// The office's own columns, kept in this column of the result; a column for each.
      case ownColumns(String)
      /// A column for each value of a column of the result.
      case spread(Spread)
      /// The share of the column in its sum over all rows; shares as shown add up to 100.0 %.
      case share(String)
      /// A figure of an earlier moment, or what changed since.
      case compared(Compared)
    }
  }

  /// How the cells of a column are shown.
  public enum Format: String, CaseIterable, Sendable {
    case text, integer, date
    /// An integer with its sign: by how much something rose or fell.
    case change
    /// Millionths as a percentage with one decimal.
    case percent
    /// Millionths as percentage points with one decimal.
    case points
    /// Millionths as percentage points with all decimals: for sums that others are divided from.
    case exactPoints = "points_exact"
    /// Millionths as a decimal: points of a score, with two decimals at least.
    case decimal
    /// Millionths as a decimal with those that it has: quantities.
    case quantity
    /// A word of the plan's lights, with its colour.
    case light
    /// 0 or 1 as a word.
    case flag
  }
}
