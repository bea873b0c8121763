public import Domain

/// What a Word document says: sections of paragraphs and tables, each with the part that it plays.
///
/// How a part looks is said by the form, in styles; nothing here knows a file format.
public struct Document: Hashable, Sendable {
  public typealias Form = DocumentForm
  public typealias Rule = DocumentRule

  /// The title in the file's properties.
  public var title: String
  /// The office in the file's properties.
  public var author: String
  /// The day in the file's properties.
  public var created: Day
  public var form: Form
  /// A line at the head of every page, such as 草稿; empty for none.
  public var header: String
  public var sections: [Section]

  public init(
    title: String, author: String, created: Day, form: Form, header: String = "",
    sections: [Section]
  ) {
    self.title = title
    self.author = author
    self.created = created
    self.form = form
    self.header = header
    self.sections = sections
  }

  /// Pages of one orientation; each section begins on a new page.
  public struct Section: Hashable, Sendable {
    public var isLandscape: Bool
    public var blocks: [Block]

    public init(isLandscape: Bool = false, blocks: [Block]) {
      self.isLandscape = isLandscape
      self.blocks = blocks
    }
  }

  /// What stands in a section, one under another.
  public enum Block: Hashable, Sendable {
    case paragraph(Paragraph)
    case table(Table)
    case rule(Rule)
  }
}
