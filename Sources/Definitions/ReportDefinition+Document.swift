public import Domain

extension ReportDefinition {
  /// The name of the file that the report is: of its workbook, or of its document where it has no
  /// workbook.
  public var fileName: Template {
    workbook ?? document?.name ?? Template(text: file.id, place: SourcePlace(file: file.path))
  }

  /// A Word document made of the report's texts and results.
  public struct Document: Sendable {
    /// Its file's name.
    public let name: Template
    /// Its title in the file's properties.
    public let title: Template
    public let form: DocumentForm
    /// A line at the head of every page; left out where it is empty.
    public let header: Template?
    /// Wholes and the parts that must add up to them.
    public let balances: [Balance]
    /// Figures and tables that are shortened, in this order, until the document is on one page; nil
    /// where it may have as many as it takes.
    public let shortened: [String]?
    public internal(set) var blocks: [Block]
    let place: SourcePlace

    /// A part of a document; parts stand one under another.
    public struct Block: Sendable {
      public let content: Content
      /// The text that must not be empty for the block to be there, and the one that must be.
      public let when: String?
      public let unless: String?
      let place: SourcePlace

      public enum Content: Sendable {
        case text(Lines)
        case rule(DocumentRule)
        case section(Section)
        case table(Table)
        /// Two tables side by side.
        case beside(Table, Table)
        /// The list of annexes, with what stands before it.
        case annexes(label: Template)
      }
    }

    /// Paragraphs; one whose text is empty is left out.
    public struct Lines: Sendable {
      public let role: DocumentRole
      public let lines: [Template]
    }

    /// A section, numbered among those that are there; left out where nothing is said in it.
    public struct Section: Sendable {
      public let heading: Template
      /// Whether it bears a number.
      public let isNumbered: Bool
      /// Whether its text goes on in the line of its heading.
      public let isRunIn: Bool
      /// Sentences of one paragraph.
      public let sentences: [Template]
      /// The figure whose rows are paragraphs of their own, numbered.
      public let items: String?
      /// Paragraphs that are numbered among those that are there.
      public let parts: [Part]
      /// Sentences of one paragraph after the others.
      public let after: [Template]
      /// What stands there where all others are empty.
      public let otherwise: Template?
      let place: SourcePlace
    }

    /// A numbered paragraph of sentences; one that is empty is left out.
    public struct Part: Sendable {
      /// What it is about, in other letters.
      public let lead: Template?
      public let sentences: [Template]
    }

    /// A result as a table of texts.
    public struct Table: Sendable {
      public let query: String
      /// Since when it shows what changed; it is left out where there is no earlier report.
      public let since: Since?
      public let conditions: [String: [String]]
      public let columns: [Column]
      /// How many rows are shown; nil for all.
      public let most: Int?
      /// The last row where there are more, over all columns: `{rows}`, `{others}`.
      public let more: Template?
      /// The row that stands there without others; without it the table is left out.
      public let empty: Template?
      let place: SourcePlace

      public struct Column: Sendable {
        public let heading: Template
        public let width: Int
        public let text: Choice<Template>
        /// What stands for codes, by column of the result.
        public let words: RowWords
        public let isCentred: Bool
      }
    }

    /// A whole and its parts: sums of columns over rows.
    public struct Balance: Sendable {
      public let whole: Term
      public let parts: [Term]
      /// What is counted, as its fault names it.
      public let name: String
      public let place: SourcePlace

      public struct Term: Sendable {
        public let query: String
        /// The column that is added up; nil counts rows.
        public let column: String?
        public let conditions: [String: [String]]
      }
    }
  }
}
